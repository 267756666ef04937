import { Pool } from 'undici';

import { BudgetSpentError, SourceError } from '../errors.js';
import { createElementCounter } from './elements.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Plain HTTP over one connection pool an origin. Nothing is followed, retried or inflated. */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** An origin. */
export const CONNECTIONS = 8;
const CONNECT_MS = 5_000;
/** Of the whole call; undici's own body time-out never fires while bytes trickle in. */
const CALL_MS = 10_000;
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MAX_ROWS = 5_000;

export function createHttp(): Http {
  const pools = new Map<string, Pool>();

  function poolOf(origin: string): Pool {
    let pool = pools.get(origin);
    if (pool === undefined) {
      pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1, connect: { timeout: CONNECT_MS } });
      pools.set(origin, pool);
    }
    return pool;
  }

  return {
    async send({ method, url, headers, body, signal }) {
      const deadline = AbortSignal.timeout(CALL_MS);
      try {
        signal.throwIfAborted();
        const answer = await poolOf(url.origin).request({
          method,
          path: url.pathname + url.search,
          headers: { ...headers, 'accept-encoding': 'identity' },
          body: body ?? null,
          signal: AbortSignal.any([signal, deadline]),
        });
        const encoding = answer.headers['content-encoding'] ?? 'identity';
        if (encoding !== 'identity') {
          // It ends with an error of its own, which nobody would catch.
          answer.body.on('error', () => undefined).destroy();
          throw tooMuch('The answer is compressed, which was not asked for. Check proxies in between.');
        }
        return { status: answer.statusCode, headers: answer.headers, text: await readCapped(answer.body) };
      } catch (failure) {
        throw explain(failure, url.host, deadline, signal);
      }
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

async function readCapped(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  const hasFewElements = createElementCounter(MAX_ROWS);
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooMuch('The answer is larger than 8 MB. Lower AVEPOINT_PAGE_SIZE.');
    if (!hasFewElements(chunk)) throw tooMuch(`The answer holds more than ${MAX_ROWS} rows, or nests too deeply. Check AVEPOINT_GRAPH_URL, and proxies in between.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooMuch(message: string): SourceError {
  return new SourceError('UPSTREAM_BAD_RESPONSE', message, { isFinal: true });
}

function explain(failure: unknown, host: string, deadline: AbortSignal, signal: AbortSignal): Error {
  if (failure instanceof SourceError) return failure;
  // Whoever waited has gone, unless the signal ran out of time by itself.
  if (signal.aborted && !(signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError')) return new BudgetSpentError();
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  if (deadline.aborted || signal.aborted || code.endsWith('_TIMEOUT')) {
    return new SourceError('UPSTREAM_TIMEOUT', `No complete answer came from ${host} within ${CALL_MS / 1000} s. Try again; if it stays, check the network path to AvePoint.`, { cause: failure });
  }
  return new SourceError('UPSTREAM_UNREACHABLE', `No connection to ${host}, or it broke. Check the network, proxy and firewall between this server and AvePoint, and AVEPOINT_REGION.`, { cause: failure });
}

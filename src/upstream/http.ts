import { Pool } from 'undici';

import { SourceError } from '../errors.js';

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

const CONNECTIONS = 8;
const CONNECT_MS = 5_000;
/** Of the whole call; undici's own body time-out never fires while bytes trickle in. */
const CALL_MS = 10_000;
const MAX_BODY_BYTES = 8 * 1024 * 1024;

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
        const answer = await poolOf(url.origin).request({
          method,
          path: url.pathname + url.search,
          headers: { ...headers, 'accept-encoding': 'identity' },
          body: body ?? null,
          signal: AbortSignal.any([signal, deadline]),
        });
        return { status: answer.statusCode, headers: answer.headers, text: await readCapped(answer.body) };
      } catch (failure) {
        throw toSourceError(failure, deadline);
      }
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

async function readCapped(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new SourceError('UPSTREAM_BAD_RESPONSE', 'The answer is larger than 8 MB. Lower AVEPOINT_PAGE_SIZE.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toSourceError(failure: unknown, deadline: AbortSignal): SourceError {
  if (failure instanceof SourceError) return failure;
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  if (deadline.aborted || code.endsWith('_TIMEOUT')) {
    return new SourceError('UPSTREAM_TIMEOUT', `No complete answer came within ${CALL_MS / 1000} s. Try again; if it stays, check the network path to AvePoint.`, { cause: failure });
  }
  return new SourceError('UPSTREAM_UNREACHABLE', 'No connection, or it broke. Check the network, proxy and firewall between this server and AvePoint, and AVEPOINT_REGION.', { cause: failure });
}

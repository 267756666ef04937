import { Pool } from 'undici';

import { CALL_MS } from '../deadlines.js';
import { BudgetSpentError, SourceError } from '../errors.js';
import { createBodyDecoder } from './charset.js';
import { watchConnections } from './cut-off.js';
import { startDeadline, type Deadline } from './deadline.js';
import { createElementCounter } from './elements.js';
import { CONNECTIONS } from './gates.js';
import type { FindProxy } from './proxies.js';
import { tunnelThrough } from './tunnel.js';
import { throughProxy, unreachable, type Way } from './unreachable.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** The settings that say where this goes, for messages; those of the API where nothing is said. */
  readonly settings?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Plain HTTP over one connection pool an origin. Nothing is followed, retried or inflated. */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
  readonly proxyOf: FindProxy;
  close(): Promise<void>;
}

interface SizedPool {
  readonly pool: Pool;
  readonly connections: number;
}

const CONNECT_MS = 5_000;
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MAX_ROWS = 5_000;
const API_SETTINGS = 'AVEPOINT_REGION or AVEPOINT_GRAPH_URL';

/** `connectionsOf`: how many an origin may have, as things stand. */
export function createHttp(proxyOf: FindProxy = () => null, connectionsOf: (origin: string) => number = () => CONNECTIONS): Http {
  watchConnections();
  const pools = new Map<string, SizedPool>();

  function poolOf(url: URL): Pool {
    const connections = connectionsOf(url.origin);
    const kept = pools.get(url.origin);
    if (kept?.connections === connections) return kept.pool;
    // What is under way in the old one comes to its end.
    void kept?.pool.close();
    const proxy = proxyOf(url);
    const connect = proxy === null ? { timeout: CONNECT_MS } : tunnelThrough(proxy, CONNECT_MS);
    const pool = new Pool(url.origin, { connections, pipelining: 1, connect });
    pools.set(url.origin, { pool, connections });
    return pool;
  }

  return {
    proxyOf,
    async send({ method, url, headers, body, signal, settings = API_SETTINGS }) {
      // Undici's own body time-out never fires while bytes trickle in.
      const deadline = startDeadline(CALL_MS, signal);
      try {
        signal.throwIfAborted();
        const answer = await poolOf(url).request({
          method,
          path: url.pathname + url.search,
          headers: { ...headers, 'accept-encoding': 'identity' },
          body: body ?? null,
          signal: deadline.signal,
        });
        if (isCompressed(answer.headers['content-encoding'])) {
          // It ends with an error of its own, which nobody would catch.
          answer.body.on('error', () => undefined).destroy();
          throw tooMuch('The answer is compressed, which was not asked for. Check proxies in between.');
        }
        const status = answer.statusCode;
        // Of a refusal no more than ids is read, whatever charset it claims.
        const contentType = status >= 200 && status <= 299 ? answer.headers['content-type'] : undefined;
        return { status, headers: answer.headers, text: await readCapped(answer.body, contentType) };
      } catch (failure) {
        throw explain(failure, { host: url.host, proxy: proxyOf(url), settings }, deadline, signal);
      } finally {
        deadline.end();
      }
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

/** Empty, or `identity` however often and in whatever case, says that nothing is. */
function isCompressed(encoding: string | string[] = ''): boolean {
  return String(encoding).split(',').some((name) => !['', 'identity'].includes(name.trim().toLowerCase()));
}

async function readCapped(body: AsyncIterable<Buffer>, contentType: string | string[] | undefined): Promise<string> {
  const pieces: string[] = [];
  const decoder = createBodyDecoder(contentType);
  const hasFewElements = createElementCounter(MAX_ROWS);
  let size = 0;

  function take(piece: string): void {
    if (!hasFewElements(piece)) throw tooMuch(`The answer holds more than ${MAX_ROWS} rows, or nests too deeply. Check AVEPOINT_GRAPH_URL, and proxies in between.`);
    pieces.push(piece);
  }

  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooMuch('The answer is larger than 8 MB. Lower AVEPOINT_PAGE_SIZE.');
    take(decoder.write(chunk));
  }
  take(decoder.end());
  return pieces.join('');
}

function tooMuch(message: string): SourceError {
  return new SourceError('UPSTREAM_BAD_RESPONSE', message, { isFinal: true });
}

function explain(failure: unknown, way: Way, deadline: Deadline, signal: AbortSignal): Error {
  if (failure instanceof SourceError) return failure;
  // Whoever waited has gone, unless the signal ran out of time by itself.
  if (signal.aborted && !(signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError')) return new BudgetSpentError();
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  if (deadline.isOver || signal.aborted || code.endsWith('_TIMEOUT')) {
    return new SourceError('UPSTREAM_TIMEOUT', `No complete answer came from ${way.host}${throughProxy(way)} in time (${CALL_MS / 1000} s at most). Try again; if it stays, check the network path to it.`, { cause: failure });
  }
  return unreachable(failure, way);
}

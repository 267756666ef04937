import { Pool } from 'undici';

import { CALL_MS } from '../deadlines.js';
import { BudgetSpentError, SourceError } from '../errors.js';
import { createBodyDecoder, type BodyDecoder } from './charset.js';
import { watchConnections } from './cut-off.js';
import { createElementCounter } from './elements.js';
import { exchange, type AnswerHeaders, type Taker } from './exchange.js';
import { CONNECTIONS } from './gates.js';
import type { FindProxy } from './proxies.js';
import { tunnelThrough } from './tunnel.js';
import { throughProxy, unreachable, type Way } from './unreachable.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  /** Encoded, in place of the address's own. */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** The settings that say where this goes, for messages; those of the API where nothing is said. */
  readonly settings?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
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
    async send({ method, url, query = '', headers, body, signal, settings = API_SETTINGS }) {
      const reader = createAnswerReader();
      const request = { method, path: url.pathname + (query === '' ? url.search : `?${query}`), headers: { ...headers, 'accept-encoding': 'identity' }, body: body ?? null };
      try {
        // Undici's own body time-out never fires while bytes trickle in.
        await exchange(poolOf(url), request, { ms: CALL_MS, signal }, reader);
        return reader.answer();
      } catch (failure) {
        throw explain(failure, { host: url.host, proxy: proxyOf(url), settings }, signal);
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

interface AnswerReader extends Taker {
  /** Once it has come whole. */
  answer(): HttpAnswer;
}

function createAnswerReader(): AnswerReader {
  const hasFewElements = createElementCounter(MAX_ROWS);
  const pieces: string[] = [];
  let [status, headers]: [number, AnswerHeaders] = [0, {}];
  let decoder: BodyDecoder = createBodyDecoder(undefined);
  let size = 0;

  function add(piece: string): void {
    if (!hasFewElements(piece)) throw tooMuch(`The answer holds more than ${MAX_ROWS} rows, or nests too deeply. Check AVEPOINT_GRAPH_URL, and proxies in between.`);
    pieces.push(piece);
  }

  return {
    begin(ofAnswer, sent) {
      [status, headers] = [ofAnswer, sent];
      if (isCompressed(headers['content-encoding'])) throw tooMuch('The answer is compressed, which was not asked for. Check proxies in between.');
      // Of a refusal no more than ids is read, whatever charset it claims.
      if (status <= 299) decoder = createBodyDecoder(headers['content-type']);
    },
    take(chunk) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw tooMuch('The answer is larger than 8 MB. Lower AVEPOINT_PAGE_SIZE.');
      add(decoder.write(chunk));
    },
    answer() {
      add(decoder.end());
      return { status, headers, text: pieces.join('') };
    },
  };
}

function tooMuch(message: string): SourceError {
  return new SourceError('UPSTREAM_BAD_RESPONSE', message, { isFinal: true });
}

function explain(failure: unknown, way: Way, signal: AbortSignal): Error {
  if (failure instanceof SourceError) return failure;
  // Whoever waited has gone, unless the signal ran out of time by itself.
  if (signal.aborted && !isTimeOut(signal.reason)) return new BudgetSpentError();
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  if (isTimeOut(failure) || signal.aborted || code.endsWith('_TIMEOUT')) {
    return new SourceError('UPSTREAM_TIMEOUT', `No complete answer came from ${way.host}${throughProxy(way)} in time (${CALL_MS / 1000} s at most). Try again; if it stays, check the network path to it.`, { cause: failure });
  }
  return unreachable(failure, way);
}

function isTimeOut(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

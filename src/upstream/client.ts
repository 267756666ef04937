import { BudgetSpentError } from '../errors.js';
import type { Patience } from '../shared-memory/patience.js';
import type { AccessTokens } from './access-tokens.js';
import { wasCutOff } from './cut-off.js';
import type { Gates } from './gates.js';
import type { Http, HttpAnswer } from './http.js';
import { unlessLeft } from './leaving.js';
import type { Pace } from './pace.js';

/** Reads only, so that a call can be made again. */
export interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  /** Encoded; empty where there is none. */
  readonly query: string;
  /** JSON. */
  readonly body?: string;
  readonly scope: string;
  /** Whose connections it counts among, where others have theirs to the same host. */
  readonly lane: string;
  /** Who asks. */
  readonly caller: string;
  readonly signal: AbortSignal;
  /** With the memory that replicas share. */
  readonly patience?: Patience | undefined;
  /** Called before every attempt; waits for leave to send it, and refuses by throwing. Null where none is needed. */
  readonly admit: ((signal: AbortSignal) => Promise<void>) | null;
  /** Called for every attempt, just before it is sent; refuses by throwing. */
  onCall(): void;
  /** Called for every answer that came, with its status. */
  readonly onAnswer?: ((status: number) => void) | undefined;
  /** Called where a token was refused that was fresh. */
  onRefused(): void;
}

/** Calls the API with an access token, with another one where it is refused, and gives the answer whatever its status. */
export type ApiClient = (call: ApiCall) => Promise<HttpAnswer>;

/** What the clients of all tenants share. */
export interface Ways {
  readonly http: Http;
  readonly gates: Gates;
  readonly pace: Pace;
}

export function createApiClient({ http, gates, pace }: Ways, tokens: AccessTokens): ApiClient {
  async function sendOnce({ method, url, query, body, signal, admit, onCall, onAnswer }: ApiCall, token: string): Promise<HttpAnswer> {
    if (admit !== null && !signal.aborted) await admit(signal);
    if (!signal.aborted) onCall();
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const answer = await http.send(
      body === undefined ? { method, url, query, headers, signal } : { method, url, query, headers: { ...headers, 'content-type': 'application/json' }, body, signal },
    );
    onAnswer?.(answer.status);
    return answer;
  }

  /** That a connection was closed while it was idle shows when it is used. The next one may be closed too, a new one is not. */
  async function send(call: ApiCall, token: string, idle: number): Promise<HttpAnswer> {
    try {
      return await sendOnce(call, token);
    } catch (failure) {
      if (!wasCutOff(failure) || idle === 0) throw failure;
      return sendAgain(call, () => send(call, token, idle - 1), () => {
        throw failure;
      });
    }
  }

  /** Within the same place. With no call left for it, what came before is what there is to tell. */
  async function sendAgain({ signal }: ApiCall, again: () => Promise<HttpAnswer>, before: () => HttpAnswer): Promise<HttpAnswer> {
    await pace.turn(signal);
    return again().catch((failure: unknown) => {
      if (failure instanceof BudgetSpentError && !signal.aborted) return before();
      throw failure;
    });
  }

  return async (call) => {
    const { scope, lane, caller, signal, patience, onRefused } = call;
    const token = await unlessLeft(tokens.get(scope, patience), signal);
    const { turnstile, connections } = gates.of(call.url.origin);
    return turnstile.pass({ lane, caller, signal }, async () => {
      const first = await send(call, token, connections);
      if (first.status !== 401) return first;
      const renewed = await unlessLeft(tokens.renew(scope, token, patience), signal);
      const second = await sendAgain(call, () => send(call, renewed, connections), () => first);
      if (second !== first && second.status === 401) onRefused();
      return second;
    });
  };
}

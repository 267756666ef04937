import { BudgetSpentError } from '../errors.js';
import type { AccessTokens } from './access-tokens.js';
import { wasCutOff } from './cut-off.js';
import type { Http, HttpAnswer } from './http.js';
import { unlessLeft } from './leaving.js';
import { createPace } from './pace.js';
import { createTurnstile } from './turnstile.js';

/** Reads only, so that a call can be made again. */
export interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  /** JSON. */
  readonly body?: string;
  readonly scope: string;
  /** Who asks. */
  readonly caller: string;
  readonly signal: AbortSignal;
  /** Called for every attempt, just before it is sent; refuses by throwing. */
  onCall(): void;
  /** Called for every answer that came, with its status. */
  readonly onAnswer?: ((status: number) => void) | undefined;
  /** Called where a token was refused that was fresh. */
  onRefused(): void;
}

/** Calls the API with an access token, with another one where it is refused, and gives the answer whatever its status. */
export type ApiClient = (call: ApiCall) => Promise<HttpAnswer>;

/** Per host and credential; no page publishes a limit. */
export interface CallLimits {
  readonly connections: number;
  /** How many scopes share the connections. */
  readonly scopes: number;
  readonly callsPerSecond: number;
}

export function createApiClient(http: Http, tokens: AccessTokens, { connections, scopes, callsPerSecond }: CallLimits): ApiClient {
  const pace = createPace(callsPerSecond);
  const turnstile = createTurnstile(connections, scopes, pace);

  async function sendOnce({ method, url, body, signal, onCall, onAnswer }: ApiCall, token: string): Promise<HttpAnswer> {
    if (!signal.aborted) onCall();
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const answer = await http.send(
      body === undefined ? { method, url, headers, signal } : { method, url, headers: { ...headers, 'content-type': 'application/json' }, body, signal },
    );
    onAnswer?.(answer.status);
    return answer;
  }

  /** That a connection was closed while it was idle shows when it is used. The next one may be closed too, a new one is not. */
  async function send(call: ApiCall, token: string, idle = connections): Promise<HttpAnswer> {
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
    const { scope, signal, onRefused } = call;
    const token = await unlessLeft(tokens.get(scope), signal);
    return turnstile.pass({ lane: scope, caller: call.caller, signal }, async () => {
      const first = await send(call, token);
      if (first.status !== 401) return first;
      const renewed = await unlessLeft(tokens.renew(scope, token), signal);
      const second = await sendAgain(call, () => send(call, renewed), () => first);
      if (second !== first && second.status === 401) onRefused();
      return second;
    });
  };
}

import { setTimeout as sleep } from 'node:timers/promises';

import { BudgetSpentError } from '../errors.js';
import type { AccessTokens } from './access-tokens.js';
import type { Http, HttpAnswer } from './http.js';
import { createTurnstile } from './turnstile.js';

export interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  /** JSON. */
  readonly body?: string;
  readonly scope: string;
  readonly signal: AbortSignal;
  /** Called for every attempt. */
  onCall(): void;
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
  const turnstile = createTurnstile(connections, scopes);
  let nextAt = 0;

  async function pace(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1000 / callsPerSecond;
    if (at > now) await sleep(at - now);
  }

  async function send({ method, url, body, scope, signal, onCall }: ApiCall, token: string): Promise<HttpAnswer> {
    await pace();
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    return turnstile.pass(scope, async () => {
      if (!signal.aborted) onCall();
      if (body === undefined) return http.send({ method, url, headers, signal });
      return http.send({ method, url, headers: { ...headers, 'content-type': 'application/json' }, body, signal });
    });
  }

  return async (call) => {
    const token = await tokens.get(call.scope);
    const answer = await send(call, token);
    if (answer.status !== 401) return answer;
    const renewed = await tokens.renew(call.scope, token);
    return send(call, renewed).catch((failure: unknown) => {
      // With no call left for the other token, the refusal is what there is to tell.
      if (failure instanceof BudgetSpentError && !call.signal.aborted) return answer;
      throw failure;
    });
  };
}

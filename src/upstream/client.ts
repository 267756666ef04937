import type { AccessTokens } from './access-tokens.js';
import type { Http, HttpAnswer } from './http.js';

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

export function createApiClient(http: Http, tokens: AccessTokens): ApiClient {
  function send({ method, url, body, signal, onCall }: ApiCall, token: string): Promise<HttpAnswer> {
    onCall();
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    if (body === undefined) return http.send({ method, url, headers, signal });
    return http.send({ method, url, headers: { ...headers, 'content-type': 'application/json' }, body, signal });
  }

  return async (call) => {
    const token = await tokens.get(call.scope);
    const answer = await send(call, token);
    return answer.status === 401 ? send(call, await tokens.renew(call.scope, token)) : answer;
  };
}

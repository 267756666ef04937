import { createApiKeyCheck, type ApiKey } from './api-keys.js';
import { ANYONE, RefusedError, type Caller } from './caller.js';
import { createKeySet, type KeySetOptions } from './key-set.js';
import { createTokenCheck, type TokenSettings } from './tokens.js';

export interface CallerSettings {
  readonly tokens: TokenSettings | null;
  readonly apiKeys: readonly ApiKey[];
  readonly isOpen: boolean;
}

/** Values by name, as often as they were sent. */
export type Headers = Readonly<Record<string, readonly string[] | undefined>>;
export type Authenticate = (headers: Headers) => Promise<Caller>;

const BEARER = /^Bearer +([\w.~+/=-]+)$/i;

/** Finds out who asks, or throws a `RefusedError`. */
export function createAuthenticate({ tokens, apiKeys, isOpen }: CallerSettings, options?: KeySetOptions): Authenticate {
  const checkToken = tokens === null ? null : createTokenCheck(tokens, createKeySet(tokens.jwksUrl, options));
  const checkKey = createApiKeyCheck(apiKeys);

  return async (headers) => {
    if (isOpen) return ANYONE;
    const [authorizations = [], keys = []] = [headers['authorization'], headers['x-api-key']];
    // Two say two things, and whoever reads the other one decides differently.
    if (authorizations.length + keys.length !== 1) throw new RefusedError(401, authorizations.length + keys.length === 0 ? 'no credentials' : 'several credentials');
    const [key] = keys;
    const caller = key === undefined ? await checkBearer(authorizations[0] ?? '') : checkKey(key);
    if (caller.rights.grants.length === 0) throw new RefusedError(403, 'no rights');
    return caller;
  };

  async function checkBearer(authorization: string): Promise<Caller> {
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined || checkToken === null) throw new RefusedError(401, 'no bearer token');
    return checkToken(token);
  }
}

import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

const COOLDOWN_MS = 30_000;
const FRESH_MS = 600_000;
const TIMEOUT_MS = 5_000;

/** A GET of the issuer's keys. */
export type FetchKeys = (address: string, options: { readonly headers: Headers; readonly signal: AbortSignal }) => Promise<Response>;

export interface KeySetOptions {
  readonly cooldownMs?: number;
  readonly freshMs?: number;
  readonly fetchKeys?: FetchKeys;
}

/** There are no keys, and they cannot be fetched now; the cause says why not. */
export class KeySetError extends Error {
  override readonly name = 'KeySetError';
}

/**
 * The issuer's keys. They are fetched once a cooldown at most, failures included, and renewed behind the back of requests when they
 * have grown old: keys that were fetched once stay good while the issuer is down.
 */
export function createKeySet(url: URL, { cooldownMs = COOLDOWN_MS, freshMs = FRESH_MS, fetchKeys = fetch }: KeySetOptions = {}): JWTVerifyGetKey {
  let triedAt = Number.NEGATIVE_INFINITY;
  let lastFailure: Error | null = null;

  async function fetchSeldom(address: string, options: { readonly headers: Headers; readonly signal: AbortSignal }): Promise<Response> {
    if (performance.now() < triedAt + cooldownMs) throw lastFailure ?? new KeySetError('fetched a moment ago');
    triedAt = performance.now();
    lastFailure = null;
    return fetchKeys(address, options).catch((failure: Error) => {
      lastFailure = failure;
      throw failure;
    });
  }

  const keys = createRemoteJWKSet(url, {
    // Its own goes by the wall clock.
    cooldownDuration: Number.POSITIVE_INFINITY,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    timeoutDuration: TIMEOUT_MS,
    [customFetch]: fetchSeldom,
  });

  /** A key that is not at hand may be new. */
  const find: JWTVerifyGetKey = async (header, token) => {
    try {
      return await keys(header, token);
    } catch (failure) {
      const isCoolingDown = !keys.reloading && performance.now() < triedAt + cooldownMs;
      if (!(failure instanceof errors.JWKSNoMatchingKey) || isCoolingDown) throw failure;
      await keys.reload();
      return keys(header, token);
    }
  };

  return async (header, token) => {
    const hasKeys = keys.jwks() !== undefined;
    if (hasKeys && performance.now() > triedAt + Math.max(freshMs, cooldownMs)) keys.reload().catch(() => undefined);
    try {
      return await find(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      // The keys at hand do not know this token, and newer ones are not to be had.
      throw hasKeys ? new errors.JWKSNoMatchingKey() : new KeySetError('no keys', { cause });
    }
  };
}

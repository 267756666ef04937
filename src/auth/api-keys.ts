import { createHash, timingSafeEqual } from 'node:crypto';

import { RefusedError, type Caller } from './caller.js';
import type { Rights } from './rights.js';

export interface ApiKey {
  readonly name: string;
  readonly sha256: Buffer;
  readonly rights: Rights;
}

/** Whose key it is. Every entry is compared, each in constant time, so that the time says nothing. */
export function createApiKeyCheck(keys: readonly ApiKey[]): (key: string) => Caller {
  return (key) => {
    if (key.trim() === '') throw new RefusedError(401, 'empty API key');
    const digest = createHash('sha256').update(key).digest();
    const [found] = keys.filter(({ sha256 }) => timingSafeEqual(sha256, digest));
    if (found === undefined) throw new RefusedError(401, 'unknown API key');
    return { name: `key:${found.name}`, rights: found.rights, isKnown: true };
  };
}

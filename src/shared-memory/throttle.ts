import type { Patience } from './patience.js';
import { createSharedRest, type SharedRest, type SharedTurns } from './rests.js';
import { createSharedRetries, type RetryRates, type SharedRetries } from './retries.js';
import type { Sharing } from './sharing.js';

/** What replicas share before one upstream. */
export interface SharedGuard {
  readonly rest: SharedRest;
  readonly retries: SharedRetries;
  createPatience(): Patience;
}

/** By what tells the upstream from all others, and whether its calls have turns. */
export type ShareGuard = (parts: readonly string[], hasTurns: boolean) => SharedGuard;

/** `callsPerSecond`: of all replicas together; Infinity: no turns. `defer`: as `SharedTurns` has it. */
export function createThrottle(sharing: Pick<Sharing, 'store' | 'vault'>, callsPerSecond: number, rates: RetryRates, defer: SharedTurns['defer']): ShareGuard {
  const turns = callsPerSecond === Number.POSITIVE_INFINITY ? null : { name: sharing.vault.nameOf('turns', []), periodMs: 1000 / callsPerSecond, defer };
  return (parts, hasTurns) => ({
    rest: createSharedRest(sharing, parts, hasTurns ? turns : null),
    retries: createSharedRetries(sharing, parts, rates),
    createPatience: () => sharing.store.createPatience(),
  });
}

import { LRUCache } from 'lru-cache';

import type { Patience } from '../shared-memory/patience.js';
import type { Charge, Quotas, Terms } from '../shared-memory/quotas.js';

/** What each caller may spend in a minute: a bucket that fills steadily. */
export interface Quota {
  /** A cost below zero is given back. */
  charge(caller: string, cost: number): Charge;
  /** Goes on from what was found elsewhere. */
  adopt(caller: string, charge: Charge): void;
}

/** The same for all replicas. */
export interface SharedQuota {
  charge(caller: string, cost: number, patience: Patience): Promise<Charge>;
  giveBack(caller: string, cost: number): void;
}

interface Bucket {
  level: number;
  /** On the monotonic clock. */
  filledAt: number;
  /** Until when the caller was told to wait. */
  refusedUntil: number;
}

const MINUTE_SECONDS = 60;
/** More callers than that at a time, and those seen longest ago begin anew. */
const MAX_CALLERS = 10_000;

export function createQuota(perMinute: number, now: () => number = () => performance.now()): Quota {
  const buckets = new LRUCache<string, Bucket>({ max: MAX_CALLERS });

  function fill(caller: string): Bucket {
    const at = now();
    const bucket = buckets.get(caller) ?? { level: perMinute, filledAt: at, refusedUntil: 0 };
    buckets.set(caller, bucket);
    bucket.level = Math.min(perMinute, bucket.level + ((at - bucket.filledAt) / (MINUTE_SECONDS * 1000)) * perMinute);
    bucket.filledAt = at;
    return bucket;
  }

  return {
    charge(caller, cost) {
      const bucket = fill(caller);
      const isEarly = bucket.filledAt < bucket.refusedUntil;
      // One that is dearer than a whole minute's worth goes through a full bucket, and is paid off afterwards.
      const needed = Math.min(cost, perMinute);
      if (cost > 0 && bucket.level < needed) {
        const seconds = Math.ceil(((needed - bucket.level) * MINUTE_SECONDS) / perMinute);
        bucket.refusedUntil = bucket.filledAt + seconds * 1000;
        return { seconds, isEarly, level: bucket.level };
      }
      bucket.level = Math.min(perMinute, bucket.level - cost);
      return { seconds: null, isEarly, level: bucket.level };
    },
    adopt(caller, { seconds, level }) {
      const bucket = fill(caller);
      bucket.level = level;
      if (seconds !== null) bucket.refusedUntil = bucket.filledAt + seconds * 1000;
    },
  };
}

/** Where the store does not tell, each replica goes on by itself from what it told last, so that nobody has a minute anew. */
export function shareQuota(own: Quota, quotas: Quotas, terms: Terms): SharedQuota {
  return {
    async charge(caller, cost, patience) {
      const charge = await quotas.charge(caller, cost, terms, patience);
      if (charge === null) return own.charge(caller, cost);
      own.adopt(caller, charge);
      return charge;
    },
    giveBack(caller, cost) {
      own.charge(caller, -cost);
      quotas.giveBack(caller, cost, terms);
    },
  };
}

import { LRUCache } from 'lru-cache';

/** What each caller may spend in a minute: a bucket that fills steadily. */
export interface Quota {
  /** Null when it was taken; else after how many seconds there will be enough. */
  take(caller: string, cost: number): number | null;
  /** Whether the caller was told to wait, and has come back before that. */
  isEarly(caller: string): boolean;
  giveBack(caller: string, cost: number): void;
  left(caller: string): number;
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
    const bucket = buckets.get(caller) ?? { level: perMinute, filledAt: now(), refusedUntil: 0 };
    buckets.set(caller, bucket);
    const at = now();
    bucket.level = Math.min(perMinute, bucket.level + ((at - bucket.filledAt) / (MINUTE_SECONDS * 1000)) * perMinute);
    bucket.filledAt = at;
    return bucket;
  }

  return {
    take(caller, cost) {
      const bucket = fill(caller);
      // One that is dearer than a whole minute's worth goes through a full bucket, and is paid off afterwards.
      const needed = Math.min(cost, perMinute);
      if (cost > 0 && bucket.level < needed) {
        const seconds = Math.ceil(((needed - bucket.level) * MINUTE_SECONDS) / perMinute);
        bucket.refusedUntil = now() + seconds * 1000;
        return seconds;
      }
      bucket.level -= cost;
      return null;
    },
    isEarly: (caller) => now() < fill(caller).refusedUntil,
    giveBack(caller, cost) {
      const bucket = fill(caller);
      bucket.level = Math.min(perMinute, bucket.level + cost);
    },
    left: (caller) => Math.max(0, Math.floor(fill(caller).level)),
  };
}

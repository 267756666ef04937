import type { Source } from '../sources/source.js';

/** How far back readings look. */
export interface Lookbacks {
  /** Of a source whose lookback grows with what is read of it. */
  of(source: Pick<Source, 'id' | 'lookbackMs'>): number;
}

interface Taken {
  readonly lookbackMs: number;
  /** On the monotonic clock. */
  readonly until: number;
}

/** Readings that begin while pages of the first of them may still be remembered look back as far as that one, so that equal ones ask alike. */
export function createLookbacks(ttlMs: number): Lookbacks {
  const taken = new Map<string, Taken>();
  return {
    of({ id, lookbackMs }) {
      const now = performance.now();
      const known = taken.get(id);
      if (known !== undefined && now < known.until) return known.lookbackMs;
      taken.set(id, { lookbackMs, until: now + ttlMs });
      return lookbackMs;
    },
  };
}

import type { SourceError } from '../errors.js';
import type { JobSourceWarning } from '../generated/types.js';
import type { Warning } from '../planning/match.js';
import type { FacetCheck } from '../planning/plan.js';

/** What happened at one source while one field was resolved. */
export interface Ledger {
  requests: number;
  cacheHits: number;
  pages: number;
  /** Whether every record was one that the upstream had been asked for. */
  isTrusted: boolean;
  /** Whether a job with an end and no start was met: an upstream may count it in windows that it does not lie in. */
  hasStartless: boolean;
  /** Whether a page held a job more than once: an upstream may count its rows. */
  hasRepeats: boolean;
  /** Parts of the filter that records lack the field for. */
  readonly undecided: Set<FacetCheck>;
  /** Why it did not answer in full although nothing failed. */
  error: SourceError | null;
  warn(warning: Warning): void;
  warnings(): readonly JobSourceWarning[];
}

/** `before`: the calls of an attempt that was given up. */
export function createLedger(before: Pick<Ledger, 'requests' | 'cacheHits'> = { requests: 0, cacheHits: 0 }): Ledger {
  const counted = new Map<string, { readonly warning: Warning; occurrences: number }>();
  return {
    requests: before.requests,
    cacheHits: before.cacheHits,
    pages: 0,
    isTrusted: true,
    hasStartless: false,
    hasRepeats: false,
    undecided: new Set(),
    error: null,
    warn(warning) {
      const key = `${warning.code} ${warning.message}`;
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { warning, occurrences: 1 });
      else known.occurrences += 1;
    },
    warnings: () => [...counted.values()].map(({ warning, occurrences }) => ({ __typename: 'JobSourceWarning', ...warning, occurrences })),
  };
}

/** Where a page reader counts its calls. */
export function countIn(ledger: Ledger): { onCall(): void; onHit(): void } {
  return {
    onCall: () => void (ledger.requests += 1),
    onHit: () => void (ledger.cacheHits += 1),
  };
}

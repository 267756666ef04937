import type { ProductName } from './products/index.js';

export interface Counts {
  readonly total: number;
  readonly successful: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * A job as it truly is, in the vendor's codes; `job.ts` of each product declares what its jobs have besides. Dialects show less. Times are
 * epoch milliseconds, as fine as the product shows them.
 */
export interface SimulatedJob {
  readonly product: ProductName;
  readonly jobId: string;
  readonly type: number;
  /** What was worked on, where the product has a code for it. */
  readonly service: number | null;
  /** The vendor's code; of a product that writes texts, the code of its filter. */
  readonly status: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** Of objects. */
  readonly counts: Counts | null;
}

/** What never changes about a job and can be asked for. */
export type Facets = Partial<SimulatedJob>;

/** What a caller asked for, read from the parameters of whichever endpoint. Null is no restriction. */
export interface JobFilter {
  readonly facets: Facets;
  readonly status: number | null;
  readonly search: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** The codes of a job that has not ended: one while it runs, some or none, in order, while it waits. */
export interface LiveStatuses {
  readonly running: number;
  readonly waiting: readonly number[];
}

/** The total is known from the start, the rest grows. */
export function countsSoFar(counts: Counts | null, done: number): Counts | null {
  if (counts === null) return null;
  const grown = Object.entries(counts).map(([name, count]: [string, number]) => [name, name === 'total' ? count : Math.floor(count * done)]);
  return Object.fromEntries(grown) as Counts;
}

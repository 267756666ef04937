import type { ListingContext } from './context.js';
import type { JobsRequest } from './jobs-request.js';
import { ATTEMPTS } from './stream-pages.js';

/** An upper bound of what one field takes. */
export interface Demand {
  /** Upstream calls, retries included. */
  readonly calls: number;
  /** The same of readings, which have a budget of their own. */
  readonly readingCalls: number;
  /** Items in each list right below the field. */
  readonly rows: number;
  /** What this server does itself whether or not an upstream is called, in points of about a millisecond. */
  readonly work: number;
}

/** To know whether more follows; and where a list moved since its cursor was made, to step back. */
const EXTRA_PAGES = 1;
const EXTRA_PAGES_RESUMED = 2;
/** To plan a list, to merge a row into it, and to seal a cursor: 0.5, 0.01 and 0.03 ms were measured. */
const LIST_WORK = 0.5;
export const ROW_WORK = 0.01;
const CURSOR_WORK = 0.03;

/**
 * How many upstream calls a list of jobs may make. Where this server drops rows, it reads on until the budget ends; else as many pages
 * as `first` jobs can take, in every stream.
 */
export function demandOf(request: JobsRequest, { budget }: ListingContext): Demand {
  const { first, plans, wants } = request;
  const streams = plans.flatMap((plan) => plan.streams.map(() => plan));
  const pages = first === 0 ? 0 : streams.reduce((sum, { source: { pageSize } }) => sum + pagesFor(request, pageSize), 0);
  const totals = wants.totalCount || wants.sourceTotals ? streams.length : 0;
  const calls = first > 0 && streams.length > 0 && dropsRows(request) ? Number.POSITIVE_INFINITY : (pages + totals) * ATTEMPTS;
  return { calls: Math.min(calls, budget.calls), readingCalls: 0, rows: first, work: LIST_WORK + first * (ROW_WORK + (wants.edgeCursors ? CURSOR_WORK : 0)) };
}

function pagesFor({ first, isResumed }: JobsRequest, pageSize: number): number {
  return Math.ceil((first + 1) / pageSize) + (isResumed ? EXTRA_PAGES_RESUMED : EXTRA_PAGES);
}

/** Filters applied here, and windows of which more is asked than they hold. */
function dropsRows({ plans, window }: JobsRequest): boolean {
  return !window.isDefault || window.by === 'FINISHED_AT' || plans.some(({ localFilters }) => localFilters.length > 0);
}

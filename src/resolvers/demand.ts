import type { Context } from '../context.js';
import { readJobsRequest, type JobsRequest } from './jobs-request.js';
import type { Demand } from './policies.js';
import { isSelected, type Selected } from './selection.js';

/** A call, and what is tried again when it fails. */
const ATTEMPTS = 3;
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
export function demandOfJobs(args: Readonly<Record<string, unknown>>, context: Context, selected: Selected): Demand {
  const request = readJobsRequest(selected.fieldName, args, context);
  const { first, plans } = request;
  const streams = plans.flatMap((plan) => plan.streams.map(() => plan));
  const pages = first === 0 ? 0 : streams.reduce((sum, { source: { pageSize } }) => sum + pagesFor(request, pageSize), 0);
  const totals = isSelected(selected, 'totalCount') || isSelected(selected, 'sources', 'totalCount') ? streams.length : 0;
  const calls = first > 0 && streams.length > 0 && dropsRows(request) ? Number.POSITIVE_INFINITY : (pages + totals) * ATTEMPTS;
  const work = LIST_WORK + first * (ROW_WORK + (isSelected(selected, 'edges', 'cursor') ? CURSOR_WORK : 0));
  return { calls: Math.min(calls, context.budget.calls), rows: first, work };
}

function pagesFor({ first, isResumed }: JobsRequest, pageSize: number): number {
  return Math.ceil((first + 1) / pageSize) + (isResumed ? EXTRA_PAGES_RESUMED : EXTRA_PAGES);
}

/** Filters applied here, and windows of which more is asked than they hold. */
function dropsRows({ plans, window }: JobsRequest): boolean {
  return !window.isDefault || window.by === 'FINISHED_AT' || plans.some(({ localFilters }) => localFilters.length > 0);
}

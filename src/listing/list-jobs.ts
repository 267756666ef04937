import { mergeWalks } from '../paging/merge.js';
import type { JobRow } from '../planning/match.js';
import type { ListingContext } from './context.js';
import { cursorsOf, type PageCursors } from './cursors.js';
import type { JobsRequest } from './jobs-request.js';
import { replanWhatLacks, startRuns } from './runs.js';
import { errorOf, noteRow, type ListedRow, type SourceRun, type StreamWalk } from './source-run.js';
import { totalsOf, type Totals } from './totals.js';

/** One page of a list, and how far it can be trusted. */
export interface JobList extends Totals, PageCursors {
  readonly request: JobsRequest;
  /** One a source, in their order. */
  readonly runs: readonly SourceRun[];
  readonly rows: readonly ListedRow[];
  readonly hasNextPage: boolean;
  /** Whether everybody answered who was meant. */
  readonly isComplete: boolean;
}

export async function listJobs(request: JobsRequest, context: ListingContext): Promise<JobList> {
  await context.turn();
  const { first, filter, window, isResumed, noSource, plans, positions } = request;
  const started = startRuns(plans, positions, window, context, first);
  const runs = !isResumed && first > 0 ? await replanWhatLacks(started, filter, window, context) : started;
  const page = await mergeWalks<JobRow, StreamWalk>(runs.flatMap(({ walks }) => walks), first);
  // Lists that waited for the same pages are all merged at once; what follows, the cursors among it, takes longer.
  await context.turn();
  for (const row of page.rows) noteRow(row, window.by);
  const { totalCount, sourceTotals } = await totalsOf(request, runs, page.rows, context);
  const hasFailed = runs.some((run) => errorOf(run) !== null);
  const { cursorAt, endCursor } = cursorsOf({ request, runs, page, hasFailed }, context);
  return { request, runs, rows: page.rows, hasNextPage: page.hasNextPage, isComplete: !hasFailed && noSource === null, totalCount, sourceTotals, cursorAt, endCursor };
}

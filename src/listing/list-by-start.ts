import { mergeWalks } from '../paging/merge.js';
import { reachByEnd, reachOf } from '../planning/bounds.js';
import type { JobRow } from '../planning/match.js';
import type { ListingContext } from './context.js';
import { cursorsOf } from './cursors.js';
import type { JobList } from './job-list.js';
import type { StartRequest } from './jobs-request.js';
import { checkOrder, noteStuck, runBehind, watermarksOf } from './many-streams.js';
import { MAX_STREAMS, replanWhatLacks, startRuns } from './runs.js';
import { askedSources, errorOf, noteRow, type StreamWalk } from './source-run.js';
import { totalsOf } from './totals.js';

/** Takes the newest start of all streams, one after another. */
export async function listByStart(request: StartRequest, context: ListingContext): Promise<JobList> {
  await context.turn();
  const { first, filter, window, isResumed, noSource, plans, positions, marks } = request;
  const started = startRuns(plans, positions, window, context, first);
  const planned = !isResumed && first > 0 ? await replanWhatLacks(started, filter, window, context) : started;
  const isOfMany = planned.flatMap(({ walks }) => walks).length > MAX_STREAMS;
  const runs = isOfMany ? runBehind(planned, marks) : planned;
  const page = await mergeWalks<JobRow, StreamWalk>(runs.flatMap(({ walks }) => walks), first);
  // Lists that waited for the same pages are all merged at once; what follows, the cursors among it, takes longer.
  await context.turn();
  for (const row of page.rows) noteRow(row, window.by);
  if (isOfMany) {
    checkOrder(request, runs);
    noteStuck({ request, runs, page });
  }
  const { totalCount, sourceTotals } = await totalsOf(request, runs, page.rows, context);
  const hasFailed = runs.some((run) => errorOf(run) !== null);
  const { cursorAt, endCursor } = (isOfMany ? watermarksOf : cursorsOf)({ request, runs, page, hasFailed }, context);
  // What a watermark leaves to ask for ends at its start, as that of a list by end does at its end.
  const reachMs = (isOfMany ? reachByEnd : reachOf)(window, askedSources(runs));
  return { request, runs, rows: page.rows, hasNextPage: page.hasNextPage, isComplete: !hasFailed && noSource === null, reachMs, totalCount, sourceTotals, cursorAt, endCursor };
}

import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import type { JobConnection } from '../generated/types.js';
import { mergeWalks, type MergedRow } from '../paging/merge.js';
import { writeCursor } from '../planning/bookmark.js';
import type { JobRow } from '../planning/match.js';
import { fingerprint } from '../planning/plan.js';
import { placeOf, windowBehind } from '../planning/window.js';
import { buildConnection } from './connection.js';
import { readJobsRequest, type JobsArguments } from './jobs-request.js';
import { pathOf } from './path.js';
import { replanWhatLacks, startRuns } from './runs.js';
import { isSelected } from './selection.js';
import { errorOf } from './source-result.js';
import { isInOrder } from './source-run.js';
import { countRest, sumOf, upstreamTotal } from './totals.js';

/** Resolves `jobs` and every product's own field. */
export async function resolveJobs(_parent: unknown, args: JobsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobConnection> {
  await context.turn();
  const { first, filter, window, isResumed, binding, noSource, plans, positions } = readJobsRequest(info.fieldName, args, context);
  const started = startRuns(plans, positions, window, context);
  const runs = !isResumed && first > 0 ? await replanWhatLacks(started, filter, window, context) : started;
  const page = await mergeWalks(runs.flatMap(({ walks }) => walks), first);
  // Lists that waited for the same pages are all merged at once; what follows, the cursors among it, takes longer.
  await context.turn();

  const isTotalSelected = isSelected(info, 'totalCount');
  const rest = isTotalSelected && !isResumed ? countRest(runs) : null;
  const needsUpstreamTotals = (isTotalSelected && rest === null) || isSelected(info, 'sources', 'totalCount');
  const upstreamTotals = needsUpstreamTotals ? await Promise.all(runs.map((run) => upstreamTotal(run, countOf(page.rows, run.plan.source.id), window, !isResumed, context))) : [];
  if (noSource !== null) context.failures.push({ path: pathOf(info), sourceId: null, error: noSource });
  for (const run of runs) {
    const error = errorOf(run);
    if (error !== null) context.failures.push({ path: pathOf(info), sourceId: run.plan.source.id, error });
  }

  const hasLed = isResumed || page.rows.some(({ row }) => (placeOf(row.startedAt, row.finishedAt, window.by) ?? 0) >= window.to);
  const isWhole = runs.every((run) => isInOrder(run) && errorOf(run) === null);
  const print = fingerprint(runs.flatMap(({ plan }) => plan.streams));
  const lookbacks = runs.map(({ plan }) => plan.source.lookbackMs);
  const uncarried = runs.map(({ plan }) => plan.uncarried);
  return buildConnection({
    runs,
    page,
    window,
    isUnasked: noSource !== null,
    hasPreviousPage: isResumed,
    totalCount: noSource !== null ? null : rest === null ? sumOf(runs.map(({ plan }, index) => (plan.streams.length === 0 ? 0 : (upstreamTotals[index] ?? null)))) : page.rows.length + rest,
    upstreamTotals,
    cursorAt(positions, last) {
      const behind = isWhole && last !== null ? windowBehind(window, last.startedAt, hasLed) : window;
      return writeCursor(context.cursors, binding, { window: behind, lookbacks, uncarried, positions }, print);
    },
  });
}

function countOf(rows: readonly MergedRow<JobRow>[], sourceId: string): number {
  return rows.filter(({ row }) => row.node.source.id === sourceId).length;
}

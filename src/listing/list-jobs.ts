import { mergeWalks, type MergedPage } from '../paging/merge.js';
import type { Position } from '../paging/position.js';
import { writeCursor } from '../planning/bookmark.js';
import type { JobRow } from '../planning/match.js';
import { fingerprint } from '../planning/plan.js';
import { placeOf, windowBehind } from '../planning/window.js';
import type { ListingContext } from './context.js';
import type { JobsRequest } from './jobs-request.js';
import { replanWhatLacks, startRuns } from './runs.js';
import { errorOf, isInOrder, noteRow, type ListedRow, type SourceRun, type StreamWalk } from './source-run.js';
import { totalsOf, type Totals } from './totals.js';

/** One page of a list, and how far it can be trusted. */
export interface JobList extends Totals {
  readonly request: JobsRequest;
  /** One a source, in their order. */
  readonly runs: readonly SourceRun[];
  readonly rows: readonly ListedRow[];
  readonly hasNextPage: boolean;
  /** Whether everybody answered who was meant. */
  readonly isComplete: boolean;
  /** Seals the place behind a row. */
  cursorAt(index: number): string;
  /** Null where there is nothing to go on with. */
  endCursor(): string | null;
}

export async function listJobs(request: JobsRequest, context: ListingContext): Promise<JobList> {
  await context.turn();
  const { first, filter, window, isResumed, noSource, plans, positions } = request;
  const started = startRuns(plans, positions, window, context);
  const runs = !isResumed && first > 0 ? await replanWhatLacks(started, filter, window, context) : started;
  const page = await mergeWalks<JobRow, StreamWalk>(runs.flatMap(({ walks }) => walks), first);
  // Lists that waited for the same pages are all merged at once; what follows, the cursors among it, takes longer.
  await context.turn();
  for (const row of page.rows) noteRow(row, window.by);
  const totals = await totalsOf(request, runs, page.rows, context);
  const hasFailed = runs.some((run) => errorOf(run) !== null);
  return {
    ...totals,
    request,
    runs,
    rows: page.rows,
    hasNextPage: page.hasNextPage,
    isComplete: !hasFailed && noSource === null,
    ...cursorsOf(request, runs, page, hasFailed, context),
  };
}

function cursorsOf(request: JobsRequest, runs: readonly SourceRun[], { rows, positions, positionsAt, hasNextPage }: MergedPage<JobRow, StreamWalk>, hasFailed: boolean, { cursors }: ListingContext): Pick<JobList, 'cursorAt' | 'endCursor'> {
  const { window, isResumed, binding } = request;
  const lookbacks = runs.map(({ plan }) => plan.source.lookbackMs);
  const uncarried = runs.map(({ plan }) => plan.uncarried);
  const print = fingerprint(runs.flatMap(({ plan }) => plan.streams));
  const hasLed = isResumed || rows.some(({ row }) => (placeOf(row.startedAt, row.finishedAt, window.by) ?? 0) >= window.to);
  const isWhole = !hasFailed && runs.every(isInOrder);

  function seal(at: readonly Position[], last: JobRow | null): string {
    const behind = isWhole && last !== null ? windowBehind(window, last.startedAt, hasLed) : window;
    return writeCursor(cursors, binding, { window: behind, lookbacks, uncarried, positions: at }, print);
  }
  return {
    cursorAt: (index) => seal(positionsAt(index), rows[index]?.row ?? null),
    endCursor: () => (rows.length > 0 || hasNextPage || hasFailed ? seal(positions, rows.at(-1)?.row ?? null) : null),
  };
}

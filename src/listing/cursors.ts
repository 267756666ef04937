import type { MergedPage } from '../paging/merge.js';
import { createCursorWriter, type ListPlace } from '../planning/bookmark.js';
import type { JobRow } from '../planning/match.js';
import { fingerprint } from '../planning/plan.js';
import { aheadBehind, placeOf } from '../planning/window.js';
import type { ListingContext } from './context.js';
import type { StartRequest } from './jobs-request.js';
import { createPageCursors, type PageCursors } from './page-cursors.js';
import { isInOrder, type SourceRun, type StreamWalk } from './source-run.js';

/** A page of a list by start. */
export interface ListedPage {
  readonly request: StartRequest;
  readonly runs: readonly SourceRun[];
  readonly page: MergedPage<JobRow, StreamWalk>;
  readonly hasFailed: boolean;
}

/** Cursors that hold a position of every stream. */
export function cursorsOf(listed: ListedPage, { cursors }: ListingContext): PageCursors {
  const { request, runs, page, hasFailed } = listed;
  const { window, binding, wants } = request;

  function seal(places: readonly ListPlace[]): string[] {
    const write = createCursorWriter(cursors, binding, {
      window,
      lookbacks: runs.map(({ plan }) => plan.source.lookbackMs),
      uncarried: runs.map(({ plan }) => plan.uncarried),
      fingerprint: fingerprint(runs.flatMap(({ plan }) => plan.streams)),
    });
    return write(places);
  }

  function sealAt(indices: readonly number[]): string[] {
    const aheadAt = aheadOf(listed);
    return seal(indices.map((index) => ({ positions: page.positionsAt(index), ahead: aheadAt(page.rows[index]?.row ?? null) })));
  }

  function sealBare(): string | null {
    return page.hasNextPage || hasFailed ? (seal([{ positions: page.positions, ahead: window.ahead }])[0] as string) : null;
  }

  return createPageCursors(page.rows, wants, sealAt, sealBare);
}

/** What a window keeps of jobs ahead, behind a row. */
export function aheadOf({ request: { window, isResumed }, runs, page, hasFailed }: ListedPage): (row: JobRow | null) => ListPlace['ahead'] {
  const hasLed = isResumed || page.rows.some(({ row }) => (placeOf(row.startedAt, row.finishedAt, window.by) ?? 0) >= window.to);
  const isWhole = !hasFailed && runs.every(isInOrder);
  return (row) => (isWhole && row !== null ? aheadBehind(window, row.startedAt, hasLed) : window.ahead);
}

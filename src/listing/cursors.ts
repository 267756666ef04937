import type { MergedPage } from '../paging/merge.js';
import { createCursorWriter, type ListPlace } from '../planning/bookmark.js';
import type { JobRow } from '../planning/match.js';
import { fingerprint } from '../planning/plan.js';
import { placeOf, windowBehind } from '../planning/window.js';
import type { ListingContext } from './context.js';
import type { StartRequest } from './jobs-request.js';
import { isInOrder, type SourceRun, type StreamWalk } from './source-run.js';

export interface PageCursors {
  /** Seals the place behind a row. */
  cursorAt(index: number): string;
  /** Null where there is nothing to go on with. */
  endCursor(): string | null;
}

interface ListedPage {
  readonly request: StartRequest;
  readonly runs: readonly SourceRun[];
  readonly page: MergedPage<JobRow, StreamWalk>;
  readonly hasFailed: boolean;
}

/** Nothing is computed for a page of which no cursor is asked for; where all are wanted, all are sealed at once. */
export function cursorsOf(listed: ListedPage, { cursors }: ListingContext): PageCursors {
  const { request, runs, page, hasFailed } = listed;
  const { window, binding, wants } = request;
  let all: readonly string[] | null = null;

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
    const aheadBehind = aheadOf(listed);
    return seal(indices.map((index) => ({ positions: page.positionsAt(index), ahead: aheadBehind(page.rows[index]?.row ?? null) })));
  }

  function cursorAt(index: number): string {
    if (wants.edgeCursors) all ??= sealAt([...page.rows.keys()]);
    return (all?.[index] ?? sealAt([index])[0]) as string;
  }

  return {
    cursorAt,
    endCursor() {
      if (page.rows.length > 0) return cursorAt(page.rows.length - 1);
      return page.hasNextPage || hasFailed ? (seal([{ positions: page.positions, ahead: window.ahead }])[0] as string) : null;
    },
  };
}

/** What a window keeps of jobs ahead, behind a row. */
function aheadOf({ request: { window, isResumed }, runs, page, hasFailed }: ListedPage): (row: JobRow | null) => ListPlace['ahead'] {
  const hasLed = isResumed || page.rows.some(({ row }) => (placeOf(row.startedAt, row.finishedAt, window.by) ?? 0) >= window.to);
  const isWhole = !hasFailed && runs.every(isInOrder);
  return (row) => (isWhole && row !== null ? windowBehind(window, row.startedAt, hasLed) : window).ahead;
}

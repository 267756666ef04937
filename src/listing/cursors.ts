import type { MergedPage } from '../paging/merge.js';
import type { Position } from '../paging/position.js';
import { createCursorWriter, type CursorWriter } from '../planning/bookmark.js';
import type { JobRow } from '../planning/match.js';
import { fingerprint } from '../planning/plan.js';
import { placeOf, windowBehind } from '../planning/window.js';
import type { ListingContext } from './context.js';
import type { JobsRequest } from './jobs-request.js';
import { isInOrder, type SourceRun, type StreamWalk } from './source-run.js';

export interface PageCursors {
  /** Seals the place behind a row. */
  cursorAt(index: number): string;
  /** Null where there is nothing to go on with. */
  endCursor(): string | null;
}

interface ListedPage {
  readonly request: JobsRequest;
  readonly runs: readonly SourceRun[];
  readonly page: MergedPage<JobRow, StreamWalk>;
  readonly hasFailed: boolean;
}

/** Nothing is computed for a page of which no cursor is asked for. */
export function cursorsOf({ request, runs, page, hasFailed }: ListedPage, { cursors }: ListingContext): PageCursors {
  let prepared: ReturnType<typeof prepare> | null = null;

  function prepare(): { readonly write: CursorWriter; aheadOf(last: JobRow | null): JobsRequest['window']['ahead'] } {
    const { window, isResumed, binding } = request;
    const hasLed = isResumed || page.rows.some(({ row }) => (placeOf(row.startedAt, row.finishedAt, window.by) ?? 0) >= window.to);
    const isWhole = !hasFailed && runs.every(isInOrder);
    return {
      write: createCursorWriter(cursors, binding, {
        window,
        lookbacks: runs.map(({ plan }) => plan.source.lookbackMs),
        uncarried: runs.map(({ plan }) => plan.uncarried),
        fingerprint: fingerprint(runs.flatMap(({ plan }) => plan.streams)),
      }),
      aheadOf: (last) => (isWhole && last !== null ? windowBehind(window, last.startedAt, hasLed) : window).ahead,
    };
  }

  function seal(positions: readonly Position[], last: JobRow | null): string {
    const { write, aheadOf } = (prepared ??= prepare());
    return write(positions, aheadOf(last));
  }

  return {
    cursorAt: (index) => seal(page.positionsAt(index), page.rows[index]?.row ?? null),
    endCursor: () => (page.rows.length > 0 || page.hasNextPage || hasFailed ? seal(page.positions, page.rows.at(-1)?.row ?? null) : null),
  };
}

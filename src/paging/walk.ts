import { BudgetSpentError, SourceError } from '../errors.js';
import { beyondGap, widenGap } from './gap.js';
import { badLink, CIRCLE, createLoopGuard } from './loop-guard.js';
import { hasShrunk, nextPlace, passedThrough, type PageRules } from './next-place.js';
import { createOpening, type OpenPage } from './opening.js';
import { markOf } from './order.js';
import { createPageReading, type ReadPage } from './page-reading.js';
import type { Page, Place, Row } from './page.js';
import { passedRow, type Position } from './position.js';
import { isArrival, isLast, isOwed, isPushedAside, isStart, type Progress, type WalkNote } from './progress.js';

export interface WalkSource<R extends Row> {
  readonly rules: PageRules;
  readonly readPage: ReadPage<R>;
  /** Whether the filter and the window let a row through. Called once a row. */
  accept(row: R): boolean;
  note(code: WalkNote): void;
}

/** One stream, read row by row. */
export interface Walk<R extends Row> {
  /** `paused`: the budget is spent, and the walk goes on from its position another time. */
  readonly state: 'open' | 'paused' | 'ended' | 'failed';
  /** The next row to deliver; null until `fill` has found one. */
  readonly head: R | null;
  /** Behind the last passed row. */
  readonly position: Position;
  /** Why the walk failed. */
  readonly error: SourceError | null;
  /** Reads on until there is a head, the end, a failure, or `pages` more pages were read. */
  fill(pages?: number): Promise<void>;
  /** Puts the head behind. */
  pass(): void;
  /** Every row still to come, where that is known without reading on; else null. */
  rest(): readonly R[] | null;
}

export function createWalk<R extends Row>(source: WalkSource<R>, start: Position): Walk<R> {
  const progress: Progress<R> = { position: start, seen: start.seen, ids: new Set(), lastPage: null, isBeyond: false };
  const reading = createPageReading<R>(source.readPage);
  const opening = createOpening(source.rules, reading, progress, source.note);
  const guard = createLoopGuard();
  let state: Walk<R>['state'] = start.isEnded ? 'ended' : 'open';
  let error: SourceError | null = null;
  let head: R | null = null;
  let open: OpenPage<R> | null = null;
  let steppedBackFrom: number | null = null;

  async function fill(pages = Number.POSITIVE_INFINITY): Promise<void> {
    let left = pages;
    while (state === 'open' && head === null) {
      if (open !== null && scan(open)) return;
      try {
        if (open === null) {
          if (left-- === 0) return;
          open = await opening.reopen(start, false);
          continue;
        }
        const next = nextPlace(open.page, open.place, progress.seen, source.rules);
        if (next.kind === 'end' && isDoubtful(open)) {
          if (left-- === 0) return;
          open = await opening.reopen(progress.position, true);
          continue;
        }
        if (next.kind === 'end') {
          state = 'ended';
          progress.position = { ...progress.position, isEnded: true };
          return;
        }
        if (next.kind === 'bad') throw badLink(`The link to the next page ${next.reason}; it was not followed.`);
        if (left-- === 0) return;
        open = await goOn(open, beyondGap(open.place, progress.position) ?? next.place);
      } catch (failure) {
        if (failure instanceof BudgetSpentError) {
          state = 'paused';
          return;
        }
        if (!(failure instanceof SourceError)) throw failure;
        error = failure;
        state = 'failed';
      }
    }
  }

  /** Looks for the next row to deliver on the open page. */
  function scan(current: OpenPage<R>): boolean {
    const { ids } = progress;
    while (current.index < current.page.rows.length) {
      const row = current.page.rows[current.index] as R;
      if (ids.has(row.id) || isArrival(row, current.index, current.lastKnown, progress)) {
        ids.add(row.id);
        current.index += 1;
        if (isLast(row, progress) && current.place.number !== progress.position.place.number) standBehind(current);
        source.note('PAGE_DRIFT');
        continue;
      }
      if (isOwed(row, progress) && source.accept(row)) {
        head = row;
        return true;
      }
      passRow(current, row);
    }
    return false;
  }

  function passRow(current: OpenPage<R>, row: R): void {
    guard.reset();
    current.index += 1;
    progress.ids.add(row.id);
    progress.seen += 1;
    if (current.isSorted) {
      progress.position = { ...progress.position, mark: markOf(row) };
      return;
    }
    const last = passedRow(row);
    const { position, seen } = progress;
    progress.position = { ...position, seen, last, first: position.first ?? last };
    standBehind(current);
  }

  /** The last row is the one before on this page. */
  function standBehind({ place, page, knownTokens, index }: OpenPage<R>): void {
    progress.lastPage = page;
    progress.isBeyond = false;
    progress.position = { ...progress.position, place, offset: index, gap: null, knownTokens };
  }

  async function goOn(current: OpenPage<R>, place: Place): Promise<OpenPage<R>> {
    progress.isBeyond ||= current.page.rows.length > 0 && current.place.number !== progress.position.place.number;
    const gap = progress.isBeyond ? null : widenGap(current, place, progress.position);
    const knownTokens = guard.leave(current, place, gap);
    if (gap !== null) progress.position = { ...progress.position, knownTokens, gap };
    const page = await reading.read(place, false);
    if (isLost(current.page, page) && steppedBackFrom !== place.number) {
      steppedBackFrom = place.number;
      source.note('PAGE_DRIFT');
      return opening.reopen(progress.position, true);
    }
    if (place.token !== null && place.number > source.rules.firstNumber + 1 && isStart(page, progress)) throw badLink(CIRCLE);
    return opening.open(place, page, knownTokens);
  }

  /** Whether what is owed is no longer on this page: rows slipped to the page before, or were pushed along while that one was kept. */
  function isLost(before: Page<R>, page: Page<R>): boolean {
    const { lastPage } = progress;
    return hasShrunk(before, page, source.rules) || (lastPage !== null && reading.isKept(lastPage) && isPushedAside(page, progress));
  }

  /** What was seen before may count jobs that the total of a page does not, where that was kept from before they came. Where pages are full it cannot. */
  function isDoubtful({ page, place }: OpenPage<R>): boolean {
    return start.last !== null && page.total !== null && reading.isKept(page) && progress.seen !== passedThrough(page, place, source.rules);
  }

  return {
    get state() {
      return state;
    },
    get head() {
      return head;
    },
    get position() {
      return progress.position;
    },
    get error() {
      return error;
    },
    fill,
    pass() {
      if (head === null || open === null) return;
      passRow(open, head);
      head = null;
    },
    rest() {
      if (state === 'ended') return [];
      if (state !== 'open' || open === null) return null;
      const fresh = new Map(open.page.rows.slice(open.index).flatMap((row) => (progress.ids.has(row.id) || !isOwed(row, progress) ? [] : [[row.id, row]])));
      const isLastPage = nextPlace(open.page, open.place, progress.seen + fresh.size, source.rules).kind === 'end';
      return isLastPage ? [...fresh.values()].filter((row) => source.accept(row)) : null;
    },
  };
}

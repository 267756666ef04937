import { BudgetSpentError, SourceError } from '../errors.js';
import { beyondGap, widenGap } from './gap.js';
import { badLink, CIRCLE, createLoopGuard } from './loop-guard.js';
import { hasShrunk, nextPlace, type PageRules } from './next-place.js';
import { distinct, isMarked, isOutOfOrder, markOf, sortRows, sortsBehind } from './order.js';
import { createPageReading, type ReadPage } from './page-reading.js';
import type { Page, Place, Row } from './page.js';
import { compareStarts, digest, passedRow, type KnownToken, type Mark, type Position } from './position.js';
import { resume } from './resume.js';

/** Oddities of the upstream's pages; words of `JobSourceWarningCode`. */
export type WalkNote = 'PAGE_DRIFT' | 'OUT_OF_ORDER';

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

interface OpenPage<R extends Row> {
  readonly place: Place;
  readonly page: Page<R>;
  readonly knownTokens: readonly KnownToken[];
  /** Index of the last row that was passed on an earlier page; -1 where there is none. */
  readonly lastKnown: number;
  /** Whether it is the whole list, and was sorted here. */
  readonly isSorted: boolean;
  index: number;
}

export function createWalk<R extends Row>(source: WalkSource<R>, start: Position): Walk<R> {
  const { firstNumber } = source.rules;
  const reading = createPageReading<R>(source.readPage);
  const guard = createLoopGuard();
  const ids = new Set<string>();
  let state: Walk<R>['state'] = start.isEnded ? 'ended' : 'open';
  let error: SourceError | null = null;
  let position = start;
  let head: R | null = null;
  let open: OpenPage<R> | null = null;
  let seen = start.seen;
  let steppedBackFrom: number | null = null;
  /** The page that the position's last row was met on. */
  let lastPage: Page<R> | null = null;

  async function fill(pages = Number.POSITIVE_INFINITY): Promise<void> {
    let left = pages;
    while (state === 'open' && head === null) {
      if (open !== null && scan(open)) return;
      try {
        if (open === null) {
          if (left-- === 0) return;
          open = await reopen(start, false);
          continue;
        }
        const next = nextPlace(open.page, open.place, seen, source.rules);
        if (next.kind === 'end') {
          state = 'ended';
          position = { ...position, isEnded: true };
          return;
        }
        if (next.kind === 'bad') throw badLink(`The link to the next page ${next.reason}; it was not followed.`);
        if (left-- === 0) return;
        open = await goOn(open, beyondGap(open.place, position) ?? next.place);
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
    while (current.index < current.page.rows.length) {
      const row = current.page.rows[current.index] as R;
      if (ids.has(row.id) || isArrival(row, current.index, current.lastKnown)) {
        ids.add(row.id);
        current.index += 1;
        source.note('PAGE_DRIFT');
        continue;
      }
      if (isOwed(row) && source.accept(row)) {
        head = row;
        return true;
      }
      passRow(current, row);
    }
    return false;
  }

  /** A job that came in above what was passed, and was pushed down together with it. */
  function isArrival(row: R, index: number, lastKnown: number): boolean {
    return index < lastKnown && position.isOrdered && position.last !== null && compareStarts(row.startedAt, position.last.startedAt) < 0;
  }

  function isOwed(row: R): boolean {
    return position.mark === null || sortsBehind(row, position.mark);
  }

  function passRow(current: OpenPage<R>, row: R): void {
    ids.add(row.id);
    seen += 1;
    guard.reset();
    current.index += 1;
    lastPage = current.page;
    const { place, knownTokens, index } = current;
    const last = passedRow(row);
    position = current.isSorted
      ? { ...position, mark: markOf(row) }
      : { ...position, place, offset: index, seen, last, gap: null, first: position.first ?? last, knownTokens };
  }

  async function goOn(current: OpenPage<R>, place: Place): Promise<OpenPage<R>> {
    const gap = widenGap(current, place, position);
    const knownTokens = guard.leave(current, place, gap?.pages ?? 0);
    if (gap !== null) position = { ...position, knownTokens, gap };
    const page = await reading.read(place, false);
    const isLost = hasShrunk(current.page, page, source.rules) || isPushedAside(page);
    if (isLost && steppedBackFrom !== place.number) {
      steppedBackFrom = place.number;
      source.note('PAGE_DRIFT');
      return reopen(position, true);
    }
    if (place.token !== null && place.number > firstNumber + 1 && isStart(page)) throw badLink(CIRCLE);
    return openPage(place, page, knownTokens);
  }

  function openPage(place: Place, page: Page<R>, knownTokens: readonly KnownToken[]): OpenPage<R> {
    const rows = distinct(page.rows);
    const lastKnown = rows.findLastIndex(({ id }) => ids.has(id));
    const unknown = rows.filter((row, index) => !ids.has(row.id) && !isArrival(row, index, lastKnown));
    judgeOrder(position.last === null ? unknown : [position.last, ...unknown]);
    return { place, page, knownTokens, lastKnown: page.rows.indexOf(rows[lastKnown] as R), isSorted: false, index: 0 };
  }

  function judgeOrder(rows: readonly Pick<Row, 'startedAt'>[]): void {
    if (!isOutOfOrder(rows)) return;
    source.note('OUT_OF_ORDER');
    position = { ...position, isOrdered: false };
  }

  /** Opens the page that a position stands on, behind the position's last row. */
  async function reopen(from: Position, isFresh: boolean): Promise<OpenPage<R>> {
    const { knownTokens, last } = from;
    if (last === null) return reopenStart(from, isFresh);
    const { found, isExact } = await resume<R>(
      {
        firstNumber,
        readFor: (place, hasRow) => reading.readFor(place, isFresh, hasRow),
        moveOn(place) {
          position = { ...position, place, offset: 0, gap: null };
        },
        passGap(left, next) {
          position = { ...position, gap: widenGap(left, next, position) };
        },
        after({ page, place }) {
          const next = nextPlace(page, place, from.seen, source.rules);
          return next.kind === 'place' ? (beyondGap(place, from) ?? next.place) : null;
        },
      },
      from,
      last,
    );
    const { place, page, index } = found;
    lastPage = page;
    const isMoved = place.number !== from.place.number;
    if (isMoved || index !== from.offset) source.note('PAGE_DRIFT');
    if (isExact) position = { ...position, place, offset: index, gap: isMoved ? null : from.gap };
    else if (!from.isOrdered) position = { ...position, place: from.place, offset: from.offset, gap: from.gap };
    judgeOrder(distinct(page.rows));
    for (const row of page.rows.slice(0, index)) ids.add(row.id);
    return { place, page, knownTokens, lastKnown: -1, isSorted: false, index };
  }

  /** Opens the first page, or the one behind those that began the list without rows. */
  async function reopenStart(from: Position, isFresh: boolean): Promise<OpenPage<R>> {
    const { mark, first, knownTokens } = from;
    const place = from.gap?.next ?? from.place;
    const page = await reading.readFor(place, isFresh, (rows) => {
      return mark === null ? first === null || rows.some(({ id }) => digest(id) === first.digest) : rows.some((row) => isMarked(row, mark));
    });
    const rows = distinct(page.rows);
    const isWhole = from.gap === null && nextPlace(page, place, rows.length, source.rules).kind === 'end';
    if (isWhole && (mark !== null || isOutOfOrder(rows))) return openSorted(place, page, mark);
    position = { ...position, first: rows[0] === undefined ? null : passedRow(rows[0]) };
    return openPage(place, page, knownTokens);
  }

  function openSorted(place: Place, page: Page<R>, mark: Mark | null): OpenPage<R> {
    judgeOrder(distinct(page.rows));
    const rows = sortRows(page.rows);
    const index = mark === null ? 0 : rows.filter((row) => !sortsBehind(row, mark)).length;
    for (const { id } of rows.slice(0, index)) ids.add(id);
    seen = ids.size;
    return { place, page: { ...page, rows }, knownTokens: [], lastKnown: -1, isSorted: true, index };
  }

  /** Whether a page far behind the first begins as the first one did, and not because new jobs pushed that row along. */
  function isStart({ rows: [row] }: Page<R>): boolean {
    return row !== undefined && !ids.has(row.id) && position.first?.digest === digest(row.id);
  }

  /** A page that was kept from before can be so old that new jobs, which this one brings instead, have pushed beyond it all that is owed. */
  function isPushedAside({ rows }: Page<R>): boolean {
    const { last, isOrdered } = position;
    if (lastPage === null || last === null || !isOrdered || !reading.isKept(lastPage)) return false;
    const unknown = rows.filter(({ id }) => !ids.has(id));
    return unknown.length > 0 && unknown.every(({ startedAt }) => compareStarts(startedAt, last.startedAt) < 0);
  }

  return {
    get state() {
      return state;
    },
    get head() {
      return head;
    },
    get position() {
      return position;
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
      const fresh = new Map(open.page.rows.slice(open.index).flatMap((row) => (ids.has(row.id) || !isOwed(row) ? [] : [[row.id, row]])));
      const isLastPage = nextPlace(open.page, open.place, seen + fresh.size, source.rules).kind === 'end';
      return isLastPage ? [...fresh.values()].filter((row) => source.accept(row)) : null;
    },
  };
}

import { beyondGap, widenGap } from './gap.js';
import { badLink, CIRCLE, createLoopGuard } from './loop-guard.js';
import { hasShrunk, isShort, nextPlace, type PageRules } from './next-place.js';
import { distinct, isMarked, isOutOfOrder, sortRows, sortsBehind } from './order.js';
import type { PageReading } from './page-reading.js';
import type { Page, Place, Row } from './page.js';
import { isSameJob, keep, type KnownToken, type Mark, type PassedRow, type Position } from './position.js';
import { isArrival, isPushedAside, isStart, positionOf, type OpenPage, type Progress, type WalkNote } from './progress.js';
import type { ReadingAhead } from './reading-ahead.js';
import { resume } from './resume.js';

/** Opens the pages of one walk, and says of each whether its rows come in order. */
export interface Opening<R extends Row> {
  /** Leaves a page for the one at the place. */
  goOn(current: OpenPage<R>, place: Place): Promise<OpenPage<R>>;
  /** Opens the page that a position stands on, behind the position's last row. */
  reopen(from: Position, isFresh: boolean): Promise<OpenPage<R>>;
}

export function createOpening<R extends Row>(rules: PageRules, reading: PageReading<R>, ahead: ReadingAhead, progress: Progress<R>, note: (code: WalkNote) => void): Opening<R> {
  const { ids } = progress;
  const guard = createLoopGuard();
  let steppedBackFrom: number | null = null;

  function change(changes: Partial<Position>): void {
    Object.assign(progress, changes);
  }

  function judgeOrder(rows: readonly R[], before: PassedRow | null = null): void {
    if (!isOutOfOrder(rows, before)) return;
    note('OUT_OF_ORDER');
    change({ isOrdered: false });
  }

  /** Of a page that is not the last. */
  function noteFullness(page: Page<R>): void {
    if (isShort(page, rules)) change({ arePagesFull: false });
  }

  function open(place: Place, page: Page<R>, knownTokens: readonly KnownToken[]): OpenPage<R> {
    const rows = distinct(page.rows);
    const lastKnown = rows.findLastIndex(({ id }) => ids.has(id));
    if (lastKnown !== -1) change({ arePagesFull: false });
    const unknown = lastKnown === -1 ? rows : rows.filter((row, index) => !ids.has(row.id) && !isArrival(row, index, lastKnown, progress));
    judgeOrder(unknown, progress.last);
    return { place, page, knownTokens, lastKnown: lastKnown === -1 ? -1 : page.rows.indexOf(rows[lastKnown] as R), isSorted: false, index: 0 };
  }

  async function goOn(current: OpenPage<R>, place: Place): Promise<OpenPage<R>> {
    noteFullness(current.page);
    progress.isBeyond ||= current.page.rows.length > 0 && current.place.number !== progress.place.number;
    const gap = progress.isBeyond ? null : widenGap(current, place, progress);
    const knownTokens = guard.leave({ ...current, seen: progress.seen }, place, gap);
    if (gap !== null) change({ knownTokens, gap });
    const page = await reading.readOn(current.page, place, progress.wanted);
    if (isLost(current.page, page) && steppedBackFrom !== place.number) {
      steppedBackFrom = place.number;
      ahead.stop();
      note('PAGE_DRIFT');
      return reopen(positionOf(progress), true);
    }
    if (place.token !== null && place.number > rules.firstNumber + 1 && isStart(page, progress)) throw badLink(CIRCLE);
    return open(place, page, knownTokens);
  }

  /** Whether what is owed is no longer on this page: rows slipped to the page before, or were pushed along while that one was kept. */
  function isLost(before: Page<R>, page: Page<R>): boolean {
    const { lastPage } = progress;
    return hasShrunk(before, page, rules) || (lastPage !== null && reading.isKept(lastPage) && isPushedAside(page, progress));
  }

  async function reopen(from: Position, isFresh: boolean): Promise<OpenPage<R>> {
    const { knownTokens, last } = from;
    if (last === null) return reopenStart(from, isFresh);
    const { found, isExact } = await resume<R>(
      {
        firstNumber: rules.firstNumber,
        readFor: (place, hasRow) => reading.readFor(place, isFresh, hasRow),
        moveOn: (place) => change({ place, offset: 0, gap: null }),
        passGap: (left, next) => change({ gap: widenGap(left, next, progress) }),
        after({ page, place }) {
          // Where pages are not full, a total that was reached says nothing of where a row is.
          const next = nextPlace(page, place, progress.arePagesFull ? from.seen : 0, rules);
          if (next.kind !== 'place') return null;
          noteFullness(page);
          return beyondGap(place, from) ?? next.place;
        },
      },
      from,
      last,
    );
    const { place, page, index } = found;
    const isMoved = place.number !== from.place.number;
    if (isMoved || index !== from.offset) note('PAGE_DRIFT');
    if (isExact) change({ place, offset: index, gap: isMoved ? null : from.gap });
    else if (!from.isOrdered) change({ place: from.place, offset: from.offset, gap: from.gap });
    judgeOrder(distinct(page.rows));
    for (const { id } of page.rows.slice(0, index)) ids.add(id);
    progress.lastPage = page;
    progress.isBeyond = false;
    return { place, page, knownTokens, lastKnown: -1, isSorted: false, index };
  }

  /** Opens the first page, or the one behind those that began the list without rows. */
  async function reopenStart({ place: firstPlace, gap, mark, first, knownTokens }: Position, isFresh: boolean): Promise<OpenPage<R>> {
    const place = gap?.next ?? firstPlace;
    const page = await reading.readFor(place, isFresh, (rows) => {
      return mark === null ? first === null || rows.some((row) => isSameJob(row, first)) : rows.some((row) => isMarked(row, mark));
    });
    const rows = distinct(page.rows);
    const isWhole = gap === null && nextPlace(page, place, rows.length, rules).kind === 'end';
    if (isWhole && (mark !== null || isOutOfOrder(rows))) return openSorted(place, page, mark);
    change({ first: rows[0] === undefined ? null : keep(rows[0]) });
    return open(place, page, knownTokens);
  }

  function openSorted(place: Place, page: Page<R>, mark: Mark | null): OpenPage<R> {
    judgeOrder(distinct(page.rows));
    const rows = sortRows(page.rows);
    const index = mark === null ? 0 : rows.filter((row) => !sortsBehind(row, mark)).length;
    for (const { id } of rows.slice(0, index)) ids.add(id);
    progress.seen = ids.size;
    return { place, page: { ...page, rows }, knownTokens: [], lastKnown: -1, isSorted: true, index };
  }

  return { goOn, reopen };
}

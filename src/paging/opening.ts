import { beyondGap, widenGap } from './gap.js';
import { nextPlace, type PageRules } from './next-place.js';
import { distinct, isMarked, isOutOfOrder, sortRows, sortsBehind } from './order.js';
import type { PageReading } from './page-reading.js';
import type { Page, Place, Row } from './page.js';
import { digest, passedRow, type KnownToken, type Mark, type Position } from './position.js';
import { isArrival, type Progress, type WalkNote } from './progress.js';
import { resume } from './resume.js';

/** A page in the course of being walked. */
export interface OpenPage<R extends Row> {
  readonly place: Place;
  readonly page: Page<R>;
  readonly knownTokens: readonly KnownToken[];
  /** Index of the last row that was passed on an earlier page; -1 where there is none. */
  readonly lastKnown: number;
  /** Whether it is the whole list, and was sorted here. */
  readonly isSorted: boolean;
  index: number;
}

/** Opens the pages of one walk, and says of each whether its rows come in order. */
export interface Opening<R extends Row> {
  open(place: Place, page: Page<R>, knownTokens: readonly KnownToken[]): OpenPage<R>;
  /** Opens the page that a position stands on, behind the position's last row. */
  reopen(from: Position, isFresh: boolean): Promise<OpenPage<R>>;
}

export function createOpening<R extends Row>(rules: PageRules, reading: PageReading<R>, progress: Progress<R>, note: (code: WalkNote) => void): Opening<R> {
  const { ids } = progress;

  function change(changes: Partial<Position>): void {
    progress.position = { ...progress.position, ...changes };
  }

  function judgeOrder(rows: readonly Pick<Row, 'startedAt'>[]): void {
    if (!isOutOfOrder(rows)) return;
    note('OUT_OF_ORDER');
    change({ isOrdered: false });
  }

  function open(place: Place, page: Page<R>, knownTokens: readonly KnownToken[]): OpenPage<R> {
    const { last } = progress.position;
    const rows = distinct(page.rows);
    const lastKnown = rows.findLastIndex(({ id }) => ids.has(id));
    const unknown = rows.filter((row, index) => !ids.has(row.id) && !isArrival(row, index, lastKnown, progress));
    judgeOrder(last === null ? unknown : [last, ...unknown]);
    return { place, page, knownTokens, lastKnown: page.rows.indexOf(rows[lastKnown] as R), isSorted: false, index: 0 };
  }

  async function reopen(from: Position, isFresh: boolean): Promise<OpenPage<R>> {
    const { knownTokens, last } = from;
    if (last === null) return reopenStart(from, isFresh);
    const { found, isExact } = await resume<R>(
      {
        firstNumber: rules.firstNumber,
        readFor: (place, hasRow) => reading.readFor(place, isFresh, hasRow),
        moveOn: (place) => change({ place, offset: 0, gap: null }),
        passGap: (left, next) => change({ gap: widenGap(left, next, progress.position) }),
        after({ page, place }) {
          const next = nextPlace(page, place, from.seen, rules);
          return next.kind === 'place' ? (beyondGap(place, from) ?? next.place) : null;
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
      return mark === null ? first === null || rows.some(({ id }) => digest(id) === first.digest) : rows.some((row) => isMarked(row, mark));
    });
    const rows = distinct(page.rows);
    const isWhole = gap === null && nextPlace(page, place, rows.length, rules).kind === 'end';
    if (isWhole && (mark !== null || isOutOfOrder(rows))) return openSorted(place, page, mark);
    change({ first: rows[0] === undefined ? null : passedRow(rows[0]) });
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

  return { open, reopen };
}

import { markOf, sortsBehind } from './order.js';
import type { Page, Place, Row } from './page.js';
import { compareStarts, isSameJob, keep, type KnownToken, type Position } from './position.js';

/** Oddities of the upstream's pages; words of `JobSourceWarningCode`. */
export type WalkNote = 'PAGE_DRIFT' | 'OUT_OF_ORDER';

/** How far a walk has come: its position, which changes with every row, and what it remembers beside it. */
export interface Progress<R extends Row> extends Changing<Position> {
  /** Of the rows that are not to be passed again. */
  readonly ids: Set<string>;
  /** The page that the position's last row was met on. */
  lastPage: Page<R> | null;
  /** Whether rows that are known have come on a page behind that one: what follows is no longer next to it. */
  isBeyond: boolean;
  /** How many rows more are wanted for certain. */
  wanted: number;
}

/** As whoever keeps it up to date sees it. */
export type Changing<T> = { -readonly [Name in keyof T]: T[Name] };

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

export function createProgress<R extends Row>(start: Position, wanted: number): Progress<R> {
  return { ids: new Set(), lastPage: null, isBeyond: false, wanted, ...start };
}

/** The position as it is now. */
export function positionOf({ place, offset, seen, last, gap, isOrdered, arePagesFull, mark, first, knownTokens, isEnded }: Progress<Row>): Position {
  return { place, offset, seen, last, gap, isOrdered, arePagesFull, mark, first, knownTokens, isEnded };
}

/** Puts the row, which is next on this page, behind. */
export function passRow<R extends Row>(progress: Progress<R>, current: OpenPage<R>, row: R): void {
  current.index += 1;
  progress.ids.add(row.id);
  progress.seen += 1;
  if (current.isSorted) {
    progress.mark = markOf(row);
    return;
  }
  progress.last = row;
  progress.first ??= keep(row);
  standBehind(progress, current);
}

/** The last row is the one before on this page. */
export function standBehind<R extends Row>(progress: Progress<R>, { place, page, knownTokens, index }: OpenPage<R>): void {
  progress.lastPage = page;
  progress.isBeyond = false;
  progress.place = place;
  progress.offset = index;
  progress.gap = null;
  progress.knownTokens = knownTokens;
}

/** Whether a job, at an index before the last one that is known, came in above what was passed, and was pushed down together with it. */
export function isArrival(row: Row, index: number, lastKnown: number, { isOrdered, last }: Progress<Row>): boolean {
  return index < lastKnown && isOrdered && last !== null && compareStarts(row.startedAt, last.startedAt) < 0;
}

export function isOwed(row: Row, { mark }: Progress<Row>): boolean {
  return mark === null || sortsBehind(row, mark);
}

/** Whether it is the row that the position stands behind. */
export function isLast(row: Row, { last }: Progress<Row>): boolean {
  return last !== null && last.startedAt === row.startedAt && isSameJob(row, last);
}

/** Whether a page far behind the first begins as the first one did, and not because new jobs pushed that row along. */
export function isStart({ rows: [row] }: Page<Row>, { ids, first }: Progress<Row>): boolean {
  return row !== undefined && !ids.has(row.id) && first !== null && isSameJob(row, first);
}

/** Whether a page brings nothing but new jobs, which must then have pushed beyond it all that is owed. */
export function isPushedAside({ rows }: Page<Row>, { ids, isOrdered, last }: Progress<Row>): boolean {
  const unknown = rows.filter(({ id }) => !ids.has(id));
  return isOrdered && last !== null && unknown.length > 0 && unknown.every(({ startedAt }) => compareStarts(startedAt, last.startedAt) < 0);
}

import { sortsBehind } from './order.js';
import type { Page, Row } from './page.js';
import { compareStarts, digest, type Position } from './position.js';

/** Oddities of the upstream's pages; words of `JobSourceWarningCode`. */
export type WalkNote = 'PAGE_DRIFT' | 'OUT_OF_ORDER';

/** How far a walk has come; changes with every row. */
export interface Progress<R extends Row> {
  position: Position;
  /** Distinct rows passed, those of earlier operations included. */
  seen: number;
  /** Of the rows that are not to be passed again. */
  readonly ids: Set<string>;
  /** The page that the position's last row was met on. */
  lastPage: Page<R> | null;
  /** Whether rows that are known have come on a page behind that one: what follows is no longer next to it. */
  isBeyond: boolean;
}

/** Whether a job, at an index before the last one that is known, came in above what was passed, and was pushed down together with it. */
export function isArrival(row: Row, index: number, lastKnown: number, { position: { isOrdered, last } }: Progress<Row>): boolean {
  return index < lastKnown && isOrdered && last !== null && compareStarts(row.startedAt, last.startedAt) < 0;
}

export function isOwed(row: Row, { position: { mark } }: Progress<Row>): boolean {
  return mark === null || sortsBehind(row, mark);
}

/** Whether it is the row that the position stands behind. */
export function isLast({ id, startedAt }: Row, { position: { last } }: Progress<Row>): boolean {
  return last !== null && last.startedAt === startedAt && last.digest === digest(id);
}

/** Whether a page far behind the first begins as the first one did, and not because new jobs pushed that row along. */
export function isStart({ rows: [row] }: Page<Row>, { ids, position: { first } }: Progress<Row>): boolean {
  return row !== undefined && !ids.has(row.id) && first?.digest === digest(row.id);
}

/** Whether a page brings nothing but new jobs, which must then have pushed beyond it all that is owed. */
export function isPushedAside({ rows }: Page<Row>, { ids, position: { isOrdered, last } }: Progress<Row>): boolean {
  const unknown = rows.filter(({ id }) => !ids.has(id));
  return isOrdered && last !== null && unknown.length > 0 && unknown.every(({ startedAt }) => compareStarts(startedAt, last.startedAt) < 0);
}

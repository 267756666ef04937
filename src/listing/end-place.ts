import { markOf } from '../paging/order.js';
import { compareStarts } from '../paging/position.js';
import type { JobRow } from '../planning/match.js';
import type { ResolvedWindow } from '../planning/window.js';

/** Where a job stands in a list by end. No two jobs stand alike. */
export interface EndMark {
  readonly finishedAt: number;
  /** Of its source. */
  readonly rank: number;
  readonly key: string;
}

/** Where it stands among those that come late. */
export interface LateMark {
  readonly startedAt: number | null;
  readonly rank: number;
  readonly key: string;
}

/**
 * How far a list by end has come with the jobs of one source. Those that sort up to `last` have come if they started above `kept`; the
 * others of them are late, and have come up to `late`.
 */
export interface EndPlace {
  /** The last job that came in order; null where none did. */
  readonly last: EndMark | null;
  /** The latest start down to which streams were read, not including it; null where they were read to their ends. */
  readonly kept: number | null;
  /** The last late job. */
  readonly late: LateMark | null;
  /** What is asked for next begins before it; null where that is the window's. */
  readonly to: number | null;
  /** False once jobs came out of order: starts then tell nothing of what is still to come. */
  readonly isOrdered: boolean;
}

export const AT_START: EndPlace = { last: null, kept: null, late: null, to: null, isOrdered: true };

/** Negative: `a` comes before `b`. */
export function compareEnds(a: EndMark, b: EndMark): number {
  return b.finishedAt - a.finishedAt || compareIds(a, b);
}

/** The order of late jobs: newest start first. */
export function compareLate(a: LateMark, b: LateMark): number {
  return compareStarts(a.startedAt, b.startedAt) || compareIds(a, b);
}

function compareIds(a: Pick<EndMark, 'rank' | 'key'>, b: Pick<EndMark, 'rank' | 'key'>): number {
  return a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Both marks of a job; only jobs with an end are in windows by end. */
export function marksOf(row: JobRow, rank: number): EndMark & LateMark {
  const { startedAt, key } = markOf(row);
  return { startedAt, finishedAt: row.finishedAt ?? Number.POSITIVE_INFINITY, rank, key };
}

/** What the window leaves to ask for. Where jobs come out of order, what is owed can be anywhere. */
export function windowFrom({ to, isOrdered }: EndPlace, window: ResolvedWindow): ResolvedWindow {
  return to === null || to >= window.to || !isOrdered ? window : { ...window, to, isOpenEnded: false };
}

/** How deep streams have to be read again, so that nothing of what has come is taken for late: down to what was unread, and below the last late job. */
export function floorOf({ last, kept, late }: EndPlace): number {
  if (last === null) return Number.POSITIVE_INFINITY;
  if (kept === null) return Number.NEGATIVE_INFINITY;
  return Math.min(kept, (late?.startedAt ?? Number.POSITIVE_INFINITY) - 1);
}

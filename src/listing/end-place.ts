import type { JobRow } from '../planning/match.js';
import type { ResolvedWindow } from '../planning/window.js';
import { compareIds, startMarkOf, type StartMark } from './start-mark.js';

/** Where a job stands in a list by end. No two jobs stand alike. */
export interface EndMark {
  readonly finishedAt: number;
  /** Of its source. */
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
  readonly late: StartMark | null;
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


/** Both marks of a job; only jobs with an end are in windows by end. */
export function marksOf(row: JobRow, rank: number): EndMark & StartMark {
  return { ...startMarkOf(row, rank), finishedAt: row.finishedAt ?? Number.POSITIVE_INFINITY };
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

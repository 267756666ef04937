import type { JobRow } from '../../planning/match.js';

/** How long a job ran, or has been running, in seconds; null where nobody knows. */
export function secondsOf({ node }: JobRow): number | null {
  return node.duration?.seconds ?? null;
}

/** Longest first, then the newest end, jobs without one before all, then by id. */
export function compareLengths(a: JobRow, b: JobRow): number {
  return (secondsOf(b) ?? 0) - (secondsOf(a) ?? 0) || compareEnds(a, b);
}

/** Newest end first, jobs without one before all, then by id. */
export function compareEnds(a: JobRow, b: JobRow): number {
  const [endOfA, endOfB] = [a.finishedAt ?? Number.MAX_VALUE, b.finishedAt ?? Number.MAX_VALUE];
  return endOfB - endOfA || compareTexts(a.id, b.id) || compareTexts(a.node.id, b.node.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

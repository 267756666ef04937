import { compareEnds, floorOf, type EndPlace } from './end-place.js';
import { comesInOrder, depthOf, hasFailed, type Depth, type EndReading, type EndRow } from './end-reading.js';
import { compareStartMarks, laterOf } from './start-mark.js';

/** What can come of what was read so far. */
export interface Choice {
  readonly late: readonly EndRow[];
  /** In no order. */
  readonly next: readonly EndRow[];
  /** The first job that has to wait for what is unread. */
  readonly held: EndRow | null;
  /** Of the sources that answer. */
  readonly depth: Depth;
  /** How deep their streams have to be read. */
  readonly floor: number;
}

export interface EndPage {
  /** Late jobs, then by end. */
  readonly rows: readonly EndRow[];
  readonly depth: Depth;
}

/** Sources that answer, newest jobs first, are read and come together; each of the others by itself. */
function isShared({ run, place }: EndReading): boolean {
  return !hasFailed(run) && place.isOrdered && comesInOrder(run);
}

export function choose(readings: readonly EndReading[]): Choice {
  const answering = readings.filter(({ run }) => !hasFailed(run));
  const depth = depthOf(answering.flatMap(({ run }) => run.walks));
  const floor = Math.min(Number.POSITIVE_INFINITY, ...readings.filter(isShared).map(({ place }) => floorOf(place)));
  const late: EndRow[] = [];
  const next: EndRow[] = [];
  let held: EndRow | null = null;
  for (const reading of readings) {
    const { start, end } = ownDepth(reading, depth);
    for (const row of start > floorOf(reading.place) ? [] : reading.owed.values()) {
      if (row.marks.startedAt !== null && row.marks.startedAt <= start) continue;
      if (row.isLate) late.push(row);
      else if (row.marks.finishedAt > Math.max(end, depth.end)) next.push(row);
      else if (!hasFailed(reading.run) && (held === null || compareEnds(row.marks, held.marks) < 0)) held = row;
    }
  }
  return depth.start > floor ? { late: [], next: [], held, depth, floor } : { late, next, held, depth, floor };
}

/** Puts what can come in order, which is done once a page. */
export function pageOf({ late, next, depth }: Choice, first: number): EndPage {
  const rows = [...late.toSorted((a, b) => compareStartMarks(a.marks, b.marks)), ...next.toSorted((a, b) => compareEnds(a.marks, b.marks))];
  return { rows: rows.slice(0, first), depth };
}

function ownDepth(reading: EndReading, depth: Depth): Depth {
  return isShared(reading) ? depth : depthOf(reading.run.walks);
}

/** Where every source stands behind the row at this index. */
export function placesBehind(readings: readonly EndReading[], { rows, depth }: EndPage, index: number): EndPlace[] {
  const passed = rows.slice(0, index + 1);
  const shared = new Set(readings.filter(isShared).map(({ run }) => run));
  const to = latestOddStart(readings);
  return readings.map((reading) => {
    const { run, place } = reading;
    const own = passed.filter(({ from }) => (shared.has(run) ? shared.has(from.run) : from.run === run));
    const last = (hasFailed(run) ? own : passed).findLast(({ isLate }) => !isLate)?.marks;
    const late = own.findLast(({ isLate }) => isLate)?.marks;
    const isOrdered = place.isOrdered && comesInOrder(run);
    if (last !== undefined) return { last: laterOf(place.last, last, compareEnds), kept: finite(ownDepth(reading, depth).start), late: null, to: Math.max(last.finishedAt, to) + 1, isOrdered };
    return late === undefined || place.last === null ? place : { ...place, late: laterOf(place.late, late, compareStartMarks), isOrdered };
  });
}

function finite(start: number): number | null {
  return Number.isFinite(start) ? start : null;
}

/** Some records end before they start: what is asked for next has to reach up to such a start. */
function latestOddStart(readings: readonly EndReading[]): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { owed } of readings) {
    for (const { marks: { startedAt, finishedAt } } of owed.values()) if (startedAt !== null && startedAt > finishedAt) latest = Math.max(latest, startedAt);
  }
  return latest;
}

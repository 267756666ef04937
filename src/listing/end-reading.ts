import type { JobRow } from '../planning/match.js';
import { compareEnds, marksOf, type EndMark, type EndPlace } from './end-place.js';
import type { ListedRow, SourceRun, StreamWalk } from './source-run.js';
import { compareStartMarks, type StartMark } from './start-mark.js';

/** A job of a list by end. */
export interface EndRow extends ListedRow {
  readonly marks: EndMark & StartMark;
  /** Whether it belongs before jobs that have come: it ran longer than was looked back, or jobs came out of order. */
  readonly isLate: boolean;
}

/** What was read of one source. */
export interface EndReading {
  readonly run: SourceRun;
  readonly place: EndPlace;
  /** Jobs that have not come yet, by id. */
  readonly owed: ReadonlyMap<string, EndRow>;
  /** Takes what the pages that are open have. */
  drain(): Promise<void>;
}

/** How deep streams were read: whatever started above `start` was met, and nothing that is still unread ends after `end`. */
export interface Depth {
  readonly start: number;
  readonly end: number;
}

export function createEndReading(run: SourceRun, place: EndPlace): EndReading {
  const owed = new Map<string, EndRow>();
  const takers = run.walks.map((from) => createTaker(from, place, owed));
  return {
    run,
    place,
    owed,
    async drain() {
      await Promise.all(takers.map((drain) => drain()));
    },
  };
}

function createTaker(from: StreamWalk, { last, kept, late }: EndPlace, owed: Map<string, EndRow>): () => Promise<void> {
  const { walk, rank } = from;
  /** Whether the page before stopped reading here at the latest. */
  let isBehind = false;

  function take(row: JobRow): void {
    const marks = marksOf(row, rank);
    if (kept !== null && !isBehind) isBehind = isKept(marks, kept) || isKept(walk.position().last ?? marks, kept);
    const isPassed = last !== null && compareEnds(marks, last) <= 0;
    if (isPassed && (!isBehind || (late !== null && compareStartMarks(marks, late) <= 0))) return;
    const known = owed.get(row.id);
    owed.set(row.id, known === undefined ? { row, from, marks, isShared: false, isLate: isPassed } : { ...known, isShared: true });
  }

  return async () => {
    await walk.fill(0);
    for (; walk.seek() && walk.head !== null; walk.pass()) take(walk.head);
    await walk.fill(0);
  };
}

function isKept({ startedAt }: Pick<StartMark, 'startedAt'>, kept: number): boolean {
  return startedAt !== null && startedAt <= kept;
}

/** Whether jobs came newest first, as far as that can be seen. */
export function comesInOrder({ walks }: SourceRun): boolean {
  return walks.every(({ walk }) => walk.position().isOrdered);
}

export function hasFailed({ walks }: SourceRun): boolean {
  return walks.some(({ walk }) => walk.state === 'failed');
}

/** The start of the last row read, below which a stream has nothing but what is unread; of one that says nothing of it, everything may be. */
export function lastStartOf({ walk }: StreamWalk): number {
  const { last, isOrdered } = walk.position();
  if (walk.state === 'ended') return Number.NEGATIVE_INFINITY;
  return isOrdered ? (last?.startedAt ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

export function depthOf(walks: readonly StreamWalk[]): Depth {
  const starts = walks.map(lastStartOf);
  const ends = walks.map(({ stream }, index) => (starts[index] as number) + stream.source.lookbackMs);
  return { start: Math.max(Number.NEGATIVE_INFINITY, ...starts), end: Math.max(Number.NEGATIVE_INFINITY, ...ends) };
}

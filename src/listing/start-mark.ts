import { markOf } from '../paging/order.js';
import type { Row } from '../paging/page.js';
import { compareStarts } from '../paging/position.js';

/** Where a job stands among those of all sources, by start. No two jobs stand alike. */
export interface StartMark {
  readonly startedAt: number | null;
  /** Of its source. */
  readonly rank: number;
  readonly key: string;
}

export type PackedStartMark = readonly [startedAt: number | null, rank: number, key: string];

export function startMarkOf(row: Row, rank: number): StartMark {
  const { startedAt, key } = markOf(row);
  return { startedAt, rank, key };
}

/** Negative: `a` comes before `b`. */
export function compareStartMarks(a: StartMark, b: StartMark): number {
  return compareStarts(a.startedAt, b.startedAt) || compareIds(a, b);
}

export function compareIds(a: Pick<StartMark, 'rank' | 'key'>, b: Pick<StartMark, 'rank' | 'key'>): number {
  return a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

export function laterOf<M>(one: M | null, other: M, compare: (a: M, b: M) => number): M {
  return one !== null && compare(one, other) > 0 ? one : other;
}

export function packStartMark({ startedAt, rank, key }: StartMark): PackedStartMark {
  return [startedAt, rank, key];
}

export function unpackStartMark([startedAt, rank, key]: PackedStartMark): StartMark {
  return { startedAt, rank, key };
}

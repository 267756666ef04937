import { P95 } from '../stats/measures.js';
import { createRankTree } from './rank-tree.js';

/** How long runs of one kind took. */
export interface Baseline {
  readonly runs: number;
  readonly medianSeconds: number;
  readonly p95Seconds: number;
}

/** One that succeeded. */
export interface Run {
  readonly end: number;
  readonly seconds: number;
}

/** What was usual at a moment. */
export interface Usual {
  /** Of the runs that had ended before; null where none had. Moments have to come in their order. */
  before(end: number): Baseline | null;
}

export function createUsual(runs: readonly Run[]): Usual {
  const byLength = [...runs].sort((a, b) => a.seconds - b.seconds);
  const rankOf = new Map(byLength.map((run, rank) => [run, rank]));
  const byEnd = [...runs].sort((a, b) => a.end - b.end);
  const ended = createRankTree(runs.length);
  let count = 0;
  const secondsAt = (index: number): number => byLength[ended.nth(index)]?.seconds ?? Number.NaN;
  return {
    before(end) {
      for (let next = byEnd[count]; next !== undefined && next.end < end; next = byEnd[count]) {
        ended.add(rankOf.get(next) ?? 0);
        count += 1;
      }
      if (count === 0) return null;
      const medianSeconds = (secondsAt(Math.floor((count - 1) / 2)) + secondsAt(Math.floor(count / 2))) / 2;
      return { runs: count, medianSeconds, p95Seconds: secondsAt(Math.ceil(P95 * count) - 1) };
    },
  };
}

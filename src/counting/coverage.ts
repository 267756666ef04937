import type { StreamWalk } from '../listing/source-run.js';
import type { Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import type { Period } from './period.js';

/** How far back a stream was read. */
export interface Coverage {
  readonly stream: Stream<Source>;
  /** Everything from this instant on; null where nothing can be promised. */
  readonly coveredFrom: number | null;
}

/**
 * From which instant on everything was read, epoch milliseconds; null where nothing can be promised. By end it is later by the lookback: a
 * job that ended then may have started so long before.
 */
export function coverageOf({ walk, stream }: StreamWalk, { from, to, by }: Period): number | null {
  if (walk.state === 'ended') return from;
  const { last, isOrdered } = walk.position();
  const start = last?.startedAt ?? null;
  if (!isOrdered || start === null) return null;
  const edge = start + stream.source.endpoint.instantUnitMs + (by === 'FINISHED_AT' ? stream.source.lookbackMs : 0);
  return edge < to ? Math.max(from, edge) : null;
}

/** The latest of several; null where one of them is. */
export function latestOf(coverages: readonly (number | null)[]): number | null {
  return coverages.reduce((latest, one) => (latest === null || one === null ? null : Math.max(latest, one)), Number.NEGATIVE_INFINITY);
}

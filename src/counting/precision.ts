import type { JobCountPrecision } from '../generated/types.js';
import { canHave, type GroupKey } from './group-key.js';
import type { Period } from './period.js';
import type { Reading } from './reading.js';
import type { Tally } from './tally.js';

/** How sure the counts of a group are. `readAt`: how many jobs of a reading lie in the group's stretch. */
export function precisionOf<T extends Tally>({ stretch, ...key }: GroupKey, readings: readonly Reading<T>[], { from, to }: Period, readAt: (reading: Reading<T>) => number): JobCountPrecision {
  const begin = Math.max(stretch?.start ?? from, from);
  const end = stretch?.end ?? to;
  const able = readings.filter(({ plan, outcome }) => outcome !== 'SKIPPED' && canHave({ ...key, stretch }, plan.source));
  if (able.every(({ coveredFrom, isShort }) => coveredFrom !== null && coveredFrom <= begin && !isShort)) return 'EXACT';
  const isUnknown = able.every((reading) => (reading.coveredFrom === null || reading.coveredFrom >= end) && readAt(reading) === 0);
  return isUnknown ? 'UNKNOWN' : 'AT_LEAST';
}

import { stretchesFrom, type Stretch } from './stretches.js';
import type { PeriodUnit } from './wall.js';
import { openZone } from './zone.js';

export type { Stretch } from './stretches.js';
export type { PeriodUnit } from './wall.js';

/** The clocks of one time zone. Instants are epoch milliseconds. */
export interface Clock {
  /** The first instant of the stretch that holds this one. */
  startOf(instant: number, unit: PeriodUnit): number;
  /** All that have a part of [from, to), whole and in order; each begins where the one before ends. */
  stretches(from: number, to: number, unit: PeriodUnit): readonly Stretch[];
}

/** Null for what is no name of the IANA database, in whatever casing. */
export function openClock(timeZone: string): Clock | null {
  const offsetAt = openZone(timeZone);
  if (offsetAt === null) return null;
  return {
    startOf: (instant, unit) => stretchesFrom(offsetAt, instant, unit).next().value.start,
    stretches(from, to, unit) {
      const found: Stretch[] = [];
      if (from >= to) return found;
      for (const stretch of stretchesFrom(offsetAt, from, unit)) {
        if (stretch.start >= to) break;
        found.push(stretch);
      }
      return found;
    },
  };
}

/** Which of adjacent stretches holds an instant; -1 where none does. */
export function placeIn(stretches: readonly Stretch[], instant: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.end ?? instant) <= instant) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? Infinity) <= instant ? low : -1;
}

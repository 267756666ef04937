import type { Demand } from '../listing/demand.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';

/** To plan a reading, and to add up a group: as a list and its rows were measured. */
const READING_WORK = 0.5;
const ROW_WORK = 0.01;

/** A reading goes on for as long as its budget lasts. `rows`: in the answer. */
export function demandOfReading(plans: readonly AttributedPlan<Source>[], rows: number, { readings: { budget } }: CountingContext): Demand {
  const isAsked = plans.some(({ streams }) => streams.length > 0);
  return { calls: 0, readingCalls: isAsked ? budget.calls : 0, rows, work: READING_WORK + rows * ROW_WORK };
}

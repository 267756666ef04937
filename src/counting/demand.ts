import type { Demand } from '../listing/demand.js';
import type { CountingContext } from './context.js';
import type { StatsRequest } from './stats-request.js';

/** To plan a reading, and to add up a group: as a list and its rows were measured. */
const READING_WORK = 0.5;
const GROUP_WORK = 0.01;

/** A reading goes on for as long as its budget lasts. */
export function demandOfReading({ plans, groups, first }: StatsRequest, { readings: { budget } }: CountingContext): Demand {
  const isAsked = plans.some(({ streams }) => streams.length > 0);
  const rows = Math.min(groups, first);
  return { calls: 0, readingCalls: isAsked ? budget.calls : 0, rows, work: READING_WORK + rows * GROUP_WORK };
}

import type { Demand } from '../listing/demand.js';
import type { CountingContext } from './context.js';
import type { DigestRequest } from './digest-request.js';
import type { LongestRequest } from './longest-request.js';
import type { StatsRequest } from './stats-request.js';
import type { UnusualRequest } from './unusual-request.js';
import type { WorkloadsRequest } from './workloads-request.js';

/** To plan a reading, and to add up a group: as a list and its rows were measured. */
const READING_WORK = 0.5;
const ROW_WORK = 0.01;

export function demandOfStats(request: StatsRequest, context: CountingContext): Demand {
  return demandOfReading(request, Math.min(request.groups, request.first), context);
}

export function demandOfDigest(request: DigestRequest, context: CountingContext): Demand {
  return demandOfReading(request, request.first, context);
}

export function demandOfLongest(request: LongestRequest, context: CountingContext): Demand {
  return demandOfReading(request, request.first, context);
}

export function demandOfUnusual({ parts, first }: UnusualRequest, context: CountingContext): Demand {
  return demandOfReading({ plans: parts.map(({ runs }) => runs.plan) }, first, context);
}

export function demandOfWorkloads(request: WorkloadsRequest, context: CountingContext): Demand {
  return demandOfReading(request, request.first, context);
}

/** A reading goes on for as long as its budget lasts. */
function demandOfReading({ plans }: Pick<StatsRequest, 'plans'>, rows: number, { readings: { budget } }: CountingContext): Demand {
  const isAsked = plans.some(({ streams }) => streams.length > 0);
  return { calls: 0, readingCalls: isAsked ? budget.calls : 0, rows, work: READING_WORK + rows * ROW_WORK };
}

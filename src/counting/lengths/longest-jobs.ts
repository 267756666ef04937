import type { JobRow } from '../../planning/match.js';
import type { CountingContext } from '../context.js';
import { compareLengths } from './length-order.js';
import type { CountRequest } from '../count-request.js';
import { createLongestTally, type LongestTally } from './longest-tally.js';
import { readEach, readSource, type Reading } from '../reading.js';

/** The jobs that ran longest. */
export interface LongestJobs {
  readonly request: CountRequest;
  readonly jobs: readonly JobRow[];
  /** False where a longer one may be missing. */
  readonly isComplete: boolean;
  readonly readings: readonly Reading<LongestTally>[];
}

export async function findLongest(request: CountRequest, context: CountingContext): Promise<LongestJobs> {
  const { plans, period, first, noSource } = request;
  const readings = await readEach(plans, context, (plan, own) => readSource(plan, request, (final, ledger) => createLongestTally(final, ledger, period, first), own));
  const jobs = readings.flatMap(({ tally }) => tally.longest).sort(compareLengths);
  return { request, jobs: jobs.slice(0, first), isComplete: noSource === null && readings.every(({ error, tally }) => error === null && !tally.isShort()), readings };
}

import type { JobDataStats, JobDurationStats, JobObjectStats, JobStatusCounts } from '../../generated/types.js';
import type { Group } from './group.js';
import { COUNTS } from '../job-table.js';
import { STATUSES } from '../roll.js';

/** Percent of jobs that `p95Seconds` is not exceeded by. */
export const P95 = 0.95;

export function statusCountsOf({ jobs, statuses }: Group): JobStatusCounts {
  const of = (status: (typeof STATUSES)[number]): number => statuses[STATUSES.indexOf(status)] ?? 0;
  return {
    __typename: 'JobStatusCounts',
    total: jobs,
    queued: of('QUEUED'),
    running: of('RUNNING'),
    paused: of('PAUSED'),
    succeeded: of('SUCCEEDED'),
    partial: of('PARTIAL'),
    failed: of('FAILED'),
    stopped: of('STOPPED'),
    skipped: of('SKIPPED'),
    unknown: of('UNKNOWN'),
  };
}

/** Nearest rank for the 95th percentile; the mean of the middle two where their number is even. */
export function durationsOf({ seconds }: Group): JobDurationStats {
  const sorted = Float64Array.from(seconds).sort();
  const { length } = sorted;
  const at = (index: number): number | null => sorted[index] ?? null;
  return {
    __typename: 'JobDurationStats',
    jobs: length,
    medianSeconds: length === 0 ? null : ((at(Math.floor((length - 1) / 2)) ?? 0) + (at(Math.floor(length / 2)) ?? 0)) / 2,
    p95Seconds: at(Math.ceil(P95 * length) - 1),
    maxSeconds: at(length - 1),
    totalSeconds: length === 0 ? null : sorted.reduce((sum, one) => sum + one, 0),
  };
}

export function objectsOf({ counted, counts }: Group): JobObjectStats {
  const of = (name: (typeof COUNTS)[number]): number | null => exact(counts[COUNTS.indexOf(name)] ?? null);
  return { __typename: 'JobObjectStats', jobs: counted, total: of('total'), successful: of('successful'), failed: of('failed'), skipped: of('skipped'), warning: of('warning') };
}

export function dataOf({ sized, bytes }: Group): JobDataStats {
  return { __typename: 'JobDataStats', jobs: sized, bytes: exact(bytes) };
}

/** Whether a sum is more than a whole number can be. */
export function isInexact({ counts, bytes }: Group): boolean {
  return [...counts, bytes].some((sum) => sum !== null && exact(sum) === null);
}

function exact(sum: number | null): number | null {
  return sum === null || sum > Number.MAX_SAFE_INTEGER ? null : sum;
}

import type { JobRow } from '../planning/match.js';
import type { Bounds, Grain } from '../planning/bounds.js';
import { DAY_MS } from './windows.js';

/** A job that has ended. */
export interface Ended {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** A window to ask for, and what it is meant to hold of the job. */
export interface Probe {
  readonly holds: string;
  readonly bounds: Bounds;
}

/** Shorter jobs leave no room between their ends. */
const SHORTEST_MS = 120_000;
const WIDEST_MARGIN_MS = 600_000;

export function endedJobs(rows: readonly JobRow[]): Ended[] {
  return rows.flatMap(({ id, startedAt, finishedAt }) => (startedAt === null || finishedAt === null || finishedAt < startedAt ? [] : [{ id, startedAt, finishedAt }]));
}

/** The longest job that windows of this grain can tell the ends of; null where there is none. */
export function chooseJob(jobs: readonly Ended[], grain: Grain): Ended | null {
  const usable = jobs.filter((job) => (grain === 'day' ? dayOf(job.finishedAt) > dayOf(job.startedAt) : job.finishedAt - job.startedAt >= SHORTEST_MS));
  return usable.reduce<Ended | null>((best, job) => (best === null || lengthOf(job) > lengthOf(best) ? job : best), null);
}

const lengthOf = ({ startedAt, finishedAt }: Ended): number => finishedAt - startedAt;
const dayOf = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;

/** Windows around a job, the most telling first; the last ones only where the others leave a doubt. */
export function probesAround(job: Ended, grain: Grain): readonly Probe[] {
  return grain === 'day' ? probesByDay(job) : probesByInstant(job);
}

function probesByInstant({ startedAt: start, finishedAt: finish }: Ended): readonly Probe[] {
  const margin = Math.min((finish - start) / 4, WIDEST_MARGIN_MS);
  return [
    { holds: 'its start alone', bounds: { from: start - margin, to: start + margin } },
    { holds: 'its finish alone', bounds: { from: finish - margin, to: finish + margin } },
    { holds: 'its middle alone', bounds: { from: start + margin, to: finish - margin } },
    { holds: 'nothing of it', bounds: { from: start - 3 * margin, to: start - 2 * margin } },
    { holds: 'all of it', bounds: { from: start - margin, to: finish + margin } },
  ];
}

function probesByDay({ startedAt, finishedAt }: Ended): readonly Probe[] {
  const [first, last] = [dayOf(startedAt), dayOf(finishedAt)];
  const middle = last - first > DAY_MS ? [{ holds: 'its middle alone', bounds: { from: first + DAY_MS, to: last } }] : [];
  return [
    { holds: 'the day of its start', bounds: { from: first, to: first + DAY_MS } },
    { holds: 'the day of its finish', bounds: { from: last, to: last + DAY_MS } },
    ...middle,
    { holds: 'days before it', bounds: { from: first - 3 * DAY_MS, to: first - 2 * DAY_MS } },
    { holds: 'the day before it', bounds: { from: first - DAY_MS, to: first } },
    { holds: 'all of it', bounds: { from: first, to: last + DAY_MS } },
  ];
}

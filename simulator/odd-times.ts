import type { SimulatedJob } from './job.js';
import type { ScriptedJob } from './ledger.js';
import { hash } from './random.js';
import type { ProductSwitches } from './switches.js';

export type OddTimes = Pick<ProductSwitches, 'startlessEvery' | 'longRunHours'>;

const hourMs = 3_600_000;
const longRunEvery = 9;

/** Jobs of one's own are as they are. */
export function withLongRun(scripted: ScriptedJob, { longRunHours }: OddTimes): ScriptedJob {
  const { job, fixed } = scripted;
  const { jobId, startedAt, finishedAt } = job;
  if (longRunHours === 0 || fixed || startedAt === null || finishedAt === null || hash(`${jobId} long`) % longRunEvery !== 0) return scripted;
  return { ...scripted, job: { ...job, finishedAt: startedAt + longRunHours * hourMs } };
}

export function withoutStart(job: SimulatedJob, { startlessEvery }: OddTimes): SimulatedJob {
  const isStartless = startlessEvery > 0 && job.finishedAt !== null && hash(`${job.jobId} startless`) % startlessEvery === 0;
  return isStartless ? { ...job, startedAt: null } : job;
}

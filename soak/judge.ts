import { isInWindow } from './questions.js';
import { keyOf, nameOf, type Truth } from './truth.js';
import type { SeenJob, Walked } from './walk.js';
import { productNames, type SimulatedJob } from '../simulator/index.js';

/** What must never be. */
export interface Verdict {
  /** Jobs outside filter or window, with other values than the upstream's, or in another order; answers that refuse. */
  readonly wrong: number;
  /** Jobs that a finished list lacks. */
  readonly lost: number;
  readonly duplicated: number;
  /** Finished lists that lack jobs though no answer owned up to a failure. */
  readonly silentlyShort: number;
  /** The first fault, for a reproduction. */
  readonly example: string | null;
}

/** A `to` of this very moment is a little before the server's. */
const NOW_TOLERANCE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Pages may be so old as the server's memory of them. */
export function judge(walked: Walked, truth: Truth, memoryMs: number): Verdict {
  const { question, window, jobs, startedAt } = walked;
  const faults: string[] = [...walked.refusals];
  const seen = new Map<string, number>();
  const certain = truth.certain(startedAt - memoryMs);
  const settled = new Set(certain.map(keyOf));
  let before: SeenJob | null = null;
  let duplicated = 0;
  const isOpen = question.window['to'] === undefined;
  const belongs = (job: SimulatedJob): boolean =>
    window !== null && question.accepts(job) && isInWindow(job, window, isOpen || Date.parse(window.to) > startedAt - NOW_TOLERANCE_MS, isOpen);
  for (const [index, job] of jobs.entries()) {
    const key = keyOf(job);
    const record = truth.find(key);
    if (record === undefined || !belongs(record)) faults.push(`${key} does not belong here`);
    else if (!isAlike(job, record)) faults.push(`${key} is ${JSON.stringify(job)}`);
    if (seen.has(key)) duplicated += 1;
    seen.set(key, index);
    // A job that came meanwhile, behind what its source had delivered and before what others had, leads the next page.
    if (!settled.has(key)) continue;
    // A source that recovers delivers what it owes first.
    if (before !== null && !walked.hadFailures && compare(before, job) > 0) faults.push(`${key} comes after ${keyOf(before)}`);
    before = job;
  }
  const missing = walked.isFinished ? certain.filter((job) => belongs(job) && !seen.has(keyOf(job)) && isWithinReach(job, window?.reach ?? null)) : [];
  const isFaulty = faults.length + missing.length + duplicated > 0;
  return {
    wrong: faults.length,
    lost: missing.length,
    duplicated,
    silentlyShort: missing.length > 0 && !walked.hadFailures ? 1 : 0,
    example: isFaulty ? describe(walked, faults, missing) : null,
  };
}

/** Windows by end say how long a job may have run without being missed. */
function isWithinReach({ startedAt, finishedAt }: SimulatedJob, reach: string | null): boolean {
  const [, hours] = /^PT(\d+)H$/.exec(reach ?? '') ?? [];
  return hours === undefined || startedAt === null || finishedAt === null || finishedAt - startedAt <= Number(hours) * HOUR_MS;
}

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

function isAlike(seen: SeenJob, job: SimulatedJob): boolean {
  // One that was added and is not acknowledged yet has none; of products without counts every record is null.
  const counts = job.counts ?? null;
  return (
    seen.startedAt === instant(job.startedAt) &&
    seen.finishedAt === instant(job.finishedAt) &&
    (counts === null || (seen.counts?.total === counts.total && seen.counts.failed === counts.failed))
  );
}

/** Unstarted jobs lead, then the newest start; ties by product, in the order of the registry, and job id. */
function compare(a: SeenJob, b: SeenJob): number {
  const start = ({ startedAt }: SeenJob): number => (startedAt === null ? Number.POSITIVE_INFINITY : Date.parse(startedAt));
  if (start(a) !== start(b)) return start(b) - start(a);
  const place = ({ product }: SeenJob): number => productNames.findIndex((name) => name === nameOf(product));
  if (place(a) !== place(b)) return place(a) - place(b);
  return a.jobId < b.jobId ? -1 : 1;
}

function describe({ question, window, startedAt, endedAt, jobs, hadFailures }: Walked, faults: readonly string[], missing: readonly SimulatedJob[]): string {
  const { field, filter, first } = question;
  const about = JSON.stringify({ field, filter, window, first, startedAt: instant(startedAt), endedAt: instant(endedAt), jobs: jobs.length, hadFailures });
  return `${about}\n  ${[...faults, ...missing.map((job) => `${keyOf(job)} of ${instant(job.startedAt)} is missing`)].slice(0, 5).join('\n  ')}`;
}

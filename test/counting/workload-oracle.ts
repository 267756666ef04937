import type { SimulatedJob } from '../../simulator/index.js';
import { operationOf, statusOf } from '../planning/truth.js';
import { serviceOfType } from '../products/iaas-paas.js';
import type { Seat } from '../products/index.js';
import type { BoardArguments, Row } from './board.js';

const hourMs = 3_600_000;
const AUDITS: Readonly<Record<string, number>> = { salesforce: 20, 'dynamics-365': 16 };

/** W1, by the records alone. */
export function rowOf(job: SimulatedJob, { product }: Seat): { readonly operation: string; readonly code: string | null } {
  const operation = AUDITS[product] === job.type ? 'OTHER' : operationOf(job);
  if (product === 'iaas-paas') return { operation, code: serviceOfType(job.type) };
  if (product === 'salesforce' || product === 'dynamics-365') return { operation, code: job.organizationId };
  return { operation, code: job.service === null ? null : String(job.service) };
}

export const keyOf = (sourceId: string, operation: string, code: string | null): string => JSON.stringify([sourceId, operation, code]);
export const keyOfRow = ({ source, operation, workload }: Row): string => keyOf(source.id, operation, workload?.code ?? null);

/** W2: jobs without any time are in every window that reaches up to now. */
export const isIn = ({ startedAt, finishedAt }: SimulatedJob, from: number): boolean => (startedAt ?? finishedAt ?? from) >= from;

/** A service that no parameter names is told by nothing: no query brings such jobs (A2). */
export const isTold = ({ product, service }: SimulatedJob): boolean => product !== 'microsoft-365' || (service !== null && service >= 1 && service <= 12);

export interface Truth {
  readonly latest: string | null;
  readonly latestEnded: string | null;
  readonly latestSuccess: string | null;
  /** Of the run that ended last. */
  readonly result: string | null;
  readonly successEvidence: string;
  readonly consecutiveFailures: number;
  readonly runs: number;
  readonly isStale: boolean | null;
  /** Of what the configuration expects; history is no matter of the truth. */
  readonly isLate?: boolean | null;
}

/** `everyHours`: as the configuration expects it, of what was looked at from `from` on. */
export type Rule = Pick<BoardArguments, 'partial' | 'objects'> & { readonly staleAfterMs?: number; readonly everyHours?: number; readonly from?: number };

const endOf = (job: SimulatedJob): number => job.finishedAt ?? job.startedAt ?? -Infinity;
const first = (jobs: readonly SimulatedJob[], of: (job: SimulatedJob) => number): SimulatedJob | null =>
  [...jobs].sort((a, b) => (of(a) === of(b) ? (b.startedAt ?? -Infinity) - (a.startedAt ?? -Infinity) || (a.jobId < b.jobId ? 1 : -1) : of(b) - of(a)))[0] ?? null;

/** W5: null where nobody can tell. */
function isSuccess(job: SimulatedJob, { partial = false, objects = false }: Rule): boolean | null {
  const status = statusOf(job);
  if (status !== 'SUCCEEDED' && !(partial && status === 'PARTIAL')) return false;
  if (!objects) return true;
  return job.counts === null || job.product === 'google-workspace' ? null : job.counts.successful > 0;
}

/** W10, of what is expected. */
function isLate(jobs: readonly SimulatedJob[], now: number, everyHours: number, from: number): boolean | null {
  const graceHours = everyHours + 1;
  const latest = first(jobs, (job) => job.startedAt ?? Infinity);
  if (latest === null) return now - from > graceHours * hourMs || null;
  if (['QUEUED', 'RUNNING', 'PAUSED'].includes(statusOf(latest))) return false;
  const starts = jobs.flatMap(({ startedAt }) => startedAt ?? []);
  return starts.length === 0 ? null : starts.every((start) => now - start > graceHours * hourMs);
}

/** W3 to W8, and W10 of what is expected, of all runs of one workload. */
export function truthOf(jobs: readonly SimulatedJob[], now: number, rule: Rule = {}): Truth {
  const { staleAfterMs = 26 * hourMs, everyHours, from = -Infinity } = rule;
  const ended = jobs.filter((job) => ['SUCCEEDED', 'PARTIAL', 'FAILED'].includes(statusOf(job)));
  const being = (what: boolean | null): SimulatedJob[] => ended.filter((job) => isSuccess(job, rule) === what);
  const success = first(being(true), endOf);
  const last = first(ended, endOf);
  // Nothing that may be a success ended after it.
  const barrier = first([...being(true), ...being(null)], endOf);
  const isRecent = (job: SimulatedJob): boolean => now - endOf(job) <= staleAfterMs;
  // A success of which nobody knows when may be one of today.
  const mayBeRecent = [...being(null).filter((job) => isRecent(job) || endOf(job) === -Infinity), ...being(true).filter((job) => endOf(job) === -Infinity)];
  return {
    latest: first(jobs, (job) => job.startedAt ?? Infinity)?.jobId ?? null,
    latestEnded: last?.jobId ?? null,
    latestSuccess: success?.jobId ?? null,
    result: last === null ? null : statusOf(last),
    successEvidence: success !== null ? 'FOUND' : being(null).length > 0 ? 'UNKNOWN' : 'NONE',
    consecutiveFailures: ended.filter((job) => statusOf(job) === 'FAILED' && (barrier === null || first([job, barrier], endOf) === job)).length,
    runs: jobs.filter(({ startedAt }) => startedAt !== null).length,
    // What was not looked at may hold one.
    isStale: being(true).some(isRecent) ? false : mayBeRecent.length > 0 || (success === null && now - staleAfterMs < from) ? null : true,
    ...(everyHours !== undefined && { isLate: isLate(jobs, now, everyHours, from) }),
  };
}

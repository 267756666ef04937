import type { JobDuration, JobDurationBasis, JobStatus } from '../generated/types.js';
import { writeDuration } from '../planning/duration.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TICKS_A_MS = 10_000;

/** `[d.]hh:mm:ss[.fffffff]`: a dot before the hours ends the days. */
const TIME_SPAN = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/;

/** Milliseconds of a .NET TimeSpan: `1.16:00:44` is 40 h 0 min 44 s. */
export function readTimeSpan(text: string): number | undefined {
  const match = TIME_SPAN.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, days = '0', hours, minutes, seconds, fraction = ''] = match;
  const milliseconds =
    Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return sign === undefined ? milliseconds : -milliseconds;
}

/** Milliseconds of decimal hours, given as text or number: `0.011`, or `2.5e-7` where it is a double. */
export function readHours(text: string): number | undefined {
  return /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text.trim()) ? Math.round(Number(text) * HOUR_MS) : undefined;
}

/** Milliseconds of a length in ticks of 100 ns: `516606001`. */
export function readTickLength(text: string): number | undefined {
  return /^\d{1,18}$/.test(text.trim()) ? Math.trunc(Number(text) / TICKS_A_MS) : undefined;
}

export interface DurationFacts {
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly observedAt: number;
  readonly status: JobStatus;
  readonly upstreamValue: string | null;
  /** The upstream value in milliseconds, where it can be read. */
  readonly reported: number | null;
}

/** Milliseconds from a job's start to its end, or to now while it runs; null where these do not say. */
export function clockedLength({ startedAt, finishedAt, observedAt, status }: Pick<DurationFacts, 'startedAt' | 'finishedAt' | 'observedAt' | 'status'>): number | null {
  const isRunning = status === 'RUNNING' || status === 'PAUSED';
  const end = finishedAt ?? (isRunning ? observedAt : null);
  return startedAt === null || end === null || end < startedAt ? null : end - startedAt;
}

/** How long a job ran: finish minus start before what the upstream reports, and the time so far while it runs. */
export function durationOf({ startedAt, finishedAt, observedAt, status, upstreamValue, reported }: DurationFacts): JobDuration | null {
  const build = (milliseconds: number, basis: JobDurationBasis): JobDuration => ({
    __typename: 'JobDuration',
    iso: writeDuration(milliseconds),
    seconds: milliseconds / SECOND_MS,
    basis,
    upstreamValue,
  });
  const ran = clockedLength({ startedAt, finishedAt, observedAt, status });
  if (ran !== null) return build(ran, finishedAt === null ? 'ELAPSED' : 'COMPUTED');
  // Zero is how a length that is not set is written, as long as the job has neither start nor end.
  const isUnset = reported === 0 && startedAt === null && finishedAt === null;
  return reported === null || reported < 0 || isUnset || status === 'QUEUED' ? null : build(reported, 'REPORTED');
}

import type { JobCountPrecision, JobEvidence, JobExpectationBasis, JobStatus, JobWorkloadState } from '../../generated/types.js';

/** A run of a workload, as far as it is judged by. */
export interface Run {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly status: JobStatus;
  /** Null where that cannot be told. */
  readonly isSuccess: boolean | null;
}

/** What was looked at, epoch milliseconds. */
export interface Look {
  readonly now: number;
  readonly from: number;
  /** Everything that started from here on was read; null where nothing can be promised. */
  readonly coveredFrom: number | null;
  /** How long a run takes at most. */
  readonly lookbackMs: number;
  readonly staleAfterMs: number;
  /** How often it is to run by the configuration; null where that says nothing. */
  readonly everyMs: number | null;
}

/** When a workload should run. */
export interface Expectation {
  readonly intervalMs: number;
  /** Null where nothing tells when it ran last. */
  readonly nextAt: number | null;
  readonly basis: JobExpectationBasis;
}

/** How a workload is doing. */
export interface Verdict {
  readonly state: JobWorkloadState;
  readonly latest: Run | null;
  readonly latestEnded: Run | null;
  readonly latestSuccess: Run | null;
  readonly successEvidence: JobEvidence;
  readonly successAgeMs: number | null;
  readonly consecutiveFailures: number | null;
  readonly consecutiveFailuresPrecision: JobCountPrecision;
  readonly failingSince: number | null;
  readonly runs: number | null;
  readonly expectation: Expectation | null;
  readonly isLate: boolean | null;
  readonly isStale: boolean | null;
  readonly searchedFrom: number | null;
}

const RESULTS: ReadonlySet<JobStatus> = new Set(['SUCCEEDED', 'PARTIAL', 'FAILED']);
const UNDER_WAY: ReadonlySet<JobStatus> = new Set(['RUNNING', 'QUEUED', 'PAUSED']);
/** To know how often something runs. */
const LEAST_RUNS = 5;
const LEAST_INTERVAL_MS = 3_600_000;
const LATE_AFTER_INTERVALS = 1.5;
/** Of what is configured. */
const GRACE_MS = 3_600_000;

export function judgeWorkload(all: readonly Run[], look: Look): Verdict {
  const { now, from, coveredFrom } = look;
  const isWhole = coveredFrom !== null && coveredFrom <= from;
  const results = all.filter(isResult).sort(byEnd);
  const latest = all.reduce<Run | null>((first, run) => (first === null || byStart(run, first) < 0 ? run : first), null);
  const latestEnded = results[0] ?? null;
  const latestSuccess = results.find(({ isSuccess }) => isSuccess === true) ?? null;
  const searchedFrom = searchedFromOf(latestSuccess ?? latestEnded, look);
  const streak = streakOf(results, searchedFrom, isWhole, look);
  const expectation = expectationOf(all, searchedFrom, look);
  const isLate = searchedFrom === null || expectation === null ? null : isOverdue(latest, expectation, isWhole, look);
  const isStale = isStaleOf(results, searchedFrom, isWhole, look);
  const known = coveredFrom === null ? null : latestEnded;
  return {
    state: stateOf(known, isStale, isLate, searchedFrom !== null),
    latest,
    latestEnded,
    latestSuccess,
    successEvidence: latestSuccess !== null ? 'FOUND' : isWhole && !results.some(isUndecided) ? 'NONE' : 'UNKNOWN',
    successAgeMs: latestSuccess === null ? null : ageOf(latestSuccess, now),
    ...streak,
    runs: isWhole ? all.filter(({ start }) => start !== null).length : null,
    expectation,
    isLate,
    isStale,
    searchedFrom,
  };
}

/** Whether earlier runs would change nothing: the last success is found, and how often it runs. */
export function isSettled({ latestSuccess, searchedFrom, expectation, consecutiveFailuresPrecision }: Verdict): boolean {
  return latestSuccess !== null && searchedFrom !== null && expectation !== null && consecutiveFailuresPrecision === 'EXACT';
}

/** Jobs without a start before all: they have yet to begin. */
export function byStart(a: Run, b: Run): number {
  return compare(b.start ?? Infinity, a.start ?? Infinity) || byId(a, b);
}

export function byEnd(a: Run, b: Run): number {
  return compare(endOf(b), endOf(a)) || compare(b.start ?? -Infinity, a.start ?? -Infinity) || byId(a, b);
}

/** The greatest first. */
function byId(a: Run, b: Run): number {
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isResult({ status }: Run): boolean {
  return RESULTS.has(status);
}

/** A result without an end stands at its start. */
export function endOf({ end, start }: Run): number {
  return end ?? start ?? -Infinity;
}

function ageOf(run: Run, now: number): number | null {
  const end = endOf(run);
  return end === -Infinity ? null : Math.max(0, now - end);
}

/** A success of which nothing says when. */
function mayBeRecent(run: Run): boolean {
  return run.isSuccess !== false && endOf(run) === -Infinity;
}

function isUndecided({ isSuccess }: Run): boolean {
  return isSuccess === null;
}

/** A run that started before what was read may have ended later than the one that was found. */
function searchedFromOf(found: Run | null, { from, coveredFrom, lookbackMs }: Look): number | null {
  if (coveredFrom === null || coveredFrom <= from || found === null) return coveredFrom;
  return coveredFrom <= endOf(found) - lookbackMs ? coveredFrom : null;
}

type Streak = Pick<Verdict, 'consecutiveFailures' | 'consecutiveFailuresPrecision' | 'failingSince'>;

/** Failures from the newest on. What neither failed nor succeeded counts nothing and ends nothing. */
function streakOf(results: readonly Run[], searchedFrom: number | null, isWhole: boolean, { lookbackMs }: Look): Streak {
  if (searchedFrom === null) return { consecutiveFailures: null, consecutiveFailuresPrecision: 'UNKNOWN', failingSince: null };
  const endsFrom = isWhole ? -Infinity : searchedFrom + lookbackMs;
  let [failures, isEnded, oldest] = [0, false, null as Run | null];
  for (const run of results) {
    isEnded = run.isSuccess === true;
    // What may have been a success may have ended it.
    if (isEnded || isUndecided(run) || endOf(run) < endsFrom) break;
    if (run.status === 'FAILED') [failures, oldest] = [failures + 1, run];
  }
  const isExact = isEnded || (isWhole && !results.some(isUndecided));
  const since = oldest === null ? null : endOf(oldest);
  return { consecutiveFailures: failures, consecutiveFailuresPrecision: isExact ? 'EXACT' : 'AT_LEAST', failingSince: since === -Infinity ? null : since };
}

function isStaleOf(results: readonly Run[], searchedFrom: number | null, isWhole: boolean, { now, from, lookbackMs, staleAfterMs }: Look): boolean | null {
  const edge = now - staleAfterMs;
  const recent = results.filter((run) => endOf(run) >= edge);
  if (recent.some(({ isSuccess }) => isSuccess === true)) return false;
  if (searchedFrom === null || recent.some(isUndecided) || results.some(mayBeRecent)) return null;
  const hasSuccess = results.some(({ isSuccess }) => isSuccess === true);
  if (isWhole) return hasSuccess || from <= edge ? true : null;
  // Whatever ended since then was read, as long as no run takes longer than the lookback.
  return searchedFrom <= edge - lookbackMs ? true : null;
}

/** The first that there is. `searchedFrom`: null where newer runs may not have been read. */
function expectationOf(all: readonly Run[], searchedFrom: number | null, { everyMs }: Look): Expectation | null {
  const starts = searchedFrom === null ? [] : all.flatMap(({ start }) => (start === null || start < searchedFrom ? [] : [start])).sort(compare);
  const intervalMs = everyMs ?? intervalOf(starts);
  if (intervalMs === null) return null;
  const last = starts.at(-1) ?? null;
  return { intervalMs, nextAt: last === null ? null : last + intervalMs, basis: everyMs === null ? 'HISTORY' : 'CONFIGURATION' };
}

/** The middle of the times between starts, which are sorted. */
function intervalOf(starts: readonly number[]): number | null {
  if (starts.length < LEAST_RUNS) return null;
  const times = starts.slice(1).map((start, index) => start - (starts[index] as number)).sort(compare);
  const middle = [times[Math.floor((times.length - 1) / 2)], times[Math.ceil((times.length - 1) / 2)]] as [number, number];
  return Math.max(LEAST_INTERVAL_MS, (middle[0] + middle[1]) / 2);
}

/** Null where nothing tells when it ran last. What did not run in all that was looked at is late as far as that reaches. */
function isOverdue(latest: Run | null, { intervalMs, nextAt, basis }: Expectation, isWhole: boolean, { now, from }: Look): boolean | null {
  const lateAfterMs = basis === 'CONFIGURATION' ? intervalMs + GRACE_MS : LATE_AFTER_INTERVALS * intervalMs;
  if (latest === null) return isWhole && lateAfterMs < now - from ? true : null;
  if (UNDER_WAY.has(latest.status)) return false;
  return nextAt === null ? null : now - (nextAt - intervalMs) > lateAfterMs;
}

/** The first that holds. `ended`: the run that ended last, as far as is known; `isLast`: whether none ended after it. */
function stateOf(ended: Run | null, isStale: boolean | null, isLate: boolean | null, isLast: boolean): JobWorkloadState {
  if (ended?.status === 'FAILED') return 'FAILING';
  if (isStale === true) return 'STALE';
  if (isLate === true) return 'LATE';
  if (ended?.status === 'PARTIAL') return 'PARTIAL';
  return isStale === null || !isLast ? 'UNKNOWN' : 'OK';
}

import { BadUserInputError } from '../errors.js';
import type { JobWindowBasis, JobWindowInput } from '../generated/types.js';
import { readDuration } from './duration.js';

/** A window with its bounds as epoch milliseconds, half-open. */
export interface ResolvedWindow {
  readonly from: number | null;
  readonly to: number;
  readonly by: JobWindowBasis;
  readonly isDefault: boolean;
  /** Whether jobs without a start belong to it: it reaches up to now. */
  readonly takesUnstarted: boolean;
}

const DAY_MS = 86_400_000;
const DEFAULT_MS = 30 * DAY_MS;
/** A `to` of a client's own "now" is a little behind ours. */
const NOW_TOLERANCE_MS = 60_000;
/** RFC 3339 has years of four digits only; no job is in any other. */
const EARLIEST = Date.parse('0000-01-01');
const LATEST = Date.UTC(10_000, 0, 1) - 1;

export function resolveWindow(input: JobWindowInput | null | undefined, now: number): ResolvedWindow {
  const by = input?.by ?? 'STARTED_AT';
  const last = input?.last ?? null;
  const from = readBound(input?.from);
  const to = readBound(input?.to);
  if (last !== null) {
    if (from !== null || to !== null) throw bad('`last` counts back from now: give either `last`, or `from` and `to`.');
    return { from: Math.max(now - readLast(last), EARLIEST), to: now, by, isDefault: false, takesUnstarted: true };
  }
  if (from === null && to === null) return { from: now - DEFAULT_MS, to: now, by, isDefault: true, takesUnstarted: true };
  if (from !== null && from >= (to ?? now)) throw bad('`from` has to lie before `to`, which is now where it is not given.');
  return { from, to: to ?? now, by, isDefault: false, takesUnstarted: (to ?? now) >= now - NOW_TOLERANCE_MS };
}

/** An offset can carry it into another year. */
function readBound(bound: Date | null | undefined): number | null {
  return bound === null || bound === undefined ? null : Math.min(Math.max(bound.getTime(), EARLIEST), LATEST);
}

function readLast(text: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds === null) throw bad('`last` has to be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `PT24H` or `P7D`.');
  if (milliseconds <= 0) throw bad('`last` has to be longer than nothing, such as `PT24H` or `P7D`.');
  return milliseconds;
}

function bad(message: string): BadUserInputError {
  return new BadUserInputError('window', message);
}

/** Whether a job lies in the window. */
export function isInWindow(startedAt: number | null, finishedAt: number | null, window: ResolvedWindow): boolean {
  const instant = window.by === 'STARTED_AT' ? startedAt : finishedAt;
  if (instant === null) return window.by === 'STARTED_AT' && window.takesUnstarted;
  return (window.from === null || instant >= window.from) && instant < window.to;
}

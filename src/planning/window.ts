import { BadUserInputError } from '../errors.js';
import type { JobWindowBasis, JobWindowInput } from '../generated/types.js';
import { readDuration } from './duration.js';

/**
 * Jobs placed later than `to`, by clocks that are ahead of this one. They lead lists by start. `taken`: they belong to the window. `led`:
 * the list has them behind it, and what is ahead now came in since. `none`: so too, but there were none, or the caller gave a `to`.
 */
export type Ahead = 'taken' | 'led' | 'none';

/** A window with its bounds as epoch milliseconds, half-open. */
export interface ResolvedWindow {
  readonly from: number | null;
  readonly to: number;
  readonly by: JobWindowBasis;
  readonly isDefault: boolean;
  /** Whether jobs with neither start nor end belong to it: it reaches up to now, and does not begin later. */
  readonly takesUnstarted: boolean;
  /** Whether `to` is only the moment of the first page: the caller gave none. */
  readonly isOpenEnded: boolean;
  readonly ahead: Ahead;
}

const DAY_MS = 86_400_000;
const DEFAULT_MS = 30 * DAY_MS;
/** A `to` of a client's own "now" is a little behind ours. */
const NOW_TOLERANCE_MS = 60_000;
/** What can be written as a DateTime again: an offset may lead out of it. */
const [FIRST, LAST] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

export function resolveWindow(input: JobWindowInput | null | undefined, now: number): ResolvedWindow {
  const by = input?.by ?? 'STARTED_AT';
  const last = input?.last ?? null;
  const from = input?.from?.getTime() ?? null;
  const to = input?.to?.getTime() ?? null;
  if (last !== null) {
    if (from !== null || to !== null) throw bad('`last` counts back from now: give either `last`, or `from` and `to`.');
    return openEnded(now - readLast(last), now, by, false);
  }
  if ([from, to].some((instant) => instant !== null && (instant < FIRST || instant > LAST))) throw bad('`from` and `to` have to lie in the years 0000 to 9999, in UTC.');
  if (from === null && to === null) return openEnded(now - DEFAULT_MS, now, by, true);
  if (from !== null && from >= (to ?? now)) throw bad('`from` has to lie before `to`, which is now where it is not given.');
  if (to === null) return openEnded(from, now, by, false);
  return { from, to, by, isDefault: false, takesUnstarted: to >= now - NOW_TOLERANCE_MS && (from === null || from <= now), isOpenEnded: false, ahead: 'none' };
}

function openEnded(from: number | null, now: number, by: JobWindowBasis, isDefault: boolean): ResolvedWindow {
  return { from, to: now, by, isDefault, takesUnstarted: true, isOpenEnded: true, ahead: 'taken' };
}

/** For the window of a list that has come to a job, in order and with nothing missing. `hasLed`: whether jobs ahead may have come before. */
export function aheadBehind({ by, ahead, to }: ResolvedWindow, startedAt: number | null, hasLed: boolean): Ahead {
  const isPast = by === 'STARTED_AT' && ahead === 'taken' && startedAt !== null && startedAt < to;
  return isPast ? (hasLed ? 'led' : 'none') : ahead;
}

function readLast(text: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds === null) throw bad('`last` has to be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `PT24H` or `P7D`, and at most ten years (`P3653D`).');
  if (milliseconds <= 0) throw bad('`last` has to be longer than nothing, such as `PT24H` or `P7D`.');
  return milliseconds;
}

function bad(message: string): BadUserInputError {
  return new BadUserInputError('window', message);
}

/** The instant that places a job in windows of this basis; a job without a start is placed by its end. */
export function placeOf(startedAt: number | null, finishedAt: number | null, by: JobWindowBasis): number | null {
  return by === 'STARTED_AT' ? (startedAt ?? finishedAt) : finishedAt;
}

/** Whether a job lies in the window. */
export function isInWindow(startedAt: number | null, finishedAt: number | null, window: ResolvedWindow): boolean {
  const instant = placeOf(startedAt, finishedAt, window.by);
  if (instant === null) return window.by === 'STARTED_AT' && window.takesUnstarted;
  return (window.from === null || instant >= window.from) && (instant < window.to || window.ahead === 'taken');
}

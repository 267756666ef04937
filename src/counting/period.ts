import { openClock, type Clock } from '../clocks/clock.js';
import { BadUserInputError } from '../errors.js';
import type { JobPeriodInput, JobWindowBasis } from '../generated/types.js';
import { readDuration } from '../planning/duration.js';
import { resolveWindow, type ResolvedWindow } from '../planning/window.js';

/** A period as it was resolved: half-open, epoch milliseconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly by: JobWindowBasis;
  /** As the caller wrote it. */
  readonly timeZone: string;
  readonly isDefault: boolean;
  /** Its length before it was aligned. */
  readonly askedMs: number;
  readonly clock: Clock;
  /** The same as lists take it. */
  readonly window: ResolvedWindow;
  /** Where jobs without an instant are counted. */
  readonly present: number;
}

export const DAY_MS = 86_400_000;
const DEFAULT_MS = 7 * DAY_MS;
const MOST_DAYS = 366;
/** What can be written as a DateTime: an offset may lead out of it, and so may the stretch that an instant lies in. */
const [FIRST, LAST] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** `defaultMs`: how far a period without bounds looks back. */
export function readPeriod(input: JobPeriodInput | null | undefined, now: number, defaultMs = DEFAULT_MS): Period {
  const { by = 'FINISHED_AT', timeZone = 'UTC', align = null } = input ?? {};
  const clock = openClock(timeZone);
  if (clock === null) throw bad('`timeZone` has to be a name of the IANA database, such as `Europe/Amsterdam` or `UTC`: offsets know no daylight saving.');
  const { from: asked, to, isDefault } = readBounds(input ?? {}, now, defaultMs);
  const askedMs = (to ?? now) - asked;
  if (askedMs > MOST_DAYS * DAY_MS) throw bad(`A period has at most ${MOST_DAYS} days. Ask for it in parts: their counts add up.`);
  const from = align === null ? asked : clock.startOf(asked, align);
  checkWritable(from);
  const window = resolveWindow({ from: new Date(from), ...(to !== null && { to: new Date(to) }), by }, now);
  return { from, to: window.to, by, timeZone, isDefault, askedMs, clock, window, present: Math.min(now, window.to - 1) };
}

interface Bounds {
  readonly from: number;
  /** Null: now. */
  readonly to: number | null;
  readonly isDefault: boolean;
}

function readBounds(input: Pick<JobPeriodInput, 'from' | 'to' | 'last'>, now: number, defaultMs: number): Bounds {
  const from = input.from?.getTime() ?? null;
  const to = input.to?.getTime() ?? null;
  const last = input.last ?? null;
  if (last !== null) {
    if (from !== null || to !== null) throw bad('`last` counts back from now: give either `last`, or `from` and `to`.');
    return { from: now - readLast(last), to: null, isDefault: false };
  }
  for (const instant of [from, to]) if (instant !== null) checkWritable(instant);
  if (from === null && to === null) return { from: now - defaultMs, to: null, isDefault: true };
  if (from === null) throw bad('`to` needs a `from`: what is counted has a beginning.');
  if (from >= (to ?? now)) throw bad('`from` has to lie before `to`, which is now where it is not given.');
  return { from, to, isDefault: false };
}

/** Throws where an instant cannot be written as a DateTime. */
export function checkWritable(instant: number): void {
  if (instant < FIRST || instant > LAST) throw bad('A period, and what it is told apart by, has to lie in the years 0000 to 9999, in UTC.');
}

function readLast(text: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds === null || milliseconds <= 0) throw bad('`last` has to be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `PT24H` or `P7D`.');
  return milliseconds;
}

export function bad(message: string): BadUserInputError {
  return new BadUserInputError('period', message);
}

import { DAY_MS, floorOf, labelOf, nextOf, SECOND_MS, type PeriodUnit, type Wall } from './wall.js';
import type { OffsetAt } from './zone.js';

/** An hour, day, week or month of a zone's clocks; half-open, epoch milliseconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

type Endless = Generator<Stretch, never, void>;

/** The stretch that holds an instant, and all after it. */
export function stretchesFrom(offsetAt: OffsetAt, instant: number, unit: PeriodUnit): Endless {
  return unit === 'HOUR' ? hoursFrom(offsetAt, instant) : datesFrom(offsetAt, instant, unit);
}

/** Days, weeks and months. Each begins when its first date is shown first, or when the clocks jump over that; one that they jump over whole is none. */
function* datesFrom(offsetAt: OffsetAt, instant: number, unit: PeriodUnit): Endless {
  let floor = floorOf(instant + offsetAt(instant), unit);
  let start = firstShown(offsetAt, floor);
  for (;;) {
    const next = nextOf(floor, unit);
    const end = firstShown(offsetAt, next);
    if (end > start && end > instant) yield { start, end, label: labelOf(floor, unit) };
    [floor, start] = [next, end];
  }
}

/** The first instant at which the clocks show this or more. A day before shows by which offset to guess; what holds at the guess corrects it. */
function firstShown(offsetAt: OffsetAt, wall: Wall): number {
  const before = offsetAt(wall - DAY_MS);
  const guess = wall - before;
  const there = offsetAt(guess);
  if (there === before) return guess;
  const corrected = wall - there;
  return offsetAt(corrected) === there ? corrected : nextChange(offsetAt, corrected, guess);
}

/** An hour begins whenever the clocks show a full one, or jump over it. */
function* hoursFrom(offsetAt: OffsetAt, instant: number): Endless {
  let start = hourOf(offsetAt, instant);
  for (;;) {
    const end = hourAfter(offsetAt, start);
    yield { start, end, label: labelOf(floorOf(start + offsetAt(start), 'HOUR'), 'HOUR') };
    start = end;
  }
}

function hourOf(offsetAt: OffsetAt, instant: number): number {
  const offset = offsetAt(instant);
  const start = floorOf(instant + offset, 'HOUR') - offset;
  if (offsetAt(start) === offset) return start;
  const change = nextChange(offsetAt, start, instant);
  return beginsHour(offsetAt, change) ? change : hourOf(offsetAt, change - 1);
}

function hourAfter(offsetAt: OffsetAt, instant: number): number {
  const offset = offsetAt(instant);
  const end = nextOf(floorOf(instant + offset, 'HOUR'), 'HOUR') - offset;
  if (offsetAt(end) === offset) return end;
  const change = nextChange(offsetAt, instant, end);
  return beginsHour(offsetAt, change) ? change : hourAfter(offsetAt, change);
}

/** Whether the clocks, set at this instant, show a full hour then or are past one that they have not shown. */
function beginsHour(offsetAt: OffsetAt, change: number): boolean {
  const shown = change + offsetAt(change);
  const last = change - 1 + offsetAt(change - 1);
  const hour = floorOf(shown, 'HOUR');
  return shown === hour || hour > last;
}

/** The first instant in (from, to] at which the offset is not that of `from`. */
function nextChange(offsetAt: OffsetAt, from: number, to: number): number {
  const before = offsetAt(from);
  let [low, high] = [Math.floor(from / SECOND_MS), Math.floor(to / SECOND_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND_MS) === before) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}

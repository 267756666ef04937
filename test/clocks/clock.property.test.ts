import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { openClock, placeIn, type Clock, type PeriodUnit, type Stretch } from '../../src/clocks/clock.js';

const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
const HOUR_MS = 3_600_000;
const LENGTHS_MS: Readonly<Record<PeriodUnit, number>> = { HOUR: 40 * HOUR_MS, DAY: 6 * 24 * HOUR_MS, WEEK: 24 * 24 * HOUR_MS, MONTH: 70 * 24 * HOUR_MS };

const clockOf = (zone: string): Clock => openClock(zone) ?? expect.fail(zone);
const zoned = (instant: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

/** Any instant, or one shortly before the clocks are set. */
const drawn = fc.record({
  at: fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
  beforeChange: fc.option(fc.integer({ min: -HOUR_MS, max: 36 * HOUR_MS })),
  unit: fc.constantFrom<PeriodUnit>('HOUR', 'DAY', 'WEEK', 'MONTH'),
  share: fc.double({ min: 0.01, max: 1, noNaN: true }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

function periodOf({ at, beforeChange, unit, share }: Drawn, zone: string): { readonly from: number; readonly to: number } {
  const change = beforeChange === null ? null : zoned(at, zone).getTimeZoneTransition('next');
  const from = change === null ? at : change.epochMilliseconds - (beforeChange ?? 0);
  return { from, to: from + Math.ceil(LENGTHS_MS[unit] * share) };
}

function datesOf(zone: string, from: number, to: number, unit: PeriodUnit): readonly Stretch[] {
  const step = { DAY: { days: 1 }, WEEK: { days: 7 }, MONTH: { months: 1 }, HOUR: {} }[unit];
  const date = zoned(from, zone).toPlainDate();
  let floor = unit === 'WEEK' ? date.subtract({ days: date.dayOfWeek - 1 }) : unit === 'MONTH' ? date.with({ day: 1 }) : date;
  const found: Stretch[] = [];
  for (;;) {
    const next = floor.add(step);
    const [start, end] = [floor.toZonedDateTime(zone).epochMilliseconds, next.toZonedDateTime(zone).epochMilliseconds];
    if (start >= to) return found;
    const thursday = floor.add({ days: 3 });
    const label = unit === 'WEEK' ? `${thursday.year}-W${String(thursday.weekOfYear).padStart(2, '0')}` : floor.toString().slice(0, unit === 'MONTH' ? 7 : 10);
    if (end > Math.max(start, from)) found.push({ start, end, label });
    floor = next;
  }
}

/** From change to change the clocks run as anywhere: an hour begins where they show a full one, and where they were set beyond one. */
function hoursOf(zone: string, from: number, to: number): readonly Stretch[] {
  const starts: number[] = [];
  const end = to + 4 * HOUR_MS;
  for (let segment = zoned(from - 4 * HOUR_MS, zone); segment.epochMilliseconds < end; ) {
    const change = segment.getTimeZoneTransition('next');
    const until = change === null ? end : Math.min(change.epochMilliseconds, end);
    const offset = segment.offsetNanoseconds / 1e6;
    for (let at = Math.ceil((segment.epochMilliseconds + offset) / HOUR_MS) * HOUR_MS - offset; at < until; at += HOUR_MS) starts.push(at);
    if (change === null || until === end) break;
    const shown = change.epochMilliseconds + change.offsetNanoseconds / 1e6;
    const last = until + offset - 1;
    if (shown % HOUR_MS !== 0 && Math.floor(shown / HOUR_MS) > Math.floor(last / HOUR_MS)) starts.push(until);
    segment = change;
  }
  const all = starts.slice(0, -1).map((start, index) => ({ start, end: starts[index + 1] ?? 0, label: zoned(start, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(0, 13) }));
  return all.filter((stretch) => stretch.end > from && stretch.start < to);
}

/** Against what another implementation says of the same calendars. */
test('hours, days, weeks and months of every zone are where its clocks show them', () => {
  for (const zone of zones) {
    const clock = clockOf(zone);
    fc.assert(
      fc.property(drawn, (draw) => {
        const { from, to } = periodOf(draw, zone);
        const expected = draw.unit === 'HOUR' ? hoursOf(zone, from, to) : datesOf(zone, from, to, draw.unit);
        expect(clock.stretches(from, to, draw.unit)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  }
});

test('they are adjacent, cover the period, and hold each instant once; their starts are their own', () => {
  for (const zone of zones) {
    const clock = clockOf(zone);
    fc.assert(
      fc.property(drawn, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw, share) => {
        const { from, to } = periodOf(draw, zone);
        const found = clock.stretches(from, to, draw.unit);
        expect(found[0]?.start).toBeLessThanOrEqual(from);
        expect(found.at(-1)?.end).toBeGreaterThanOrEqual(to);
        expect(found.slice(1).map(({ start }) => start)).toEqual(found.slice(0, -1).map(({ end }) => end));
        expect(found.every(({ start, end }) => start < end && end > from && start < to)).toBe(true);

        const instant = from + Math.floor((to - from) * share);
        const place = placeIn(found, instant);
        expect(place).toBe(found.findIndex(({ start, end }) => start <= instant && instant < end));
        expect(clock.startOf(instant, draw.unit)).toBe(found[place]?.start);
        expect(clock.startOf(clock.startOf(instant, draw.unit), draw.unit)).toBe(found[place]?.start);
      }),
      { numRuns: 3 },
    );
  }
});

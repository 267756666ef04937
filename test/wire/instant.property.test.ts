import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readInstant } from '../../src/wire/instant.js';

/** Whatever the spelling, what an instant comes to is told by the instant alone. */

const dayMs = 86_400_000;
const yearsUnset = [1, 1900, 1970, 9999];

/** Year and day by counting, so that no calendar of the platform is asked. */
function dateOf(day: number): { year: number; month: number; date: number } {
  // Days from 0000-03-01, in cycles of 400 years.
  const shifted = day + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const within = shifted - cycle * 146_097;
  const years = Math.floor((within - Math.floor(within / 1460) + Math.floor(within / 36_524) - Math.floor(within / 146_096)) / 365);
  const rest = within - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const part = Math.floor((5 * rest + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return { year: years + cycle * 400 + (month <= 2 ? 1 : 0), month, date: rest - Math.floor((153 * part + 2) / 5) + 1 };
}

const yearOf = (ms: number): number => dateOf(Math.floor(ms / dayMs)).year;

/** The instant; null for one that stands for "not set" somewhere on earth; undefined for any other that no job can have. */
function meaningOf(ms: number, now: number): number | null | undefined {
  if (yearOf(ms) >= 2000 && ms <= now + dayMs) return ms;
  return [-dayMs, 0, dayMs].some((shift) => yearsUnset.includes(yearOf(ms + shift))) ? null : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2024-10-27T08:17:06.123` of a clock that is so many minutes ahead of UTC. */
function writeClock(ms: number, minutes: number): string {
  const local = ms + minutes * 60_000;
  const { year, month, date } = dateOf(Math.floor(local / dayMs));
  const rest = ((local % dayMs) + dayMs) % dayMs;
  const seconds = Math.floor(rest / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(rest % 1000).padStart(3, '0')}`;
  const shownYear = year >= 0 && year <= 9999 ? String(year).padStart(4, '0') : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
  return `${shownYear}-${two(month)}-${two(date)}T${clock}`;
}

const writeOffset = (minutes: number, colon: string): string => `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${colon}${two(Math.abs(minutes) % 60)}`;

const yearOne = -62_135_596_800_000;
const yearTenThousand = 253_402_300_800_000;
const now = Date.UTC(2026, 10, 25, 13, 30);

/** Any, and often near to where the meaning changes. */
const edges = [yearOne, yearOne + 365 * dayMs, Date.UTC(1900, 0), Date.UTC(1901, 0), 0, 365 * dayMs, Date.UTC(2000, 0), now, now + dayMs, yearTenThousand - 365 * dayMs, yearTenThousand];
const instants = fc.oneof(
  fc.integer({ min: yearOne - 400 * dayMs, max: yearTenThousand + 400 * dayMs }),
  fc.tuple(fc.constantFrom(...edges), fc.oneof(fc.integer({ min: -50, max: 50 }).map((hours) => hours * 3_600_000), fc.integer({ min: -2 * dayMs, max: 2 * dayMs }))).map(([edge, beside]) => edge + beside),
);
const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

test('ISO 8601 with any offset, with none, to any fraction', () => {
  fc.assert(
    fc.property(instants, offsets, fc.constantFrom('', ':'), fc.constantFrom('T', ' ', 't'), fc.constantFrom('', '9999', '0'), (ms, minutes, colon, between, below) => {
      const meaning = meaningOf(ms, now);
      const withOffset = (writeClock(ms, minutes) + below).replace('T', between) + writeOffset(minutes, colon);
      expect(readInstant(withOffset, now), withOffset).toBe(meaning);
      const inUtc = writeClock(ms, 0) + below;
      for (const text of [inUtc, `${inUtc}Z`, `${inUtc}z`, ` ${inUtc} Z`]) expect(readInstant(text, now), text).toBe(meaning);
      const date = writeClock(ms, 0).split('T')[0] ?? '';
      expect(readInstant(date, now), date).toBe(meaningOf(Math.floor(ms / dayMs) * dayMs, now));
    }),
    { numRuns: 2000 },
  );
});

test('ticks, as text of all their digits', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 9999 }), (ms, below) => {
      // Fewer are as few as Unix milliseconds have; they are "not set" while they are the beginning of the year 1 in some zone.
      fc.pre(ms - yearOne > 200_000_000_000 || ms <= yearOne);
      const ticks = (BigInt(ms) - BigInt(yearOne)) * 10_000n + BigInt(below);
      expect(readInstant(String(ticks), now), String(ticks)).toBe(ticks < 0n ? null : meaningOf(ms, now));
    }),
    { numRuns: 2000 },
  );
});

test('the beginning and the end of every clock, seen from any zone', () => {
  for (let quarters = -48; quarters <= 56; quarters += 1) {
    const shift = quarters * 900_000;
    const clocks = [shift * 10_000, shift, shift / 1000, yearTenThousand - 1 + shift, Math.floor((yearTenThousand - 1 + shift) / 1000)];
    const lastTicks = 3_155_378_975_999_999_999n + BigInt(shift) * 10_000n;
    for (const digits of [...clocks, Number(lastTicks)]) expect(readInstant(digits, now), String(digits)).toBeNull();
    for (const digits of [...clocks, lastTicks]) expect(readInstant(String(digits), now), String(digits)).toBeNull();
  }
});

test('Unix seconds and milliseconds, where no other clock has as many digits', () => {
  const sinceYearThree = instants.filter((ms) => ms >= 1000 * dayMs);
  fc.assert(
    fc.property(sinceYearThree, (ms) => {
      const seconds = Math.floor(ms / 1000);
      for (const value of [seconds, String(seconds)]) {
        if (seconds < 10 ** 11) expect(readInstant(value, now), String(value)).toBe(meaningOf(seconds * 1000, now));
      }
      for (const value of [ms, String(ms)]) {
        if (ms >= 504_000_000_000) expect(readInstant(value, now), String(value)).toBe(meaningOf(ms, now));
      }
    }),
    { numRuns: 2000 },
  );
});

test('whatever it is, it is null, undefined, or an instant of this age', () => {
  const numbers = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.bigInt({ min: 0n, max: 10n ** 21n }).map(String), fc.string(), fc.json(), fc.anything());
  fc.assert(
    fc.property(numbers, (value) => {
      const instant = readInstant(value, now);
      if (instant !== null && instant !== undefined) expect(instant >= Date.UTC(2000, 0) && instant <= now + dayMs, String(instant)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

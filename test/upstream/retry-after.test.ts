import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readRetryAfter } from '../../src/upstream/failures.js';

const now = Date.UTC(2026, 0, 2, 3, 4, 5, 500);

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['1', 1],
    [' 120 ', 120],
    ['007', 7],
    ['999999999', 999_999_999],
    ['Fri, 02 Jan 2026 03:04:06 GMT', 1],
    ['Fri, 02 Jan 2026 03:04:05 GMT', 0],
    ['Sat, 03 Jan 2026 03:04:05 GMT', 86_400],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('%j is %i s', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
    expect(readRetryAfter([header, 'nonsense'], now)).toBe(seconds);
  });

  test.each(['', ' ', 'soon', '-1', '+1', '1.5', '1,5', '1e3', '0x10', '1 s', '12345678901', 'Infinity', 'NaN', 'null', '2026-01-03T00:00:00Z', 'Sun, 99 Foo 2030 00:00:00 GMT', 'fri, 02 jan'])('%j says nothing', (header) => {
    expect(readRetryAfter(header, now)).toBeNull();
  });

  test('absent says nothing', () => {
    expect(readRetryAfter(undefined, now)).toBeNull();
    expect(readRetryAfter([], now)).toBeNull();
  });

  test('every date is the whole seconds until then, rounded up', () => {
    const dates = fc.date({ min: new Date(0), max: new Date(Date.UTC(9000, 0, 1)), noInvalidDate: true });
    fc.assert(fc.property(dates, fc.nat(2 ** 41), (date, at) => void expect(readRetryAfter(date.toUTCString(), at)).toBe(Math.max(0, Math.ceil((Math.floor(date.getTime() / 1000) * 1000 - at) / 1000)))));
  });

  test('whatever it is, the answer is null or a whole number of seconds', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const seconds = readRetryAfter(header, now);
        expect(seconds === null || (Number.isSafeInteger(seconds) && seconds >= 0)).toBe(true);
      }),
    );
  });
});

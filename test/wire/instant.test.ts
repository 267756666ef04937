import { describe, expect, it } from 'vitest';

import { readInstant, writeDate, writeInstant, writeTicks } from '../../src/wire/instant.js';

const utc = (text: string): number => Date.parse(text);

/** upstream.md §2 (3). */
describe('readInstant', () => {
  const instants: readonly [unknown, string][] = [
    // The worked proofs.
    ['638645575921780695', '2024-10-15T02:53:12.178Z'],
    ['638599392481859693', '2024-08-22T16:00:48.185Z'],
    ['638527680000000000', '2024-05-31T16:00:00.000Z'],
    [638_527_680_000_000_000, '2024-05-31T16:00:00.000Z'],
    // Digits below the millisecond are cut, never rounded up.
    ['638645575921789999', '2024-10-15T02:53:12.178Z'],
    // The limits of what counts as ticks, and the last of them.
    ['100000000000000000', '0317-11-21T17:46:40.000Z'],
    ['3155378975999999999', '9999-12-31T23:59:59.999Z'],
    ['621355968000000000', '1970-01-01T00:00:00.000Z'],
    // Unix milliseconds and seconds.
    [1_729_999_026_500, '2024-10-27T03:17:06.500Z'],
    ['1729999026500', '2024-10-27T03:17:06.500Z'],
    [1_729_999_026, '2024-10-27T03:17:06.000Z'],
    ['1729999026', '2024-10-27T03:17:06.000Z'],
    [1_000_000_000, '2001-09-09T01:46:40.000Z'],
    [1_000_000_000_000, '2001-09-09T01:46:40.000Z'],
    // ISO 8601.
    ['2024-10-27T08:17:06Z', '2024-10-27T08:17:06.000Z'],
    ['2024-10-09T05:34:31+00:00', '2024-10-09T05:34:31.000Z'],
    ['2024-10-09T05:50:36.008+00:00', '2024-10-09T05:50:36.008Z'],
    ['2024-10-09T05:50:36.008-05:30', '2024-10-09T11:20:36.008Z'],
    ['2024-10-27T08:17:06', '2024-10-27T08:17:06.000Z'],
    ['2024-10-27T08:17:06.1', '2024-10-27T08:17:06.100Z'],
    ['2024-10-27T08:17:06.12', '2024-10-27T08:17:06.120Z'],
    ['2024-10-27T08:17:06.1234567Z', '2024-10-27T08:17:06.123Z'],
    ['2024-10-27T08:17:06.9999999Z', '2024-10-27T08:17:06.999Z'],
    ['2024-10-27', '2024-10-27T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    [' 2024-10-27T08:17:06Z ', '2024-10-27T08:17:06.000Z'],
  ];
  it.each(instants)('%o is %s', (value, text) => {
    expect(readInstant(value)).toBe(utc(text));
  });

  const unset = [undefined, null, '', ' ', 'N/A', 'n/a', 0, '0', -1, '-1', '-638645575921780695', '0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '0001-01-01', '1900-01-01T00:00:00Z', '1900-01-01'];
  it.each(unset)('%o is no instant, and nothing odd', (value) => {
    expect(readInstant(value)).toBeNull();
  });

  const unreadable = [
    ...['yesterday', '2024', '2024-10', '27/10/2024', '2024-13-01', '2024-02-30', '2023-02-29T00:00:00Z', '2024-10-27T25:00:00Z', '2024-10-27T08:61:00Z'],
    ...[true, false, {}, [], Number.NaN, Number.POSITIVE_INFINITY, 1.5],
    // Too small or too large for any clock; ticks end with the year 9999.
    ...[1, 12_345, '12345678901', '3155378976000000000', '9223372036854775807', '99999999999999999999', 1e21, 1e308],
  ];
  it.each(unreadable)('%o cannot be read', (value) => {
    expect(readInstant(value)).toBeUndefined();
  });
});

/** upstream.md §2.2: date-times where ISO is documented, dates where dates are, ticks for the older ones. */
describe('what is sent', () => {
  it.each([
    ['2024-10-27T08:17:06.000Z', '2024-10-27T08:17:06Z', '2024-10-27', 638_656_138_260_000_000n],
    ['2024-05-31T16:00:00.000Z', '2024-05-31T16:00:00Z', '2024-05-31', 638_527_680_000_000_000n],
    ['2000-01-01T00:00:00.000Z', '2000-01-01T00:00:00Z', '2000-01-01', 630_822_816_000_000_000n],
  ])('%s', (instant, iso, date, ticks) => {
    expect(writeInstant(utc(instant))).toBe(iso);
    expect(writeDate(utc(instant))).toBe(date);
    expect(writeTicks(utc(instant))).toBe(ticks);
  });

  it.each(['1970-01-01T00:00:00.001Z', '2024-10-15T02:53:12.178Z', '2038-01-19T03:14:08.999Z'])('%s in ticks is read back', (instant) => {
    expect(readInstant(String(writeTicks(utc(instant))))).toBe(utc(instant));
  });
});

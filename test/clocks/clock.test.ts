import { describe, expect, test, vi } from 'vitest';

import { openClock, placeIn, type Clock, type PeriodUnit, type Stretch } from '../../src/clocks/clock.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const clockOf = (zone: string): Clock => openClock(zone) ?? expect.fail(zone);
const write = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z');
const told = ({ start, end, label }: Stretch): string => `${label} ${write(start)} ${(end - start) / HOUR_MS} h`;

function stretchesOf(zone: string, unit: PeriodUnit, from: string, to: string): readonly string[] {
  return clockOf(zone).stretches(Date.parse(from), Date.parse(to), unit).map(told);
}

describe('a zone is a name of IANA', () => {
  test.each(['UTC', 'utc', 'Europe/Amsterdam', 'europe/AMSTERDAM', 'Europe/Kyiv', 'Europe/Kiev', 'Asia/Kolkata', 'US/Pacific', 'America/Argentina/ComodRivadavia', 'Etc/GMT+2', 'EST5EDT', 'EST'])('%s', (zone) => expect(openClock(zone)).not.toBeNull());

  test.each(['', ' ', '+02:00', '-0500', '−02:00', '+02', 'GMT+02:00', 'UTC+2', 'Z', 'Amsterdam', 'Europe/Amsterdam ', 'EUROPE/KYıV', 'Etc/Unknown', 'PST', 'ist', 'SystemV/PST8', 'x'.repeat(1_000_000)])('not %.20j', (zone) => expect(openClock(zone)).toBeNull());
});

describe('days', () => {
  test.each([
    ['of 23 hours', 'Europe/Amsterdam', '2026-03-29T12:00Z', ['2026-03-29 2026-03-28T23:00Z 23 h']],
    ['of 25 hours', 'Europe/Amsterdam', '2026-10-25T12:00Z', ['2026-10-25 2026-10-24T22:00Z 25 h']],
    ['without midnight', 'America/Sao_Paulo', '2018-11-04T12:00Z', ['2018-11-04 2018-11-04T03:00Z 23 h']],
    ['whose last hour comes twice', 'America/Sao_Paulo', '2018-02-18T02:30Z', ['2018-02-17 2018-02-17T02:00Z 25 h']],
    ['of which the first minute comes twice', 'America/St_Johns', '2010-11-07T03:00Z', ['2010-11-07 2010-11-07T02:30Z 25 h']],
    ['half an hour longer', 'Australia/Lord_Howe', '2026-04-04T23:00Z', ['2026-04-05 2026-04-04T13:00Z 24.5 h']],
    ['half an hour shorter', 'Australia/Lord_Howe', '2026-10-04T00:00Z', ['2026-10-04 2026-10-03T13:30Z 23.5 h']],
    ['at five and three quarters', 'Asia/Kathmandu', '2026-11-24T00:00Z', ['2026-11-24 2026-11-23T18:15Z 24 h']],
  ])('%s', (_, zone, at, days) => expect(stretchesOf(zone, 'DAY', at, at.replace('Z', ':01Z'))).toEqual(days));

  test('one that never was has no stretch', () => {
    const days = stretchesOf('Pacific/Apia', 'DAY', '2011-12-29T10:00Z', '2012-01-01T09:00Z');
    expect(days).toEqual(['2011-12-29 2011-12-29T10:00Z 24 h', '2011-12-31 2011-12-30T10:00Z 24 h', '2012-01-01 2011-12-31T10:00Z 24 h']);
  });
});

describe('weeks and months', () => {
  test.each([
    ['2020-12-31T12:00Z', '2020-W53 2020-12-27T23:00Z 168 h'],
    ['2021-01-03T12:00Z', '2020-W53 2020-12-27T23:00Z 168 h'],
    ['2021-01-04T12:00Z', '2021-W01 2021-01-03T23:00Z 168 h'],
    ['2024-12-30T12:00Z', '2025-W01 2024-12-29T23:00Z 168 h'],
    ['2026-03-29T12:00Z', '2026-W13 2026-03-22T23:00Z 167 h'],
    ['2026-11-24T12:00Z', '2026-W48 2026-11-22T23:00Z 168 h'],
  ])('%s is in the week %s', (at, week) => expect(stretchesOf('Europe/Amsterdam', 'WEEK', at, at.replace('Z', ':01Z'))).toEqual([week]));

  test('months have the days that they have', () => {
    const months = stretchesOf('America/New_York', 'MONTH', '2028-01-31T12:00Z', '2028-04-01T04:00Z');
    expect(months).toEqual(['2028-01 2028-01-01T05:00Z 744 h', '2028-02 2028-02-01T05:00Z 696 h', '2028-03 2028-03-01T05:00Z 743 h']);
  });
});

describe('hours', () => {
  test('go from one full hour of the local clock to the next', () => {
    expect(stretchesOf('Asia/Kathmandu', 'HOUR', '2026-11-24T12:00Z', '2026-11-24T13:00Z')).toEqual(['2026-11-24T17 2026-11-24T11:15Z 1 h', '2026-11-24T18 2026-11-24T12:15Z 1 h']);
  });

  test.each([
    ['Europe/Amsterdam', '2026-03-28T23:00Z', 23],
    ['Europe/Amsterdam', '2026-10-24T22:00Z', 25],
    ['America/St_Johns', '2010-11-07T02:30Z', 25],
    ['America/Sao_Paulo', '2018-11-04T03:00Z', 23],
  ])('a day of %s has them all: %s', (zone, midnight, count) => {
    const hours = clockOf(zone).stretches(Date.parse(midnight), Date.parse(midnight) + count * HOUR_MS, 'HOUR');
    expect(hours.map(({ start, end }) => end - start)).toEqual(hours.map(() => HOUR_MS));
    expect(hours).toHaveLength(count);
  });

  test.each([
    ['one label twice in autumn', 'Europe/Amsterdam', '2026-10-25T00:00Z', '2026-10-25T02:00Z', ['2026-10-25T02 2026-10-25T00:00Z 1 h', '2026-10-25T02 2026-10-25T01:00Z 1 h']],
    ['one label missing in spring', 'Europe/Amsterdam', '2026-03-29T00:00Z', '2026-03-29T02:00Z', ['2026-03-29T01 2026-03-29T00:00Z 1 h', '2026-03-29T03 2026-03-29T01:00Z 1 h']],
    ['half an hour back', 'Australia/Lord_Howe', '2026-04-04T14:00Z', '2026-04-04T16:00Z', ['2026-04-05T01 2026-04-04T14:00Z 1.5 h', '2026-04-05T02 2026-04-04T15:30Z 1 h']],
    ['half an hour on', 'Australia/Lord_Howe', '2026-10-03T14:30Z', '2026-10-03T16:30Z', ['2026-10-04T01 2026-10-03T14:30Z 1 h', '2026-10-04T02 2026-10-03T15:30Z 0.5 h', '2026-10-04T03 2026-10-03T16:00Z 1 h']],
    ['the clocks go back after a minute of it', 'America/St_Johns', '2010-11-07T02:30Z', '2010-11-07T04:30Z', ['2010-11-07T00 2010-11-07T02:30Z 1 h', '2010-11-07T00 2010-11-07T03:30Z 1 h']],
    ['a day is jumped over', 'Pacific/Apia', '2011-12-30T09:00Z', '2011-12-30T11:00Z', ['2011-12-29T23 2011-12-30T09:00Z 1 h', '2011-12-31T00 2011-12-30T10:00Z 1 h']],
  ])('%s', (_, zone, from, to, hours) => expect(stretchesOf(zone, 'HOUR', from, to)).toEqual(hours));
});

describe('a period', () => {
  test('has its stretches whole', () => {
    expect(stretchesOf('UTC', 'DAY', '2026-11-24T10:00Z', '2026-11-25T00:01Z')).toEqual(['2026-11-24 2026-11-24T00:00Z 24 h', '2026-11-25 2026-11-25T00:00Z 24 h']);
    expect(stretchesOf('UTC', 'DAY', '2026-11-24T00:00Z', '2026-11-25T00:00Z')).toEqual(['2026-11-24 2026-11-24T00:00Z 24 h']);
  });

  test('of nothing has none', () => expect(stretchesOf('UTC', 'DAY', '2026-11-24T10:00Z', '2026-11-24T10:00Z')).toEqual([]));

  test('of the first and the last years that can be written is one too', () => {
    expect(stretchesOf('Asia/Tokyo', 'MONTH', '0000-01-31T15:00:00Z', '0000-01-31T15:00:01Z')[0]).toMatch(/^0000-02 0000-01-31T14:41:01/);
    expect(stretchesOf('Europe/Amsterdam', 'DAY', '9999-12-31T23:30Z', '9999-12-31T23:31Z')).toEqual(['+010000-01-01 9999-12-31T23:00Z 24 h']);
    expect(stretchesOf('America/New_York', 'WEEK', '0001-01-01T12:00:00Z', '0001-01-01T12:00:01Z')[0]).toMatch(/^0001-W01 0001-01-01T04:56:02/);
  });
});

describe('an instant', () => {
  const days = clockOf('Europe/Amsterdam').stretches(Date.parse('2026-10-24T00:00Z'), Date.parse('2026-10-27T00:00Z'), 'DAY');
  test('lies in the stretch that it begins, not in the one that it ends', () => days.forEach(({ start, end }, index) => expect([placeIn(days, start), placeIn(days, end - 1)]).toEqual([index, index])));

  test('outside of all lies in none', () => {
    const [first, last] = [days[0] ?? expect.fail('no day'), days.at(-1) ?? expect.fail('no day')];
    expect([placeIn(days, first.start - 1), placeIn(days, last.end), placeIn([], 0)]).toEqual([-1, -1, -1]);
  });
});

test.each([
  ['DAY', 366],
  ['HOUR', 8],
  ['WEEK', 366],
] as const)('the clocks are read three times for each %s at most, and at its change a little more', (unit, days) => {
  const from = Date.parse('2026-03-25T00:00Z');
  const clock = clockOf('Europe/Amsterdam');
  const format = vi.spyOn(Intl.DateTimeFormat.prototype as { format: unknown }, 'format', 'get');
  const { length } = clock.stretches(from, from + days * DAY_MS, unit);
  const readings = format.mock.calls.length;
  format.mockRestore();
  expect(length).toBeGreaterThan(50);
  expect(readings).toBeLessThan(3 * length + 40);
});

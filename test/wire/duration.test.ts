import { describe, expect, it } from 'vitest';

import { writeDuration } from '../../src/planning/duration.js';
import { durationOf, readHours, readTickLength, readTimeSpan } from '../../src/wire/duration.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** docs/upstream.md §2 (4). */
describe('readTimeSpan', () => {
  it.each([
    ['1.16:00:44', 40 * hour + 44 * second],
    ['00:04:01', 4 * minute + second],
    ['01:00:14', hour + 14 * second],
    ['13:02:26', 13 * hour + 2 * minute + 26 * second],
    ['8:56:31', 8 * hour + 56 * minute + 31 * second],
    ['00:00:00', 0],
    ['10.00:00:00', 240 * hour],
    ['00:00:51.6606001', 51_660],
    ['00:00:00.5', 500],
    ['00:00:00.0009999', 0],
    ['-00:30:00', -30 * minute],
    ['-1.00:00:00', -24 * hour],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(readTimeSpan(text)).toBe(milliseconds);
  });
  it.each(['soon', '', '1.16', '16:00', '0.011', '516606001', '00:00:00.12345678', '1:2:3', '00:00', '00:00:00Z', '1 day'])('%s is none', (text) => {
    expect(readTimeSpan(text)).toBeUndefined();
  });
});

describe('readHours', () => {
  it.each([
    ['0.011', 39_600],
    ['0', 0],
    ['0.000', 0],
    ['1', hour],
    ['40.012', 144_043_200],
    ['0.5', 30 * minute],
    ['2.5E-03', 9000],
    ['1e-7', 0],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(readHours(text)).toBe(milliseconds);
  });
  it.each(['soon', '', '00:04:01', 'N/A', '1,5', '1e', 'Infinity', 'NaN'])('%s is none', (text) => {
    expect(readHours(text)).toBeUndefined();
  });
});

describe('readTickLength', () => {
  it.each([
    ['516606001', 51_660],
    ['0', 0],
    ['9999', 0],
    ['10000', 1],
    ['1440440000000', 144_044_000],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(readTickLength(text)).toBe(milliseconds);
  });
  it.each(['soon', '', '00:04:01', '0.011', 'N/A'])('%s is none', (text) => {
    expect(readTickLength(text)).toBeUndefined();
  });
});

/** docs/behaviour.md §3: hours at most. */
describe('writeDuration', () => {
  it.each([
    [0, 'PT0S'],
    [1, 'PT0.001S'],
    [500, 'PT0.5S'],
    [39_600, 'PT39.6S'],
    [51_660, 'PT51.66S'],
    [minute, 'PT1M'],
    [59 * minute + 59_999, 'PT59M59.999S'],
    [hour, 'PT1H'],
    [24 * hour, 'PT24H'],
    [40 * hour + 44 * second, 'PT40H44S'],
    [1000 * hour + minute, 'PT1000H1M'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(writeDuration(milliseconds)).toBe(text);
  });
});

/** docs/upstream.md §2 (4), docs/behaviour.md §6, and `JobDurationBasis` of the schema. */
describe('durationOf', () => {
  const start = Date.parse('2026-01-05T10:00:00Z');
  const facts = { startedAt: start, finishedAt: start + 39_000, observedAt: start + hour, status: 'SUCCEEDED', upstreamValue: null, reported: null } as const;
  const shown = (iso: string, seconds: number, basis: string, upstreamValue: string | null = null) => ({ iso, seconds, basis, upstreamValue });

  it('is finish minus start, with what was reported beside it', () => {
    expect(durationOf(facts)).toMatchObject(shown('PT39S', 39, 'COMPUTED'));
    expect(durationOf({ ...facts, upstreamValue: '0.011', reported: 39_600 })).toMatchObject(shown('PT39S', 39, 'COMPUTED', '0.011'));
    expect(durationOf({ ...facts, finishedAt: start })).toMatchObject(shown('PT0S', 0, 'COMPUTED'));
  });

  it('is the time so far while it runs', () => {
    const running = { ...facts, status: 'RUNNING', finishedAt: null } as const;
    expect(durationOf(running)).toMatchObject(shown('PT1H', 3600, 'ELAPSED'));
    expect(durationOf({ ...running, upstreamValue: '00:00:01', reported: 1000 })).toMatchObject(shown('PT1H', 3600, 'ELAPSED', '00:00:01'));
  });

  it.each(['QUEUED', 'SUCCEEDED', 'FAILED', 'UNKNOWN'] as const)('is not counted on for a job without an end that is %s', (status) => {
    expect(durationOf({ ...facts, status, finishedAt: null })).toBeNull();
  });

  it('is what was reported where an end is missing', () => {
    const reported = { upstreamValue: '00:04:01', reported: 241_000 };
    expect(durationOf({ ...facts, finishedAt: null, ...reported })).toMatchObject(shown('PT4M1S', 241, 'REPORTED', '00:04:01'));
    expect(durationOf({ ...facts, startedAt: null, ...reported })).toMatchObject(shown('PT4M1S', 241, 'REPORTED', '00:04:01'));
  });

  it('21: is what was reported, else null, where the end is before the start', () => {
    const backwards = { ...facts, finishedAt: start - 1 };
    expect(durationOf(backwards)).toBeNull();
    expect(durationOf({ ...backwards, upstreamValue: '00:04:01', reported: 241_000 })).toMatchObject(shown('PT4M1S', 241, 'REPORTED', '00:04:01'));
  });

  it('is null where nothing is known', () => {
    expect(durationOf({ ...facts, startedAt: null, finishedAt: null })).toBeNull();
  });
});

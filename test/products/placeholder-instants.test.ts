import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { eachProduct, runningOf, seats, type Product, type Seat } from './index.js';
import { startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { expectUntroubled, walk } from './walk.js';

/** An end that no job can have is no end: who runs is not lost from the list, and does not run for 8,000 years. */

const hourMs = 3_600_000;
const now = Date.now();
const startedAt = Math.floor(now / 1000) * 1000 - 2 * hourMs;
const count = 60;

const jobsOf = (product: Product): Partial<SimulatedJob>[] =>
  Array.from({ length: count }, (_, index) => ({ jobId: `FB${100 + index}`, status: runningOf(product), startedAt, finishedAt: null, ...product.vary(0) }));

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds({ now: () => now, jobs: eachProduct(jobsOf) }, { AVEPOINT_PAGE_SIZE: '100' });
});
afterAll(() => worlds.close());

type Instant = string | number | bigint;
const wellKnown: readonly Instant[] = [
  ...['1970-01-01T00:00:00Z', '1899-12-31T23:00:00Z', '9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.9999999-08:00', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00+08:00', '0001-01-01'],
  ...[0, '0', -1, -62_135_596_800_000, 28_800, 253_402_300_799, 253_402_300_799_999, 621_355_968_000_000_000n, 599_266_080_000_000_000n, 3_155_378_975_999_999_999n, '3155378975999999999'],
];
const impossible: readonly Instant[] = ['1999-12-31T23:59:59Z', '1753-01-01T00:00:00Z', '2999-01-01T00:00:00+05:30', 473_385_600, 4_102_444_800_000, 552_877_920_000_000_000n];

/** Every job has an end of its own. */
function setEnds(seat: Seat, ends: readonly Instant[]): void {
  worlds.set(seat, { ownValues: Object.fromEntries(ends.map((end, index) => [`FB${100 + index}`, { finishTime: end }])) });
}

const yearsOf = (answer: unknown): string[] => JSON.stringify(answer).match(/"(?:startedAt|finishedAt|observedAt|from|to)":"[^"]*"/g) ?? [];

describe.each(seats)('$name', (seat) => {
  it('lists what runs, with the time so far, whatever stands for its end', async () => {
    setEnds(seat, wellKnown);
    const walked = await walk(worlds.of(seat), seat, { window: { last: 'PT24H' }, first: 200 });
    expectUntroubled(walked);
    expect(walked.jobs).toHaveLength(count);
    expect(walked.warnings).toEqual([]);
    for (const { status, finishedAt, duration, observedAt } of walked.jobs) {
      expect({ status, finishedAt, basis: duration?.basis }).toEqual({ status: 'RUNNING', finishedAt: null, basis: 'ELAPSED' });
      expect(duration?.seconds).toBe((Date.parse(observedAt) - startedAt) / 1000);
    }
    const raw = new Map(walked.jobs.map((job) => [job.jobId, job.raw['finishTime']]));
    for (const [index, end] of wellKnown.entries()) expect(String(raw.get(`FB${100 + index}`))).toBe(String(end));
  });

  it('says so of any other that no job can have', async () => {
    for (const end of impossible) {
      setEnds(seat, [end]);
      const walked = await walk(worlds.of(seat), seat, { window: { last: 'PT24H' }, first: 200 });
      expectUntroubled(walked);
      expect(walked.jobs).toHaveLength(count);
      expect(walked.pages[0]?.sources[0]?.warnings).toMatchObject([{ code: 'UNREADABLE_VALUE', occurrences: 1 }]);
      const job = walked.jobs.find(({ jobId }) => jobId === 'FB100');
      expect(job).toMatchObject({ status: 'RUNNING', finishedAt: null, duration: { basis: 'ELAPSED' } });
      expect(String(job?.raw['finishTime'])).toBe(String(end));
    }
  });

  it('has no instant outside of the years of four digits, whatever was sent', async () => {
    const instants = fc.oneof(
      fc.bigInt({ min: -(10n ** 13n), max: 4n * 10n ** 18n }),
      fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }).map((ms) => new Date(ms).toISOString()),
      fc.tuple(fc.constantFrom('0000-01-01', '0001-01-01', '9999-12-31'), fc.integer({ min: 0, max: 23 }), fc.constantFrom('-12:00', '+14:00', '-23:59', '')).map(([date, hour, zone]) => `${date}T${String(hour).padStart(2, '0')}:59:59.9999999${zone}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(instants, instants), { minLength: count, maxLength: count }), async (times) => {
        const ownValues = Object.fromEntries(times.map(([startTime, finishTime], index) => [`FB${100 + index}`, { startTime, finishTime }]));
        worlds.set(seat, { ownValues });
        const walked = await walk(worlds.of(seat), seat, { window: { from: '1000-01-01T00:00:00Z' }, first: 200 });
        expectUntroubled(walked);
        expect(walked.jobs).toHaveLength(count);
        expect(yearsOf(walked.jobs).filter((text) => !/:"20\d\d-/.test(text))).toEqual([]);
        const tooLong = walked.jobs.filter(({ duration }) => (duration?.seconds ?? 0) * 1000 > now + 24 * hourMs - Date.UTC(2000, 0));
        expect(tooLong).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

test.each(seats.filter(({ longestDuration }) => longestDuration !== null))('$name: a run of thousands of years, $longestDuration, cannot be read', async (seat) => {
  worlds.set(seat, { values: { [seat.durationName ?? 'duration']: seat.longestDuration, startTime: null } });
  const walked = await walk(worlds.of(seat), seat, { first: 200 });
  expectUntroubled(walked);
  expect(walked.jobs.filter((job) => job.duration !== null)).toEqual([]);
  expect(walked.warnings).toEqual(['UNREADABLE_VALUE']);
});

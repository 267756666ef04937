import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { productNames, type SimulatedJob } from '../../simulator/index.js';
import { environmentOf, olderSeats } from '../products/index.js';
import { listPages } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { isInWindow, keyOfEdge, keyOfJob } from './truth.js';

const HOUR_MS = 3_600_000;
const standsAt = Date.now();
const hoursAgo = (hours: number): string => new Date(standsAt - hours * HOUR_MS).toISOString();

let worlds: readonly World[];
beforeAll(async () => {
  const simulator = { jobsPerProduct: 60, days: 12, now: () => standsAt };
  worlds = await Promise.all([startWorld({ simulator, environment: { AVEPOINT_PAGE_SIZE: '25' } }), startWorld({ simulator, environment: { ...environmentOf(...olderSeats), AVEPOINT_LOOKBACK_HOURS: '12' } })]);
});
afterAll(() => Promise.all(worlds.map((world) => world.close())));

const habits = fc.record({
  clockAheadMs: fc.constantFrom(0, 90_000, 7 * HOUR_MS, 20 * HOUR_MS),
  startlessEvery: fc.constantFrom(0, 2, 5),
  longRunHours: fc.constantFrom(0, 30, 96, 300),
  timeFilter: fc.constantFrom('start' as const, 'finish' as const, 'overlap' as const),
});

const window = fc
  .record({ by: fc.constantFrom('STARTED_AT', 'FINISHED_AT'), from: fc.integer({ min: 3, max: 300 }), hours: fc.integer({ min: 1, max: 200 }), isOpen: fc.boolean() })
  .map(({ by, from, hours, isOpen }) => ({ by, from: hoursAgo(from), ...(!isOpen && { to: hoursAgo(Math.max(from - hours, 2)) }) }));

const hoursOf = (reach: string | null): number => (reach === null ? Infinity : Number(/^PT(\d+)H$/.exec(reach)?.[1] ?? expect.fail(reach)));

function isWithin({ startedAt, finishedAt }: SimulatedJob, hours: number): boolean {
  return startedAt === null || finishedAt === null || finishedAt - startedAt <= hours * HOUR_MS;
}

/** What is listed belongs there; what belongs there is listed, unless it ran longer than the window says that it reaches. */
test('clocks ahead, jobs without a start, long runs: nothing is wrong, lost or listed twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 1), fc.array(habits, { minLength: productNames.length, maxLength: productNames.length }), window, fc.integer({ min: 15, max: 60 }), async (which, drawn, asked, first) => {
      const world = worlds[which] ?? expect.fail('no world');
      world.simulator.set(Object.fromEntries(productNames.map((product, index) => [product, drawn[index]])));
      // How far a window by end reaches it says itself; windows by start have to have seen the longest run.
      if (asked.by === 'STARTED_AT') await listPages(world, { window: { from: hoursAgo(20 * 24) } });
      const pages = await listPages(world, { window: asked, first });
      const { window: resolved } = pages[0] ?? expect.fail('no page');
      expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
      expect(new Set(pages.map((page) => JSON.stringify(page.window))).size).toBe(1);

      const truth = productNames.flatMap((product) => world.simulator.records(product)).filter((job) => isInWindow(job, resolved, !('to' in asked)));
      const seen = pages.flatMap(({ edges }) => edges.map(keyOfEdge));
      expect(seen.filter((key, index) => seen.indexOf(key) !== index)).toEqual([]);
      const belonging = new Set(truth.map(keyOfJob));
      expect(seen.filter((key) => !belonging.has(key))).toEqual([]);
      const listed = new Set(seen);
      expect(truth.filter((job) => !listed.has(keyOfJob(job)) && isWithin(job, hoursOf(resolved.reach))).map(keyOfJob)).toEqual([]);
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 120_000);

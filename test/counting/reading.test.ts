import { setImmediate as nextTurn } from 'node:timers/promises';

import { afterEach, describe, expect, test } from 'vitest';

import { eachProduct, environmentOf, currentSeats, seatOf } from '../products/index.js';
import type { CannedWorld } from '../support/canned-upstream.js';
import { listPages } from '../support/list-jobs.js';
import { plainJobs } from '../products/seated-worlds.js';
import { startWorld, type World, type WorldOptions } from '../support/world.js';
import { iso, now, paged, row, startCanned, startOf, type CannedRow } from './canned.js';
import { count, type Stats } from './count.js';

/** What is read, whatever happens meanwhile. */
const open: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((world) => world.close()))));

async function canned(pageAt: Parameters<typeof startCanned>[0], environment?: Parameters<typeof startCanned>[1]): Promise<CannedWorld> {
  const world = await startCanned(pageAt, environment);
  open.push(world);
  return world;
}

async function simulated(options: WorldOptions): Promise<World> {
  const world = await startWorld(options);
  open.push(world);
  return world;
}

const byStart = { last: 'P3D', by: 'STARTED_AT' };
const countsOf = ({ total }: Stats): unknown => total.counts;
const warningsOf = ({ sources }: Stats): string[] => sources.flatMap(({ warnings }) => warnings.map(({ code }) => code)).sort();

describe('G3: a job counts once, as it was observed last', () => {
  const pages = (...all: readonly (readonly CannedRow[])[]) => (number: number) => ({ rows: all[number] ?? [], total: number === 0 ? 4 : 5 });
  const running = { status: 1, finishTime: null };

  test('jobs that come at the head push others to the next page, where one has ended meanwhile', async () => {
    const world = await canned(pages([row(0), row(1, running)], [row(1, { status: 4 }), row(2)], [row(3)]));
    const stats = await count(world, { period: byStart });
    expect(countsOf(stats)).toMatchObject({ total: 4, succeeded: 3, failed: 1, running: 0 });
    expect([stats.total.precision, warningsOf(stats)]).toEqual(['EXACT', ['PAGE_DRIFT']]);
  });

  test('one that has no end at first is in the period by end once it has one', async () => {
    const world = await canned(pages([row(0), row(1, running)], [row(1), row(2)], [row(3)]));
    expect(countsOf(await count(world, { period: { last: 'P3D' } }))).toMatchObject({ total: 4, succeeded: 4 });
  });

  test('one that the filter takes no more is not counted', async () => {
    // The status is sent along, and this upstream ignores it.
    const world = await canned(pages([row(0, running), row(1, running)], [row(1), row(2, running)], [row(3)]));
    const stats = await count(world, { period: byStart, filter: { statuses: ['RUNNING'] } });
    expect(countsOf(stats)).toMatchObject({ total: 2, running: 2, succeeded: 0 });
    expect(stats.sources[0]?.matched).toBe(2);
  });

  test('a row four times on a page is one job', async () => {
    const rows = [row(0), row(1), row(1), row(1), row(1), row(2)];
    const world = await canned(paged(rows, 6), { AVEPOINT_PAGE_SIZE: '6' });
    expect(countsOf(await count(world, { period: byStart }))).toMatchObject({ total: 3 });
  });

  test('two queries of which an upstream ignores what they ask for bring each job once, and no query takes away what another one brought', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => row(index, { status: [2, 3, 4, 6][index % 4] }));
    const world = await canned(paged(rows));
    const stats = await count(world, { period: byStart, filter: { statuses: ['SUCCEEDED', 'PARTIAL', 'FAILED'] } });
    expect(new Set(world.requests.map(({ query }) => query.get('status')))).toEqual(new Set(['2', '3', '4']));
    expect(countsOf(stats)).toMatchObject({ total: 9, succeeded: 3, partial: 3, failed: 3, stopped: 0 });
    expect([stats.total.precision, warningsOf(stats)]).toEqual(['EXACT', ['FILTER_IGNORED']]);
  });
});

describe('G4: equal reads are one', () => {
  const period = { from: iso(now - 96 * 3_600_000), to: iso(now - 3_600_000), by: 'STARTED_AT' };
  /** No job runs so long that the next request is asked wider. */
  const short = plainJobs(40);

  test('ten identical requests at once make the calls of one, and a repeat within the time of the memory makes none', async () => {
    const world = await simulated({ simulator: short, environment: { PAGE_MEMORY_SECONDS: '120', AVEPOINT_PAGE_SIZE: '5' } });
    const alone = await simulated({ simulator: short, environment: { AVEPOINT_PAGE_SIZE: '5' } });
    const expected = await count(alone, { period, groupBy: ['PRODUCT', 'DAY'] });
    const calls = alone.simulator.calls.length;
    expect(calls).toBeGreaterThan(20);

    world.simulator.set(eachProduct(() => ({ latencyMs: 20 })));
    const all = await Promise.all(Array.from({ length: 10 }, () => count(world, { period, groupBy: ['PRODUCT', 'DAY'] })));
    expect(all.map(({ groups }) => groups)).toEqual(all.map(() => expected.groups));
    expect(world.simulator.calls).toHaveLength(calls);

    const again = await count(world, { period, groupBy: ['PRODUCT', 'DAY'] });
    expect(world.simulator.calls).toHaveLength(calls);
    expect(again.groups).toEqual(expected.groups);
    expect(again.sources.map(({ requests, cacheHits }) => [requests, cacheHits > 0])).toEqual(again.sources.map(() => [0, true]));
  });

  describe('where a page shows a run that is longer than was looked back', () => {
    const hourMs = 3_600_000;
    const job = (jobId: string, hours: number, hoursLong = 0.1) => ({ jobId, startedAt: now - hours * hourMs, finishedAt: now - (hours - hoursLong) * hourMs });
    // On the first page is one of 59 h, for which 74 h are looked back; only then is one seen that began 150 h ago.
    const jobs = { 'iaas-paas': [job('new', 2), job('long', 60, 59), ...Array.from({ length: 50 }, (_, index) => job(`old-${index}`, 62.5 + index)), job('longer', 150, 149)] };
    const period = { last: 'P4D' };
    const start = (environment: Record<string, string>): Promise<World> => simulated({ simulator: { now: () => now, jobs }, environment: { ...environmentOf(seatOf('iaas-paas/jobs')), AVEPOINT_PAGE_SIZE: '5', ...environment } });
    const matchedIn = async (world: World): Promise<unknown> => (await count(world, { period })).sources[0]?.matched;

    test('ten identical requests, one a page behind the other, make the calls of one', async () => {
      const world = await start({ PAGE_MEMORY_SECONDS: '120' });
      await count(world, { period });
      const calls = world.simulator.calls.length;
      expect(calls).toBeGreaterThan(10);

      await world.restart();
      world.simulator.forgetCalls();
      world.simulator.set({ 'iaas-paas': { latencyMs: 20 } });
      const all = [count(world, { period })];
      for (let page = 1; page < 10; page += 1) {
        while (world.simulator.calls.length < page) await nextTurn();
        all.push(count(world, { period }));
      }
      expect(new Set((await Promise.all(all)).map(({ total }) => total.counts?.total)).size).toBe(1);
      expect(world.simulator.calls).toHaveLength(calls);
    });

    test('the first reading of the time of the memory says how far all that count look back, and lists look back further at once', async () => {
      const world = await start({ PAGE_MEMORY_SECONDS: '120' });
      expect(await matchedIn(world)).toBe(36);
      const window = { ...period, by: 'FINISHED_AT' };
      const [page] = await listPages(world, { window });
      expect(page?.window.reach).toBe('PT74H');
      expect((await listPages(world, { window })).flatMap(({ edges }) => edges)).toHaveLength(37);
      world.simulator.forgetCalls();
      expect([await matchedIn(world), world.simulator.calls]).toEqual([36, []]);
    });

    test('a reading behind a list looks back as far as that has shown', async () => {
      const world = await start({ PAGE_MEMORY_SECONDS: '120' });
      await listPages(world);
      expect(await matchedIn(world)).toBe(37);
    });

    test('with no memory the next reading looks back further', async () => {
      const world = await start({ PAGE_MEMORY_SECONDS: '0' });
      expect([await matchedIn(world), await matchedIn(world)]).toEqual([36, 37]);
    });
  });

  test('two fields of one operation that read alike make the calls of one', async () => {
    const world = await simulated({ simulator: short, environment: { ...environmentOf(seatOf('salesforce/jobs')), AVEPOINT_PAGE_SIZE: '10' } });
    const document = (fields: string): string => `query ($period: JobPeriodInput) { ${fields} }`;
    await world.query(document('a: jobStats(period: $period) { total { counts { total } } }'), { period });
    const calls = world.simulator.calls.length;
    world.simulator.forgetCalls();
    const { data } = await world.query<Record<'a' | 'b', Stats>>(document('a: jobStats(period: $period) { total { counts { total } } } b: jobStats(period: $period, groupBy: [DAY]) { total { counts { total } } }'), { period });
    expect(world.simulator.calls).toHaveLength(calls);
    expect(data?.b.total).toEqual(data?.a.total);
  });
});

describe('G10', () => {
  test('all fields of an operation have the same present', async () => {
    const world = await canned(paged([row(0)]));
    const fields = Array.from({ length: 5 }, (_, index) => `f${index}: jobStats { period { from to isDefault } }`).join(' ');
    const { data } = await world.query<Record<string, Stats>>(`{ ${fields} }`);
    const [first, ...others] = Object.values(data ?? {});
    expect(others).toEqual(others.map(() => first));
    expect(Date.parse(first?.period.to ?? '') - Date.parse(first?.period.from ?? '')).toBe(7 * 86_400_000);
  });

  test('an unknown status counts in `unknown` and `total` and in no rate; an unknown type is a group of its own; lists warn of them, and so do counts', async () => {
    const world = await canned(paged([row(0), row(1, { status: 99 }), row(2, { status: 4 }), row(3, { type: 777 })]));
    const stats = await count(world, { period: byStart, groupBy: ['TYPE'] });
    expect(stats.total).toMatchObject({ precision: 'EXACT', counts: { total: 4, succeeded: 2, failed: 1, unknown: 1 }, successRate: 2 / 3 });
    expect(stats.groups.map(({ key, counts }) => [key.type?.code, counts?.total])).toEqual([
      ['1', 3],
      ['777', 1],
    ]);
    expect(stats.sources[0]?.warnings.filter(({ code }) => code === 'UNKNOWN_CODE').reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(2);
    const byOperation = await count(world, { period: byStart, groupBy: ['OPERATION'] });
    expect(byOperation.groups.map(({ key, counts }) => [key.operation, counts?.total])).toEqual([
      ['BACKUP', 3],
      ['UNKNOWN', 1],
    ]);
  });

  test('an odd job that several streams bring is warned of once', async () => {
    const jobs = { 'microsoft-365': [{ jobId: 'IB-1', type: 1, service: 1, status: 42 }] };
    const world = await simulated({ simulator: { jobs }, environment: environmentOf(seatOf('microsoft-365/cloud-backup-jobs')) });
    const stats = await count(world, { period: byStart, groupBy: ['TYPE', 'WORKLOAD'] });
    expect(stats.total.counts?.unknown).toBe(1);
    expect(stats.sources[0]?.warnings.map(({ code, occurrences }) => [code, occurrences])).toEqual([['UNKNOWN_CODE', 1]]);
  });
});

describe('G11: the order of upstreams is not documented', () => {
  const story = { simulator: { now: () => now, jobsPerProduct: 60, days: 4 } };

  test.each(['shuffled', 'oldest'] as const)('%s: read to its end it counts right, and is covered', async (order) => {
    const world = await simulated({ ...story, environment: { AVEPOINT_PAGE_SIZE: '7' } });
    const ordered = await count(world, { period: byStart, groupBy: ['PRODUCT'] });
    world.simulator.set(eachProduct(() => ({ order })));
    const stats = await count(world, { period: byStart, groupBy: ['PRODUCT'] });
    expect(stats.groups.map(({ key, counts, precision }) => [key.product, counts, precision])).toEqual(ordered.groups.map(({ key, counts }) => [key.product, counts, 'EXACT']));
    expect(stats.sources.map(({ coveredFrom }) => coveredFrom)).toEqual(stats.sources.map(() => stats.period.from));
    expect(new Set(warningsOf(stats))).toContain('OUT_OF_ORDER');
  });

  test.each(['shuffled', 'oldest'] as const)('%s: before its end there is no coverage, and what was read is a lower bound', async (order) => {
    const world = await simulated({ ...story, environment: { AVEPOINT_PAGE_SIZE: '7', AVEPOINT_SCAN_BUDGET: String(2 * currentSeats.length) } });
    world.simulator.set(eachProduct(() => ({ order })));
    const stats = await count(world, { period: byStart, groupBy: ['PRODUCT', 'DAY'] });
    expect(stats.sources.map(({ outcome, coveredFrom }) => [outcome, coveredFrom])).toEqual(stats.sources.map(() => ['PARTIAL', null]));
    expect(stats.groups.every(({ precision, counts }) => (precision === 'UNKNOWN' && counts === null) || (precision === 'AT_LEAST' && (counts?.total ?? 0) > 0))).toBe(true);
    expect(stats.total.precision).toBe('AT_LEAST');
  });
});

test('oddities of counted jobs are said, as those of listed ones', async () => {
  const world = await canned(paged([row(0, { totalObjects: -5 }), row(1, { startTime: iso(now + 7_200_000), finishTime: null, status: 1 }), row(2, { jobId: '' })]));
  const stats = await count(world, { period: byStart });
  expect(warningsOf(stats)).toEqual(expect.arrayContaining(['CLOCK_AHEAD', 'RECORD_WITHOUT_ID', 'UNREADABLE_VALUE']));
  expect(startOf(0)).toBeLessThan(now);
});

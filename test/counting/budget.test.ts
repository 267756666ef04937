import { afterEach, describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { eachProduct, productOf, seatOf, timeFilterOf } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { askToCount, count, sumOf, type Counts, type CountedGroup, type CountedSource, type Stats } from './count.js';

/** What a reading may spend, and what it says of the rest. */
const dayMs = 86_400_000;
const now = Math.floor(Date.now() / 1000) * 1000;
const iso = (ms: number): string => new Date(ms).toISOString();

const worlds: World[] = [];
afterEach(async () => void (await Promise.all(worlds.splice(0).map((world) => world.close()))));

/** Evenly back from a minute ago, each of them of a few minutes. */
function evenly(product: ProductName, many: number, days: number): Partial<SimulatedJob>[] {
  const step = Math.floor((days * dayMs) / many / 1000) * 1000;
  return Array.from({ length: many }, (_, index) => {
    const startedAt = now - 60_000 - index * step;
    return { jobId: `${product}-${String(index).padStart(6, '0')}`, startedAt, finishedAt: Math.min(startedAt + 240_000, now - 1000), ...productOf(product).vary(index) };
  });
}

async function startWith(jobs: Partial<Record<ProductName, readonly Partial<SimulatedJob>[]>>, environment: Record<string, string>): Promise<World> {
  const products = Object.keys(jobs) as ProductName[];
  const filters = Object.assign({}, ...products.map((product) => timeFilterOf(product, 'start'))) as Record<string, string>;
  const world = await startWorld({ simulator: { now: () => now, jobs }, environment: { AVEPOINT_PRODUCTS: products.join(','), LIMIT_COST_PER_MINUTE: '1000000', ...filters, ...environment } });
  worlds.push(world);
  return world;
}

const only = ({ sources: [source] }: Stats): CountedSource => source ?? expect.fail('no source');
const sourceOf = ({ sources }: Stats, product: ProductName): CountedSource => sources.find(({ source }) => source.id.endsWith(`/${product}`)) ?? expect.fail(product);
const newestFirst = ({ groups }: Stats): CountedGroup[] => [...groups].sort((a, b) => Date.parse(b.key.stretch?.start ?? '') - Date.parse(a.key.stretch?.start ?? ''));

/** Jobs of a period as they are. */
function truthOf(jobs: readonly Partial<SimulatedJob>[], by: string, from: number, to: number): number {
  return jobs.map((job) => (by === 'STARTED_AT' ? job.startedAt : job.finishedAt) ?? 0).filter((instant) => instant >= from && instant < to).length;
}

describe('G5, G6: a period that needs 1,000 calls', () => {
  const jobs = evenly('salesforce', 2000, 20);
  const from = iso(now - 21 * dayMs);

  test('ends at 300, with the recent days EXACT, one day AT_LEAST, and the rest UNKNOWN', async () => {
    const world = await startWith({ salesforce: jobs }, { AVEPOINT_PAGE_SIZE: '2' });
    const stats = await count(world, { period: { from, by: 'STARTED_AT' }, groupBy: ['DAY'] });

    expect([world.simulator.calls.length, only(stats).requests]).toEqual([300, 300]);
    const coveredFrom = Date.parse(only(stats).coveredFrom ?? '');
    // The start of the last job that was read, and a second more.
    expect(coveredFrom).toBe((jobs[599]?.startedAt ?? 0) + 1000);
    expect(only(stats)).toMatchObject({ outcome: 'PARTIAL', matched: 600, error: { code: 'BUDGET_EXHAUSTED' } });
    const days = newestFirst(stats);
    expect(days.map(({ precision }) => precision).join(' ')).toMatch(/^(EXACT ){5,7}AT_LEAST( UNKNOWN){13,}$/);
    for (const { key, precision, counts, objects } of days) {
      const [start, end] = [Date.parse(key.stretch?.start ?? ''), Date.parse(key.stretch?.end ?? '')];
      const truth = truthOf(jobs, 'STARTED_AT', start, end);
      if (precision === 'EXACT') expect(counts?.total).toBe(truth);
      if (precision === 'AT_LEAST') expect(counts?.total).toBe(truthOf(jobs, 'STARTED_AT', coveredFrom - 1000, end));
      if (precision === 'UNKNOWN') expect([counts, objects]).toEqual([null, null]);
    }
    expect(stats.total).toMatchObject({ precision: 'AT_LEAST', counts: { total: 600 }, successRate: null, durations: null });
    expect(stats.isComplete).toBe(false);
  });

  test.each(['STARTED_AT', 'FINISHED_AT'])('G9, by %s: asked on from `coveredFrom` until it is done it adds up to the whole', async (by) => {
    // A tenth of the calls.
    const world = await startWith({ salesforce: jobs }, { AVEPOINT_PAGE_SIZE: '20', AVEPOINT_SCAN_BUDGET: '30' });
    const covered: Counts[] = [];
    let to: string | null = null;
    for (let steps = 0; ; steps += 1) {
      const stats = await count(world, { period: { from, by, ...(to !== null && { to }) } });
      const { coveredFrom } = only(stats);
      if (coveredFrom === null) expect.fail('nothing is covered');
      if (stats.isComplete) {
        covered.push(stats.total.counts ?? expect.fail('no counts'));
        expect(steps).toBeGreaterThanOrEqual(3);
        break;
      }
      expect(Date.parse(coveredFrom)).toBeLessThan(Date.parse(stats.period.to));
      // From there on it is exact, as `coveredFrom` says.
      const rest = await count(world, { period: { from: coveredFrom, by, ...(to !== null && { to }) } });
      expect([rest.total.precision, rest.isComplete, only(rest).outcome]).toEqual(['EXACT', true, 'OK']);
      covered.push(rest.total.counts ?? expect.fail('no counts'));
      to = coveredFrom;
    }
    expect(sumOf(covered).total).toBe(2000);
    expect(sumOf(covered).succeeded).toBe(2000);
  });

  test('G6, by end: what ended within one lookback of the last start that was read is a lower bound', async () => {
    const world = await startWith({ salesforce: jobs }, { AVEPOINT_PAGE_SIZE: '20', AVEPOINT_SCAN_BUDGET: '30' });
    const stats = await count(world, { period: { from }, groupBy: ['DAY'] });
    const lookbackMs = 2 * dayMs;
    expect(Date.parse(only(stats).coveredFrom ?? '')).toBe((jobs[599]?.startedAt ?? 0) + lookbackMs + 1000);
    expect(newestFirst(stats).map(({ precision }) => precision).join(' ')).toMatch(/^(EXACT ){3,5}(AT_LEAST ){2,4}(UNKNOWN ?){12,}$/);
  });

  test('G6, by end: where not even a lookback was read nothing is covered, and what was read is a lower bound', async () => {
    const world = await startWith({ salesforce: jobs }, { AVEPOINT_PAGE_SIZE: '20', AVEPOINT_SCAN_BUDGET: '5' });
    const stats = await count(world, { period: { from }, groupBy: ['DAY'] });
    expect(only(stats)).toMatchObject({ outcome: 'PARTIAL', coveredFrom: null, matched: 100 });
    expect(new Set(stats.groups.map(({ precision }) => precision))).toEqual(new Set(['AT_LEAST', 'UNKNOWN']));
  });

  test('G8: says what to do, in the message and in `errors`', async () => {
    const world = await startWith({ salesforce: jobs }, { AVEPOINT_PAGE_SIZE: '20', AVEPOINT_SCAN_BUDGET: '30' });
    const { data, errors = [] } = await askToCount(world, { period: { from, by: 'STARTED_AT' } });
    const stats = data?.stats ?? expect.fail('nothing counted');
    const { error, coveredFrom } = only(stats);
    expect(error?.message).toContain(`Read back to ${coveredFrom}`);
    expect(error?.message).toMatch(/period from there.*fewer sources.*page size/);
    expect(errors.map(({ path, message, extensions }) => [path, message, extensions])).toEqual([[['stats'], error?.message, { code: 'BUDGET_EXHAUSTED', source: 'default/us/salesforce' }]]);
  });
});

describe('G5: calls are dealt out a page a stream in turn', () => {
  test('a large source does not starve small ones, and has what they leave', async () => {
    const world = await startWith({ salesforce: evenly('salesforce', 1500, 10), 'dynamics-365': evenly('dynamics-365', 48, 10), 'google-workspace': evenly('google-workspace', 30, 10) }, { AVEPOINT_PAGE_SIZE: '5', AVEPOINT_SCAN_BUDGET: '60' });
    const stats = await count(world, { period: { last: 'P11D', by: 'STARTED_AT' }, groupBy: ['SOURCE'] });
    expect(['dynamics-365', 'google-workspace', 'salesforce'].map((product) => sourceOf(stats, product as ProductName).outcome)).toEqual(['OK', 'OK', 'PARTIAL']);
    expect(stats.groups.map(({ key, precision, counts }) => [key.source?.id.split('/').at(-1), precision, counts?.total ?? null])).toEqual([
      ['google-workspace', 'EXACT', 30],
      ['salesforce', 'AT_LEAST', sourceOf(stats, 'salesforce').matched],
      ['dynamics-365', 'EXACT', 48],
    ]);
    expect(world.simulator.calls).toHaveLength(60);
  });

  test('nor does a quick source a slow one', async () => {
    const world = await startWith({ salesforce: evenly('salesforce', 600, 10), 'dynamics-365': evenly('dynamics-365', 600, 10) }, { AVEPOINT_PAGE_SIZE: '5', AVEPOINT_SCAN_BUDGET: '60' });
    world.simulator.set({ 'dynamics-365': { latencyMs: 30 } });
    const stats = await count(world, { period: { last: 'P11D', by: 'STARTED_AT' } });
    const [quick, slow] = [sourceOf(stats, 'salesforce').requests, sourceOf(stats, 'dynamics-365').requests];
    expect(quick + slow).toBe(60);
    // Numbered pages are asked for four at once: one may have three in hand that the other is short of.
    expect(Math.abs(quick - slow)).toBeLessThanOrEqual(2 * 3);
  });

  test('failed attempts count', async () => {
    const world = await startWith({ salesforce: evenly('salesforce', 600, 10) }, { AVEPOINT_PAGE_SIZE: '5', AVEPOINT_SCAN_BUDGET: '20' });
    world.simulator.set({ salesforce: { fault: { kind: 'invalid-json', times: 2, after: 3, apart: 2 } } });
    const stats = await count(world, { period: { last: 'P11D', by: 'STARTED_AT' } });
    expect([world.simulator.calls.length, only(stats).requests, only(stats).matched]).toEqual([20, 20, 18 * 5]);
  });

  test('all fields that count share it, and lists have their own', async () => {
    const world = await startWith({ salesforce: evenly('salesforce', 600, 10) }, { AVEPOINT_PAGE_SIZE: '5', AVEPOINT_SCAN_BUDGET: '20', AVEPOINT_CALL_BUDGET: '10' });
    const { data } = await world.query<{ a: Stats; b: Stats; list: { nodes: object[]; isComplete: boolean } }>(`{
      a: jobStats(period: { last: "P11D", by: STARTED_AT }) { sources { requests outcome } }
      b: jobStats(period: { last: "P9D", by: STARTED_AT }, filter: { search: "salesforce" }) { sources { requests outcome } }
      list: jobs(first: 25, window: { last: "P3D" }) { nodes { id } isComplete }
    }`);
    const spent = [data?.a, data?.b].map((stats) => stats?.sources[0]?.requests ?? 0);
    expect(spent.reduce((sum, requests) => sum + requests, 0)).toBe(20);
    expect(spent.every((requests) => requests >= 8)).toBe(true);
    expect([data?.list.nodes.length, data?.list.isComplete]).toEqual([25, true]);
  });

  test('G8: a source whose first page it does not reach is PARTIAL with BUDGET_EXHAUSTED, and nothing of it is known', async () => {
    const world = await startWith({ salesforce: evenly('salesforce', 20, 5), 'dynamics-365': evenly('dynamics-365', 20, 5), 'iaas-paas': evenly('iaas-paas', 20, 5) }, { AVEPOINT_SCAN_BUDGET: '2' });
    const { data, errors = [] } = await askToCount(world, { period: { last: 'P6D', by: 'STARTED_AT' }, groupBy: ['SOURCE'] });
    const stats = data?.stats ?? expect.fail('nothing counted');
    expect(world.simulator.calls).toHaveLength(2);
    const unread = stats.sources.filter(({ requests }) => requests === 0);
    expect(unread).toEqual([expect.objectContaining({ outcome: 'PARTIAL', coveredFrom: null, matched: null, error: expect.objectContaining({ code: 'BUDGET_EXHAUSTED' }) as unknown })]);
    expect(stats.groups.map(({ key, precision, counts }) => [key.source?.id === unread[0]?.source.id, precision, counts?.total ?? null]).sort()).toEqual([
      [false, 'EXACT', 20],
      [false, 'EXACT', 20],
      [true, 'UNKNOWN', null],
    ]);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BUDGET_EXHAUSTED', source: unread[0]?.source.id }]);
  });
});

test('G7, A3: a job whose other stream was not reached is not said to be of no service', async () => {
  const jobs = evenly('microsoft-365', 40, 5).map((job, index) => ({ ...job, type: (index % 5) + 1, service: (index % 12) + 1 }));
  const world = await startWith({ 'microsoft-365': jobs }, { AVEPOINT_SCAN_BUDGET: '10' });
  const stats = await count(world, { period: { last: 'P6D', by: 'STARTED_AT' }, groupBy: ['TYPE', 'WORKLOAD'] });
  expect(world.simulator.calls).toHaveLength(10);
  expect(only(stats)).toMatchObject({ outcome: 'PARTIAL', coveredFrom: null });
  const untold = stats.groups.filter(({ key }) => key.type === null || key.workload === null);
  expect(untold.reduce((sum, { counts }) => sum + (counts?.total ?? 0), 0)).toBe(0);
  for (const { key, counts } of stats.groups) {
    const truth = jobs.filter(({ type, service }) => String(type) === key.type?.code && String(service) === key.workload?.code).length;
    expect(counts?.total ?? 0).toBeLessThanOrEqual(truth);
  }
  expect(stats.total.counts).toEqual(sumOf(stats.groups.map(({ counts }) => counts)));
});

test('G5: 15 s are the time of an operation', async () => {
  const world = await startWith({ salesforce: evenly('salesforce', 600, 10) }, { AVEPOINT_PAGE_SIZE: '2' });
  world.simulator.set(eachProduct(() => ({ latencyMs: 1500 })));
  const stats = await count(world, { period: { last: 'P11D', by: 'STARTED_AT' } });
  expect(only(stats)).toMatchObject({ outcome: 'PARTIAL', error: { code: 'BUDGET_EXHAUSTED' }, coveredFrom: expect.any(String) as string });
  expect(only(stats).requests).toBeGreaterThan(8);
  expect(stats.total.counts?.total).toBe(only(stats).matched);
});

test('G12: numbered pages are read four at once where the total says that they are needed; tokens are not', async () => {
  const jobs = { salesforce: evenly('salesforce', 60, 5), 'iaas-paas': evenly('iaas-paas', 60, 5) };
  for (const [product, most] of [['salesforce', 4], ['iaas-paas', 1]] as const) {
    const world = await startWith({ [product]: jobs[product] }, { AVEPOINT_PAGE_SIZE: '5' });
    world.simulator.set({ [product]: { latencyMs: 60 } });
    const stats = await count(world, { period: { last: 'P6D', by: 'STARTED_AT' } });
    expect([stats.total.counts?.total, world.simulator.calls.length, world.simulator.open.most]).toEqual([60, 12, most]);
  }
  expect([seatOf('salesforce/jobs').isNumbered, seatOf('iaas-paas/jobs').isNumbered]).toEqual([true, false]);
});

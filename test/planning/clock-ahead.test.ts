import { afterEach, describe, expect, test } from 'vitest';

import { productNames, type ProductName, type SimulatedJob } from '../../simulator/index.js';
import { environmentOf, seatOf, seats, timeFilterOf, type Seat } from '../products/index.js';
import { jobIdsOf, listPage, listPages, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { parametersOf } from './received.js';

const iaasPaas = seatOf('iaas-paas/jobs');

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const at = (ms: number): number => Math.floor((Date.now() + ms) / 1000) * 1000;
const iso = (ms: number): string => new Date(ms).toISOString();

let world: World;
afterEach(() => world.close());

const jobs = (): Partial<SimulatedJob>[] => [
  { jobId: 'past', startedAt: at(-2 * HOUR_MS), finishedAt: at(-HOUR_MS) },
  { jobId: 'older', startedAt: at(-3 * HOUR_MS), finishedAt: at(-2 * HOUR_MS) },
  { jobId: 'seconds', startedAt: at(5 * MINUTE_MS), finishedAt: at(10 * MINUTE_MS) },
  { jobId: 'hours', startedAt: at(7 * HOUR_MS), finishedAt: at(8 * HOUR_MS) },
];

async function start(seat: Seat, own = jobs(), more: Readonly<Record<string, string>> = {}): Promise<void> {
  world = await startWorld({ simulator: { jobs: { [seat.product]: own } }, environment: { ...environmentOf(seat), ...more } });
}

const warningsOf = (page: Awaited<ReturnType<typeof listPage>>, product: ProductName): (string | number)[][] => sourceOf(page, product).warnings.map(({ code, occurrences }) => [code, occurrences]);

describe.each(seats)('jobs that start ahead of this clock: $name', (seat) => {
  test.each([{}, { last: 'PT24H' }, { from: iso(Date.now() - 24 * HOUR_MS) }, { last: 'PT24H', by: 'FINISHED_AT' }])('lead a list without an end, with a warning: %o', async (window) => {
    await start(seat);
    const page = await listPage(world, { field: seat.field, window });
    expect(jobIdsOf(page.edges)).toEqual(['hours', 'seconds', 'past', 'older']);
    expect(warningsOf(page, seat.product)).toEqual([['CLOCK_AHEAD', 2]]);
    expect(sourceOf(page, seat.product).warnings[0]?.message).toMatch(/^Jobs start later than this server's clock says it is\. Check both clocks: .*doctor/);
    expect(Math.abs(Date.parse(page.window.to) - Date.now())).toBeLessThan(MINUTE_MS);
  });

  test('are outside of a window whose end the caller gave', async () => {
    await start(seat);
    for (const by of ['STARTED_AT', 'FINISHED_AT']) {
      const page = await listPage(world, { field: seat.field, window: { to: iso(at(0)), by } });
      expect(jobIdsOf(page.edges)).toEqual(['past', 'older']);
      expect(warningsOf(page, seat.product)).toEqual([]);
      const later = await listPage(world, { field: seat.field, window: { to: iso(at(2 * HOUR_MS)), by } });
      expect(jobIdsOf(later.edges)).toEqual(['seconds', 'past', 'older']);
    }
  });

  test('are found by their ids, unless the window has an end before them', async () => {
    await start(seat);
    const find = async (window: Readonly<Record<string, unknown>> | null): Promise<number | undefined> => {
      const { data } = await world.query<{ findJobs: readonly unknown[] }>('query ($window: JobWindowInput) { findJobs(jobId: "hours", window: $window) { id } }', { window });
      return data?.findJobs.length;
    };
    expect([await find(null), await find({ last: 'PT24H' }), await find({ to: iso(at(0)) })]).toEqual([1, 1, 0]);
  });

  test('come once in a walk of any page size, each warned of where it is delivered', async () => {
    await start(seat, jobs(), { AVEPOINT_PAGE_SIZE: '1' });
    const pages = await listPages(world, { field: seat.field, window: { last: 'P2D' }, first: 1 });
    expect(pages.flatMap(({ edges }) => jobIdsOf(edges))).toEqual(['hours', 'seconds', 'past', 'older']);
    expect(pages.filter(({ edges }) => edges.length > 0).map((page) => warningsOf(page, seat.product).length)).toEqual([1, 1, 0, 0]);
    expect(new Set(pages.map(({ window }) => window.to)).size).toBe(1);
  });

  test.each(['start', 'finish', 'overlap'] as const)('are asked for a day ahead, also where the filter is known: %s', async (timeFilter) => {
    await start(seat, jobs(), timeFilterOf(seat.product, timeFilter));
    world.simulator.set({ [seat.product]: { timeFilter } });
    for (const by of ['STARTED_AT', 'FINISHED_AT']) {
      const page = await listPage(world, { field: seat.field, window: { last: 'PT24H', by } });
      expect(jobIdsOf(page.edges)).toEqual(['hours', 'seconds', 'past', 'older']);
      expect(warningsOf(page, seat.product)).toEqual([['CLOCK_AHEAD', 2]]);
    }
  });
});

test.each(seats.filter(({ method, durationUnit }) => method === 'GET' && durationUnit !== 'ticks'))('what is sent reaches a day beyond now, rounded from the window alone: $name', async (seat) => {
  await start(seat, [], timeFilterOf(seat.product, 'start'));
  const before = Date.now();
  for (const window of [{}, { last: 'PT1H' }, { last: 'PT1H', by: 'FINISHED_AT' }]) await listPage(world, { field: seat.field, window });
  for (const call of world.simulator.calls) {
    const to = Date.parse(parametersOf(call)['finishtime'] ?? '');
    expect(to).toBeGreaterThanOrEqual(before + 24 * HOUR_MS);
    expect(to % (seat.grain === 'day' ? 24 * HOUR_MS : HOUR_MS)).toBe(0);
  }
});

test('a job that runs ahead of this clock has no elapsed time yet', async () => {
  await start(iaasPaas, [{ jobId: 'runs', status: 1, startedAt: at(HOUR_MS), finishedAt: null }]);
  const { data } = await world.query('{ iaasPaasJobs { nodes { status duration { seconds } } } }');
  expect(data).toEqual({ iaasPaasJobs: { nodes: [{ status: 'RUNNING', duration: null }] } });
});

test('they are part of an exact total, on the first page', async () => {
  await start(iaasPaas, jobs(), { AVEPOINT_IAAS_PAAS_TIME_FILTER: 'start', AVEPOINT_PAGE_SIZE: '1' });
  const ask = async (after: string | null) => {
    const { data } = await world.query<{ list: { totalCount: number | null; pageInfo: { endCursor: string } } }>(
      'query ($after: String) { list: iaasPaasJobs(first: 3, window: { last: "P1D" }, after: $after) { totalCount pageInfo { endCursor } } }',
      { after },
    );
    return data?.list ?? expect.fail('no list');
  };
  const first = await ask(null);
  expect(first.totalCount).toBe(4);
  // What is ahead then cannot be told from what came in since.
  expect((await ask(first.pageInfo.endCursor)).totalCount).toBeNull();
});

describe('later pages', () => {
  const own = (product: ProductName) => [1, 2, 3].map((hours) => ({ jobId: `${product}-${hours}`, startedAt: at(-hours * HOUR_MS) }));

  test('take no job that came in since the first, in no source', async () => {
    world = await startWorld({ simulator: { jobs: Object.fromEntries(productNames.map((product) => [product, own(product)])) } });
    const first = await listPage(world, { window: { last: 'PT12H' }, first: 1 });
    for (const product of productNames) world.simulator.add(product, { jobId: `${product}-new`, startedAt: Math.ceil((Date.parse(first.window.to) + 1) / 1000) * 1000 });
    const rest = await listPage(world, { window: { last: 'PT12H' }, first: 50, after: first.pageInfo.endCursor });
    expect(rest.edges).toHaveLength(3 * productNames.length - 1);
    expect(jobIdsOf(rest.edges).filter((id) => id.endsWith('new'))).toEqual([]);
  });

  test('owe those of a source that failed', async () => {
    world = await startWorld({ simulator: { jobs: { 'iaas-paas': own('iaas-paas'), salesforce: jobs() } }, environment: { AVEPOINT_PRODUCTS: 'iaas-paas,salesforce' } });
    world.simulator.set({ salesforce: { permitted: false } });
    const first = await listPage(world, { window: { last: 'PT12H' }, first: 1 });
    expect(jobIdsOf(first.edges)).toEqual(['iaas-paas-1']);
    world.simulator.set({ salesforce: { permitted: true } });
    const rest = await listPage(world, { window: { last: 'PT12H' }, after: first.pageInfo.endCursor });
    expect(jobIdsOf(rest.edges).slice(0, 2)).toEqual(['hours', 'seconds']);
  });
});

test('a product whose clock is ahead loses nothing, and says so', async () => {
  const clockAheadMs = 7 * HOUR_MS;
  const standsAt = Date.now();
  world = await startWorld({ simulator: { jobsPerProduct: 100, days: 10, now: () => standsAt, switches: Object.fromEntries(productNames.map((product) => [product, { clockAheadMs }])) } });
  // By its story, a product may have begun nothing in these hours.
  for (const product of productNames) world.simulator.add(product, { jobId: `${product}-ahead`, startedAt: Math.floor(standsAt / 1000) * 1000 + 3 * HOUR_MS });
  const pages = await listPages(world, { window: { last: 'P5D' }, first: 7 });
  for (const product of productNames) {
    const from = Date.parse(pages[0]?.window.from ?? '');
    const truth = world.simulator.records(product).filter(({ startedAt }) => startedAt === null || startedAt >= from);
    const seen = pages.flatMap(({ edges }) => edges).filter(({ node }) => node.product.toLowerCase().replaceAll('_', '-') === product);
    expect(jobIdsOf(seen).sort()).toEqual(truth.map(({ jobId }) => jobId).sort());
    expect(pages.flatMap((page) => warningsOf(page, product).map(([code]) => code))).toContain('CLOCK_AHEAD');
  }
});

test('where clocks agree there is no warning', async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 200, days: 10 } });
  for (const by of ['STARTED_AT', 'FINISHED_AT']) {
    const pages = await listPages(world, { window: { last: 'P2D', by } });
    expect(pages.flatMap(({ sources }) => sources.flatMap(({ warnings }) => warnings)).filter(({ code }) => code === 'CLOCK_AHEAD')).toEqual([]);
  }
});

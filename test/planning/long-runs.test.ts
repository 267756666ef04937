import { afterEach, describe, expect, test } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { environmentOf, seatOf, seats, type Seat } from '../products/index.js';
import { jobIdsOf, listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const iaasPaas = seatOf('iaas-paas/jobs');

const HOUR_MS = 3_600_000;
const now = Date.now();
const ago = (hours: number): number => Math.floor((now - hours * HOUR_MS) / 1000) * 1000;

const short = Array.from({ length: 8 }, (_, index) => ({ jobId: `short-${index}`, startedAt: ago(index + 2), finishedAt: ago(index + 1.5) }));
const long = { jobId: 'long', startedAt: ago(97), finishedAt: ago(1) };
const ended = { last: 'PT24H', by: 'FINISHED_AT' };

let world: World;
afterEach(() => world.close());

async function start(seat: Seat, jobs: readonly Partial<SimulatedJob>[], more: Readonly<Record<string, string>> = {}): Promise<void> {
  world = await startWorld({ simulator: { jobs: { [seat.product]: jobs } }, environment: { ...environmentOf(seat), ...more } });
}

const reachOf = async (field: string, window: Readonly<Record<string, unknown>> = ended): Promise<string | null> => (await listPage(world, { field, window, first: 1 })).window.reach;

describe.each(seats)('a job that ran longer than the lookback: $name', (seat) => {
  test('may be missing as the window says, and is found once any page has shown it', async () => {
    await start(seat, [...short, long]);
    const before = await listPage(world, { field: seat.field, window: ended });
    expect(before.window.reach).toBe('PT48H');
    await listPage(world, { field: seat.field });
    const after = await listPage(world, { field: seat.field, window: ended });
    expect(jobIdsOf(after.edges)).toContain('long');
    expect(after.window.reach).toBe('PT120H');
  });
});

describe('the longest run', () => {
  const runs = { jobId: 'runs', status: 1, startedAt: ago(200), finishedAt: null };

  test.each([
    ['of a job that still runs counts as far as it has come', [runs], 'PT251H'],
    ['of a job that waits does not count', [{ ...runs, status: 0 }], 'PT48H'],
    ['counts up to thirty days', [{ ...runs, startedAt: ago(29 * 24) }], 'PT720H'],
    ['is no reason to look back less than the setting says', short, 'PT48H'],
    ['of a job that starts ahead of this clock counts as nothing', [{ ...runs, startedAt: ago(-2) }], 'PT48H'],
  ])('%s', async (_title, jobs, reach) => {
    await start(iaasPaas, jobs);
    await listPage(world, { field: iaasPaas.field });
    expect(await reachOf(iaasPaas.field)).toBe(reach);
  });

  test('leaves a setting beyond thirty days as it is', async () => {
    await start(iaasPaas, [{ ...runs, startedAt: ago(29 * 24) }], { AVEPOINT_LOOKBACK_HOURS: '1000' });
    await listPage(world, { field: iaasPaas.field });
    expect(await reachOf(iaasPaas.field)).toBe('PT1000H');
  });

  test('is also that of a job that was looked up', async () => {
    await start(iaasPaas, [...short, long]);
    await world.query('{ findJobs(jobId: "long") { id } }');
    expect(await reachOf(iaasPaas.field)).toBe('PT120H');
  });

  test('does not make windows by start wider', async () => {
    await start(iaasPaas, [...short, long], { AVEPOINT_PRODUCTS: 'iaas-paas' });
    const ask = async (): Promise<unknown> => {
      world.simulator.forgetCalls();
      await listPage(world, { field: iaasPaas.field });
      return world.simulator.calls.map(({ query }) => [query['startTime']?.slice(0, 10), query['finishTime']?.slice(0, 10)]);
    };
    const before = await ask();
    expect(await ask()).toEqual(before);
  });
});

describe('one walk, one lookback', () => {
  const bounds = (): string[] => world.simulator.calls.map(({ query }) => `${query['startTime']} ${query['finishTime']}`);

  test('a cursor keeps the one that it was made with', async () => {
    await start(iaasPaas, [...short, long], { AVEPOINT_PAGE_SIZE: '3' });
    const list = { field: iaasPaas.field, window: ended, first: 2 };
    const first = await listPage(world, list);
    const [asked] = bounds();
    await listPage(world, { field: iaasPaas.field });
    world.simulator.forgetCalls();
    const second = await listPage(world, { ...list, after: first.pageInfo.endCursor });
    expect(second.window).toEqual(first.window);
    expect(new Set(bounds())).toEqual(new Set([asked]));
    expect(jobIdsOf([...first.edges, ...second.edges])).toEqual(['short-0', 'short-1', 'short-2', 'short-3']);
    await world.restart();
    const third = await listPage(world, { ...list, after: second.pageInfo.endCursor });
    expect(third.window).toEqual(first.window);
  });

  test('fields of one operation look back alike, whatever they read', async () => {
    await start(iaasPaas, [...short, long]);
    const list = 'iaasPaasJobs(first: 3, window: { last: "PT24H", by: FINISHED_AT })';
    const query = `{ a: iaasPaasJobs { nodes { jobId } } b: ${list} { window { reach } isComplete } c: ${list} { window { reach } isComplete } }`;
    const { data, errors } = await world.query(query);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ b: { window: { reach: 'PT48H' }, isComplete: true }, c: { window: { reach: 'PT48H' }, isComplete: true } });
    expect((await world.query(query)).data).toMatchObject({ b: { window: { reach: 'PT120H' } }, c: { window: { reach: 'PT120H' } } });
  });
});

describe('JobWindow.reach', () => {
  const filters = (iaas: string, salesforce: string) => ({ AVEPOINT_IAAS_PAAS_TIME_FILTER: iaas, AVEPOINT_SALESFORCE_TIME_FILTER: salesforce, AVEPOINT_PRODUCTS: 'iaas-paas,salesforce' });
  const both = { jobs: { 'iaas-paas': [...short, long], salesforce: short } };

  test.each([
    ['the shortest of the sources asked', 'unknown', 'start', ended, 'PT48H'],
    ['that of the only one that leaves jobs out', 'start', 'finish', ended, 'PT120H'],
    ['null where every filter is about ends or all of a run', 'overlap', 'finish', ended, null],
    ['null by start', 'unknown', 'unknown', { last: 'PT24H' }, null],
    ['null without a lower bound', 'unknown', 'unknown', { to: new Date(now).toISOString(), by: 'FINISHED_AT' }, null],
  ])('%s', async (_title, iaas, salesforce, window, reach) => {
    world = await startWorld({ simulator: both, environment: filters(iaas, salesforce) });
    await listPage(world);
    expect(await reachOf('jobs', window)).toBe(reach);
  });

  test('null where nobody is asked, and that of those who are', async () => {
    world = await startWorld({ simulator: both, environment: filters('unknown', 'unknown') });
    await listPage(world);
    const reach = async (filter: Record<string, unknown>): Promise<string | null> => (await listPage(world, { filter, window: ended })).window.reach;
    expect(await reach({ products: [] })).toBeNull();
    expect(await reach({ products: ['IAAS_PAAS'] })).toBe('PT120H');
    expect(await reach({ statuses: ['PAUSED'] })).toBe('PT48H');
  });
});

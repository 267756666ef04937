import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';

import { startWorld, type World } from '../support/world.js';

interface Totals {
  readonly list: { readonly totalCount: number | null; readonly nodes: readonly unknown[]; readonly sources: readonly { readonly totalCount: number | null; readonly requests: number }[] };
}

const START = '2026-01-01T00:00:00Z';
let world: World;
beforeAll(async () => {
  world = await startWorld({
    simulator: { jobsPerProduct: 400 },
    environment: { AVEPOINT_IAAS_PAAS_TIME_FILTER: 'start', AVEPOINT_SALESFORCE_TIME_FILTER: 'start', AVEPOINT_MICROSOFT_365_TIME_FILTER: 'finish', AVEPOINT_GOOGLE_WORKSPACE_TIME_FILTER: 'start' },
  });
});
afterAll(() => world.close());
afterEach(() => {
  world.simulator.resetSwitches();
  world.simulator.forgetCalls();
});

async function ask(field: string, args: string, selection = 'totalCount nodes { jobId } sources { totalCount requests }'): Promise<Totals['list']> {
  const { data } = await world.query<Totals>(`{ list: ${field}(${args}) { ${selection} } }`);
  return data?.list ?? expect.fail('no list');
}

describe('a total', () => {
  test('is counted where the operation read everything', async () => {
    const jobs = world.simulator.records('microsoft-365').filter(({ status, startedAt }) => status === 3 && startedAt !== null);
    for (const first of [1, 200]) {
      const list = await ask('microsoft365Jobs', `first: ${first}, filter: { statuses: [FAILED] }, window: { from: "${START}" }`);
      expect(list.totalCount).toBe(jobs.length);
    }
  });

  test.each(['iaas-paas', 'salesforce'] as const)('is the own one of %s where its time filter is declared, for one small call', async (product) => {
    const list = await ask(product === 'iaas-paas' ? 'iaasPaasJobs' : 'salesforceJobs', `first: 10, window: { from: "${START}" }`);
    expect(list.totalCount).toBe(world.simulator.records(product).length);
    expect(list.sources).toEqual([{ totalCount: list.totalCount, requests: world.simulator.calls.length }]);
    expect(world.simulator.calls.length).toBeLessThanOrEqual(2);
  });

  test.each([{ total: 'page' as const }, { totalSkew: -1000 }])('is null where the upstream counts fewer than it shows: %o', async (switches) => {
    world.simulator.set({ 'iaas-paas': switches });
    const list = await ask('iaasPaasJobs', `first: 5, window: { from: "${START}" }`);
    expect(list.nodes).toHaveLength(5);
    expect([list.totalCount, list.sources[0]?.totalCount]).toEqual([null, null]);
  });

  test('costs nothing where it is not selected', async () => {
    await ask('iaasPaasJobs', `first: 10, window: { from: "${START}" }`, 'nodes { jobId }');
    await ask('iaasPaasJobs', `first: 10, window: { from: "${START}" }`, 'nodes { jobId } ... on IaasPaasJobConnection @include(if: false) { totalCount }');
    expect(world.simulator.calls).toHaveLength(2);
  });

  test.each([
    ['the upstream has none', 'googleWorkspaceJobs', `window: { from: "${START}" }`],
    ['the time filter is not about starts', 'microsoft365Jobs', `window: { from: "${START}" }`],
    ['jobs are placed by their end', 'iaasPaasJobs', `window: { from: "${START}", by: FINISHED_AT }`],
    ['part of the filter is applied here', 'iaasPaasJobs', `window: { from: "${START}" }, filter: { statuses: [SUCCEEDED] }`],
    ['the upstream takes dates and the window does not begin with a day', 'salesforceJobs', 'window: { from: "2026-01-01T12:00:00Z" }'],
    ['unstarted jobs do not belong to the window', 'iaasPaasJobs', 'window: { from: "2026-01-01T00:00:00Z", to: "2026-11-20T00:00:00Z" }'],
  ])('is null where %s', async (_why, field, args) => {
    const list = await ask(field, `first: 1, ${args}`);
    expect(list.totalCount).toBeNull();
    expect(list.sources.map(({ totalCount }) => totalCount)).toEqual([null]);
    expect(world.simulator.calls.length).toBeLessThanOrEqual(2);
  });

  test('is null where the upstream ignores the filter, and where it fails', async () => {
    world.simulator.set({ salesforce: { ignoredFilters: ['type'] } });
    expect((await ask('salesforceJobs', `first: 1, filter: { types: [BACKUP] }, window: { from: "${START}" }`)).totalCount).toBeNull();
    world.simulator.set({ salesforce: { ignoredFilters: [], fault: { kind: 'status', status: 503, after: 1 } } });
    expect((await ask('salesforceJobs', `first: 1, window: { from: "${START}" }`)).totalCount).toBeNull();
  });

  // docs/behaviour.md §4
  test.each([{ duplicateRows: 3 }, { repeatedRows: 2 }])('is null where a page holds a job more than once, since it may count rows: %o', async (switches) => {
    world.simulator.set({ 'iaas-paas': switches });
    const list = await ask('iaasPaasJobs', `first: 5, window: { from: "${START}" }`);
    expect([list.totalCount, list.sources[0]?.totalCount]).toEqual([null, null]);
  });

  test('counts a job once, however often it came, where everything was read', async () => {
    world.simulator.set({ 'iaas-paas': { duplicateRows: 3, totalSkew: 60 } });
    const from = world.simulator.records('iaas-paas').map(({ startedAt }) => startedAt ?? 0).sort((a, b) => b - a)[150] ?? 0;
    const expected = world.simulator.records('iaas-paas').filter(({ startedAt }) => startedAt === null || startedAt >= from).length;
    const list = await ask('iaasPaasJobs', `first: 200, window: { from: "${new Date(from).toISOString()}" }`);
    expect(list.totalCount).toBe(expected);
  });

  test('that counts rows is above the jobs, and the page that it seems to promise may be refused', async () => {
    world.simulator.set({ salesforce: { duplicateRows: 3, totalSkew: 3, pastEnd: 400 } });
    const list = await ask('salesforceJobs', `first: 200, filter: { statuses: [FAILED] }, window: { from: "${START}" }`, 'totalCount nodes { jobId } sources { totalCount requests } isComplete');
    expect(list).toMatchObject({ isComplete: true, totalCount: world.simulator.records('salesforce').filter(({ status }) => status === 4).length });
    expect(list.nodes).toHaveLength(list.totalCount ?? -1);
  });

  test('of all products is the sum, or null where one is not known', async () => {
    const all = await ask('jobs', `first: 1, filter: { products: [IAAS_PAAS, SALESFORCE] }, window: { from: "${START}" }`);
    expect(all.totalCount).toBe(world.simulator.records('iaas-paas').length + world.simulator.records('salesforce').length);
    expect((await ask('jobs', `first: 1, window: { from: "${START}" }`)).totalCount).toBeNull();
  });
});

import { afterEach, describe, expect, test } from 'vitest';

import type { ReceivedCall } from '../../simulator/index.js';
import { currentSeats, eachProduct, products, seatOf, seats, type Seat } from '../products/index.js';
import { listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const googleWorkspace = seatOf('google-workspace/jobs');
const iaasPaas = seatOf('iaas-paas/jobs');
const jobReport = seatOf('iaas-paas/job-report');
const salesforce = seatOf('salesforce/jobs');

/** Where a final total says how much follows. */
const counted = currentSeats.filter(({ hasTotal }) => hasTotal);

let world: World;
afterEach(() => world.close());

const pathsOf = (calls: readonly ReceivedCall[]): string[] => calls.map(({ path, query }) => `${path} ${query['dataSource'] ?? ''}`.trim()).sort();
const firstPages = currentSeats.flatMap(({ path, product }) => (product === 'google-workspace' ? [`${path} 1`, `${path} 2`] : [path])).sort();
const lists = currentSeats.map((seat) => seat.lists);
const streams = lists.reduce((sum, count) => sum + count);

async function startCalm(): Promise<void> {
  world = await startWorld({ simulator: { jobsPerProduct: 500, days: 30 } });
}

describe('the first page of jobs over all products', () => {
  test('one call a stream', async () => {
    await startCalm();
    const page = await listPage(world, { first: 50 });
    expect(page.edges).toHaveLength(50);
    expect(pathsOf(world.simulator.calls)).toEqual(firstPages);
    expect(page.sources.map(({ requests }) => requests)).toEqual(lists);
  });

  test('all of them at the same time', async () => {
    const latencyMs = 1000;
    await startCalm();
    // Tokens are there already.
    await listPage(world, { first: 1 });
    world.simulator.forgetCalls();
    world.simulator.set(eachProduct(() => ({ latencyMs })));
    await listPage(world, { first: 50 });
    expect(world.simulator.calls).toHaveLength(streams);
    expect(world.simulator.open.most).toBe(streams);
  });

  test('and so are the tokens', async () => {
    const latencyMs = 1000;
    await startCalm();
    world.simulator.set({ identity: { latencyMs } });
    await listPage(world, { first: 50 });
    const at = world.simulator.tokenCalls.map((call) => call.at);
    expect(at).toHaveLength(products.length);
    expect(Math.max(...at) - Math.min(...at)).toBeLessThan(latencyMs);
  });

  test('the page asked for upstream is the same for every first', async () => {
    await startCalm();
    const sizes = new Set<string>();
    for (const first of [1, 20, 50]) {
      await listPage(world, { first });
      for (const { query } of world.simulator.calls) sizes.add(query['pageSize'] ?? '');
    }
    expect([...sizes]).toEqual(['100']);
  });

  test.each(currentSeats)('$field alone: $lists', async (seat) => {
    await startCalm();
    await listPage(world, { field: seat.field });
    expect(world.simulator.calls).toHaveLength(seat.lists);
  });

  test.each<readonly [field: string, filter: string, calls: number, why: string]>([
    ['googleWorkspaceJobs', '', 2, 'of two lists'],
    ['googleWorkspaceJobs', 'filter: { dataSources: [ADMIN] }, ', 2, 'a link does not say how much follows'],
    ...counted.map(({ field }) => [field, '', 1, 'by its total the next page is not the last'] as const),
  ])('as many jobs as a page upstream has: %s(%sfirst: 100): %i (%s)', async (field, filter, calls) => {
    await startCalm();
    const { data } = await world.query<{ page: { nodes: unknown[]; pageInfo: { hasNextPage: boolean } } }>(`{ page: ${field}(${filter}first: 100) { nodes { jobId } pageInfo { hasNextPage } } }`);
    expect(data?.page).toMatchObject({ nodes: { length: 100 }, pageInfo: { hasNextPage: true } });
    expect(world.simulator.calls).toHaveLength(calls);
  });

  test.each(counted)('$product: the last page is read to know whether it has any job of the window', async ({ product, field }) => {
    const age = (index: number): number => Date.now() - (index < 100 ? 0 : 31 * 86_400_000) - index * 60_000;
    const jobs = Array.from({ length: 110 }, (_, index) => ({ jobId: `job-${index}`, startedAt: age(index), finishedAt: age(index) + 1000 }));
    world = await startWorld({ simulator: { jobs: { [product]: jobs } } });
    const { data } = await world.query<{ page: { nodes: unknown[]; pageInfo: { hasNextPage: boolean } } }>(`{ page: ${field}(first: 100) { nodes { jobId } pageInfo { hasNextPage } } }`);
    expect(data?.page).toMatchObject({ nodes: { length: 100 }, pageInfo: { hasNextPage: false } });
    expect(world.simulator.calls).toHaveLength(2);
  });

  test('a field that needs no jobs makes no call', async () => {
    await startCalm();
    await world.query('{ jobSources { id product endpoint health { state } capabilities { totalCount } } }');
    expect(world.simulator.calls).toEqual([]);
    expect(world.simulator.tokenCalls).toEqual([]);
  });
});

describe('50 jobs over pages of 10', () => {
  async function list({ field, environment }: Pick<Seat, 'field' | 'environment'>, { first = 50, nextLink = null, settings = {} }: { first?: number; nextLink?: null | 'token'; settings?: Record<string, string> } = {}): Promise<{ jobIds: string[]; calls: number; most: number }> {
    world = await startWorld({ simulator: { jobsPerProduct: 500, days: 30, seed: 7 }, environment: { AVEPOINT_PAGE_SIZE: '10', ...environment, ...settings } });
    world.simulator.set(eachProduct(({ endpoints: [{ hasTotal }] }) => ({ latencyMs: 100, ...(hasTotal && { nextLink }) })));
    const { edges, isComplete, sources } = await listPage(world, { field, first });
    expect(isComplete).toBe(true);
    expect(edges).toHaveLength(first);
    expect(sources.reduce((sum, { requests }) => sum + requests, 0)).toBe(world.simulator.calls.length);
    return { jobIds: edges.map(({ node }) => node.jobId), calls: world.simulator.calls.length, most: world.simulator.open.most };
  }

  test.each(seats.filter(({ hasTotal }) => hasTotal))('$name: five calls, the last four at once', async (seat) => {
    const { jobIds, calls, most } = await list(seat);
    expect(new Set(jobIds).size).toBe(50);
    expect(calls).toBe(5);
    expect(most).toBe(4);
  });

  test('no more than four at once, however many are needed', async () => {
    const { calls, most } = await list(salesforce, { first: 100 });
    expect(calls).toBe(10);
    expect(most).toBe(4);
  });

  test('one after another where few calls are left', async () => {
    const { calls, most } = await list(salesforce, { settings: { AVEPOINT_CALL_BUDGET: '12' } });
    expect(calls).toBe(5);
    expect(most).toBe(1);
  });

  test.each([
    { name: 'tokens lead on', seat: iaasPaas, most: 1 },
    { name: 'tokens lead on, of two', seat: googleWorkspace, most: 2 },
    { name: 'the total is not final', seat: jobReport, most: 1 },
    { name: 'lists are merged', seat: { field: 'jobs', environment: {} }, most: streams },
  ])('one after another in a stream where $name', async ({ seat, most }) => {
    expect((await list(seat, { nextLink: 'token' })).most).toBeLessThanOrEqual(most);
  });

  test('none ahead where the first is enough', async () => {
    const { calls } = await list(salesforce, { first: 10 });
    expect(calls).toBe(1);
  });
});

describe('one operation', () => {
  const aliases = (count: number, field: (index: number) => string): string => `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field(index)}`).join('\n')} }`;
  const selection = '{ nodes { jobId } sources { requests } isComplete }';

  test('the same field under 20 aliases: the same calls as one', async () => {
    await startCalm();
    const { data, errors } = await world.query<Record<string, { nodes: { jobId: string }[]; sources: { requests: number }[] }>>(aliases(20, () => `jobs(first: 50) ${selection}`));
    expect(errors).toBeUndefined();
    expect(pathsOf(world.simulator.calls)).toEqual(firstPages);
    const found = Object.values(data ?? {}).map(({ nodes }) => JSON.stringify(nodes));
    expect(found).toHaveLength(20);
    expect(new Set(found).size).toBe(1);
  });

  test('with another first under each alias, too', async () => {
    await startCalm();
    await world.query(aliases(20, (index) => `jobs(first: ${index + 1}) ${selection}`));
    expect(pathsOf(world.simulator.calls)).toEqual(firstPages);
  });

  test('the common field and the fields of the products share what they ask alike', async () => {
    await startCalm();
    const { data } = await world.query(`{ jobs(first: 10) ${selection} ${currentSeats.map(({ field }) => `${field}(first: 10) ${selection}`).join(' ')} }`);
    expect(Object.keys(data ?? {})).toHaveLength(1 + products.length);
    expect(pathsOf(world.simulator.calls)).toEqual(firstPages);
  });

  test('what differs is asked for once more', async () => {
    await startCalm();
    await world.query(`{ a: salesforceJobs(filter: { statuses: [FAILED] }) ${selection} b: salesforceJobs(filter: { statuses: [PAUSED] }) ${selection} }`);
    expect(world.simulator.calls.map(({ query }) => query['status']).sort()).toEqual(['4', '5']);
  });

  test('a failure under 20 aliases is one call as well', async () => {
    await startCalm();
    world.simulator.set({ salesforce: { permitted: false } });
    const { errors = [] } = await world.query(aliases(20, () => `salesforceJobs ${selection}`));
    expect(errors).toHaveLength(20);
    expect(world.simulator.calls).toHaveLength(1);
  });
});

describe('two operations', () => {
  test('are islands: jobs of the second are as they are then', async () => {
    world = await startWorld({ simulator: { jobs: { salesforce: [{ jobId: 'AI1' }] } } });
    const query = '{ salesforceJobs(window: { last: "PT1H" }) { nodes { jobId } } }';
    const read = async (): Promise<string> => JSON.stringify((await world.query(query)).data);
    expect(await read()).toContain('AI1');
    world.simulator.remove('salesforce', 'AI1');
    world.simulator.set({ salesforce: { permitted: false } });
    const { errors = [] } = await world.query(query);
    expect(errors).toHaveLength(1);
    expect(world.simulator.calls).toHaveLength(2);
  });

  test('a failure is not kept for the next one', async () => {
    await startCalm();
    world.simulator.set({ salesforce: { fault: { kind: 'status', status: 403, times: 1 } } });
    expect((await listPage(world, { field: 'salesforceJobs' })).isComplete).toBe(false);
    expect((await listPage(world, { field: 'salesforceJobs' })).isComplete).toBe(true);
  });

  test('each has its own count of calls in the log', async () => {
    await startCalm();
    await world.query('query One { jobs { nodes { jobId } } }');
    await world.query('query Two { salesforceJobs { nodes { jobId } } }');
    const lines = world.log.filter(({ msg }) => msg === 'operation').map(({ operation, upstreamCalls }) => [operation, upstreamCalls]);
    expect(lines).toEqual([['One', streams], ['Two', 1]]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seatOf, seats, type Seat } from '../products/index.js';
import { jobIdsOf, listEdges, listPage, sourceOf } from '../support/list-jobs.js';
import { startWorld } from '../support/world.js';
import { startBothWorlds } from './streams.js';
import { matches, sortedEdgeKeys, sortedKeys } from './truth.js';

const microsoft365 = seatOf('microsoft-365/cloud-backup-jobs');
const salesforce = seatOf('salesforce/jobs');

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

const everything = { from: '2000-01-01T00:00:00Z' };

describe('UNKNOWN finds the codes that are in no table', () => {
  /** Where parameters alone say what a job is, no code stands for what nobody knows. */
  const listsOf = ({ typeName, serviceName }: Seat): string[] => ['statuses', ...(typeName === null ? [] : ['types']), ...(serviceName === null ? [] : ['services'])];

  test.each(seats.flatMap((seat) => listsOf(seat).map((list) => ({ seat, filter: { [list]: ['UNKNOWN'] } })))
  )('$seat.name: $filter', async ({ seat, filter }) => {
    const world = worlds.of(seat);
    const truth = world.simulator.records(seat.product).filter((job) => matches(job, filter));
    expect(truth).not.toEqual([]);
    const edges = await listEdges(world, { field: seat.field, filter, window: everything });
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
  });

  test('the code that stands for "all" is asked for by nobody, and found where a record carries it', async () => {
    const world = await startWorld({ simulator: { jobs: { salesforce: [{ jobId: 'AI-1', type: 0 }, { jobId: 'AI-2', type: 1 }] } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
    for (const [filter, found] of [[{ typeCodes: [0] }, ['AI-1']], [{ typeCodes: [0, 1] }, ['AI-1', 'AI-2']], [{ typeCodes: [1] }, ['AI-2']]] as const) {
      const page = await listPage(world, { field: 'salesforceJobs', filter });
      expect(jobIdsOf(page.edges).sort()).toEqual(found);
      expect(sourceOf(page, 'salesforce').warnings.map(({ code }) => code)).not.toContain('FILTER_IGNORED');
    }
    expect(world.simulator.calls.filter(({ query }) => query['type'] === '0')).toEqual([]);
    await world.close();
  });

  test('beside other values', async () => {
    const filter = { statuses: ['UNKNOWN', 'PARTIAL'] };
    const world = worlds.of(microsoft365);
    const truth = world.simulator.records('microsoft-365').filter((job) => matches(job, filter));
    const edges = await listEdges(world, { field: 'microsoft365Jobs', filter, window: everything });
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
    expect(new Set(edges.map(({ node }) => node.status))).toEqual(new Set(['UNKNOWN', 'PARTIAL']));
  });

  test.each([
    { dataSources: ['UNKNOWN'], found: [3] },
    { dataSources: ['ADMIN', 'UNKNOWN'], found: [1, 3] },
    { dataSources: ['RECENTER', 'UNKNOWN'], found: [2, 3] },
  ])('where a parameter is sent because the endpoint wants one: $dataSources', async ({ dataSources, found }) => {
    const jobs = [1, 2, 3].map((dataSource) => ({ jobId: `GDIB-of-${dataSource}`, dataSource }));
    const world = await startWorld({ simulator: { jobs: { 'google-workspace': jobs } } });
    world.simulator.set({ 'google-workspace': { ignoredFilters: ['dataSource'] } });
    const page = await listPage(world, { field: 'googleWorkspaceJobs', filter: { dataSources } });
    expect(page.edges.map(({ node }) => node.jobId).sort()).toEqual(found.map((dataSource) => `GDIB-of-${dataSource}`));
    expect(sourceOf(page, 'google-workspace').localFilters).toEqual(['dataSources']);
    await world.close();
  });

  test('no code stands for it, so it is told apart here', async () => {
    const page = await listPage(worlds.of(salesforce), { field: 'salesforceJobs', filter: { statuses: ['UNKNOWN'], types: ['BACKUP'] } });
    expect(sourceOf(page, 'salesforce').localFilters).toEqual(['statuses']);
  });
});

test('a job without a status is UNKNOWN as well', async () => {
  const world = worlds.of(salesforce);
  world.simulator.set({ salesforce: { omit: ['status'] } });
  const found = await listEdges(world, { field: 'salesforceJobs', filter: { statuses: ['UNKNOWN'] }, window: everything });
  world.simulator.resetSwitches();
  expect(jobIdsOf(found).sort()).toEqual(world.simulator.records('salesforce').map(({ jobId }) => jobId).sort());
});

describe('where records say nothing of it, a source cannot match', () => {
  test.each(
    seats.map((seat) => ({ seat, outcome: seat.typeName === null ? 'SKIPPED' : 'OK' })),
  )('operations: [UNKNOWN] of $seat.name is $outcome', async ({ seat, outcome }) => {
    const page = await listPage(worlds.of(seat), { filter: { operations: ['UNKNOWN'] }, window: everything });
    expect(sourceOf(page, seat.product).outcome).toBe(outcome);
  });
});

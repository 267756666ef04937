import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { googleWorkspace, iaasPaas, jobIdsOf, jobReport, listEdges, listPage, microsoft365, microsoft365Older, salesforce, sourceOf } from '../support/list-jobs.js';
import { startWorld } from '../support/world.js';
import { startBothWorlds } from './streams.js';
import { matches, sortedEdgeKeys, sortedKeys } from './truth.js';

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

const everything = { from: '2000-01-01T00:00:00Z' };

describe('UNKNOWN finds the codes that are in no table', () => {
  test.each([
    { dialect: googleWorkspace, filter: { statuses: ['UNKNOWN'] } },
    { dialect: googleWorkspace, filter: { types: ['UNKNOWN'] } },
    { dialect: googleWorkspace, filter: { services: ['UNKNOWN'] } },
    { dialect: iaasPaas, filter: { statuses: ['UNKNOWN'] } },
    { dialect: iaasPaas, filter: { types: ['UNKNOWN'] } },
    { dialect: jobReport, filter: { statuses: ['UNKNOWN'] } },
    { dialect: microsoft365, filter: { statuses: ['UNKNOWN'] } },
    { dialect: microsoft365Older, filter: { statuses: ['UNKNOWN'] } },
    { dialect: salesforce, filter: { statuses: ['UNKNOWN'] } },
    { dialect: salesforce, filter: { types: ['UNKNOWN'] } },
  ])('$dialect.name: $filter', async ({ dialect, filter }) => {
    const world = worlds.of(dialect);
    const truth = world.simulator.records(dialect.product).filter((job) => matches(job, filter));
    expect(truth).not.toEqual([]);
    const edges = await listEdges(world, { field: dialect.field, filter, window: everything });
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
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
  test.each([
    { dialect: microsoft365, outcome: 'SKIPPED' },
    { dialect: jobReport, outcome: 'SKIPPED' },
    { dialect: iaasPaas, outcome: 'OK' },
    { dialect: salesforce, outcome: 'OK' },
    { dialect: googleWorkspace, outcome: 'OK' },
  ])('operations: [UNKNOWN] of $dialect.name is $outcome', async ({ dialect, outcome }) => {
    const page = await listPage(worlds.of(dialect), { filter: { operations: ['UNKNOWN'] }, window: everything });
    expect(sourceOf(page, dialect.product).outcome).toBe(outcome);
  });
});

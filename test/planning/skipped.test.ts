import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import {
  currentDialects,
  dialects,
  googleWorkspace,
  iaasPaas,
  jobReport,
  listPage,
  microsoft365,
  microsoft365Older,
  salesforce,
  sourceOf,
  type Dialect,
} from '../support/list-jobs.js';
import { startBothWorlds } from './streams.js';

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());
beforeEach(() => {
  for (const dialect of [iaasPaas, jobReport]) worlds.of(dialect).simulator.forgetCalls();
});

async function expectSkipped(dialect: Dialect, filter: Readonly<Record<string, unknown>>): Promise<void> {
  const world = worlds.of(dialect);
  const page = await listPage(world, { field: dialect.field, filter });
  expect(page.edges).toEqual([]);
  expect(page.pageInfo.hasNextPage).toBe(false);
  expect(page.sources).toHaveLength(1);
  expect(sourceOf(page, dialect.product)).toMatchObject({ outcome: 'SKIPPED', error: null, requests: 0, warnings: [] });
  expect(page.isComplete).toBe(true);
  expect(world.simulator.calls).toEqual([]);
  expect(world.simulator.tokenCalls).toEqual([]);
}

describe('an empty list matches nothing', () => {
  const listsOf = (dialect: Dialect): string[] => {
    const lists = ['types', 'statuses', 'typeCodes', 'statusCodes'];
    if (dialect !== salesforce) lists.push('services', 'serviceCodes');
    return dialect === googleWorkspace ? [...lists, 'dataSources'] : lists;
  };
  const cases = dialects.flatMap((dialect) => listsOf(dialect).map((list) => ({ name: dialect.name, list, dialect })));

  test.each(cases)('$name: $list', async ({ dialect, list }) => {
    await expectSkipped(dialect, { [list]: [] });
  });

  test('beside its codes it adds nothing', async () => {
    const page = await listPage(worlds.of(googleWorkspace), { field: 'googleWorkspaceJobs', filter: { types: [], typeCodes: [9] } });
    expect(sourceOf(page, 'google-workspace').outcome).toBe('OK');
  });

  test.each(['statuses', 'operations'])('jobs: %s', async (list) => {
    const world = worlds.of(iaasPaas);
    const page = await listPage(world, { filter: { [list]: [] } });
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED', 'SKIPPED']);
    expect(page.edges).toEqual([]);
    expect(world.simulator.calls).toEqual([]);
  });

  test.each(['products', 'sourceIds', 'tenants'])('jobs: %s', async (list) => {
    const world = worlds.of(iaasPaas);
    const page = await listPage(world, { filter: { [list]: [] } });
    expect(page.edges).toEqual([]);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(world.simulator.calls).toEqual([]);
  });
});

describe('a source that has no such value', () => {
  test.each([
    { dialect: googleWorkspace, filter: { statuses: ['PAUSED'] } },
    { dialect: googleWorkspace, filter: { statuses: ['QUEUED', 'STOPPED', 'SKIPPED'] } },
    { dialect: iaasPaas, filter: { statuses: ['PAUSED'] } },
    { dialect: jobReport, filter: { statuses: ['PAUSED'] } },
    { dialect: microsoft365, filter: { statuses: ['QUEUED'] } },
    { dialect: microsoft365Older, filter: { statuses: ['SKIPPED', 'STOPPED', 'PAUSED'] } },
    { dialect: salesforce, filter: { statuses: ['QUEUED'] } },
  ] as const)('$dialect.name: $filter.statuses', async ({ dialect, filter }) => {
    await expectSkipped(dialect, filter);
  });

  test('one value that fits is enough', async () => {
    const page = await listPage(worlds.of(salesforce), { field: 'salesforceJobs', filter: { statuses: ['QUEUED', 'PAUSED'] } });
    expect(sourceOf(page, 'salesforce')).toMatchObject({ outcome: 'OK', localFilters: [] });
  });

  test.each([
    ['PAUSED', ['SKIPPED', 'SKIPPED', 'SKIPPED', 'OK']],
    ['QUEUED', ['SKIPPED', 'OK', 'SKIPPED', 'SKIPPED']],
    ['STOPPED', ['SKIPPED', 'OK', 'SKIPPED', 'OK']],
  ])('jobs: %s', async (status, outcomes) => {
    const world = worlds.of(iaasPaas);
    const page = await listPage(world, { filter: { statuses: [status] }, first: 1 });
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(outcomes);
    const called = new Set(world.simulator.calls.map(({ product }) => product));
    expect([...called].sort()).toEqual(currentDialects.filter((_, index) => outcomes[index] === 'OK').map(({ product }) => product));
  });

  test.each([
    ['INDEX', ['SKIPPED', 'OK', 'SKIPPED', 'SKIPPED']],
    ['REPORT', ['OK', 'OK', 'SKIPPED', 'SKIPPED']],
    ['SEEDING', ['SKIPPED', 'SKIPPED', 'SKIPPED', 'OK']],
    ['RETENTION', ['OK', 'OK', 'OK', 'OK']],
  ])('jobs: %s', async (operation, outcomes) => {
    const page = await listPage(worlds.of(iaasPaas), { filter: { operations: [operation] }, first: 1 });
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(outcomes);
  });
});

describe('no such source', () => {
  test.each([{ sourceIds: ['default/us/microsoft-366'] }, { tenants: ['contoso'] }, { products: ['SALESFORCE'], sourceIds: ['default/us/iaas-paas'] }])('%o', async (filter) => {
    const world = worlds.of(iaasPaas);
    const page = await listPage(world, { filter });
    expect(page.edges).toEqual([]);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(world.simulator.calls).toEqual([]);
  });
});

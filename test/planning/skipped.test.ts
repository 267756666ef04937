import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { currentSeats, products, seatOf, seats, type Seat } from '../products/index.js';
import { listPage, sourceOf, type ListedPage } from '../support/list-jobs.js';
import { startBothWorlds } from './streams.js';

const googleWorkspace = seatOf('google-workspace/jobs');
const salesforce = seatOf('salesforce/jobs');

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());
beforeEach(() => {
  for (const seat of seats) worlds.of(seat).simulator.forgetCalls();
});

const [current = expect.fail('no seat')] = currentSeats;

const outcomesOf = (page: ListedPage): string[] => page.sources.map(({ source, outcome }) => `${source.id} ${outcome}`);
const outcomesWith = (able: readonly string[]): string[] => products.map(({ name }) => `default/us/${name} ${able.includes(name) ? 'OK' : 'SKIPPED'}`);

async function expectSkipped(seat: Seat, filter: Readonly<Record<string, unknown>>): Promise<void> {
  const world = worlds.of(seat);
  const page = await listPage(world, { field: seat.field, filter });
  expect(page.edges).toEqual([]);
  expect(page.pageInfo.hasNextPage).toBe(false);
  expect(page.sources).toHaveLength(1);
  expect(sourceOf(page, seat.product)).toMatchObject({ outcome: 'SKIPPED', error: null, requests: 0, warnings: [] });
  expect(page.isComplete).toBe(true);
  expect(world.simulator.calls).toEqual([]);
  expect(world.simulator.tokenCalls).toEqual([]);
}

describe('an empty list matches nothing', () => {
  const listsOf = ({ services, ownFilters }: Seat): string[] => [
    ...['types', 'statuses', 'typeCodes', 'statusCodes'],
    ...(Object.keys(services).length > 0 ? ['services', 'serviceCodes'] : []),
    ...Object.keys(ownFilters).filter((name) => ownFilters[name]?.isList),
  ];
  const cases = seats.flatMap((seat) => listsOf(seat).map((list) => ({ name: seat.name, list, seat })));

  test.each(cases)('$name: $list', async ({ seat, list }) => {
    await expectSkipped(seat, { [list]: [] });
  });

  test('beside its codes it adds nothing', async () => {
    const page = await listPage(worlds.of(googleWorkspace), { field: 'googleWorkspaceJobs', filter: { types: [], typeCodes: [9] } });
    expect(sourceOf(page, 'google-workspace').outcome).toBe('OK');
  });

  test.each(['statuses', 'operations'])('jobs: %s', async (list) => {
    const world = worlds.of(current);
    const page = await listPage(world, { filter: { [list]: [] } });
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(products.map(() => 'SKIPPED'));
    expect(page.edges).toEqual([]);
    expect(world.simulator.calls).toEqual([]);
  });

  test.each(['products', 'sourceIds', 'tenants'])('jobs: %s', async (list) => {
    const world = worlds.of(current);
    const page = await listPage(world, { filter: { [list]: [] } });
    expect(page.edges).toEqual([]);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(world.simulator.calls).toEqual([]);
  });
});

describe('a source that has no such value', () => {
  const statuses = ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED'];
  const strangers = seats.map((seat) => ({ seat, name: seat.name, missing: statuses.filter((status) => !Object.values(seat.statuses).includes(status)) }));

  test.each(strangers)('$name: $missing', async ({ seat, missing }) => {
    expect(missing).not.toEqual([]);
    await expectSkipped(seat, { statuses: missing });
    for (const status of missing) await expectSkipped(seat, { statuses: [status] });
  });

  test('one value that fits is enough', async () => {
    const page = await listPage(worlds.of(salesforce), { field: 'salesforceJobs', filter: { statuses: ['QUEUED', 'PAUSED'] } });
    expect(sourceOf(page, 'salesforce')).toMatchObject({ outcome: 'OK', localFilters: [] });
  });

  test.each(['PAUSED', 'QUEUED', 'STOPPED'])('jobs: %s', async (status) => {
    const able = products.filter(({ statuses: known }) => Object.values(known).includes(status)).map(({ name }) => name);
    const world = worlds.of(current);
    const page = await listPage(world, { filter: { statuses: [status] }, first: 1 });
    expect(able.length).toBeGreaterThan(0);
    expect(outcomesOf(page)).toEqual(outcomesWith(able));
    const called = new Set(world.simulator.calls.map(({ product }) => product));
    expect([...called].sort()).toEqual([...able].sort());
  });

  test.each(['INDEX', 'REPORT', 'SEEDING', 'RETENTION'])('jobs: %s', async (operation) => {
    const able = products.filter(({ types }) => Object.values(types).some(([, does]) => does === operation)).map(({ name }) => name);
    const page = await listPage(worlds.of(current), { filter: { operations: [operation] }, first: 1 });
    expect(able.length).toBeGreaterThan(0);
    expect(outcomesOf(page)).toEqual(outcomesWith(able));
  });
});

describe('no such source', () => {
  test.each([{ sourceIds: ['default/us/microsoft-366'] }, { tenants: ['contoso'] }, { products: ['SALESFORCE'], sourceIds: ['default/us/iaas-paas'] }])('%o', async (filter) => {
    const world = worlds.of(current);
    const page = await listPage(world, { filter });
    expect(page.edges).toEqual([]);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(world.simulator.calls).toEqual([]);
  });
});

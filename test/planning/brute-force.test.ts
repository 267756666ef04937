import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { productNames } from '../../simulator/index.js';
import { currentSeats, seats, type Seat } from '../products/index.js';
import { listPages, type ListedPage } from '../support/list-jobs.js';
import { startWorld } from '../support/world.js';
import { startBothWorlds } from './streams.js';
import { isInWindow, matches, sortedEdgeKeys, sortedKeys, type TruthFilter } from './truth.js';

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

const everything = { from: '2000-01-01T00:00:00Z' };
const statuses = ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED', 'UNKNOWN'];
const operations = ['BACKUP', 'RESTORE', 'EXPORT', 'DELETE', 'RETENTION', 'ARCHIVE', 'REPORT', 'INDEX', 'COMPARE', 'SYNC', 'ANALYSIS', 'SEEDING', 'OTHER'];

/** The same filters every time: a run that fails is a run that can be repeated. */
const repeatable = { seed: 20_241_015, endOnFailure: true };

const some = <T>(values: readonly T[], maxLength = 4): fc.Arbitrary<T[]> => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });

function codesOf(table: Readonly<Record<number, unknown>>, strange: number): number[] {
  return [...Object.keys(table).map(Number), strange];
}

/** Any filter that a product's own field takes. */
function filtersOf(seat: Seat): fc.Arbitrary<TruthFilter> {
  const { types, services, statuses: statusCodes, ownFilters } = seat;
  const names = [...new Set(Object.values(types).map(([name]) => name))];
  // Where records say no type, none can be UNKNOWN, and the many of INTERNAL would be more streams than one operation may have.
  const typeNames = seat.typeName === null ? names.filter((name) => name !== 'INTERNAL') : [...names, 'UNKNOWN'];
  const own: Record<string, fc.Arbitrary<unknown>> = {
    types: some(typeNames),
    typeCodes: some(codesOf(types, 99_999).filter((code) => code !== 0), 2),
    statuses: some(statuses),
    statusCodes: some(codesOf(statusCodes, 5), 2),
    search: fc.constantFrom('IB', 'FB20', '0000', 'ib', 'denied'),
  };
  if (Object.keys(services).length > 0) {
    // Where records say no service, none can be UNKNOWN.
    own['services'] = some([...Object.values(services), ...(seat.serviceName === null ? [] : ['UNKNOWN'])]);
    own['serviceCodes'] = some(codesOf(services, 65_536), 2);
  }
  for (const [name, { values, isList }] of Object.entries(ownFilters)) own[name] = isList ? some(values) : fc.constantFrom(...values);
  return fc.record(own, { requiredKeys: [] });
}

/** Every edge in order, each once; a walk that is not complete proves nothing. */
function edgesOf(pages: readonly ListedPage[]) {
  expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
  return pages.flatMap(({ edges }) => edges);
}

describe.each(seats)('any filter finds what a look at every record would: $name', (seat) => {
  test('over all time', async () => {
    const world = worlds.of(seat);
    const records = world.simulator.records(seat.product);
    await fc.assert(
      fc.asyncProperty(filtersOf(seat), async (filter) => {
        const pages = await listPages(world, { field: seat.field, filter: { ...filter }, window: everything });
        expect(sortedEdgeKeys(edgesOf(pages))).toEqual(sortedKeys(records.filter((job) => matches(job, filter))));
      }),
      { ...repeatable, numRuns: 16 },
    );
  });

  test('one facet at a time, in the default window', async () => {
    const world = worlds.of(seat);
    const records = world.simulator.records(seat.product);
    const names = Object.keys(seat.statuses).map(Number);
    const typeNames = [...new Set(Object.values(seat.types).map(([name]) => name))];
    const filters: TruthFilter[] = [
      ...statuses.map((status) => ({ statuses: [status] })),
      ...names.map((code) => ({ statusCodes: [code] })),
      ...typeNames.map((type) => ({ types: [type] })),
      ...Object.values(seat.services).map((service) => ({ services: [service] })),
    ];
    for (const filter of filters) {
      const pages = await listPages(world, { field: seat.field, filter: { ...filter } });
      const { window } = pages[0] ?? expect.fail('no page');
      const truth = records.filter((job) => matches(job, filter) && isInWindow(job, window, true));
      expect(sortedEdgeKeys(edgesOf(pages)), JSON.stringify(filter)).toEqual(sortedKeys(truth));
    }
  });
});

test('the common filter over all products', async () => {
  const world = worlds.of(currentSeats[0] ?? expect.fail('no seat'));
  const records = productNames.flatMap((product) => world.simulator.records(product));
  const filters = fc.record({ statuses: some(statuses), operations: some(operations), search: fc.constantFrom('IB', '2026', 'RS') }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const pages = await listPages(world, { filter, window: everything });
      expect(sortedEdgeKeys(edgesOf(pages))).toEqual(sortedKeys(records.filter((job) => matches(job, filter))));
    }),
    { ...repeatable, numRuns: 12 },
  );
});

test('locations of a Multi-Geo tenant', async () => {
  const world = await startWorld({ simulator: { jobsPerProduct: 200, days: 20, multiGeo: true } });
  for (const location of ['PrimaryGeoLocation', 'EUR', 'JPN', 'CAN', 'NAM']) {
    const edges = edgesOf(await listPages(world, { field: 'microsoft365Jobs', filter: { location }, window: everything }));
    const truth = world.simulator.records('microsoft-365').filter((job) => matches(job, { location }));
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
    expect(new Set(edges.map(({ node }) => node.location))).toEqual(new Set(truth.map((job) => job.location)));
  }
  const everywhere = edgesOf(await listPages(world, { field: 'microsoft365Jobs', window: everything }));
  expect(everywhere).toHaveLength(world.simulator.records('microsoft-365').length);
  expect(everywhere.filter(({ node }) => node.location !== null)).toEqual([]);
  await world.close();
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { productNames } from '../../simulator/index.js';
import { dialects, googleWorkspace, iaasPaas, jobReport, listPages, microsoft365, microsoft365Older, salesforce, type Dialect, type ListedPage } from '../support/list-jobs.js';
import { statusTables } from '../support/oracle-tables.js';
import { startWorld } from '../support/world.js';
import { startBothWorlds } from './streams.js';
import { isInWindow, matches, serviceTables, sortedEdgeKeys, sortedKeys, typeTables, type TruthFilter } from './truth.js';

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
function filtersOf(dialect: Dialect): fc.Arbitrary<TruthFilter> {
  const types = typeTables[dialect.product];
  const services = serviceTables[dialect.product];
  const names = [...new Set(Object.values(types).map(([name]) => name))];
  // Where records say no type, none can be UNKNOWN, and the many of INTERNAL would be more streams than one operation may have.
  const typeNames = isUntyped(dialect) ? names.filter((name) => name !== 'INTERNAL') : [...names, 'UNKNOWN'];
  const own: Record<string, fc.Arbitrary<unknown>> = {
    types: some(typeNames),
    typeCodes: some(codesOf(types, 99_999).filter((code) => code !== 0), 2),
    statuses: some(statuses),
    statusCodes: some(codesOf(statusTables[dialect.product], 5), 2),
    search: fc.constantFrom('IB', 'FB20', '0000', 'ib', 'denied'),
  };
  if (dialect.product !== 'salesforce') {
    own['services'] = some([...Object.values(services), ...(dialect === googleWorkspace ? ['UNKNOWN'] : [])]);
    own['serviceCodes'] = some(codesOf(services, 65_536), 2);
  }
  if (dialect === googleWorkspace) own['dataSources'] = some(['ADMIN', 'RECENTER']);
  if (dialect === salesforce) {
    own['level'] = fc.constantFrom('ORGANIZATION', 'OBJECT', 'RECORD', 'FIELD', 'METADATA', 'NOT_APPLICABLE');
    own['organizationId'] = fc.constantFrom('00Dam00000kxWaGEAU', '00D5g000004QzLbEAK', '00DDn00000BwTzYMAV');
  }
  return fc.record(own, { requiredKeys: [] });
}

function isUntyped({ path }: Dialect): boolean {
  return path === jobReport.path || path === microsoft365.path || path === microsoft365Older.path;
}

/** Every edge in order, each once; a walk that is not complete proves nothing. */
function edgesOf(pages: readonly ListedPage[]) {
  expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
  return pages.flatMap(({ edges }) => edges);
}

describe.each(dialects)('any filter finds what a look at every record would: $name', (dialect) => {
  test('over all time', async () => {
    const world = worlds.of(dialect);
    const records = world.simulator.records(dialect.product);
    await fc.assert(
      fc.asyncProperty(filtersOf(dialect), async (filter) => {
        const pages = await listPages(world, { field: dialect.field, filter: { ...filter }, window: everything });
        expect(sortedEdgeKeys(edgesOf(pages))).toEqual(sortedKeys(records.filter((job) => matches(job, filter))));
      }),
      { ...repeatable, numRuns: 16 },
    );
  });

  test('one facet at a time, in the default window', async () => {
    const world = worlds.of(dialect);
    const records = world.simulator.records(dialect.product);
    const names = Object.keys(statusTables[dialect.product]).map(Number);
    const typeNames = [...new Set(Object.values(typeTables[dialect.product]).map(([name]) => name))];
    const filters: TruthFilter[] = [
      ...statuses.map((status) => ({ statuses: [status] })),
      ...names.map((code) => ({ statusCodes: [code] })),
      ...typeNames.map((type) => ({ types: [type] })),
      ...Object.values(serviceTables[dialect.product]).map((service) => ({ services: [service] })),
    ];
    for (const filter of filters) {
      const pages = await listPages(world, { field: dialect.field, filter: { ...filter } });
      const { window } = pages[0] ?? expect.fail('no page');
      const truth = records.filter((job) => matches(job, filter) && isInWindow(job, window, true));
      expect(sortedEdgeKeys(edgesOf(pages)), JSON.stringify(filter)).toEqual(sortedKeys(truth));
    }
  });
});

test('the common filter over all products', async () => {
  const world = worlds.of(iaasPaas);
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

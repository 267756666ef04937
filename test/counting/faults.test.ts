import { describe, expect, test } from 'vitest';

import type { Fault, SwitchChanges } from '../../simulator/index.js';
import { plainJobs } from '../products/seated-worlds.js';
import { body, lasting, passing, withWorld } from '../support/faults.js';
import type { Answer, World } from '../support/world.js';
import { GROUP, type CountedGroup, type CountedSource, type Stats } from './count.js';

/** A source that fails: what of it is counted is null, and never 0. */
const groupings = { none: [], source: ['SOURCE'], product: ['PRODUCT'], tenant: ['TENANT'], operation: ['OPERATION'], type: ['TYPE'], workload: ['WORKLOAD'], day: ['DAY'], both: ['SOURCE', 'DAY'] } as const;
type Grouping = keyof typeof groupings;

const SALESFORCE = 'default/us/salesforce';

/** One operation with all groupings, so that each of them meets the same failure. */
async function countAll(world: World, filter: Readonly<Record<string, unknown>>): Promise<{ readonly stats: Readonly<Record<Grouping, Stats>>; readonly errors: NonNullable<Answer<unknown>['errors']> }> {
  const fields = Object.entries(groupings).map(
    ([name, groupBy]) => `${name}: jobStats(filter: $filter, period: $period, groupBy: [${groupBy.join(' ')}]) {
      ...Counted
    }`,
  );
  const document = `query ($filter: JobFilter, $period: JobPeriodInput) { ${fields.join('\n')} }
    fragment Counted on JobStats { groups { ...Group } total { ...Group } isComplete sources { source { id } outcome error { code message } coveredFrom matched } }
    fragment Group on JobStatsGroup ${GROUP}`;
  const { data, errors = [] } = await world.query<Readonly<Record<Grouping, Stats>>>(document, { filter, period: { last: 'P5D', by: 'STARTED_AT' } });
  return { stats: data ?? expect.fail(JSON.stringify(errors)), errors };
}

const sourceOf = ({ sources }: Stats, id = SALESFORCE): CountedSource => sources.find(({ source }) => source.id === id) ?? expect.fail(id);

const nothing = { counts: null, successRate: null, completionRate: null, durations: null, objects: null, data: null };
const expectUnknown = (groups: readonly CountedGroup[]): void => expect(groups).toEqual(groups.map(() => expect.objectContaining({ precision: 'UNKNOWN', ...nothing }) as unknown));

function expectExact(groups: readonly CountedGroup[]): void {
  expect(groups.map(({ precision }) => precision)).toEqual(groups.map(() => 'EXACT'));
  expect(groups.reduce((sum, { counts }) => sum + (counts?.total ?? 0), 0)).toBeGreaterThan(10);
}

/** Numbers that are lower bounds, and nothing that a lower bound cannot say. */
function expectLeast(groups: readonly CountedGroup[]): void {
  for (const group of groups) expect(group).toMatchObject({ precision: 'AT_LEAST', successRate: null, completionRate: null, durations: null });
  expect(groups.every(({ counts, objects, data }) => counts !== null && objects !== null && data !== null)).toBe(true);
}

const options = (switches: SwitchChanges, environment: Record<string, string> = {}) => ({
  simulator: { ...plainJobs(40), switches },
  environment: { AVEPOINT_PRODUCTS: 'salesforce,dynamics-365', LIMIT_COST_PER_MINUTE: '1000000', ...environment },
});

const silent: Readonly<Record<string, { readonly fault: Fault; readonly error: { readonly code?: string } }>> = {
  'an answer that never comes': { fault: { kind: 'hang' }, error: { code: 'UPSTREAM_TIMEOUT' } },
  'JSON of another kind': { fault: body('[1, 2, 3]'), error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  'an object without jobs': { fault: body('{"hello":"world"}'), error: { code: 'UPSTREAM_BAD_RESPONSE' } },
};

const failures = Object.entries({ ...passing, ...lasting, ...silent }).map(([title, { fault, error }]) => ({ title, fault, code: error.code ?? expect.fail('no code') }));

describe.concurrent('S4, S5, G7, G8: one source of two fails from its first page on', () => {
  test.each(failures)('$title', ({ fault, code }) =>
    withWorld(options({ salesforce: { fault } }), async (world) => {
      const { stats, errors } = await countAll(world, {});

      const failed = ({ key }: CountedGroup): boolean => key.product === 'SALESFORCE' || key.source?.id === SALESFORCE;
      for (const name of ['source', 'product', 'type', 'workload', 'both'] as const) {
        const { groups } = stats[name];
        expect(groups.some(failed)).toBe(true);
        expectUnknown(groups.filter(failed));
        expectExact(groups.filter((group) => !failed(group)));
      }
      for (const name of ['none', 'tenant', 'operation', 'day'] as const) expectLeast(stats[name].groups);

      for (const one of Object.values(stats)) {
        expectLeast([one.total]);
        expect(one.isComplete).toBe(false);
        expect(sourceOf(one)).toMatchObject({ outcome: 'FAILED', error: { code }, coveredFrom: null, matched: null });
        expect(sourceOf(one, 'default/us/dynamics-365')).toMatchObject({ outcome: 'OK', error: null });
      }
      expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual(Object.keys(groupings).map((name) => [[name], { code, source: SALESFORCE }]));
    }),
  );
});

describe.concurrent('S4: nothing but the source that fails', () => {
  test.each<[string, SwitchChanges]>([
    ['404: the product is not there', { salesforce: { enabled: false } }],
    ['403: the permission is not granted', { salesforce: { permitted: false } }],
    ['no token is to be had', { identity: { fault: { kind: 'status', status: 400 } } }],
    ['an error inside 200', { salesforce: { fault: { kind: 'envelope-error', status: 500 } } }],
  ])('%s: null in every grouping, for every stretch, and in the total', (_title, switches) =>
    withWorld(options(switches), async (world) => {
      const { stats, errors } = await countAll(world, { products: ['SALESFORCE'] });
      for (const { groups, total } of Object.values(stats)) expectUnknown([...groups, total]);
      // One group each; a day each, whatever is read.
      expect(Object.values(stats).map(({ groups }) => groups.length > 0)).toEqual(Object.keys(groupings).map(() => true));
      expect(stats.day.groups.length).toBeGreaterThanOrEqual(5);
      expect(stats.operation.groups.map(({ key }) => key.operation)).toEqual([null]);
      expect(stats.source.sources.map(({ outcome }) => outcome)).toEqual(['FAILED']);
      expect(errors).toHaveLength(Object.keys(groupings).length);
    }),
  );
});

describe.concurrent('G6, G8: a source that fails on its second page', () => {
  const later: readonly (readonly [string, Fault])[] = [
    ['403', { kind: 'status', status: 403, after: 1 }],
    ['500 for good', { kind: 'status', status: 500, after: 1 }],
    ['broken JSON', { kind: 'invalid-json', after: 1 }],
    ['a cut connection', { kind: 'truncated', after: 1 }],
    ['an error inside 200', { kind: 'envelope-error', after: 1 }],
  ];

  function expectPartial({ stats, errors }: Awaited<ReturnType<typeof countAll>>, id: string): void {
    const one = sourceOf(stats.both, id);
    expect(one).toMatchObject({ outcome: 'PARTIAL', coveredFrom: expect.any(String) as string });
    const coveredFrom = Date.parse(one.coveredFrom ?? '');
    const own = stats.both.groups.filter(({ key }) => key.source?.id === id);
    const at = ({ key }: CountedGroup): readonly [number, number] => [Date.parse(key.stretch?.start ?? ''), Date.parse(key.stretch?.end ?? '')];
    for (const group of own) {
      const [start, end] = at(group);
      // The row that the last page ends with may lie in the stretch before.
      const isRead = (group.counts?.total ?? 0) > 0;
      expect(group.precision).toBe(coveredFrom <= start ? 'EXACT' : coveredFrom >= end && !isRead ? 'UNKNOWN' : 'AT_LEAST');
      if (group.precision === 'UNKNOWN') expect(group).toMatchObject(nothing);
    }
    expect(new Set(own.map(({ precision }) => precision))).toEqual(new Set(['UNKNOWN', 'AT_LEAST', 'EXACT'].filter((word) => own.some(({ precision }) => precision === word))));
    expect(own.filter(({ precision }) => precision === 'UNKNOWN').length).toBeGreaterThan(1);
    expect(stats.none.total).toMatchObject({ precision: 'AT_LEAST', successRate: null, durations: null });
    expect(errors.filter(({ extensions }) => extensions['source'] === id)).toHaveLength(Object.keys(groupings).length);
  }

  test.each(later)('%s: what was read is covered, the rest is not', (_title, fault) =>
    withWorld(options({ salesforce: { fault } }, { AVEPOINT_PAGE_SIZE: '30' }), async (world) => {
      const answer = await countAll(world, {});
      expectPartial(answer, SALESFORCE);
      expect(sourceOf(answer.stats.none).matched).toBe(30);
      expectExact(answer.stats.source.groups.filter(({ key }) => key.source?.id !== SALESFORCE));
    }),
  );

  test.each([{ text: 'http://127.0.0.1:1/backup/vm/jobs?skiptoken=a' }, { text: '/backup/sfbapi/jobs?skiptoken=a' }])('a link that leads elsewhere: $text', (nextLink) =>
    withWorld({ ...options({ 'iaas-paas': { nextLink } }, { AVEPOINT_PAGE_SIZE: '30', AVEPOINT_PRODUCTS: 'iaas-paas,dynamics-365' }) }, async (world) => {
      const answer = await countAll(world, {});
      expectPartial(answer, 'default/us/iaas-paas');
      expect(sourceOf(answer.stats.none, 'default/us/iaas-paas').error?.code).toBe('UPSTREAM_BAD_NEXT_LINK');
    }),
  );
});

test.concurrent('G7: of two streams of a source one fails: none of it is covered, and what was read is a lower bound', () =>
  // The second portal of Google Workspace.
  withWorld({ simulator: { ...plainJobs(40), switches: { 'google-workspace': { fault: { kind: 'status', status: 403, after: 1 } } } }, environment: { AVEPOINT_PRODUCTS: 'google-workspace' } }, async (world) => {
    const { stats } = await countAll(world, {});
    expect(sourceOf(stats.none, 'default/us/google-workspace')).toMatchObject({ outcome: 'PARTIAL', coveredFrom: null });
    expect(stats.none.total).toMatchObject({ precision: 'AT_LEAST', counts: { total: 20 }, successRate: null });
    for (const { precision, counts } of stats.day.groups) expect([precision, counts === null]).toEqual((counts?.total ?? 0) > 0 ? ['AT_LEAST', false] : ['UNKNOWN', true]);
  }),
);

test.concurrent('G7, G8: where records lack what the filter needs and no parameter tells it, nothing is counted as if it were all', () =>
  withWorld(options({ 'iaas-paas': { omit: ['status'] } }, { AVEPOINT_PRODUCTS: 'iaas-paas' }), async (world) => {
    const { stats, errors } = await countAll(world, { statuses: ['FAILED'] });
    for (const { groups, total } of Object.values(stats)) expectUnknown([...groups, total]);
    expect(sourceOf(stats.none, 'default/us/iaas-paas')).toMatchObject({ error: { code: 'UPSTREAM_BAD_RESPONSE' }, coveredFrom: null });
    expect(errors).toHaveLength(Object.keys(groupings).length);
  }),
);

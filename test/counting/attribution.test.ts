import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { seatOf, type Seat } from '../products/index.js';
import { startCannedWorld } from '../support/canned-upstream.js';
import { startWorld, type World } from '../support/world.js';
import { count, type CountArguments, type CountedGroup, type CountedSource, type Stats } from './count.js';

/** How jobs are told apart by what their records do not say. */
const now = Math.floor(Date.now() / 1000) * 1000;
const period = { last: 'P3D', by: 'STARTED_AT' };

const job = (jobId: string, minutes: number, more: Partial<SimulatedJob>): Partial<SimulatedJob> => ({ jobId, startedAt: now - minutes * 60_000, finishedAt: now - minutes * 60_000 + 30_000, ...more });

/** Of every service and type one, and one each that nobody knows. */
const microsoft365 = [
  ...Array.from({ length: 12 }, (_, index) => job(`IB-${index}`, 60 + index, { type: (index % 5) + 1, service: index + 1, status: 2 })),
  job('IB-thirteenth-service', 90, { type: 1, service: 13, status: 2 }),
  job('IB-sixth-type', 91, { type: 6, service: 1, status: 3 }),
];
const iaasPaas = [1, 128, 64, 60_010, 99_999].map((type, index) => job(`FB-${index}`, 60 + index, { type, service: 128, status: 2 }));

const seats = { m365: seatOf('microsoft-365/cloud-backup-jobs'), iaas: seatOf('iaas-paas/jobs'), report: seatOf('iaas-paas/job-report') };

let world: World;
let older: World;
beforeAll(async () => {
  const simulator = { now: () => now, jobs: { 'microsoft-365': microsoft365, 'iaas-paas': iaasPaas } };
  const environment = { AVEPOINT_PRODUCTS: 'microsoft-365,iaas-paas' };
  [world, older] = await Promise.all([startWorld({ simulator, environment }), startWorld({ simulator, environment: { ...environment, ...seats.report.environment } })]);
});
afterAll(() => Promise.all([world.close(), older.close()]));
beforeEach(() => [world, older].forEach(({ simulator }) => simulator.forgetCalls()));
afterEach(() => [world, older].forEach(({ simulator }) => simulator.resetSwitches()));

const of = ({ product }: Seat, more: CountArguments = {}): CountArguments => ({ period, ...more, filter: { products: [product.toUpperCase().replaceAll('-', '_')], ...more.filter } });

const onlySource = ({ sources }: Stats): CountedSource => sources.find(({ outcome }) => outcome !== 'SKIPPED') ?? expect.fail('no source');
const warningsOf = (stats: Stats): string[] => onlySource(stats).warnings.map(({ code }) => code);

function countedBy(stats: Stats, value: (key: CountedGroup['key']) => string | null | undefined): Record<string, number | undefined> {
  return Object.fromEntries(stats.groups.map(({ key, counts }) => [String(value(key)), counts?.total]));
}

/** The parameters of the calls that ask for jobs, and of those that ask for a total alone. */
function askedOf({ simulator }: World): { readonly streams: readonly string[]; readonly totals: number } {
  const textOf = ({ query, body }: World['simulator']['calls'][number]): string => {
    const own = { ...query, ...((body ?? {}) as Record<string, string | number>) };
    return ['jobType', 'objectType', 'serviceType', 'jobState'].map((name) => own[name] ?? '').join(' ');
  };
  const isTotal = ({ query }: World['simulator']['calls'][number]): boolean => query['pageSize'] === '1';
  const streams = simulator.calls.filter((call) => !isTotal(call)).map(textOf);
  return { streams: [...new Set(streams)], totals: simulator.calls.filter(isTotal).length };
}

describe('Microsoft 365, whose records say neither type nor service', () => {
  test.each([
    ['OPERATION', 5],
    ['TYPE', 5],
    ['WORKLOAD', 12],
  ])('A1: grouped by %s there are %i streams, and one call for the total', async (dimension, streams) => {
    await count(world, of(seats.m365, { groupBy: [dimension] }));
    const asked = askedOf(world);
    expect([asked.streams.length, asked.totals]).toEqual([streams, 1]);
  });

  test('A1: the stream that brings a job tells its value', async () => {
    const byType = await count(world, of(seats.m365, { groupBy: ['TYPE'] }));
    expect(countedBy(byType, ({ type }) => type?.code)).toEqual({ 1: 4, 2: 3, 3: 2, 4: 2, 5: 2 });
    const byOperation = await count(world, of(seats.m365, { groupBy: ['OPERATION'] }));
    expect(countedBy(byOperation, ({ operation }) => operation)).toEqual({ BACKUP: 4, RESTORE: 3, EXPORT: 2, DELETE: 2, RETENTION: 2 });
  });

  test('A1: what is not grouped by is not asked for', async () => {
    await count(world, of(seats.m365, { groupBy: ['SOURCE', 'DAY'] }));
    expect(askedOf(world)).toEqual({ streams: [' '.repeat(3)], totals: 0 });
  });

  test('A2: both are joined, 17 streams and not 60, and every job counts once', async () => {
    const stats = await count(world, of(seats.m365, { groupBy: ['TYPE', 'WORKLOAD'] }));
    const asked = askedOf(world);
    expect([asked.streams.length, asked.totals]).toEqual([17, 1]);
    const expected = microsoft365.map(({ type = 0, service = 0 }) => `${type === 6 ? null : type} ${service === 13 ? null : service}`);
    expect(countedBy(stats, ({ type, workload }) => `${type?.code ?? null} ${workload?.code ?? null}`)).toEqual(Object.fromEntries(expected.map((key) => [key, 1])));
    expect(stats.total).toMatchObject({ precision: 'EXACT', counts: { total: 14 } });
  });

  test('A2: where the filter fixes one facet, each service is asked for with it; a job that none of them brings does not match', async () => {
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION', 'WORKLOAD'], filter: { operations: ['BACKUP'] } }));
    const { streams } = askedOf(world);
    expect(streams).toHaveLength(12);
    expect(streams.every((text) => text.startsWith('1 '))).toBe(true);
    expect(countedBy(stats, ({ operation, workload }) => `${operation} ${workload?.code}`)).toEqual({ 'BACKUP 1': 1, 'BACKUP 6': 1, 'BACKUP 11': 1 });
    // The total of the same bounds says that there is one more.
    expect([stats.total.precision, warningsOf(stats)]).toEqual(['AT_LEAST', ['UNATTRIBUTED']]);
  });

  test('A2: where the filter fixes both, there is nothing to add', async () => {
    const stats = await count(world, of(seats.m365, { groupBy: ['TYPE', 'WORKLOAD'], filter: { microsoft365: { types: ['BACKUP'], services: ['EXCHANGE_ONLINE', 'PUBLIC_FOLDER'] } } }));
    expect(askedOf(world)).toEqual({ streams: ['1 1  ', '1 6  '], totals: 0 });
    expect(stats.total).toMatchObject({ precision: 'EXACT', counts: { total: 2 } });
  });

  test('A2: what a list of the same operation opens is no stream less to count with', async () => {
    const codes = Array.from({ length: 12 }, (_, index) => index + 1);
    const { data, errors } = await world.query<Record<string, unknown>>(`query ($services: [Int!]) {
      microsoft365Jobs(first: 1, filter: { typeCodes: [1, 2, 3, 4, 5], serviceCodes: $services }) { isComplete }
      jobStats(filter: { products: [MICROSOFT_365] }, groupBy: [OPERATION, WORKLOAD]) { isComplete sources { warnings { code } } }
    }`, { services: codes });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ microsoft365Jobs: { isComplete: true }, jobStats: { sources: [{ warnings: [] }] } });
  });

  test('A3: of a thirteenth service, a job in a type stream and in no service stream has a null workload', async () => {
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION', 'WORKLOAD'] }));
    const untold = stats.groups.filter(({ key }) => key.workload === null);
    expect(untold.map(({ key, counts, precision }) => [key.operation, counts?.total, precision])).toEqual([['BACKUP', 1, 'EXACT']]);
    expect(stats.groups.filter(({ key }) => key.operation === null).map(({ key, counts }) => [key.workload?.code, counts?.failed])).toEqual([['1', 1]]);
    expect([stats.isComplete, warningsOf(stats)]).toEqual([true, []]);
  });

  test.each([
    ['WORKLOAD', 'thirteenth service'],
    ['OPERATION', 'sixth type'],
  ])('A4, S3: grouped by %s alone, a job of a %s is in no group and not in the total: AT_LEAST, said by a warning, with outcome OK', async (dimension) => {
    const stats = await count(world, of(seats.m365, { groupBy: [dimension] }));
    expect(stats.total).toMatchObject({ precision: 'AT_LEAST', counts: { total: 13 }, successRate: null, durations: null });
    expect(stats.groups.every(({ precision, successRate }) => precision === 'AT_LEAST' && successRate === null)).toBe(true);
    expect(stats.isComplete).toBe(false);
    expect(onlySource(stats)).toMatchObject({ outcome: 'OK', error: null, matched: 13, warnings: [{ code: 'UNATTRIBUTED', message: expect.stringMatching(/\b1\b/) as string }] });
  });

  test('A4: it is no error', async () => {
    const { errors } = await world.query('{ jobStats(groupBy: [WORKLOAD], period: { last: "P3D", by: STARTED_AT }) { isComplete } }');
    expect(errors).toBeUndefined();
  });

  test('A4: a job that comes while the streams are read is no job that is missing', async () => {
    // The total was asked for before: with 13 known jobs and one unknown it says 14.
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION', 'WORKLOAD'] }));
    const total = world.simulator.calls.findIndex(({ query }) => query['pageSize'] === '1');
    expect(total).toBe(0);
    expect(stats.isComplete).toBe(true);
  });

  test('A4: one call a combination of the parameters that remain', async () => {
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION'], filter: { statuses: ['SUCCEEDED', 'FAILED'] } }));
    expect([askedOf(world).totals, stats.total.precision]).toEqual([2, 'AT_LEAST']);
  });

  test.each([
    ['comes without one', { total: 'absent' } as const],
    ['is refused', { fault: { kind: 'status', status: 403, times: 1 } } as const],
  ])('A4: where the total %s, nothing says that no job is missing: AT_LEAST, with outcome OK', async (_title, switches) => {
    world.simulator.set({ 'microsoft-365': switches });
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION'] }));
    expect(stats.total).toMatchObject({ precision: 'AT_LEAST', counts: { total: 13 }, successRate: null });
    expect(onlySource(stats)).toMatchObject({ outcome: 'OK', error: null, warnings: [{ code: 'UNATTRIBUTED' }] });
  });

  test('A5: two values that bring the same job: null, and FILTER_IGNORED', async () => {
    world.simulator.set({ 'microsoft-365': { ignoredFilters: ['type'] } });
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION'] }));
    expect(stats.groups.map(({ key, counts }) => [key.operation, counts?.total])).toEqual([[null, 14]]);
    expect(warningsOf(stats)).toContain('FILTER_IGNORED');
  });

  test('A5: of two facets the other one still tells', async () => {
    world.simulator.set({ 'microsoft-365': { ignoredFilters: ['type'] } });
    const stats = await count(world, of(seats.m365, { groupBy: ['OPERATION', 'WORKLOAD'] }));
    expect(stats.groups.every(({ key }) => key.operation === null)).toBe(true);
    expect(countedBy(stats, ({ workload }) => workload?.code ?? null)).toEqual({ ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, index === 0 ? 2 : 1])), null: 1 });
  });
});

describe('IaaS + PaaS, whose types tell the service', () => {
  test('A6: no service stream is needed; general codes and unknown ones have no workload', async () => {
    const stats = await count(world, of(seats.iaas, { groupBy: ['WORKLOAD'] }));
    expect(askedOf(world)).toEqual({ streams: [' '.repeat(3)], totals: 0 });
    expect(countedBy(stats, ({ workload }) => workload?.code ?? null)).toEqual({ 1: 1, 2: 1, 21000: 1, null: 2 });
    expect(stats.total.precision).toBe('EXACT');
  });

  test('A6: type and service together are one reading, too', async () => {
    const stats = await count(world, of(seats.iaas, { groupBy: ['TYPE', 'WORKLOAD'] }));
    expect(askedOf(world)).toEqual({ streams: [' '.repeat(3)], totals: 0 });
    expect(countedBy(stats, ({ type, workload }) => `${type?.code} ${workload?.code ?? null}`)).toEqual({ '1 1': 1, '128 2': 1, '60010 21000': 1, '64 null': 1, '99999 null': 1 });
  });

  test('A1, A3: in job reports one query a service tells it; they have no total, so all of them are read as well, and a job of no known service has a null key', async () => {
    older.simulator.add('iaas-paas', { ...job('FB-unknown-service', 80, { type: 1, service: 123_456, status: 2 }) });
    const stats = await count(older, of(seats.report, { groupBy: ['WORKLOAD'] }));
    older.simulator.remove('iaas-paas', 'FB-unknown-service');
    expect(askedOf(older).streams).toHaveLength(23);
    expect(countedBy(stats, ({ workload }) => workload?.code ?? null)).toEqual({ 128: 5, null: 1 });
    expect([stats.total.precision, warningsOf(stats)]).toEqual(['EXACT', []]);
  });

  test.each([['OPERATION'], ['TYPE']])('A2: in job reports more than 60 queries would be needed for %s: its key is null, with a warning', async (dimension) => {
    const stats = await count(older, of(seats.report, { groupBy: [dimension] }));
    expect(askedOf(older).streams).toHaveLength(1);
    expect(stats.groups.map(({ key, counts, precision }) => [key.operation ?? key.type, counts?.total, precision])).toEqual([[null, 5, 'EXACT']]);
    expect(onlySource(stats).warnings).toEqual([expect.objectContaining({ code: 'UNATTRIBUTED', occurrences: 1 })]);
    expect(stats.isComplete).toBe(true);
  });

  test('A2: of builds without `jobType` as well', async () => {
    world.simulator.set({ 'iaas-paas': { omit: ['jobType'] } });
    const stats = await count(world, of(seats.iaas, { groupBy: ['OPERATION'] }));
    expect(stats.groups.map(({ key, counts, precision }) => [key.operation, counts?.total, precision])).toEqual([[null, 5, 'EXACT']]);
    expect(warningsOf(stats)).toContain('UNATTRIBUTED');
  });

  test('A1: of builds without `jobType`, where the filter leaves few types, they are asked for', async () => {
    world.simulator.set({ 'iaas-paas': { omit: ['jobType'] } });
    const stats = await count(world, of(seats.iaas, { groupBy: ['TYPE'], filter: { iaasPaas: { types: ['AZURE_VM_BACKUP', 'ENTRA_ID_BACKUP', 'DATA_RETENTION'] } } }));
    expect(countedBy(stats, ({ type }) => type?.code)).toEqual({ 1: 1, 128: 1, 64: 1 });
    expect(stats.total.precision).toBe('EXACT');
  });
});

test('G3, A2: what a query tells of a job stands, also where the job ended only before another query brought it', async () => {
  const iso = (minutesAgo: number): string => new Date(now - minutesAgo * 60_000).toISOString();
  const ended = (id: string, minutesAgo: number) => ({ id, state: 'Finished', startTime: iso(minutesAgo), finishTime: iso(minutesAgo - 1) });
  const page = (data: readonly object[], totalCount: number): string => JSON.stringify({ statusCode: 200, data, metadata: { totalCount } });
  const upstream = await startCannedWorld(
    ({ query }) => {
      // Its second page is read after the first pages of all.
      if (query.get('objectType') === '1') return query.get('pageIndex') === '0' ? page([ended('IB-new', 2)], 2) : page([{ ...ended('IB-lately', 30), state: 'Odd' }], 2);
      if (query.get('jobType') === '1') return page([ended('IB-new', 2)], 1);
      if (query.get('jobType') === '2') return page([{ id: 'IB-lately', state: 'In Progress', startTime: iso(30) }], 1);
      return query.has('jobType') || query.has('objectType') ? page([], 0) : page([ended('IB-new', 2)], 2);
    },
    { AVEPOINT_PRODUCTS: 'microsoft-365', AVEPOINT_PAGE_SIZE: '1' },
  );
  const stats = await count(upstream, { period: { last: 'P1D' }, groupBy: ['OPERATION', 'WORKLOAD'] });
  await upstream.close();
  expect(stats.groups.map(({ key, precision, counts }) => [key.operation, key.workload?.code, precision, counts?.total])).toEqual([
    ['BACKUP', '1', 'EXACT', 1],
    ['RESTORE', '1', 'EXACT', 1],
  ]);
  // What is odd of it is said as of any job that is counted.
  expect([stats.total.counts?.unknown, warningsOf(stats)]).toEqual([1, ['UNKNOWN_CODE']]);
});

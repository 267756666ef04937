import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { currentSeats, enumOf } from '../products/index.js';
import type { CannedWorld } from '../support/canned-upstream.js';
import { startWorld, type World } from '../support/world.js';
import { iso, now, paged, row, startCanned, type CannedRow } from './canned.js';
import { askToCount, count, emptyCounts, type CountArguments, type CountedGroup, type Stats } from './count.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const open: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((world) => world.close()))));

async function canned(rows: readonly CannedRow[], environment: Readonly<Record<string, string>> = {}): Promise<CannedWorld> {
  const world = await startCanned(paged(rows, 100), { AVEPOINT_PAGE_SIZE: '100', ...environment });
  open.push(world);
  return world;
}

/** A job of Salesforce that began so many hours ago. */
const ran = (index: number, hoursAgo: number, seconds: number | null, more: Readonly<Record<string, unknown>> = {}): CannedRow =>
  row(index, { startTime: iso(now - hoursAgo * hourMs), finishTime: seconds === null ? null : iso(now - hoursAgo * hourMs + seconds * 1000), ...more });

const byStart = { last: 'P7D', by: 'STARTED_AT' };
const totalsOf = ({ groups }: Stats): (number | null)[] => groups.map(({ counts }) => counts?.total ?? null);

describe('S1: when a job counts', () => {
  const unstarted = row(9, { status: 1, startTime: null, finishTime: null });

  test('by its end, without being told otherwise: a job of 40 hours that failed an hour ago does, one that runs does not', async () => {
    const world = await canned([ran(0, 2, null, { status: 1 }), ran(1, 41, 40 * 3600, { status: 4 }), ran(2, 50, 60), unstarted]);
    const stats = await count(world, { period: { last: 'PT24H' } });
    expect(stats.total.counts).toEqual({ ...emptyCounts, total: 1, failed: 1 });
    expect(stats.period).toMatchObject({ by: 'FINISHED_AT', timeZone: 'UTC', isDefault: false });
  });

  test('without bounds: ended in the last 7 days', async () => {
    const world = await canned([ran(0, 167, 60), ran(1, 169, 60)]);
    const stats = await count(world);
    expect(stats.total.counts?.total).toBe(1);
    expect(stats.period.isDefault).toBe(true);
    expect(Date.parse(stats.period.to) - Date.parse(stats.period.from)).toBe(7 * dayMs);
  });

  test('by start: running and waiting jobs in their columns, those without a start or an end in the last stretch of every period that reaches up to now', async () => {
    const world = await canned([unstarted, ran(0, 2, null, { status: 1 }), ran(1, 30, 60)]);
    const stats = await count(world, { period: byStart, groupBy: ['DAY'] });
    expect(stats.total.counts).toEqual({ ...emptyCounts, total: 3, running: 2, succeeded: 1 });
    expect(stats.groups.at(-1)?.counts?.running).toBeGreaterThan(0);
    const past = await count(world, { period: { from: iso(now - 7 * dayMs), to: iso(now - hourMs), by: 'STARTED_AT' } });
    expect(past.total.counts).toEqual({ ...emptyCounts, total: 2, running: 1, succeeded: 1 });
  });

  test('a period may reach beyond now; what is to come holds 0', async () => {
    const world = await canned([unstarted, ran(0, 2, 60)]);
    const stats = await count(world, { period: { from: iso(now - 2 * dayMs), to: iso(now + 3 * dayMs), by: 'STARTED_AT' }, groupBy: ['DAY'] });
    expect(stats.total.counts?.total).toBe(2);
    expect(totalsOf(stats).slice(-2)).toEqual([0, 0]);
    expect(stats.groups.every(({ precision }) => precision === 'EXACT')).toBe(true);
    const toCome = await count(world, { period: { from: iso(now + dayMs), to: iso(now + 3 * dayMs), by: 'STARTED_AT' }, groupBy: ['DAY'] });
    expect([toCome.total, ...toCome.groups].map(({ precision, counts }) => [precision, counts?.total])).toEqual([...toCome.groups, toCome.total].map(() => ['EXACT', 0]));
  });
});

test('S2: a job that has ended and carries no end is in no period by end, and the warning says how many were met', async () => {
  const world = await canned([ran(0, 2, null, { status: 2 }), ran(1, 3, null, { status: 4 }), ran(2, 4, null, { status: 1 }), ran(3, 5, 60)]);
  const stats = await count(world, { period: { last: 'P2D' } });
  expect(stats.total).toMatchObject({ precision: 'EXACT', counts: { ...emptyCounts, total: 1, succeeded: 1 } });
  expect(stats.sources[0]?.warnings.map(({ code, occurrences }) => [code, occurrences])).toEqual([['ENDED_WITHOUT_END', 2]]);
  // One that the filter leaves out is no news.
  const failed = await count(world, { period: { last: 'P2D' }, filter: { statuses: ['FAILED'] } });
  expect(failed.sources[0]?.warnings.filter(({ code }) => code === 'ENDED_WITHOUT_END').map(({ occurrences }) => occurrences)).toEqual([1]);
  const started = await count(world, { period: byStart });
  expect([started.total.counts?.total, started.sources[0]?.warnings]).toEqual([4, []]);
});

describe('groups', () => {
  const job = (jobId: string, status: number, more: Partial<SimulatedJob> = {}): Partial<SimulatedJob> => ({ jobId, status, startedAt: now - 5 * hourMs, finishedAt: now - 4 * hourMs, ...more });
  /** Succeeded, partial, failed of: Google 1 0 3, IaaS 4 0 0, Microsoft 1 1 2, Salesforce none, Dynamics 0 0 1. */
  const jobs: Partial<Record<ProductName, Partial<SimulatedJob>[]>> = {
    'google-workspace': [2, 3, 3, 3].map((status, index) => job(`G${index}`, status, { type: 1 + (index % 2), service: 1 })),
    'iaas-paas': [2, 2, 2, 2].map((status, index) => job(`F${index}`, status, { type: [1, 64, 99_999, 2][index] ?? 1 })),
    'microsoft-365': [2, 5, 3, 3].map((status, index) => job(`I${index}`, status, { type: 1, service: 1 })),
    salesforce: [],
    'dynamics-365': [job('D0', 4, { type: 1 })],
  };
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator: { now: () => now, jobs }, environment: { LIMIT_COST_PER_MINUTE: '1000000' } })));
  afterAll(() => world.close());
  beforeEach(() => world.simulator.resetSwitches());
  const ask = (args: CountArguments): Promise<Stats> => count(world, { period: { last: 'P1D' }, ...args });
  const products = (stats: Stats): (string | null)[] => stats.groups.map(({ key }) => key.product);
  /** As the enum has them: a schema file a product, by their names. */
  const inOrder = currentSeats.map(({ product }) => enumOf(product)).sort();

  test('S4: each selected source, product and tenant has one, also without jobs; a SKIPPED one has none', async () => {
    const bySource = await ask({ groupBy: ['SOURCE'] });
    expect(bySource.groups.map(({ key, counts, precision }) => [key.source?.id, counts?.total, precision])).toEqual(currentSeats.map(({ sourceId, product }) => [sourceId, jobs[product]?.length, 'EXACT']));
    expect(products(await ask({ groupBy: ['PRODUCT'] }))).toEqual(inOrder);
    expect((await ask({ groupBy: ['TENANT'] })).groups.map(({ key, counts }) => [key.tenant, counts?.total])).toEqual([['default', 13]]);
    // Only some products know that status.
    const waiting = await ask({ groupBy: ['PRODUCT'], filter: { statuses: ['STOPPED'] } });
    expect(waiting.sources.filter(({ outcome }) => outcome === 'SKIPPED').length).toBe(3);
    expect(products(waiting)).toEqual(['IAAS_PAAS', 'SALESFORCE']);
    expect(waiting.groups.every(({ counts, precision }) => counts?.total === 0 && precision === 'EXACT')).toBe(true);
  });

  test('S4: a selected source without a met job has one group of type and workload, with these null and its product', async () => {
    for (const dimension of ['TYPE', 'WORKLOAD'] as const) {
      const stats = await ask({ groupBy: [dimension] });
      const own = stats.groups.filter(({ key }) => key.product === 'SALESFORCE');
      expect(own.map(({ key, counts, precision }) => [key.type, key.workload, counts?.total, precision])).toEqual([[null, null, 0, 'EXACT']]);
    }
  });

  test('S4: codes of two products are two groups; operations are one', async () => {
    const byType = await ask({ groupBy: ['TYPE'] });
    expect(byType.groups.filter(({ key }) => key.type?.code === '1').map(({ key }) => key.product)).toEqual(['DYNAMICS_365', 'GOOGLE_WORKSPACE', 'IAAS_PAAS', 'MICROSOFT_365']);
    const byOperation = await ask({ groupBy: ['OPERATION'] });
    expect(byOperation.groups.map(({ key, counts }) => [key.operation, key.product, counts?.total])).toEqual([['BACKUP', null, 8], ['RESTORE', null, 3], ['RETENTION', null, 1], ['UNKNOWN', null, 1], [null, null, 0]]);
  });

  test('S6: succeeded of those that ended with a result; partial results complete, too; null where there is none', async () => {
    const stats = await ask({ groupBy: ['PRODUCT'] });
    expect(stats.groups.map(({ successRate, completionRate }) => [successRate, completionRate])).toEqual([[0, 0], [1 / 4, 1 / 4], [1, 1], [1 / 4, 2 / 4], [null, null]]);
    expect([stats.total.successRate, stats.total.completionRate]).toEqual([6 / 13, 7 / 13]);
  });

  test('S6: null where the filter leaves out one of the three, in common or for that product', async () => {
    const common = await ask({ groupBy: ['PRODUCT'], filter: { statuses: ['SUCCEEDED', 'FAILED', 'RUNNING'] } });
    expect([...common.groups, common.total].every(({ successRate, completionRate }) => successRate === null && completionRate === null)).toBe(true);
    const all = await ask({ filter: { statuses: ['SUCCEEDED', 'FAILED', 'PARTIAL'] } });
    expect(all.total.successRate).toBe(6 / 13);
    const own = await ask({ groupBy: ['PRODUCT'], filter: { microsoft365: { statusCodes: [2, 3, 4] } } });
    expect(own.groups.map(({ successRate }) => successRate)).toEqual([0, 1 / 4, 1, null, null]);
    expect(own.total.successRate).toBeNull();
  });

  test('S9: by key in the order of the enums, null keys last', async () => {
    expect(products(await ask({ groupBy: ['PRODUCT', 'OPERATION'] }))).toEqual([...inOrder.flatMap((product) => Array<string>({ GOOGLE_WORKSPACE: 2, IAAS_PAAS: 4 }[product] ?? 1).fill(product))]);
    const byWorkload = await ask({ groupBy: ['WORKLOAD'], filter: { products: ['IAAS_PAAS'] } });
    expect(byWorkload.groups.map(({ key }) => key.workload?.code ?? null)).toEqual(['1', null]);
  });

  test('S9: most failed first, most jobs first, lowest rate first; then by key', async () => {
    expect(products(await ask({ groupBy: ['PRODUCT'], orderBy: 'FAILED_DESC' }))).toEqual(['GOOGLE_WORKSPACE', 'MICROSOFT_365', 'DYNAMICS_365', 'IAAS_PAAS', 'SALESFORCE']);
    expect(products(await ask({ groupBy: ['PRODUCT'], orderBy: 'TOTAL_DESC' }))).toEqual(['GOOGLE_WORKSPACE', 'IAAS_PAAS', 'MICROSOFT_365', 'DYNAMICS_365', 'SALESFORCE']);
    // Those without a rate come last.
    expect(products(await ask({ groupBy: ['PRODUCT'], orderBy: 'SUCCESS_RATE_ASC' }))).toEqual(['DYNAMICS_365', 'GOOGLE_WORKSPACE', 'MICROSOFT_365', 'IAAS_PAAS', 'SALESFORCE']);
  });

  test.each(['FAILED_DESC', 'TOTAL_DESC'])('S9: by %s what is UNKNOWN comes before all', async (orderBy) => {
    world.simulator.set({ salesforce: { permitted: false } });
    const stats = await ask({ groupBy: ['PRODUCT'], orderBy });
    expect(products(stats)[0]).toBe('SALESFORCE');
    expect(stats.groups[0]?.precision).toBe('UNKNOWN');
    expect(products(await ask({ groupBy: ['PRODUCT'] }))).toEqual(inOrder);
  });

  test('S10: `first` cuts after ordering, and the total stays', async () => {
    const stats = await ask({ groupBy: ['PRODUCT'], orderBy: 'FAILED_DESC', first: 2 });
    expect(products(stats)).toEqual(['GOOGLE_WORKSPACE', 'MICROSOFT_365']);
    expect(stats.total.counts).toEqual({ ...emptyCounts, total: 13, succeeded: 6, partial: 1, failed: 6 });
  });

  test('S11: what the filter says of one product holds for that alone; `matched` says how many each has, `coveredFrom` how far it was read', async () => {
    const stats = await ask({ filter: { googleWorkspace: { types: ['RESTORE'] }, statuses: ['FAILED'] } });
    expect(stats.sources.map(({ matched, coveredFrom, outcome }) => [matched, coveredFrom, outcome])).toEqual([2, 0, 2, 0, 1].map((matched) => [matched, stats.period.from, 'OK']));
    expect(stats.total.counts?.total).toBe(5);
  });

  test('without `groupBy` there is one group, the total', async () => {
    const { groups, total } = await ask({});
    expect(groups).toEqual([total]);
    expect(Object.values(total.key)).toEqual(Object.values(total.key).map(() => null));
  });

  test.each<[string, Record<string, unknown>, string, number | null]>([
    ['nobody is to be asked', { products: [] }, 'EXACT', 0],
    ['the filter can match no source', { salesforce: { types: ['BACKUP'] }, operations: ['INDEX'], products: ['SALESFORCE'] }, 'EXACT', 0],
    ['there is no such source', { tenants: ['contoso'] }, 'UNKNOWN', null],
  ])('Z6: where %s, there is one group, and one a day', async (_title, filter, precision, counted) => {
    const shown = (stats: Stats | null | undefined): unknown[] => (stats?.groups ?? []).map((group) => [group.precision, group.counts?.total ?? null]);
    const { data } = await askToCount(world, { filter });
    expect(shown(data?.stats)).toEqual([[precision, counted]]);
    const days = await askToCount(world, { filter, period: { from: '2026-03-02T00:00:00Z', to: '2026-03-05T00:00:00Z' }, groupBy: ['DAY'] });
    expect(shown(days.data?.stats)).toEqual(Array.from({ length: 3 }, () => [precision, counted]));
  });

  test('lists say nothing of what counts alone says', async () => {
    const { data } = await world.query<{ jobs: { sources: { coveredFrom: null; matched: null }[] } }>('{ jobs(first: 1) { sources { coveredFrom matched } } }');
    expect(data?.jobs.sources).toEqual(currentSeats.map(() => ({ coveredFrom: null, matched: null })));
  });

  test('of no source nothing is known', async () => {
    const { data, errors = [] } = await askToCount(world, { filter: { tenants: ['contoso'] }, groupBy: ['PRODUCT'] });
    expect(data?.stats).toMatchObject({ groups: [], total: { precision: 'UNKNOWN', counts: null }, isComplete: false, sources: [] });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NO_SOURCE']);
  });
});

describe('S7: how long jobs ran', () => {
  const durationsOf = async (rows: readonly CannedRow[]): Promise<CountedGroup['durations']> => (await count(await canned(rows), { period: byStart })).total.durations;
  const lengths = (...seconds: readonly number[]): CannedRow[] => seconds.map((length, index) => ran(index, index + 1, length));

  test.each<[string, readonly number[], object]>([
    ['one: all are equal', [60], { jobs: 1, medianSeconds: 60, p95Seconds: 60, maxSeconds: 60, totalSeconds: 60 }],
    ['an even number: the mean of the middle two', [10, 40, 20, 100], { jobs: 4, medianSeconds: 30, p95Seconds: 100, maxSeconds: 100, totalSeconds: 170 }],
    ['an odd number: the middle one', [10, 40, 20], { jobs: 3, medianSeconds: 20, p95Seconds: 40, maxSeconds: 40, totalSeconds: 70 }],
    ['twenty: the nineteenth', Array.from({ length: 20 }, (_, index) => index + 1), { jobs: 20, medianSeconds: 10.5, p95Seconds: 19, maxSeconds: 20, totalSeconds: 210 }],
    ['twenty-one: the twentieth', Array.from({ length: 21 }, (_, index) => 21 - index), { jobs: 21, medianSeconds: 11, p95Seconds: 20, maxSeconds: 21, totalSeconds: 231 }],
  ])('%s', async (_title, seconds, expected) => expect(await durationsOf(lengths(...seconds))).toEqual(expected));

  test('of jobs that succeeded, wholly or in part, and whose end does not move', async () => {
    const rows = [ran(0, 1, 10), ran(1, 2, 30, { status: 3 }), ran(2, 3, 1000, { status: 4 }), ran(3, 4, 1000, { status: 6 }), ran(4, 5, null, { status: 1 }), ran(5, 6, null, { status: 5 }), ran(6, 7, null, { status: 2 })];
    expect(await durationsOf(rows)).toEqual({ jobs: 2, medianSeconds: 20, p95Seconds: 30, maxSeconds: 30, totalSeconds: 40 });
  });

  test('of none there is no number', async () => {
    expect(await durationsOf([ran(0, 1, 10, { status: 4 })])).toEqual({ jobs: 0, medianSeconds: null, p95Seconds: null, maxSeconds: null, totalSeconds: null });
  });
});

describe('S8: what is reported is added up', () => {
  test('nulls are no zeros, and it is said how many jobs report', async () => {
    const rows = [
      ran(0, 1, 10, { totalObjects: 10, successfulObjects: 8, failedObjects: 2, skippedObjects: 0, dataSize: 3 }),
      ran(1, 2, 10, { totalObjects: 5, dataSize: 0 }),
      ran(2, 3, 10, { status: 4, failedObjects: 1 }),
      ran(3, 4, 10),
    ];
    const { total } = await count(await canned(rows), { period: byStart });
    expect(total.objects).toEqual({ jobs: 3, total: 15, successful: 8, failed: 3, skipped: 0, warning: null });
    expect(total.data).toEqual({ jobs: 2, bytes: 3072 });
  });

  test('where none reports there is no number', async () => {
    const { total } = await count(await canned([ran(0, 1, 10)]), { period: byStart });
    expect([total.objects, total.data]).toEqual([
      { jobs: 0, total: null, successful: null, failed: null, skipped: null, warning: null },
      { jobs: 0, bytes: null },
    ]);
  });

  test('a sum beyond 2^53 - 1 is null, with UNREADABLE_VALUE; others stand', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const exact = await count(await canned([ran(0, 1, 10, { totalObjects: most - 1, failedObjects: 1 }), ran(1, 2, 10, { totalObjects: 1 })]), { period: byStart });
    expect([exact.total.objects?.total, exact.sources[0]?.warnings]).toEqual([most, []]);
    const beyond = await count(await canned([ran(0, 1, 10, { totalObjects: most, failedObjects: 1 }), ran(1, 2, 10, { totalObjects: 1 })]), { period: byStart });
    expect(beyond.total.objects).toMatchObject({ jobs: 2, total: null, failed: 1 });
    expect(beyond.sources[0]?.warnings.map(({ code }) => code)).toEqual(['UNREADABLE_VALUE']);
    expect(beyond.total.counts?.total).toBe(2);
  });
});

describe('Z5, Z6: stretches', () => {
  const period = { from: '2026-03-27T10:30:00Z', to: '2026-03-31T09:00:00Z', by: 'STARTED_AT', timeZone: 'Europe/Amsterdam' };
  const stretches = (stats: Stats): unknown[] => stats.groups.map(({ key }) => [key.stretch?.label, key.stretch?.start, key.stretch?.isCut]);

  test('what the period cuts says so, and every one has a group, also without jobs', async () => {
    const world = await canned([]);
    const stats = await count(world, { period, groupBy: ['DAY'] });
    expect(stretches(stats)).toEqual([
      ['2026-03-27', '2026-03-26T23:00:00.000Z', true],
      ['2026-03-28', '2026-03-27T23:00:00.000Z', false],
      ['2026-03-29', '2026-03-28T23:00:00.000Z', false],
      ['2026-03-30', '2026-03-29T22:00:00.000Z', false],
      ['2026-03-31', '2026-03-30T22:00:00.000Z', true],
    ]);
    expect(stats.groups.every(({ precision, counts }) => precision === 'EXACT' && counts?.total === 0)).toBe(true);
    expect(stats.period).toMatchObject({ timeZone: 'Europe/Amsterdam', isDefault: false });
  });

  test('`align` moves `from` back to the beginning of its stretch, and leaves `to`', async () => {
    const world = await canned([]);
    const stats = await count(world, { period: { ...period, align: 'WEEK' }, groupBy: ['DAY'] });
    expect([stats.period.from, stats.period.to]).toEqual(['2026-03-22T23:00:00.000Z', '2026-03-31T09:00:00.000Z']);
    expect(stats.groups.map(({ key }) => key.stretch?.isCut)).toEqual([...Array<boolean>(8).fill(false), true]);
  });

  test('every other key that is found or configured has a group in each stretch', async () => {
    const world = await canned([ran(0, 5, 60), ran(1, 50, 60, { type: 3 })]);
    const stats = await count(world, { period: { last: 'P3D', by: 'STARTED_AT' }, groupBy: ['OPERATION', 'DAY'] });
    expect(new Set(stats.groups.map(({ key }) => key.operation))).toEqual(new Set(['BACKUP', 'RESTORE']));
    const starts = ['BACKUP', 'RESTORE'].map((operation) => stats.groups.filter(({ key }) => key.operation === operation).map(({ key }) => key.stretch?.start));
    expect(starts[0]).toEqual(starts[1]);
    expect(starts[0]?.length).toBeGreaterThanOrEqual(3);
  });

  test('only what lies in the period counts in a stretch that it cuts', async () => {
    const midnight = Math.floor(now / dayMs) * dayMs - 2 * dayMs;
    const at = (index: number, start: number): CannedRow => row(index, { startTime: iso(start), finishTime: iso(start + 1000) });
    const world = await canned([at(0, midnight + 20 * hourMs), at(1, midnight + 12 * hourMs), at(2, midnight + 12 * hourMs - 1000), at(3, midnight + hourMs)]);
    const stats = await count(world, { period: { from: iso(midnight + 12 * hourMs), to: iso(midnight + 20 * hourMs), by: 'STARTED_AT' }, groupBy: ['DAY'] });
    expect(totalsOf(stats)).toEqual([1]);
  });
});

describe('what is refused costs no upstream call', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 20, days: 5 } })));
  afterAll(() => world.close());
  beforeEach(() => world.simulator.forgetCalls());
  const days = (count: number, more: object = {}): object => ({ last: `P${count}D`, ...more });
  /** Aligned to months they have 35 days of 24 hours. */
  const eightDays = { from: '2026-03-28T00:00:00Z', to: '2026-04-05T00:00:00Z' };

  test.each<[string, Record<string, unknown>, string]>([
    ['two stretch dimensions', { groupBy: ['DAY', 'WEEK'] }, 'groupBy'],
    ['a repeated dimension', { groupBy: ['SOURCE', 'SOURCE'] }, 'groupBy'],
    ['four dimensions', { groupBy: ['SOURCE', 'TYPE', 'WORKLOAD', 'DAY'] }, 'groupBy'],
    ['an unknown zone', { period: { last: 'P1D', timeZone: 'Europe/Amstelveen' } }, 'period'],
    ['an offset for a zone', { period: { last: 'P1D', timeZone: '+02:00' } }, 'period'],
    ['more than 366 days', { period: { last: 'P367D' } }, 'period'],
    ['more than 366 days by bounds', { period: { from: '2024-01-01T00:00:00Z', to: '2025-01-02T00:00:01Z' } }, 'period'],
    ['more than 8 days by the hour', { period: days(9), groupBy: ['HOUR'] }, 'period'],
    ['`from` at `to`', { period: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }, 'period'],
    ['`from` after `to`', { period: { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' } }, 'period'],
    ['`from` after now', { period: { from: '2999-01-01T00:00:00Z' } }, 'period'],
    ['`to` alone', { period: { to: '2026-01-02T00:00:00Z' } }, 'period'],
    ['`last` and a bound', { period: { last: 'P1D', from: '2026-01-02T00:00:00Z' } }, 'period'],
    ['months for `last`', { period: { last: 'P1M' } }, 'period'],
    ['no length for `last`', { period: { last: 'PT0S' } }, 'period'],
    ['`first` of 0', { first: 0 }, 'first'],
    ['`first` of 2001', { first: 2001 }, 'first'],
    ['`first` below 0', { first: -1 }, 'first'],
    ['a day that ends in no year of four digits', { period: { from: '9999-12-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' }, groupBy: ['DAY'] }, 'period'],
    ['a week that begins in none', { period: { from: '0000-01-01T00:00:00Z', to: '0000-01-09T00:00:00Z' }, groupBy: ['WEEK'] }, 'period'],
    ['a beginning in none', { period: { from: '0000-01-01T00:00:00Z', to: '0000-01-09T00:00:00Z', timeZone: 'America/New_York', align: 'DAY' } }, 'period'],
    ['a bound in none', { period: { from: '9999-12-31T00:00:00Z', to: '9999-12-31T23:59:59-12:00' } }, 'period'],
    ['the same by type, as a product has types of its own', { period: { ...eightDays, align: 'MONTH' }, groupBy: ['HOUR', 'TYPE'] }, 'groupBy'],
    ['more than 2,000 groups, whatever is met', { period: { ...eightDays, align: 'MONTH' }, groupBy: ['SOURCE', 'HOUR'] }, 'groupBy'],
    ['the same by product', { period: { ...eightDays, align: 'MONTH' }, groupBy: ['HOUR', 'PRODUCT'] }, 'groupBy'],
    ['more than 60 queries', { filter: { iaasPaas: { serviceCodes: Array.from({ length: 61 }, (_, index) => 40_000 + index) } } }, 'filter'],
    ['two searches where one can be made', { filter: { search: 'a', iaasPaas: { search: 'b' } } }, 'filter'],
  ])('%s', async (_title, args, argument) => {
    const { data, errors = [] } = await askToCount(world, args);
    expect(data?.stats ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
    expect([world.simulator.calls, world.simulator.tokenCalls]).toEqual([[], []]);
  });

  test.each(['{ jobStats(groupBy: [LOCATION]) { isComplete } }', '{ jobStats(orderBy: AVERAGE) { isComplete } }', '{ jobStats(having: 3) { isComplete } }', '{ jobStats { total { durations { averageSeconds } } } }', '{ jobStats { total { durations { percentile(of: 50) } } } }'])('what there is not: %s', async (document) => {
    expect((await world.query(document)).errors?.length).toBe(1);
    expect(world.simulator.calls).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['366 days of 24 hours', { period: days(366), first: 1 }],
    ['366 days, aligned to more', { period: days(366, { align: 'MONTH' }), groupBy: ['DAY'] }],
    ['8 days by the hour, aligned to more', { period: days(8, { align: 'DAY' }), groupBy: ['HOUR'] }],
    ['eight days by source and hour, aligned to weeks', { period: days(8, { align: 'WEEK' }), groupBy: ['SOURCE', 'HOUR'] }],
    ['three dimensions', { groupBy: ['SOURCE', 'OPERATION', 'DAY'] }],
    ['a zone in small letters', { period: { last: 'P1D', timeZone: 'europe/amsterdam' } }],
    ['`first` of 2000', { first: 2000 }],
  ])('and what is taken: %s', async (_title, args) => {
    const { data, errors } = await askToCount(world, args);
    expect(errors).toBeUndefined();
    expect(data?.stats?.total.counts?.total).toBeGreaterThan(0);
  });
});

test('more than 5,000 groups met fail the field with TOO_MANY_GROUPS, and a hint which dimension', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => ran(index, index + 1, 60, { organizationId: `org-${index}`, type: (index % 2) + 1 }));
  const world = await canned(rows);
  const { data, errors = [] } = await askToCount(world, { period: { last: 'P90D', by: 'STARTED_AT' }, groupBy: ['TYPE', 'WORKLOAD', 'DAY'] });
  expect(data).toEqual({ stats: null });
  expect(errors).toEqual([expect.objectContaining({ path: ['stats'], extensions: { code: 'TOO_MANY_GROUPS' } })]);
  expect(errors[0]?.message).toMatch(/5000.*WORKLOAD/);
  const fewer = await count(world, { period: { last: 'P90D', by: 'STARTED_AT' }, groupBy: ['TYPE', 'WORKLOAD'] });
  expect(fewer.groups).toHaveLength(90);
});

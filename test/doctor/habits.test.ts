import { describe, expect, test } from 'vitest';

import type { ProductName } from '../../simulator/index.js';
import { enumOf, seats } from '../products/index.js';
import { consult } from './consult.js';

const only = (product: string): Record<string, string> => ({ AVEPOINT_PRODUCTS: product });
const settingOf = (product: ProductName): string => `AVEPOINT_${enumOf(product)}_TIME_FILTER`;

describe('what a time filter applies to', () => {
  const filters = ['start', 'finish', 'overlap'] as const;

  test.each(seats.flatMap(({ name, product, environment }) => filters.map((timeFilter) => ({ name, product, environment, timeFilter }))))(
    '$name: $timeFilter',
    async ({ product, environment, timeFilter }) => {
      const { of, text } = await consult({ simulator: { switches: { [product]: { timeFilter } } }, environment: { ...environment, ...only(product) } });
      const setting = `${settingOf(product)}=${timeFilter}`;
      expect(of(product)['time filter']).toMatchObject({ state: 'advice', setting });
      expect(text).toContain(setting);
    },
  );

  test.each(seats)('$name: ignored', async ({ product, environment }) => {
    const { of } = await consult({ simulator: { jobsPerProduct: 200, switches: { [product]: { timeFilter: 'ignored' } } }, environment: { ...environment, ...only(product) } });
    expect(of(product)['time filter']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/is ignored.*right as it is/) as string });
  });

  test.each([{ toInclusive: true }, { fromInclusive: false }])('whatever its ends do: %o', async (ends) => {
    const { of } = await consult({ simulator: { switches: { salesforce: ends, 'iaas-paas': ends } }, environment: only('salesforce,iaas-paas') });
    for (const product of ['salesforce', 'iaas-paas'] as const) expect(of(product)['time filter']).toMatchObject({ setting: `${settingOf(product)}=start` });
  });

  test('the setting is right', async () => {
    const { of } = await consult({ environment: { ...only('salesforce'), AVEPOINT_SALESFORCE_TIME_FILTER: 'start' } });
    expect(of('salesforce')['time filter']?.state).toBe('ok');
  });

  test('the setting is wrong', async () => {
    const { diagnosis, of } = await consult({ simulator: { switches: { salesforce: { timeFilter: 'finish' } } }, environment: { ...only('salesforce'), AVEPOINT_SALESFORCE_TIME_FILTER: 'start' } });
    expect(of('salesforce')['time filter']).toMatchObject({ state: 'wrong', setting: 'AVEPOINT_SALESFORCE_TIME_FILTER=finish' });
    expect(diagnosis.isWell).toBe(false);
  });

  const at = (text: string): number => Date.parse(`${new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10)}T${text}Z`);

  test.each([
    ['none has ended', { startedAt: at('10:00:00'), finishedAt: null }, /none of 1 jobs has ended/],
    ['dates cannot part the ends', { startedAt: at('10:00:00'), finishedAt: at('15:00:00') }, /none of 1 ended jobs ran across midnight/],
  ])('%s: it cannot tell, and says why', async (_title, job, reason) => {
    const { of } = await consult({ simulator: { jobs: { salesforce: [job] } }, environment: only('salesforce') });
    expect(of('salesforce')['time filter']).toMatchObject({ state: 'unknown', text: expect.stringMatching(reason) as string });
  });

  test('a job too short for instants', async () => {
    const { of } = await consult({ simulator: { jobs: { 'iaas-paas': [{ startedAt: at('10:00:00'), finishedAt: at('10:00:09') }] } }, environment: only('iaas-paas') });
    expect(of('iaas-paas')['time filter']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/long enough/) as string });
  });
});

describe('page sizes', () => {
  test('cut without a word', async () => {
    const { of } = await consult({ simulator: { switches: { salesforce: { maxPageSize: 150 } } }, environment: only('salesforce') });
    expect(of('salesforce')['page size']).toMatchObject({ state: 'ok', text: expect.stringContaining('cut to 150') as string });
  });

  test('cut below the setting', async () => {
    const { of, diagnosis } = await consult({ simulator: { switches: { 'google-workspace': { maxPageSize: 50 } } }, environment: only('google-workspace') });
    expect(of('google-workspace')['page size']).toMatchObject({ state: 'wrong', setting: 'AVEPOINT_PAGE_SIZE=50' });
    expect(diagnosis.isWell).toBe(false);
  });

  test.each([{ nextLink: 'absent', total: 'absent' }, { nextLink: '', total: 'absent' }] as const)('cut where neither a total nor a link says that there is more: %o', async (switches) => {
    const { of } = await consult({ simulator: { switches: { 'google-workspace': { maxPageSize: 50, ...switches } } }, environment: only('google-workspace') });
    expect(of('google-workspace')['page size']).toMatchObject({ state: 'wrong', setting: 'AVEPOINT_PAGE_SIZE=50' });
  });

  test('a first page that comes empty below a total is no size to set', async () => {
    const { of } = await consult({ simulator: { jobs: { salesforce: [] }, switches: { salesforce: { totalSkew: 70 } } }, environment: only('salesforce') });
    expect(of('salesforce')['page size']).toMatchObject({ state: 'unknown', text: expect.stringContaining('comes empty') as string });
    expect(of('salesforce')['page size']).not.toHaveProperty('setting');
  });

  test('the limit is not met where there are fewer jobs', async () => {
    const { of } = await consult({ simulator: { jobsPerProduct: 120 }, environment: only('salesforce') });
    expect(of('salesforce')['page size']).toMatchObject({ state: 'ok', text: expect.stringMatching(/the limit was not met/) as string });
  });
});

describe('order and numbers', () => {
  test.each([
    ['newest', 'ok', /Newest start first/],
    ['oldest', 'advice', /Oldest start first/],
    ['shuffled', 'advice', /No order/],
  ] as const)('%s', async (order, state, text) => {
    const { of } = await consult({ simulator: { switches: { salesforce: { order } } }, environment: only('salesforce') });
    expect(of('salesforce')['order']).toMatchObject({ state, text: expect.stringMatching(text) as string });
  });

  test('page 0 is page 1', async () => {
    const { of } = await consult({ simulator: { switches: { salesforce: { pageZeroIsPageOne: true } } }, environment: only('salesforce') });
    expect(of('salesforce')['page numbers']).toMatchObject({ state: 'advice', text: expect.stringMatching(/the same page/) as string });
  });

  test('a link to elsewhere', async () => {
    const { of } = await consult({ simulator: { switches: { salesforce: { nextLink: 'foreign' } } }, environment: only('salesforce') });
    expect(of('salesforce')['next link']?.state).toBe('wrong');
  });

  test('a longest run of which a quarter more is beyond the setting', async () => {
    const { of, diagnosis } = await consult({ environment: { ...only('salesforce'), AVEPOINT_LOOKBACK_HOURS: '12' } });
    expect(of('salesforce')['lookback']).toMatchObject({ state: 'advice', text: expect.stringContaining('41 h') as string, setting: 'AVEPOINT_LOOKBACK_HOURS=51' });
    expect(diagnosis.isWell).toBe(true);
  });

  test('and one that is within it', async () => {
    const { of } = await consult({ environment: { ...only('salesforce'), AVEPOINT_LOOKBACK_HOURS: '51' } });
    expect(of('salesforce')['lookback']).toMatchObject({ state: 'ok', text: expect.stringContaining('41 h') as string });
  });

  test('a job that seems stuck counts up to thirty days', async () => {
    const jobs = { 'iaas-paas': [{ status: 1, startedAt: Date.now() - 200 * 86_400_000, finishedAt: null }] };
    const { of } = await consult({ simulator: { jobs }, environment: only('iaas-paas') });
    expect(of('iaas-paas')['lookback']).toMatchObject({ state: 'advice', setting: 'AVEPOINT_LOOKBACK_HOURS=720' });
  });
});

describe('how far back the list reaches', () => {
  const dayMs = 86_400_000;
  /** The simulator's own, one every so many days. */
  const every = (days: number, back: number) =>
    Array.from({ length: Math.ceil(back / days) }, (_, index) => ({ startedAt: Date.now() - (index * days + 1) * dayMs, finishedAt: Date.now() - (index * days + 1) * dayMs + 60_000 }));
  const calls = ({ simulator }: Awaited<ReturnType<typeof consult>>, product: ProductName): number => simulator.calls.filter((call) => call.product === product).length;

  test.each(['salesforce', 'iaas-paas', 'google-workspace', 'microsoft-365', 'dynamics-365'] as const)('%s: two years, of which a month is the smallest step', async (product) => {
    const { of } = await consult({ simulator: { jobs: { [product]: every(10, 700).map((job) => ({ ...job, dataSource: 1 })) } }, environment: only(product) });
    expect(of(product)['history']).toMatchObject({ state: 'ok', text: expect.stringMatching(/^Jobs of 690 to 720 days ago are listed, and none of 720 to 750:/) as string });
  });

  test('takes seven calls at most', async () => {
    const consulted = await consult({ simulator: { jobs: { salesforce: every(20, 20) } }, environment: only('salesforce') });
    expect(consulted.of('salesforce')['history']).toMatchObject({ state: 'ok', text: expect.stringMatching(/^Jobs of 0 to 30 days ago/) as string });
    const windows = consulted.simulator.calls.filter(({ query }) => query['pageSize'] === '5' && query['pageIndex'] === '0');
    // One of them compares page numbers.
    expect(windows.length).toBeLessThanOrEqual(8);
    expect(calls(consulted, 'salesforce')).toBeLessThanOrEqual(consulted.diagnosis.mostCalls);
  });

  test('cannot be told where windows are ignored, or nothing has run', async () => {
    const ignored = await consult({ simulator: { jobs: { salesforce: every(2, 100) }, switches: { salesforce: { timeFilter: 'ignored' } } }, environment: only('salesforce') });
    expect(ignored.of('salesforce')['history']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/brings other jobs/) as string });
    const none = await consult({ simulator: { jobs: { salesforce: [] } }, environment: only('salesforce') });
    expect(none.of('salesforce')['history']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/there are no jobs/) as string });
  });
});

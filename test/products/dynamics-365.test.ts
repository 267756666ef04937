import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readConfig } from '../../src/config.js';
import { startCannedWorld, type CannedWorld } from '../support/canned-upstream.js';

/** Cloud Backup for Dynamics 365 by docs/upstream.md §8, against pages that a test has at hand. */
interface JobAnswer {
  readonly jobId: string;
  readonly type: string | null;
}

interface ListAnswer {
  readonly list: {
    readonly nodes: readonly JobAnswer[];
    readonly totalCount: number | null;
    readonly isComplete: boolean;
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly sources: readonly { readonly outcome: string; readonly localFilters: readonly string[]; readonly warnings: readonly { readonly code: string }[] }[];
  };
}

const ORGANIZATION = '6cccccc-ffff-bbb-88888-aabbccdeee';
const settings = { AVEPOINT_PRODUCTS: 'dynamics-365,salesforce', AVEPOINT_DYNAMICS_365_TIME_FILTER: 'start', DRAIN_SECONDS: '0' };
const sample = {
  module: 'Customer Engagement',
  type: 1,
  jobId: 'DCIB2022081903124382222110',
  startTime: '2022-08-19T03:12:43.823Z',
  finishTime: '2022-08-19T03:13:46.63Z',
  durationHours: 0.01744722222222222,
  status: 3,
  ...{ successfulEntity: 1, failedEntity: 2, skippedEntity: 3, warningEntity: 4, totalEntity: 10 },
  ...{ successfulRecord: 5, failedRecord: 6, skippedRecord: 7, warningRecord: 8, totalRecord: 26 },
  backupSize: 180832,
  organizationId: ORGANIZATION,
  organizationName: 'uatorg123',
};

let world: CannedWorld;
/** The pages that there are, by their number; any other is empty. */
let pages: Readonly<Record<string, object>>;
beforeEach(async () => {
  pages = {};
  world = await startCannedWorld(({ query }) => JSON.stringify(pages[query.get('pageIndex') ?? ''] ?? { totalCount: 0, nextLink: '', jobs: [] }), settings);
});
afterEach(() => world.close());

const askedOf = (): Record<string, string>[] => world.requests.filter(({ path }) => path === '/dynamicsbackup/jobs').map(({ query }) => Object.fromEntries(query));

async function list(filter: Readonly<Record<string, unknown>> = {}, window: Readonly<Record<string, unknown>> = { from: '2022-08-01T00:00:00Z', to: '2022-09-01T00:00:00Z' }): Promise<ListAnswer['list']> {
  const { data } = await world.query<ListAnswer>(
    `query ($filter: Dynamics365JobFilter, $window: JobWindowInput) {
      list: dynamics365Jobs(filter: $filter, window: $window) { nodes { jobId type } totalCount isComplete pageInfo { hasNextPage } sources { outcome localFilters warnings { code } } }
    }`,
    { filter, window },
  );
  return data?.list ?? expect.fail('no list');
}

describe('what is asked', () => {
  test('all types, the window to the millisecond, pages from 1', async () => {
    await list();
    expect(askedOf()).toEqual([{ type: '0', startTime: '2022-07-31T23:00:00.000Z', finishTime: '2022-09-01T00:00:00.000Z', pageIndex: '1', pageSize: '100' }]);
  });

  test('an open lower bound as 2000-01-01', async () => {
    await list({}, { to: '2022-09-01T00:00:00Z' });
    expect(askedOf()[0]).toMatchObject({ startTime: '2000-01-01T00:00:00.000Z' });
  });

  test('a total of the very milliseconds', async () => {
    pages = { '1': { totalCount: 300, jobs: Array.from({ length: 100 }, (_, index) => ({ ...sample, jobId: `DCIB${index}`, startTime: new Date(Date.now() - index * 1000).toISOString() })) } };
    const from = new Date(Date.now() - 86_400_123).toISOString();
    expect((await list({}, { from })).totalCount).toBe(300);
    expect(askedOf().at(-1)).toMatchObject({ startTime: from, pageSize: '10' });
  });

  test('one type a call, and all of them in one where there are more than four', async () => {
    expect((await list({ types: ['BACKUP', 'EXPORT'] })).sources[0]?.localFilters).toEqual([]);
    expect(askedOf().map(({ type }) => type).sort()).toEqual(['1', '32']);
    pages = { '1': { totalCount: 3, jobs: [1, 0, 4].map((type) => ({ ...sample, jobId: `DCIB${type}`, type })) } };
    const page = await list({ types: ['BACKUP', 'RESTORE', 'DRY_RUN', 'RETENTION', 'EXPORT'] });
    expect(askedOf().slice(2).map(({ type }) => type)).toEqual(['0']);
    expect(page.nodes.map(({ type }) => type)).toEqual(['BACKUP', 'DRY_RUN']);
    expect(page.sources).toMatchObject([{ outcome: 'OK', localFilters: ['types'], warnings: [] }]);
  });

  test('the codes of statuses, and the organization', async () => {
    await list({ statuses: ['SUCCEEDED'], organizationId: ORGANIZATION });
    expect(askedOf()).toMatchObject([{ type: '0', status: '3', organizationId: ORGANIZATION }]);
  });
});

describe('what is read', () => {
  async function read(record: object): Promise<Record<string, unknown>> {
    pages = { '1': { totalCount: 1, nextLink: null, jobs: [record] } };
    const { data } = await world.query<{ dynamics365Jobs: { nodes: Record<string, unknown>[] } }>(`{
      dynamics365Jobs(window: { from: "2022-01-01T00:00:00Z" }) { nodes {
        jobId product status upstreamStatus { code label } operation upstreamType { code label isKnown } workload { code label isKnown }
        startedAt finishedAt duration { seconds basis upstreamValue } progress counts { ...C } recordCounts { ...C } failures { message }
        type backupSizeBytes organizationId organizationName
      } }
    } fragment C on JobCounts { total successful failed skipped warning }`);
    return data?.dynamics365Jobs.nodes[0] ?? expect.fail('no job');
  }

  test('a job of the page', async () => {
    expect(await read(sample)).toEqual({
      jobId: sample.jobId,
      product: 'DYNAMICS_365',
      status: 'SUCCEEDED',
      upstreamStatus: { code: '3', label: 'Finished' },
      operation: 'BACKUP',
      upstreamType: { code: '1', label: 'Backup', isKnown: true },
      workload: { code: 'Customer Engagement', label: 'Customer Engagement', isKnown: true },
      startedAt: '2022-08-19T03:12:43.823Z',
      finishedAt: '2022-08-19T03:13:46.630Z',
      duration: { seconds: 62.807, basis: 'COMPUTED', upstreamValue: '0.01744722222222222' },
      progress: null,
      counts: { total: 10, successful: 1, failed: 2, skipped: 3, warning: 4 },
      recordCounts: { total: 26, successful: 5, failed: 6, skipped: 7, warning: 8 },
      failures: null,
      type: 'BACKUP',
      backupSizeBytes: 180832,
      organizationId: ORGANIZATION,
      organizationName: 'uatorg123',
    });
  });

  test('a job of which little is said', async () => {
    const { jobId, startTime } = sample;
    expect(await read({ jobId, startTime, status: 2, warningRecord: 1 })).toMatchObject({
      ...{ status: 'RUNNING', operation: null, upstreamType: null, workload: null, type: null, finishedAt: null, duration: { basis: 'ELAPSED', upstreamValue: null } },
      ...{ counts: null, recordCounts: { total: null, successful: null, failed: null, skipped: null, warning: 1 } },
      ...{ backupSizeBytes: null, organizationId: null, organizationName: null },
    });
  });

  test.each([
    ...[2, 4, 8, 16, 32, 0, 3, 64].map((code, index) => ['type', code, ['RESTORE', 'DRY_RUN', 'RETENTION', 'AUDIT_BACKUP', 'EXPORT', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'][index]]),
    ...[4, 7, 0, 1, 5, 6].map((code, index) => ['status', code, ['FAILED', 'PARTIAL', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'][index]]),
  ] as const)('%s %d is %s', async (field, code, value) => {
    expect((await read({ ...sample, [String(field)]: code }))[String(field)]).toBe(value);
  });

  test('counters of its own are null elsewhere', async () => {
    pages = { '0': { statusCode: 200, data: { totalCount: 1, jobs: [{ jobId: 'AI1', type: 1, status: 2, startTime: new Date().toISOString(), totalObjects: 3 }] } } };
    const { data } = await world.query('{ salesforceJobs { nodes { counts { total warning } } } }');
    expect(data).toEqual({ salesforceJobs: { nodes: [{ counts: { total: 3, warning: null } }] } });
  });
});

describe('where a list ends', () => {
  const link = (page: number): string => `/jobs?pageIndex=${page}&pageSize=100&startTime=2021-05-22T11:42:00Z&type=1&organizationId=another`;
  const job = (number: number): object => ({ ...sample, jobId: `DCIB${100 + number}`, startTime: `2022-08-19T03:12:${59 - number}.823Z` });

  test('only the page number is taken from a link', async () => {
    pages = { '1': { totalCount: 2, nextLink: link(2), jobs: [job(1)] }, '2': { totalCount: 2, nextLink: '', jobs: [job(2)] } };
    expect(await list()).toMatchObject({ nodes: [{ jobId: 'DCIB101' }, { jobId: 'DCIB102' }], isComplete: true });
    const [first, second] = askedOf();
    expect(second).toEqual({ ...first, pageIndex: '2' });
  });

  test('a total that counts repeated rows is no number of jobs, and no reason to go on for ever', async () => {
    const repeated = [job(1), job(2), job(2), job(2), job(2)];
    pages = { '1': { totalCount: 7, nextLink: link(2), jobs: repeated }, '2': { totalCount: 7, nextLink: '', jobs: [job(2), job(3)] }, '3': { totalCount: 7, jobs: [] } };
    const page = await list();
    expect(page).toMatchObject({ totalCount: 3, isComplete: true, pageInfo: { hasNextPage: false } });
    expect(page.nodes.map(({ jobId }) => jobId)).toEqual(['DCIB101', 'DCIB102', 'DCIB103']);
    expect(askedOf().length).toBeLessThanOrEqual(3);
  });
});

test('a tenant’s jobs are read only where they are asked for by name; the simulator’s always', () => {
  const products = (environment: Record<string, string>): string[] => readConfig(environment).sources.map(({ product }) => product);
  const credentials = { AVEPOINT_CLIENT_ID: 'id', AVEPOINT_CLIENT_SECRET: 'secret' };
  expect(products(credentials)).not.toContain('DYNAMICS_365');
  expect(products({ ...credentials, AVEPOINT_PRODUCTS: 'dynamics-365' })).toEqual(['DYNAMICS_365']);
  expect(products({}).at(-1)).toBe('DYNAMICS_365');
});

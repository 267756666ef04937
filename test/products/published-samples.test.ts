import { readFileSync } from 'node:fs';

import { afterEach, describe, expect, it } from 'vitest';

import { startCannedWorld, type CannedRequest, type CannedWorld } from '../support/canned-upstream.js';
import { environmentOf, seatOf } from './index.js';
import { expectUntroubled, walk, type Walk } from './walk.js';

/**
 * The samples of the published pages, comments taken out and repaired where they were no JSON (an id without quotes, a trailing comma),
 * through the whole server. What no page shows is built from docs/upstream.md: `jobs-older` (§3), `jobs-typed` (§4), `job-report` (§5, §2),
 * and both of Microsoft 365 (docs/upstream.md §6.3, §2).
 */

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/${path}.json`, import.meta.url), 'utf8');

let world: CannedWorld;
afterEach(() => world.close());

async function readSample(name: string, answer: (request: CannedRequest) => string): Promise<Walk> {
  const seat = seatOf(name);
  world = await startCannedWorld(answer, environmentOf(seat));
  const walked = await walk(world, seat, { window: { from: '2024-01-01T00:00:00Z' } });
  expectUntroubled(walked);
  return walked;
}

const parameter = ({ query }: CannedRequest, name: string): string | null =>
  [...query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;

const nextLinkOf = (text: string): string => (JSON.parse(text) as { nextLink: string }).nextLink;

describe('Google Workspace', () => {
  const sample = fixture('google-workspace/jobs');
  const older = fixture('google-workspace/jobs-older');
  const empty = '{"status":200,"message":"","jobs":[],"nextLink":null}';
  /** The admin portal has the page of the sample, and one more that is empty; ReCenter has nothing. */
  const serve = (page: string) => (request: CannedRequest) =>
    parameter(request, 'dataSource') === '1' && parameter(request, 'NextLink') === null ? page : empty;

  it('shows both jobs of the sample, though they are none of those that its request asks for', async () => {
    const { jobs, warnings } = await readSample('google-workspace/jobs', serve(sample));
    expect(warnings).toEqual([]);
    const common = {
      __typename: 'GoogleWorkspaceJob',
      product: 'GOOGLE_WORKSPACE',
      operation: 'RETENTION',
      upstreamType: { code: '5', isKnown: true },
      workload: { code: '1', isKnown: true },
      progress: 100,
      counts: null,
      failures: null,
      service: 'GMAIL',
      googleType: 'RETENTION',
      dataSource: 'ADMIN',
      operator: 'System',
    };
    expect(jobs).toMatchObject([
      {
        ...common,
        jobId: 'GDIG20241009053431',
        status: 'SUCCEEDED',
        upstreamStatus: { code: '2', isKnown: true },
        startedAt: '2024-10-09T05:34:31.000Z',
        finishedAt: '2024-10-09T05:50:36.008Z',
        duration: { iso: 'PT16M5.008S', seconds: 965.008, basis: 'COMPUTED', upstreamValue: null },
      },
      {
        ...common,
        jobId: 'GDIG20240909071817',
        status: 'FAILED',
        upstreamStatus: { code: '3', isKnown: true },
        startedAt: '2024-09-09T07:18:17.000Z',
        finishedAt: '2024-09-09T07:22:34.984Z',
        duration: { iso: 'PT4M17.984S', seconds: 257.984, basis: 'COMPUTED', upstreamValue: null },
      },
    ]);
    expect(jobs.map(({ raw }) => raw)).toEqual((JSON.parse(sample) as { jobs: unknown }).jobs);
  });

  it('10: decodes the token of the sample once, and asks both portals', async () => {
    await readSample('google-workspace/jobs', serve(sample));
    const tokens = world.requests.map((request) => parameter(request, 'NextLink')).filter((token) => token !== null);
    expect(tokens).toEqual([decodeURIComponent(nextLinkOf(sample))]);
    expect(new Set(world.requests.map((request) => parameter(request, 'dataSource')))).toEqual(new Set(['1', '2']));
    expect(new Set(world.requests.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['GET /backup/google/admin/jobs']));
  });

  it('9: reads the older form', async () => {
    const { jobs } = await readSample('google-workspace/jobs', serve(older));
    expect(jobs).toMatchObject([{ jobId: 'GDIG20241009053431', status: 'SUCCEEDED', service: 'GMAIL', operator: 'System', finishedAt: '2024-10-09T05:50:36.008Z' }]);
  });
});

describe('IaaS + PaaS', () => {
  const sample = fixture('iaas-paas/jobs');
  const empty = '{"totalCount":51,"jobs":[],"nextLink":null}';
  const serve = (request: CannedRequest): string => (parameter(request, 'skiptoken') === null ? sample : empty);

  it('shows the five jobs of the sample: 2 is successful, 1.16:00:44 is PT40H44S', async () => {
    const { jobs, warnings } = await readSample('iaas-paas/jobs', serve);
    expect(warnings).toEqual([]);
    const common = {
      __typename: 'IaasPaasJob',
      product: 'IAAS_PAAS',
      status: 'SUCCEEDED',
      upstreamStatus: { code: '2', isKnown: true },
      operation: null,
      upstreamType: null,
      workload: null,
      progress: null,
      iaasPaasType: null,
      comments: null,
    };
    const counts = (total: number, successful: number, skipped: number) => ({ total, successful, failed: 0, skipped });
    expect(jobs).toMatchObject([
      {
        ...common,
        jobId: 'FB20241027081716326',
        startedAt: '2024-10-27T08:17:06.000Z',
        finishedAt: '2024-10-27T08:21:08.000Z',
        // A second more than reported, which is cut.
        duration: { iso: 'PT4M2S', seconds: 242, basis: 'COMPUTED', upstreamValue: '00:04:01' },
        counts: counts(1, 1, 0),
      },
      { ...common, jobId: 'IB20241025160014096', duration: { iso: 'PT40H44S', seconds: 144_044, basis: 'COMPUTED', upstreamValue: '1.16:00:44' }, counts: counts(45, 10, 35) },
      { ...common, jobId: 'IB20241010055858683', duration: { iso: 'PT1H15S', seconds: 3615, basis: 'COMPUTED', upstreamValue: '01:00:14' }, counts: counts(25, 15, 10) },
      { ...common, jobId: 'IB20241002054145888', duration: { iso: 'PT13H2M26S', seconds: 46_946, basis: 'COMPUTED', upstreamValue: '13:02:26' }, counts: counts(35, 15, 20) },
      { ...common, jobId: 'IB20241001160011064', duration: { iso: 'PT8H56M31S', seconds: 32_191, basis: 'COMPUTED', upstreamValue: '08:56:31' }, counts: counts(88, 88, 0) },
    ]);
    expect(jobs.map(({ raw }) => raw)).toEqual((JSON.parse(sample) as { jobs: unknown }).jobs);
  });

  it('10: decodes the token of the sample once', async () => {
    await readSample('iaas-paas/jobs', serve);
    const tokens = world.requests.map((request) => parameter(request, 'skiptoken')).filter((token) => token !== null);
    expect(tokens).toEqual([decodeURIComponent(nextLinkOf(sample))]);
  });

  it('reads types: 33 is index generation, 99999 is UNKNOWN, none is null', async () => {
    const { jobs, warnings } = await readSample('iaas-paas/jobs', () => fixture('iaas-paas/jobs-typed'));
    expect(jobs).toMatchObject([
      { jobId: 'GI20250501010203004', iaasPaasType: 'AZURE_VM_INDEX_GENERATION', operation: 'INDEX', upstreamType: { code: '33', isKnown: true } },
      { jobId: 'IB20250430220000123', iaasPaasType: 'AZURE_SQL_DATABASE_BACKUP', operation: 'BACKUP', status: 'PARTIAL', comments: 'One database is offline.' },
      {
        jobId: 'IB20250429220000456',
        iaasPaasType: 'UNKNOWN',
        operation: 'UNKNOWN',
        upstreamType: { code: '99999', label: null, isKnown: false },
        status: 'UNKNOWN',
        upstreamStatus: { code: '128', label: null, isKnown: false },
        comments: null,
      },
      { jobId: 'IB20250328220000789', iaasPaasType: null, operation: null, upstreamType: null, status: 'FAILED', comments: 'Access denied.' },
    ]);
    expect(warnings).toEqual(['UNKNOWN_CODE']);
    expect(world.requests).toHaveLength(1);
  });

  it('reads the job report: 638645575921780695 is 2024-10-15T02:53:12.178Z', async () => {
    const { jobs, warnings } = await readSample('iaas-paas/job-report', () => fixture('iaas-paas/job-report'));
    expect(warnings).toEqual([]);
    expect(jobs).toMatchObject([
      {
        jobId: 'FB20241015025312178',
        status: 'SUCCEEDED',
        startedAt: '2024-10-15T02:53:12.178Z',
        finishedAt: '2024-10-15T02:54:03.838Z',
        duration: { iso: 'PT51.66S', seconds: 51.66, basis: 'COMPUTED', upstreamValue: '516606001' },
        counts: { total: 5, successful: 4, failed: 0, skipped: 1 },
        raw: { startTime: '638645575921780695', finishTime: '638645576438386696', duration: 516_606_001 },
      },
      { jobId: 'IB20240822160048185', status: 'RUNNING', startedAt: '2024-08-22T16:00:48.185Z', finishedAt: null, duration: { basis: 'ELAPSED' }, comments: null },
    ]);
    expect(world.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/public/jobreport']);
    expect(JSON.parse(world.requests[0]?.body ?? '')).toMatchObject({ pagination: { pageNumber: 0, pageSize: 100 } });
  });
});

describe('Microsoft 365', () => {
  it('reads the current page: "0.011" hours stay as the upstream wrote them', async () => {
    const { jobs, warnings } = await readSample('microsoft-365/cloud-backup-jobs', () => fixture('microsoft-365/cloud-backup-jobs'));
    expect(warnings).toEqual([]);
    const common = { __typename: 'Microsoft365Job', product: 'MICROSOFT_365', operation: null, upstreamType: null, workload: null, progress: null, location: null };
    expect(jobs).toMatchObject([
      {
        ...common,
        jobId: 'FB20241202075225327583',
        status: 'SUCCEEDED',
        upstreamStatus: { code: 'Finished', isKnown: true },
        duration: { iso: 'PT39S', seconds: 39, basis: 'COMPUTED', upstreamValue: '0.011' },
        counts: { total: 2, successful: 2, failed: 0, skipped: 0 },
        failures: [],
      },
      {
        ...common,
        jobId: 'IB20241201180000000001',
        status: 'PARTIAL',
        upstreamStatus: { code: 'Finished with Exception', isKnown: true },
        duration: { iso: 'PT30M', basis: 'COMPUTED', upstreamValue: '0.500' },
        counts: { total: 10, successful: 8, failed: 1, skipped: 1 },
        failures: [
          { message: 'CB-EXO-1024', isErrorCode: true, documentationUrl: 'https://cdn.avepoint.com/errors/CB-EXO-1024', occurrences: 1 },
          { message: '', isErrorCode: false, documentationUrl: null, occurrences: null },
        ],
      },
      {
        ...common,
        jobId: 'IB20241201120000000002',
        status: 'PARTIAL',
        upstreamStatus: { code: 'Partially Finished', isKnown: true },
        finishedAt: null,
        duration: { iso: 'PT39.6S', seconds: 39.6, basis: 'REPORTED', upstreamValue: '0.011' },
        counts: null,
        failures: null,
      },
    ]);
  });

  it('1: reads the older page, in Pascal case and ticks', async () => {
    const { jobs, warnings } = await readSample('microsoft-365/jobs', () => fixture('microsoft-365/jobs'));
    expect(warnings).toEqual([]);
    expect(jobs).toMatchObject([
      {
        jobId: 'FB20241015105312327583',
        status: 'SUCCEEDED',
        startedAt: '2024-10-15T02:53:12.178Z',
        finishedAt: '2024-10-15T02:54:03.838Z',
        duration: { iso: 'PT51.66S', seconds: 51.66, basis: 'COMPUTED', upstreamValue: '516606001' },
        counts: { total: 2, successful: 2, failed: 0, skipped: 0 },
        failures: null,
        raw: { StartTime: '638645575921780695' },
      },
      {
        jobId: 'FB20240822160048185969',
        status: 'PARTIAL',
        startedAt: '2024-08-22T16:00:48.185Z',
        finishedAt: null,
        duration: { iso: 'PT51.66S', basis: 'REPORTED', upstreamValue: '516606001' },
        counts: null,
        failures: [{ message: 'The mailbox is on hold.', isErrorCode: false, documentationUrl: null, occurrences: 3 }],
      },
    ]);
  });
});

describe('Salesforce', () => {
  it('8: reads the sample, where status is called state and three fields are missing', async () => {
    const { jobs, warnings } = await readSample('salesforce/jobs', () => fixture('salesforce/jobs'));
    expect(warnings).toEqual([]);
    expect(jobs).toMatchObject([
      {
        __typename: 'SalesforceJob',
        jobId: 'AI20241015105312327583',
        status: 'SUCCEEDED',
        upstreamStatus: { code: '2', isKnown: true },
        operation: 'BACKUP',
        salesforceType: 'AUDIT_LOG_BACKUP',
        startedAt: '2024-12-02T07:52:25.000Z',
        finishedAt: '2024-12-02T07:53:04.000Z',
        duration: { iso: 'PT39S', seconds: 39, basis: 'COMPUTED', upstreamValue: null },
        counts: { total: 2, successful: 2, failed: 0, skipped: 0 },
        recordCounts: { total: 0, successful: 0, failed: 0, skipped: 0 },
        metadataCounts: { total: 0, successful: 0, failed: 0, skipped: null },
        dataSizeKilobytes: null,
        apiCalls: null,
        organizationId: null,
        failures: null,
      },
    ]);
    expect(world.requests.map(({ path }) => path)).toEqual(['/backup/sfbapi/jobs']);
    // Both ends are required.
    expect(parameter(world.requests[0] as CannedRequest, 'startTime')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(parameter(world.requests[0] as CannedRequest, 'finishTime')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('a body that is odd as JSON', () => {
  it('holds properties that JavaScript treats specially', async () => {
    const row = '{"jobId":"J1","__proto__":{"status":3},"constructor":"x","toString":1,"status":2,"startTime":"2024-12-02T07:52:25Z"}';
    const { jobs } = await readSample('iaas-paas/jobs', () => `{"totalCount":1,"jobs":[${row}]}`);
    expect(jobs).toMatchObject([{ jobId: 'J1', status: 'SUCCEEDED' }]);
  });

  it('holds rows that are no objects', async () => {
    const row = '{"jobId":"J1","status":2,"startTime":"2024-12-02T07:52:25Z"}';
    const page = (request: CannedRequest): string => (parameter(request, 'pageNumber') === '0' ? `null,12,${row},"x",[]` : '');
    const { jobs, warnings } = await readSample('iaas-paas/jobs', (request) => `{"totalCount":5,"jobs":[${page(request)}],"nextLink":null}`);
    expect(jobs).toMatchObject([{ jobId: 'J1', status: 'SUCCEEDED' }]);
    expect(warnings).toContain('RECORD_WITHOUT_ID');
  });

  it('has ids that look like paths and numbers', async () => {
    const ids = ['.', '..', 'a/b', '%2F', '?x=1', '00012', '1e5', ' spaced ', 'é', '\u{1F4BE}'];
    const rows = ids.map((jobId, index) => JSON.stringify({ jobId, status: 2, startTime: `2024-12-02T07:52:${59 - index}Z` }));
    const { jobs } = await readSample('iaas-paas/jobs', () => `{"totalCount":${ids.length},"jobs":[${rows.join(',')}]}`);
    expect(jobs.map(({ jobId }) => jobId)).toEqual(ids);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(ids.length);
  });
});

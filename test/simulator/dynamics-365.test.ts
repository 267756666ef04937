import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { startSimulator, type SimulatedJob, type Simulator } from '../../simulator/index.js';

/** The simulated endpoint by docs/upstream.md §8, held against the sample of the vendor's page. */

const SAMPLE = new URL('../fixtures/dynamics-365/jobs.json', import.meta.url);
const ALL = { type: '0', startTime: '2020-01-01T00:00:00Z', finishTime: '2030-01-01T00:00:00Z' };
const ORGANIZATION = '69cb1ecc-f8e8-439b-8077-a4b7fd45e87f';

type Row = Readonly<Record<string, unknown>>;
interface Page {
  readonly totalCount: number;
  readonly nextLink: string;
  readonly jobs: readonly Row[];
  readonly pageIndex: number;
  readonly pageSize: number;
}

let simulator: Simulator;
let authorization = '';

beforeAll(async () => {
  // Its clock stands, or running jobs would grow from call to call.
  const now = Date.now();
  simulator = await startSimulator({ now: () => now, jobsPerProduct: 120, days: 20 });
  const { access_token: token } = (await (await askToken('Dynamics.ReadWrite.All')).json()) as { access_token: string };
  authorization = `Bearer ${token}`;
});
beforeEach(() => simulator.resetSwitches());
afterAll(() => simulator.close());

function askToken(scope: string): Promise<Response> {
  const { clientId, clientSecret, identityUrl } = simulator;
  return fetch(identityUrl, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope }) });
}

function ask(query: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${simulator.graphUrl}/dynamicsbackup/jobs?${new URLSearchParams(query).toString()}`, { headers: { authorization } });
}

async function read(query: Readonly<Record<string, string>> = {}): Promise<Page> {
  const response = await ask({ ...ALL, ...query });
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

const records = (): readonly SimulatedJob[] => simulator.records('dynamics-365');

test('a token for its scope and another is refused', async () => {
  const response = await askToken('Dynamics.ReadWrite.All salesforce.public.read.all');
  expect([response.status, await response.json()]).toEqual([400, { error: 'invalid_scope' }]);
});

test.each(['type', 'startTime', 'finishTime'])('%s is required', async (name) => {
  const query = Object.fromEntries(Object.entries(ALL).filter(([key]) => key !== name));
  const response = await ask(query);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ status: 400, title: `The ${name} field is required.` });
});

test('envelope and rows have the names of the sample, and values of the same kinds', async () => {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Page;
  const page = await read({ type: '1', status: '3' });
  const kinds = (fields: object): unknown => Object.entries(fields).map(([name, value]) => [name, typeof value]);
  expect(kinds(page)).toEqual(kinds(sample));
  for (const row of page.jobs) expect(kinds(row)).toEqual(kinds(sample.jobs[0] ?? {}));
  for (const row of [...sample.jobs, ...page.jobs]) {
    const { jobId, startTime, finishTime, durationHours } = row as Record<'jobId' | 'startTime' | 'finishTime', string> & { durationHours: number };
    expect(jobId).toMatch(/^DC[A-Z]{2}\d{22}$/);
    expect(`${startTime} ${finishTime}`).toMatch(/^\S+?:\d\d(\.\d{0,2}[1-9])?Z \S+?:\d\d(\.\d{0,2}[1-9])?Z$/);
    expect(durationHours).toBe((Date.parse(finishTime) - Date.parse(startTime)) / 3_600_000);
    const clock = Date.parse(jobId.replace(/^\D+(....)(..)(..)(..)(..)(..)(...).*$/, '$1-$2-$3T$4:$5:$6.$7Z'));
    expect(Math.abs(Date.parse(startTime) - clock)).toBeLessThan(3);
  }
});

test('type 0 is all, and no row is of another type than was asked for', async () => {
  const types = new Set(records().map(({ type }) => type));
  expect([...types]).toEqual(expect.arrayContaining([1, 2, 4, 8, 16, 32]));
  expect((await read({ pageSize: '1000' })).jobs.map(({ jobId }) => jobId)).toEqual(records().map(({ jobId }) => jobId));
  for (const type of [1, 2, 4, 8, 16, 32]) {
    const { jobs, totalCount } = await read({ type: String(type), pageSize: '1000' });
    expect(totalCount).toBe(records().filter((job) => job.type === type).length);
    expect(new Set(jobs.map((job) => job['type']))).toEqual(new Set([type]));
  }
});

test('2 is running and 3 has ended well', async () => {
  const { jobs: running } = await read({ status: '2' });
  expect(running.length).toBeGreaterThan(0);
  for (const job of running) expect(job).toMatchObject({ status: 2, finishTime: null, durationHours: null });
  const { jobs: finished } = await read({ status: '3' });
  for (const { jobId, finishTime } of finished) {
    expect(finishTime).not.toBeNull();
    expect(records().find((job) => job.jobId === jobId)?.status).toBe(3);
  }
});

test('pages count from 1, of ten; links lead on without the front of the path, to another organization', async () => {
  const first = await read({ organizationId: ORGANIZATION });
  expect(first).toMatchObject({ pageIndex: 1, pageSize: 10 });
  expect(await read({ organizationId: ORGANIZATION, pageIndex: '1' })).toEqual(first);
  expect(first.nextLink).toMatch(/^\/jobs\?pageIndex=2&/);
  expect(new URLSearchParams(first.nextLink.split('?')[1]).get('organizationId')).toBe('6cccccc-ffff-bbb-88888-aabbccdeee');
  for (const { organizationId } of first.jobs) expect(organizationId).toBe(ORGANIZATION);

  const last = Math.ceil(first.totalCount / 10);
  const { jobs, nextLink } = await read({ organizationId: ORGANIZATION, pageIndex: String(last) });
  expect([jobs.length, nextLink]).toEqual([first.totalCount - (last - 1) * 10, '']);
});

test('page 0 is refused, or the first page', async () => {
  expect((await ask({ ...ALL, pageIndex: '0' })).status).toBe(400);
  simulator.set({ 'dynamics-365': { pageZeroIsPageOne: true } });
  expect((await read({ pageIndex: '0' })).jobs).toEqual((await read({ pageIndex: '1' })).jobs);
  expect((await read({ pageIndex: '0' })).nextLink).toMatch(/^\/jobs\?pageIndex=2&/);
});

test('some jobs stand in the list four times, and the total counts them so', async () => {
  simulator.set({ 'dynamics-365': { fourfoldEvery: 5 } });
  const { jobs, totalCount } = await read({ pageSize: '1000' });
  const times = new Map<unknown, number>();
  for (const { jobId } of jobs) times.set(jobId, (times.get(jobId) ?? 0) + 1);
  expect([...times.keys()]).toEqual(records().map(({ jobId }) => jobId));
  expect(new Set(times.values())).toEqual(new Set([1, 4]));
  expect(totalCount).toBe(jobs.length);
});

import { afterEach, describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { eachProduct, runningOf, productOf } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { iso, paged, row, startCanned, type CannedRow } from './canned.js';
import { askForUnusual, unusual, type Unusual, type UnusualArguments } from './lengths.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((world) => world.close()))));

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = Math.floor(Date.now() / 1000) * 1000;

type Job = Partial<SimulatedJob>;

/** A job that ended so many hours ago and took so many minutes. */
const ended = (jobId: string, hoursAgo: number, minutes: number, more: Job = {}): Job => {
  const finishedAt = now - hoursAgo * hourMs;
  return { jobId, startedAt: finishedAt - minutes * minuteMs, finishedAt, ...more };
};
const running = (product: ProductName, jobId: string, minutes: number, more: Job = {}): Job => ({ jobId, startedAt: now - minutes * minuteMs, finishedAt: null, status: runningOf(productOf(product)), ...more });

/** One kind, of an hour each, before the last day. */
const history = (count = 7, more: Job = {}, minutes = 60): Job[] => Array.from({ length: count }, (_, index) => ended(`history-${JSON.stringify(more)}-${index}`, 30 + index, minutes, more));

async function start(jobs: Partial<Record<ProductName, readonly Job[]>>, environment: Record<string, string> = {}): Promise<World> {
  const world = await startWorld({ simulator: { now: () => now, jobs: { ...eachProduct(() => []), ...jobs } }, environment });
  open.push(world);
  return world;
}

const salesforce = (jobs: readonly Job[], environment?: Record<string, string>): Promise<World> => start({ salesforce: jobs.map((job) => ({ organizationId: 'one', type: 1, ...job })) }, environment);
const shown = ({ nodes }: Unusual): unknown[] => nodes.map(({ job, kind }) => [job.jobId, kind]);

const [failed, partial, stopped] = [3, 3, 6].map((_, index) => ['FAILED', 'PARTIAL', 'STOPPED'][index]).map((status) => Number(Object.entries(productOf('salesforce').statuses).find(([, name]) => name === status)?.[0]));

describe('D2: what is usual', () => {
  test('the jobs of one operation and workload that succeeded, in the history and before the judged one ended', async () => {
    const world = await salesforce([
      ...[10, 20, 30, 40, 50, 60].map((minutes, index) => ended(`run-${index}`, 30 + index, minutes)),
      // Others measure nothing.
      ended('failed', 40, 900, { status: failed as number }),
      ended('partial', 41, 900, { status: partial as number }),
      ended('another operation', 42, 900, { type: 3 }),
      ended('another organization', 43, 900, { organizationId: 'two' }),
      ended('before', 24 + 30 * 24 + 1, 900),
      ended('after', 1, 36),
      ended('long', 2, 700),
    ]);
    const found = await unusual(world);
    expect(found.nodes.map(({ job, kind, seconds, ratio, baseline }) => ({ jobId: job.jobId, kind, seconds, ratio, baseline }))).toEqual([{ jobId: 'long', kind: 'LONG', seconds: 42_000, ratio: 20, baseline: { runs: 6, medianSeconds: 2100, p95Seconds: 3600 } }]);
    expect([found.unjudged, found.isComplete]).toEqual([0, true]);
  });

  test('a run of the period measures those that ended after it, and not itself', async () => {
    const world = await salesforce([...history(4), ended('fifth', 5, 60), ended('sixth', 4, 240)]);
    const found = await unusual(world);
    expect(found.nodes.map(({ job, baseline }) => [job.jobId, baseline.runs])).toEqual([['sixth', 5]]);
    expect(found.unjudged).toBe(1);
  });

  test.each([{ statuses: ['FAILED'] }, { salesforce: { statuses: ['FAILED'] } }, { salesforce: { statusCodes: [failed] } }, { search: 'long' }, { salesforce: { search: 'long' } }])('the filter %j narrows the judged jobs alone', async (filter) => {
    const world = await salesforce([...history(), ended('long', 2, 600, { status: failed as number }), ended('other', 2, 600)]);
    const found = await unusual(world, { filter });
    expect(shown(found)).toEqual([['long', 'LONG']]);
    expect(found.nodes[0]?.baseline.runs).toBe(7);
    expect(found.sources.find(({ source }) => source.id.endsWith('salesforce'))?.matched).toBe(1);
  });

  test('also where the upstream searches itself', async () => {
    const iaas = { type: 1, service: 1 };
    const world = await start({ 'iaas-paas': [...history(7, iaas), ended('long', 2, 600, iaas), ended('other', 2, 600, iaas), running('iaas-paas', 'long-running', 600, iaas), running('iaas-paas', 'another-running', 600, iaas)] });
    const found = await unusual(world, { filter: { search: 'LONG' } });
    expect(shown(found)).toEqual([
      ['long-running', 'STILL_RUNNING'],
      ['long', 'LONG'],
    ]);
    expect(found.nodes.map(({ baseline }) => baseline.runs)).toEqual([9, 7]);
    expect(found.sources.find(({ source }) => source.id.endsWith('iaas-paas'))?.requests).toBe(2);
  });

  test('other filters narrow what is usual too', async () => {
    const world = await salesforce([...history(4), ...history(4, { organizationId: 'two' }), ended('long', 2, 600)]);
    expect((await unusual(world, { filter: { salesforce: { organizationId: 'two' } } })).nodes).toEqual([]);
  });

  test.each<[ProductName, number]>([
    ['salesforce', 20],
    ['dynamics-365', 16],
  ])('of %s, backups of audit logs (type %i) measure no backups of data', async (product, type) => {
    const data = { type: 1, organizationId: 'one' };
    const logs = { ...data, type };
    const world = await start({ [product]: [...history(6, data), ...history(6, logs, 1), ended('data', 2, 200, data), ended('logs', 2, 60, logs)] });
    const found = await unusual(world);
    expect(found.nodes.map(({ job, baseline }) => [job.jobId, baseline.runs, baseline.medianSeconds])).toEqual([
      ['logs', 6, 60],
      ['data', 6, 3600],
    ]);
  });

  test('of Microsoft 365 the queries tell of which operation and workload a job is', async () => {
    const mail = { type: 1, service: 1 };
    const sites = { type: 1, service: 2 };
    const world = await start({ 'microsoft-365': [...history(6, mail), ...history(6, sites, 600), ended('mail', 2, 600, mail), ended('sites', 2, 600, sites), running('microsoft-365', 'running', 200, mail), running('microsoft-365', 'usual', 200, sites)] });
    const found = await unusual(world);
    expect(shown(found)).toEqual([
      ['mail', 'LONG'],
      ['running', 'STILL_RUNNING'],
    ]);
    expect(found.isComplete).toBe(true);
    // A query a type and a service, and one for the total: they bring those that run along.
    expect(found.sources.find(({ source }) => source.id.endsWith('microsoft-365'))?.requests).toBe(5 + 12 + 1);
  });

  test('where it ignores what it is asked, nothing tells it: no job is judged by jobs of other kinds', async () => {
    const mail = { type: 1, service: 1 };
    const world = await start({ 'microsoft-365': [...history(6, mail), ended('mail', 2, 600, mail), ended('another operation', 3, 1, { type: 2, service: 1 }), running('microsoft-365', 'running', 200, mail)] });
    world.simulator.set({ 'microsoft-365': { ignoredFilters: ['type'] } });
    const found = await unusual(world);
    expect([found.nodes, found.unjudged, found.isComplete]).toEqual([[], 3, true]);
    expect(found.sources.flatMap(({ warnings }) => warnings.map(({ code }) => code))).toContain('FILTER_IGNORED');
  });

  test('of job reports nothing tells it: their jobs are not judged, and a warning says why', async () => {
    const world = await start({ 'iaas-paas': [...history(), ended('long', 2, 600)] }, { AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report' });
    const found = await unusual(world);
    expect([found.nodes, found.unjudged]).toEqual([[], 1]);
    expect(found.sources.flatMap(({ warnings }) => warnings.map(({ code }) => code))).toContain('UNATTRIBUTED');
  });
});

describe('D3: what is unusual', () => {
  const judge = async (jobs: readonly Job[], args: UnusualArguments = {}): Promise<unknown[]> => shown(await unusual(await salesforce([...history(), ...jobs]), args));

  test('LONG from the factor on', async () => {
    expect(await judge([ended('under', 2, 179), ended('on', 3, 180)])).toEqual([['on', 'LONG']]);
  });

  test('SHORT up to the usual divided by the factor, and only what succeeded, wholly or in part', async () => {
    expect(await judge([ended('over', 2, 21), ended('on', 3, 20), ended('part', 4, 19, { status: partial as number }), ended('fail', 5, 1, { status: failed as number }), ended('stop', 6, 1, { status: stopped as number })])).toEqual([
      ['part', 'SHORT'],
      ['on', 'SHORT'],
    ]);
  });

  test('of failures LONG ones alone', async () => {
    expect(await judge([ended('fail', 2, 600, { status: failed as number })])).toEqual([['fail', 'LONG']]);
  });

  test('not by less than the floor, whatever the factor', async () => {
    expect(await judge([ended('long', 2, 180), ended('short', 3, 20)], { floor: 'PT2H' })).toEqual([['long', 'LONG']]);
    expect(await judge([ended('long', 2, 180), ended('short', 3, 20)], { floor: 'PT2H0.1S' })).toEqual([]);
    expect(await judge([ended('long', 2, 60.1), ended('short', 3, 59.9)], { floor: 'PT0S', factor: 1.001 })).toEqual([
      ['short', 'SHORT'],
      ['long', 'LONG'],
    ]);
  });

  test('STILL_RUNNING by start, whatever the period; its history reaches up to now', async () => {
    const jobs = [running('salesforce', 'hangs', 300), running('salesforce', 'goes on', 170), ended('today', 2, 60), ended('long', 2, 600)];
    const period = { from: new Date(now - 28 * hourMs).toISOString(), to: new Date(now - 26 * hourMs).toISOString() };
    const found = await unusual(await salesforce([...history(), ...jobs]), { period });
    expect(shown(found)).toEqual([['hangs', 'STILL_RUNNING']]);
    expect(found.nodes[0]?.baseline.runs).toBe(9);
    expect(found.nodes[0]?.seconds).toBeGreaterThanOrEqual(18_000);
    expect(found.nodes[0]?.job.duration?.basis).toBe('ELAPSED');
  });

  test.each(['unknown', 'start', 'finish', 'overlap'])('also where the period is over and the history shorter than it may have been running: time filter %s', async (timeFilter) => {
    const before = history(8, {}, 1);
    const world = await salesforce([...before, ...history(5).map((_, index) => ended(`run-${index}`, 1 + index, 60)), running('salesforce', 'hangs', 40 * 60)], { AVEPOINT_SALESFORCE_TIME_FILTER: timeFilter, AVEPOINT_PRODUCTS: 'salesforce' });
    if (timeFilter !== 'unknown') world.simulator.set({ salesforce: { timeFilter: timeFilter as 'start' } });
    const period = { from: new Date(now - 28 * hourMs).toISOString(), to: new Date(now - 26 * hourMs).toISOString() };
    const found = await unusual(world, { period, history: 'PT0S' });
    expect(found.nodes.map(({ job, kind, baseline }) => [job.jobId, kind, baseline.runs, baseline.medianSeconds])).toEqual([['hangs', 'STILL_RUNNING', 5, 3600]]);
    expect([found.unjudged, found.isComplete, found.sources[0]?.requests]).toEqual([0, true, 1]);
  });

  test('where the filter takes none, nothing is read that started after the period', async () => {
    const later = Array.from({ length: 20 }, (_, index) => ended(`later-${index}`, 1 + index, 60));
    const world = await salesforce([...later, ended('long', 250, 600), ...history(7).map((job) => ({ ...job, startedAt: (job.startedAt ?? 0) - 240 * hourMs, finishedAt: (job.finishedAt ?? 0) - 240 * hourMs }))], { AVEPOINT_PAGE_SIZE: '10', AVEPOINT_PRODUCTS: 'salesforce' });
    const period = { from: new Date(now - 260 * hourMs).toISOString(), to: new Date(now - 240 * hourMs).toISOString() };
    const ofEnded = await unusual(world, { period, filter: { statuses: ['SUCCEEDED'] } });
    expect([shown(ofEnded), ofEnded.nodes[0]?.baseline.runs, ofEnded.sources[0]?.requests]).toEqual([[['long', 'LONG']], 7, 1]);
    const ofAll = await unusual(world, { period });
    expect([shown(ofAll), ofAll.nodes[0]?.baseline.runs, ofAll.sources[0]?.requests]).toEqual([[['long', 'LONG']], 7, 3]);
  });

  test('one that runs for longer than the lookback is judged from then on that a page has shown it', async () => {
    const world = await salesforce([...history(), ended('long', 2, 100 * 60), running('salesforce', 'hangs', 120 * 60)]);
    expect(shown(await unusual(world))).toEqual([['long', 'LONG']]);
    expect(shown(await unusual(world))).toEqual([
      ['hangs', 'STILL_RUNNING'],
      ['long', 'LONG'],
    ]);
  });

  test('without a lookback nothing that runs is looked for', async () => {
    const world = await start({ salesforce: [...history(), ended('long', 2, 600), ended('hour', 3, 60)].map((job) => ({ organizationId: 'one', type: 1, ...job })) }, { AVEPOINT_LOOKBACK_HOURS: '0' });
    expect(shown(await unusual(world))).toEqual([['long', 'LONG']]);
  });

  test('the farthest from usual first, then the newest end, `first` of them', async () => {
    const jobs = [ended('tenfold', 2, 600), ended('a twentieth', 3, 3), ended('also tenfold', 1, 600), running('salesforce', 'hangs', 420)];
    const all = [
      ['a twentieth', 'SHORT'],
      ['also tenfold', 'LONG'],
      ['tenfold', 'LONG'],
      ['hangs', 'STILL_RUNNING'],
    ];
    expect(await judge(jobs)).toEqual(all);
    expect(await judge(jobs, { first: 2 })).toEqual(all.slice(0, 2));
  });

  test('the default period is the last day', async () => {
    const found = await unusual(await salesforce([...history(), ended('yesterday', 25, 600)]));
    expect([found.nodes, found.period.isDefault]).toEqual([[], true]);
    expect(Date.parse(found.period.to) - Date.parse(found.period.from)).toBe(24 * hourMs);
  });
});

describe('D4: what cannot be judged', () => {
  test('too few earlier runs, and jobs without a length, are counted', async () => {
    const world = await salesforce([...history(4), ended('long', 2, 600), { jobId: 'no start', startedAt: null, finishedAt: now - hourMs }, running('salesforce', 'hangs', 600)]);
    expect(await unusual(world)).toMatchObject({ nodes: [{ job: { jobId: 'hangs' }, baseline: { runs: 5 } }], unjudged: 2, isComplete: true });
    expect(await unusual(world, { minRuns: 6 })).toMatchObject({ nodes: [], unjudged: 3 });
  });

  test('a usual length of nothing is none', async () => {
    const world = await salesforce([...history(6, {}, 0), ended('long', 2, 600)]);
    expect(await unusual(world)).toMatchObject({ nodes: [], unjudged: 1, isComplete: true });
  });

  test('a source that fails: null, not complete, an entry in `errors`, and the jobs of the others', async () => {
    const world = await start({ salesforce: [...history(7, { type: 1, organizationId: 'one' }), ended('long', 2, 600, { type: 1, organizationId: 'one' })], 'dynamics-365': [] });
    world.simulator.set({ 'dynamics-365': { fault: { kind: 'status', status: 403 } } });
    const { data, errors } = await askForUnusual(world);
    expect(data?.unusual).toMatchObject({ unjudged: null, isComplete: false, nodes: [{ job: { jobId: 'long' } }] });
    expect(errors?.map(({ path, extensions }) => [path, extensions['source']])).toEqual([[['unusual'], 'default/us/dynamics-365']]);
    expect(data?.unusual?.sources.filter(({ outcome }) => outcome !== 'OK').map(({ source, outcome }) => [source.id, outcome])).toEqual([['default/us/dynamics-365', 'FAILED']]);
  });

  test('a history that was not read to its beginning measures nothing', async () => {
    const world = await salesforce([ended('long', 2, 600), ...history(30)], { AVEPOINT_PAGE_SIZE: '5', AVEPOINT_SCAN_BUDGET: '4', AVEPOINT_PRODUCTS: 'salesforce' });
    const { data, errors } = await askForUnusual(world);
    expect(data?.unusual).toMatchObject({ unjudged: null, isComplete: false, nodes: [], sources: [{ outcome: 'PARTIAL' }] });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BUDGET_EXHAUSTED']);
    expect(errors?.[0]?.message).toMatch(/shorter `history`/);
  });

  test('a filter that leaves nobody: null, not complete, NO_SOURCE', async () => {
    const { data, errors } = await askForUnusual(await salesforce([]), { filter: { tenants: ['nobody'] } });
    expect(data?.unusual).toMatchObject({ unjudged: null, isComplete: false, nodes: [] });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['NO_SOURCE']);
  });

  test('a filter that cannot match skips the source, and is complete', async () => {
    const found = await unusual(await salesforce(history()), { filter: { products: ['SALESFORCE'], statuses: ['FAILED'], salesforce: { statuses: ['SUCCEEDED'] } } });
    expect([found.sources.map(({ outcome }) => outcome), found.unjudged, found.isComplete]).toEqual([['SKIPPED'], 0, true]);
  });
});

describe('G3, G4: jobs that are held', () => {
  const minute = (index: number, minutes: number, more: Readonly<Record<string, unknown>> = {}): ReturnType<typeof row> => row(index, { startTime: iso(now - index * hourMs - minutes * minuteMs), finishTime: iso(now - index * hourMs), ...more });

  const earlier = Array.from({ length: 6 }, (_, index) => minute(30 + index, 60));
  const runs = minute(1, 600, { status: 1, finishTime: null });

  test.each([
    ['runs on one page and has ended on the next', [runs, minute(1, 600)], 'LONG'],
    ['has ended on one page and runs on the next', [minute(1, 600), runs], 'STILL_RUNNING'],
  ])('one that %s is judged once, as it was observed last', async (_how, sightings, kind) => {
    const pages = [[sightings[0] as CannedRow, ...earlier.slice(0, 3)], [sightings[1] as CannedRow, ...earlier.slice(3)], []];
    const world = await startCanned((number) => ({ rows: pages[number] ?? [], total: 8 }), { AVEPOINT_PAGE_SIZE: '4' });
    open.push(world);
    const found = await unusual(world);
    expect([shown(found), found.sources[0]?.matched]).toEqual([[['AI-1', kind]], 1]);
  });

  test.each([
    ['have ended', {}],
    ['still run', { status: 1, finishTime: null }],
  ])('of more than 5,000 that %s the others are not judged, and the source says so', async (_how, more) => {
    const many = Array.from({ length: 5003 }, (_, index) => row(index, { startTime: iso(now - 3_600_000 - index * 10_000), finishTime: iso(now - 3_540_000 - index * 10_000), ...more }));
    const world = await startCanned(paged(many, 1000), { AVEPOINT_PAGE_SIZE: '1000' });
    open.push(world);
    const { data, errors } = await askForUnusual(world);
    expect(data?.unusual).toMatchObject({ unjudged: null, isComplete: false, sources: [{ outcome: 'PARTIAL', matched: 5000 }] });
    expect(errors?.map(({ extensions, message }) => [extensions['code'], message.includes('5000')])).toEqual([['BUDGET_EXHAUSTED', true]]);
  });
});

test('a quiet tenant of four products against a month is at most 50 calls: what still runs comes along', async () => {
  const days = 36;
  const world = await startWorld({ simulator: { jobsPerProduct: 22 * days, days }, environment: { AVEPOINT_PRODUCTS: 'google-workspace,iaas-paas,microsoft-365,salesforce' } });
  open.push(world);
  const found = await unusual(world);
  expect(found.nodes.map(({ kind }) => kind)).toContain('STILL_RUNNING');
  expect(world.simulator.calls.length).toBeLessThanOrEqual(50);
});

describe('refused before anything is asked', () => {
  test.each<[string, UnusualArguments]>([
    ['factor', { factor: 1 }],
    ['factor', { factor: -2 }],
    ['minRuns', { minRuns: 2 }],
    ['history', { history: 'P91D' }],
    ['history', { history: '-P1D' }],
    ['history', { history: 'P1M' }],
    ['floor', { floor: '-PT1S' }],
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['period', { period: { by: 'STARTED_AT' } }],
    ['period', { period: { last: 'P400D' } }],
  ])('`%s`: %j', async (argument, args) => {
    const world = await salesforce(history());
    const { errors } = await askForUnusual(world, args);
    expect(errors?.map(({ extensions }) => [extensions['code'], extensions['argument']])).toEqual([['BAD_USER_INPUT', argument]]);
    expect(world.simulator.calls).toHaveLength(0);
  });
});

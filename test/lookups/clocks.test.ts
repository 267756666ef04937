import { afterEach, describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { currentSeats } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { askJob, find, globalId } from './ask.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let world: World;
afterEach(() => world.close());

const stamp = (at: number): string => new Date(at).toISOString().replace(/\D/g, '');

/** A job of long ago, whose id carries a clock so far from its start. */
async function startWith(product: ProductName, clockOff: number, job: Partial<SimulatedJob> & { readonly startedAt: number }, switches: object = {}): Promise<string> {
  const jobId = `FB${stamp(job.startedAt + clockOff)}000`;
  const older = Array.from({ length: 40 }, (_, index) => ({ jobId: `OLD${index}`, startedAt: job.startedAt - (index + 1) * DAY_MS }));
  world = await startWorld({ simulator: { jobs: { [product]: [{ ...job, jobId }, ...older] }, switches: { [product]: switches } }, environment: { AVEPOINT_PRODUCTS: product } });
  return jobId;
}

async function expectFound(product: ProductName, jobId: string): Promise<void> {
  const { data, errors } = await askJob(world, globalId(`default/us/${product}`, jobId));
  expect([errors, data?.job?.jobId]).toEqual([undefined, jobId]);
}

describe.each(currentSeats.filter(({ isFoundById }) => !isFoundById))('$product: a job of a hundred days ago', ({ product }) => {
  const startedAt = Math.floor((Date.now() - 100 * DAY_MS) / 1000) * 1000;

  test.each([
    ['exact', 0],
    ['ten seconds early', -10_000],
    ['a local time east', 8 * HOUR_MS],
    ['the farthest east', 14 * HOUR_MS],
    ['a local time west', -12 * HOUR_MS],
  ])('its clock is %s', async (_title, off) => {
    await expectFound(product, await startWith(product, off, { startedAt, finishedAt: startedAt + 60_000 }));
  });

  test.each(['start', 'finish', 'overlap'])('the filter is about the %s, and the job ran 40 h', async (timeFilter) => {
    await expectFound(product, await startWith(product, 0, { startedAt, finishedAt: startedAt + 40 * HOUR_MS }, { timeFilter }));
  });

  test.each(['oldest', 'shuffled'])('the list is %s', async (order) => {
    await expectFound(product, await startWith(product, 0, { startedAt, finishedAt: startedAt + 60_000 }, { order }));
  });

  test('a clock that tells of another time: null, and found with the window in which it was', async () => {
    const jobId = await startWith(product, 20 * DAY_MS, { startedAt, finishedAt: startedAt + 60_000 });
      expect((await find(world, { jobId })).data?.findJobs).toEqual([]);
    const window = { from: new Date(startedAt - DAY_MS).toISOString(), to: new Date(startedAt + DAY_MS).toISOString() };
    expect((await find(world, { jobId, window })).data?.findJobs).toHaveLength(1);
  });
});

test('a window leaves out what lies outside of it, however it was found', async () => {
  const startedAt = Math.floor((Date.now() - 10 * DAY_MS) / 1000) * 1000;
  const jobId = await startWith('iaas-paas', 0, { startedAt, finishedAt: startedAt + 60_000 });
  expect((await find(world, { jobId, window: { last: 'P11D' } })).data?.findJobs).toHaveLength(1);
  expect((await find(world, { jobId, window: { last: 'P9D' } })).data?.findJobs).toEqual([]);
});

test('a job without a start is found while it is queued', async () => {
  world = await startWorld({ simulator: { jobs: { salesforce: [{ jobId: 'QUEUED', startedAt: null, finishedAt: null, status: 1 }] } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  await expectFound('salesforce', 'QUEUED');
});

describe('Multi-Geo', () => {
  const jobs = { 'microsoft-365': [{ jobId: 'FB1', location: 'EUR' }, { jobId: 'FB2', location: 'PrimaryGeoLocation' }] };

  test('a job elsewhere is looked up in the locations of the setting', async () => {
    world = await startWorld({ simulator: { jobs }, environment: { AVEPOINT_MICROSOFT_365_LOCATIONS: 'NAM, EUR' } });
    const { data } = await askJob(world, globalId('default/us/microsoft-365', 'FB1'));
    expect(data?.job).toMatchObject({ jobId: 'FB1', location: 'EUR' });
    expect(world.simulator.calls.map(({ query }) => query['location'] ?? null)).toEqual([null, 'NAM', 'EUR']);
    expect((await askJob(world, globalId('default/us/microsoft-365', 'FB2'))).data?.job).toMatchObject({ jobId: 'FB2', location: null });
  });

  test('and not found without it', async () => {
    world = await startWorld({ simulator: { jobs } });
    expect((await askJob(world, globalId('default/us/microsoft-365', 'FB1'))).data?.job).toBeNull();
  });
});

test('an id that two products share: both, and each by its own global id', async () => {
  const jobId = 'FB20261027081716326123';
  world = await startWorld({ simulator: { jobs: { 'iaas-paas': [{ jobId }], 'microsoft-365': [{ jobId }] } } });
  const { data } = await find(world, { jobId });
  expect(data?.findJobs?.map(({ __typename }) => __typename)).toEqual(['IaasPaasJob', 'Microsoft365Job']);
  expect((await askJob(world, globalId('default/us/iaas-paas', jobId))).data?.job?.__typename).toBe('IaasPaasJob');
  expect((await askJob(world, globalId('default/us/microsoft-365', jobId))).data?.job?.__typename).toBe('Microsoft365Job');
});

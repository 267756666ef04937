import { afterEach, expect, test } from 'vitest';

import type { ProductName, SimulatedJob, SimulatorOptions } from '../../simulator/index.js';
import { currentSeats, products } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { askJob, askJobs, find, globalId, sample } from './ask.js';

const HOUR_MS = 3_600_000;

let world: World;
afterEach(() => world.close());

async function start(product: ProductName, simulator: SimulatorOptions = {}): Promise<readonly SimulatedJob[]> {
  world = await startWorld({ simulator, environment: { AVEPOINT_PRODUCTS: product } });
  return world.simulator.records(product);
}

async function callsFor(product: ProductName, jobs: readonly SimulatedJob[]): Promise<number> {
  world.simulator.forgetCalls();
  const { data, errors } = await askJobs(world, jobs.map(({ jobId }) => globalId(`default/us/${product}`, jobId)));
  expect(errors).toBeUndefined();
  expect(data?.jobsById.map((job) => job?.jobId)).toEqual(jobs.map(({ jobId }) => jobId));
  return world.simulator.calls.length;
}

/** Jobs in a row that started within so many hours, wherever that many did: nights are busier than days. */
function within(jobs: readonly SimulatedJob[], hours: number, count: number): readonly SimulatedJob[] {
  const starts = jobs.map(({ startedAt }) => startedAt ?? Infinity);
  const first = starts.findIndex((start, index) => start - (starts[index + count - 1] ?? -Infinity) < hours * HOUR_MS);
  return first === -1 ? [] : jobs.slice(first, first + count);
}

/** Endpoints that can be asked for one job, by a text or by its path, and those whose lists have to be searched. */
const askedById = currentSeats.filter(({ isFoundById }) => isFoundById).map(({ product }) => product);
const searched = currentSeats.filter(({ isFoundById }) => !isFoundById).map(({ product }) => product);

test.each([...askedById.map((product) => [product, 1] as const), ...searched.map((product) => [product, 3] as const)])('one id of %s takes %i calls on average at most', async (product, most) => {
  const jobs = sample(await start(product), 15);
  let calls = 0;
  for (const job of jobs) calls += await callsFor(product, [job]);
  expect(calls / jobs.length).toBeLessThanOrEqual(most);
});

test.each(askedById)('20 ids of %s within two days: 4 calls at most', async (product) => {
  const jobs = within(await start(product), 48, 20);
  expect(jobs).toHaveLength(20);
  expect(await callsFor(product, jobs)).toBeLessThanOrEqual(4);
});

test.each(products.map(({ name }) => name))('50 ids of %s all over the past: far fewer calls than ids', async (product) => {
  const jobs = sample(await start(product), 50);
  expect(await callsFor(product, jobs)).toBeLessThan(35);
});

test.each(searched)('50 ids of %s within one night: 4 calls at most', async (product) => {
  const jobs = within(await start(product, { days: 10 }), 10, 50);
  expect(jobs).toHaveLength(50);
  expect(await callsFor(product, jobs)).toBeLessThanOrEqual(4);
});

test.each(askedById)('ids of %s that lie in a crowd are asked for one by one', async (product) => {
  const jobs = sample(within(await start(product, { days: 2 }), 24, 900), 6);
  expect(await callsFor(product, jobs)).toBeLessThanOrEqual(jobs.length + 1);
});

test('what a list has read is in memory', async () => {
  world = await startWorld({ environment: { PAGE_MEMORY_SECONDS: '60' } });
  const { data } = await world.query<{ jobs: { nodes: readonly { id: string; jobId: string }[] } }>('{ jobs(first: 50) { nodes { id jobId } } }');
  const nodes = data?.jobs.nodes ?? [];
  expect(nodes).toHaveLength(50);
  world.simulator.forgetCalls();
  const found = await askJobs(world, nodes.map(({ id }) => id));
  expect(found.data?.jobsById.map((job) => job?.jobId)).toEqual(nodes.map(({ jobId }) => jobId));
  expect(world.simulator.calls).toEqual([]);
});

test('and gone from it after its time, or without any', async () => {
  const [job] = await start('salesforce');
  const id = globalId('default/us/salesforce', job?.jobId ?? '');
  await askJob(world, id);
  world.simulator.forgetCalls();
  await askJob(world, id);
  expect(world.simulator.calls.length).toBeGreaterThan(0);
});

test('fields of one operation that ask for the same job ask once', async () => {
  const [job] = await start('microsoft-365');
  const id = globalId('default/us/microsoft-365', job?.jobId ?? '');
  await world.query('query ($id: ID!) { a: job(id: $id) { jobId } b: job(id: $id) { jobId } node(id: $id) { id } nodes(ids: [$id]) { id } }', { id });
  expect(world.simulator.calls).toHaveLength(1);
});

test('findJobs asks only where it is told to', async () => {
  world = await startWorld();
  const [job] = world.simulator.records('microsoft-365');
  const jobId = job?.jobId ?? '';
  expect((await find(world, { jobId, products: ['MICROSOFT_365'] })).data?.findJobs).toHaveLength(1);
  expect((await find(world, { jobId, sourceIds: ['default/us/microsoft-365'] })).data?.findJobs).toHaveLength(1);
  expect((await find(world, { jobId, products: [] })).data?.findJobs).toEqual([]);
  expect((await find(world, { jobId, sourceIds: ['contoso/us/microsoft-365'] })).data?.findJobs).toEqual([]);
  expect(new Set(world.simulator.calls.map(({ product }) => product))).toEqual(new Set(['microsoft-365']));
});

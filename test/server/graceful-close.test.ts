import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { productNames } from '../../simulator/index.js';
import { listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

async function startSlow(): Promise<World> {
  const world = await startWorld({ simulator: { jobsPerProduct: 30, days: 10 } });
  world.simulator.set(Object.fromEntries(productNames.map((product) => [product, { latencyMs: 700 }])));
  return world;
}

/** Until the upstream has the calls of a request. */
async function untilCalled(world: World): Promise<void> {
  while (world.simulator.calls.length === 0) await sleep(5);
}

/** A connection that the client keeps alive is no reason to stay once its request is answered. */
async function expectSoon(closed: Promise<void>): Promise<void> {
  expect(await Promise.race([closed.then(() => 'closed'), sleep(3000, 'still open', { ref: false })])).toBe('closed');
}

test('a request in flight is answered in full', async () => {
  const world = await startSlow();
  const answer = listPage(world);
  await untilCalled(world);
  const closed = world.close();
  const page = await answer;
  expect(page.isComplete).toBe(true);
  expect(page.edges).toHaveLength(50);
  await expectSoon(closed);
});

test('several in flight, and none after', async () => {
  const world = await startSlow();
  const answers = [listPage(world), listPage(world, { field: 'salesforceJobs' })];
  await untilCalled(world);
  await sleep(100);
  const closed = world.close();
  expect((await Promise.all(answers)).map(({ isComplete }) => isComplete)).toEqual([true, true]);
  await expect(fetch(`${world.url}/health/live`)).rejects.toThrow();
  await expectSoon(closed);
});

test('an idle connection is no reason to wait', async () => {
  const world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
  await listPage(world);
  const startedAt = performance.now();
  await world.close();
  expect(performance.now() - startedAt).toBeLessThan(3500);
});

test('nor is one on which nothing was ever asked', async () => {
  const world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(world.url).port) });
  await once(socket, 'connect');
  await listPage(world);
  const startedAt = performance.now();
  await Promise.all([world.close(), once(socket, 'close')]);
  expect(performance.now() - startedAt).toBeLessThan(3500);
});

test('a client that goes away ends the work that was done for it', async () => {
  const world = await startWorld({ simulator: { jobsPerProduct: 400, days: 20 }, environment: { AVEPOINT_PAGE_SIZE: '10' } });
  world.simulator.set({ salesforce: { latencyMs: 150 } });
  const leaving = new AbortController();
  const answer = fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ salesforceJobs(first: 200) { nodes { jobId } } }' }),
    signal: leaving.signal,
  });
  await untilCalled(world);
  leaving.abort();
  await expect(answer).rejects.toThrow();
  await sleep(400);
  const calls = world.simulator.calls.length;
  await sleep(600);
  // The whole page would have taken twenty calls.
  expect(world.simulator.calls.length).toBe(calls);
  expect(calls).toBeLessThan(6);
  await world.close();
});

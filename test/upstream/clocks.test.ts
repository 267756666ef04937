import { setTimeout as sleep } from 'node:timers/promises';

import { describe, test } from 'vitest';

import { listPage, listPages } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

/** What can only be seen by waiting; all of it at the same time. */
describe.concurrent('a token that is about to expire', () => {
  const start = (expiresInSeconds: number): Promise<World> => startWorld({ simulator: { jobsPerProduct: 40, days: 20, switches: { identity: { expiresInSeconds } } } });
  const refused = ({ simulator }: World): number => simulator.calls.filter(({ status }) => status !== 200).length;

  test('is renewed when a tenth of its life is left, and never refused', async ({ expect }) => {
    const world = await start(5);
    const list = { field: 'salesforceJobs' };
    await listPage(world, list);
    await sleep(1500);
    await listPage(world, list);
    expect(world.simulator.tokenCalls).toHaveLength(1);
    await sleep(3200);
    await listPage(world, list);
    expect(world.simulator.tokenCalls).toHaveLength(2);
    expect(refused(world)).toBe(0);
    await world.close();
  });

  test('is no obstacle when its life is over before it is used', async ({ expect }) => {
    const world = await start(1);
    await listPage(world);
    await sleep(1200);
    world.simulator.forgetCalls();
    expect((await listPage(world)).isComplete).toBe(true);
    expect(world.simulator.tokenCalls).toHaveLength(4);
    expect(refused(world)).toBe(0);
    await world.close();
  });

  test('an hour is long enough not to ask twice', async ({ expect }) => {
    const world = await start(3600);
    await listPages(world, { first: 50 });
    await sleep(1500);
    await listPages(world, { first: 50 });
    expect(world.simulator.tokenCalls).toHaveLength(4);
    await world.close();
  });
});

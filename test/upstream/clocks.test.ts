import { setTimeout as sleep } from 'node:timers/promises';

import { describe, test } from 'vitest';

import { products } from '../products/index.js';
import { listPage, listPages } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

/** What can only be seen by waiting; all of it at the same time. */
describe.concurrent('a token', () => {
  const start = (expiresInSeconds: number): Promise<World> => startWorld({ simulator: { jobsPerProduct: 40, days: 20, switches: { identity: { expiresInSeconds } } } });
  const refused = ({ simulator }: World): number => simulator.calls.filter(({ status }) => status !== 200).length;

  test('that lives for seconds is used until it is refused, and nobody notices', async ({ expect }) => {
    const world = await start(2);
    const list = { field: 'salesforceJobs' };
    for (let round = 0; round < 5; round += 1) await listPage(world, list);
    expect(world.simulator.tokenCalls).toHaveLength(1);
    await sleep(2200);
    expect((await listPage(world, list)).isComplete).toBe(true);
    expect(world.simulator.tokenCalls).toHaveLength(2);
    expect(refused(world)).toBe(1);
    await world.close();
  });

  test('of an hour is not asked for twice', async ({ expect }) => {
    const world = await start(3600);
    await listPages(world, { first: 50 });
    await sleep(1500);
    await listPages(world, { first: 50 });
    expect(world.simulator.tokenCalls).toHaveLength(products.length);
    await world.close();
  });
});

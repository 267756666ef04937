import { setTimeout as sleep } from 'node:timers/promises';

import { describe, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { askForJobs, listPage, listPages } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

/** What can only be seen by waiting; all of it at the same time. */
describe.concurrent('deadlines', () => {
  const deadlineMs = 10_000;

  test('a call that hangs, and one that trickles, end at their deadline; the others are shown', async ({ expect }) => {
    const hang: Fault = { kind: 'hang' };
    const trickle: Fault = { kind: 'slow-drip', everyMs: 200 };
    const world = await startWorld({
      simulator: { jobsPerProduct: 100, days: 20, switches: { salesforce: { fault: hang }, 'iaas-paas': { fault: trickle }, 'microsoft-365': { fault: { kind: 'slow-headers', delayMs: 300 } } } },
    });
    const startedAt = performance.now();
    const { data, errors = [] } = await askForJobs(world);
    expect(performance.now() - startedAt).toBeLessThan(deadlineMs + 5000);
    const page = data?.page ?? expect.fail('no page');
    expect(page.sources.map(({ outcome, error }) => [outcome, error?.code ?? null])).toEqual([
      ['OK', null],
      ['FAILED', 'UPSTREAM_TIMEOUT'],
      ['OK', null],
      ['FAILED', 'UPSTREAM_TIMEOUT'],
    ]);
    expect(page.edges.length).toBeGreaterThan(0);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT']);
    expect(page.sources[1]?.error).toMatchObject({ isRetryable: true, httpStatus: null });
    await world.close();
  });

  test('so does one for a token', async ({ expect }) => {
    const world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5, switches: { identity: { fault: { kind: 'hang' } } } } });
    const startedAt = performance.now();
    const page = await listPage(world);
    expect(performance.now() - startedAt).toBeLessThan(deadlineMs + 5000);
    expect(page.sources.map(({ error }) => error?.code)).toEqual(Array(4).fill('UPSTREAM_TIMEOUT'));
    await world.close();
  });
});

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

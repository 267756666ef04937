import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { callsTo, codeOf, readAlone, readBeside, status, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';

async function retryInMs(world: World): Promise<number | null> {
  const { data } = await world.query<{ jobSources: { health: { retryAt: string | null } }[] }>('{ jobSources(products: [SALESFORCE]) { health { retryAt } } }');
  const retryAt = data?.jobSources[0]?.health.retryAt ?? null;
  return retryAt === null ? null : Date.parse(retryAt) - Date.now();
}

const endless = { '401': status(401), '429 without Retry-After': status(429), '429 that says at once': status(429, { 'retry-after': '0' }) };

describe.concurrent.each(Object.entries(endless))('endless %s', (_title, fault) => {
  test.each([
    ['one after the other', 1],
    ['all at once', 60],
  ])('sixty operations, %s: a handful of calls, all are told what is wrong, and then it is asked again', (_order, atOnce) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const startedAt = performance.now();
      const codes: string[] = [];
      while (codes.length < 60) codes.push(...(await Promise.all(Array.from({ length: atOnce }, () => codeOf(readAlone(world))))));
      expect(new Set(codes)).toEqual(new Set([fault.kind === 'status' && fault.status === 401 ? 'UPSTREAM_UNAUTHENTICATED' : 'UPSTREAM_THROTTLED']));
      // On a slow machine the pause may end before the operations do; then one more asks.
      const pauses = Math.floor((performance.now() - startedAt) / 5000);
      // A burst has all connections in use before the first answer comes, and each read may be tried thrice.
      expect(callsTo(world, 'salesforce')).toBeLessThanOrEqual((atOnce === 1 ? 3 : 24) + 2 * pauses);
      // A read that begins between may be the first to use a fresh token, and have it refused.
      expect(world.simulator.tokenCalls.length).toBeLessThanOrEqual((atOnce === 1 ? 2 : 8) + pauses);
    }));

  test('is asked again by one call, after a pause that grows', () =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      await readAlone(world);
      expect(await retryInMs(world)).toBeLessThanOrEqual(5000);
      await sleep(5100);
      world.simulator.forgetCalls();
      const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(readAlone(world))));
      expect(codes).not.toContain('OK');
      // A refused token is tried with a fresh one.
      expect(callsTo(world, 'salesforce')).toBeLessThanOrEqual(2);
      expect(await retryInMs(world)).toBeGreaterThan(5000);
      expect(await retryInMs(world)).toBeLessThanOrEqual(10_000);
    }));

  test('that ends: one call sees it, everybody goes on, and all is forgotten', () =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      await readAlone(world);
      world.simulator.resetSwitches();
      expect(await codeOf(readAlone(world))).not.toBe('OK');
      await sleep(5100);
      expect(await Promise.all(Array.from({ length: 10 }, () => codeOf(readAlone(world))))).toEqual(Array(10).fill('OK'));
      expect(await retryInMs(world)).toBeNull();
      world.simulator.set({ salesforce: { fault } });
      await readAlone(world);
      expect(await retryInMs(world)).toBeLessThanOrEqual(5000);
    }));

  test('is of that source alone', () =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const first = await readBeside(world, 'salesforce');
      const calls = callsTo(world, 'salesforce');
      const second = await readBeside(world, 'salesforce');
      expect(second).toMatchObject({ outcome: 'FAILED', requests: 0, error: first.error });
      expect(callsTo(world, 'salesforce')).toBe(calls);
    }));
});

describe.concurrent('no cool-down', () => {
  test.each([
    ['a token that is refused once', { ...status(401), times: 1 }],
    ['a bare 429 that another attempt outlives', { ...status(429), times: 2 }],
  ])('after %s', (_title, fault) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      expect(await codeOf(readAlone(world))).toBe('OK');
      expect(await retryInMs(world)).toBeNull();
      expect(await codeOf(readAlone(world))).toBe('OK');
    }));

  test('where the operation had no call left for a fresh token', () =>
    withWorld({ environment: { AVEPOINT_CALL_BUDGET: '1' }, simulator: { switches: { salesforce: { fault: { ...status(401), times: 1 } } } } }, async (world) => {
      expect(await codeOf(readAlone(world))).toBe('UPSTREAM_UNAUTHENTICATED');
      expect(await codeOf(readAlone(world))).toBe('OK');
    }));
});

test.concurrent('the identity service has one as well, where it throttles and does not say for how long', () =>
  withWorld({ simulator: { switches: { identity: { fault: status(429) } } } }, async (world) => {
    const startedAt = performance.now();
    for (let round = 0; round < 3; round += 1) {
      expect(await codeOf(readAlone(world))).toBe('UPSTREAM_THROTTLED');
      await sleep(1100);
    }
    expect(world.simulator.tokenCalls.length).toBeLessThanOrEqual(3 + Math.floor((performance.now() - startedAt) / 5000));
    expect(world.simulator.calls).toEqual([]);
  }));

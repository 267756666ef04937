import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { firstCalls, products } from '../products/index.js';
import { callsByProduct, callsTo, codeOf, lasting, passing, readAlone, readBeside, status, until, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';

interface Health {
  readonly state: string;
  readonly retryAt: string | null;
  readonly lastError: { readonly code: string } | null;
}

async function healthOf(world: World, product: string): Promise<Health> {
  const { data } = await world.query<{ jobSources: { id: string; health: Health }[] }>('{ jobSources { id health { state retryAt lastError { code } } } }');
  return data?.jobSources.find(({ id }) => id.endsWith(product))?.health ?? expect.fail('no such source');
}

async function readiness(world: World): Promise<{ status: number; unavailable: number }> {
  const response = await fetch(`${world.url}/health/ready`);
  const { sources } = (await response.json()) as { sources: { state: string }[] };
  return { status: response.status, unavailable: sources.filter(({ state }) => state === 'UNAVAILABLE').length };
}

/** Five failures, in two operations; the connection that a token came over is no new one, so that its reset is none of them. */
async function open(world: World): Promise<number> {
  await readAlone(world);
  await readAlone(world);
  const calls = callsTo(world, 'salesforce');
  expect(calls).toBeGreaterThanOrEqual(5);
  expect(calls).toBeLessThanOrEqual(6);
  return calls;
}

const outages = Object.entries(passing).filter(([, { isOutage }]) => isOutage);
/** Two of the others have it left alone for reasons of their own. */
const others = [...Object.entries(passing).filter(([, { isOutage }]) => !isOutage), ...Object.entries(lasting)].filter(([title]) => !/million|bomb|megabytes|^401$|^429$/.test(title));

describe.concurrent('the circuit of a source', () => {
  test.each(outages)('opens after five failures in a row: %s', (_title, { fault, error }) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const calls = await open(world);
      // All at once, since it is open for two seconds only.
      const askedAt = Date.now();
      const [source, { state, retryAt, lastError }, ready] = await Promise.all([readBeside(world, 'salesforce'), healthOf(world, 'salesforce'), readiness(world)]);
      expect(callsTo(world, 'salesforce')).toBe(calls);
      expect(source).toMatchObject({ outcome: 'FAILED', requests: 0, error: { code: 'UPSTREAM_CIRCUIT_OPEN', isRetryable: true, retryAfterSeconds: 2, httpStatus: null } });
      expect(source.error?.message).toMatch(/GET \/backup\/sfbapi\/jobs.*2 s/);
      expect([state, lastError?.code]).toEqual(['UNAVAILABLE', error.code]);
      expect(Date.parse(retryAt ?? '') - askedAt).toBeGreaterThan(0);
      expect(Date.parse(retryAt ?? '') - askedAt).toBeLessThanOrEqual(2000);
      expect(ready).toEqual({ status: 200, unavailable: 1 });
    }));

  test.each(others)('is never opened by %s', (_title, { fault }) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      for (let round = 0; round < 7; round += 1) {
        const before = callsTo(world, 'salesforce');
        expect(await codeOf(readAlone(world))).not.toBe('UPSTREAM_CIRCUIT_OPEN');
        expect(callsTo(world, 'salesforce')).toBeGreaterThan(before);
      }
    }));

  test('is not opened by failures with a success between them', () =>
    withWorld({}, async (world) => {
      for (let round = 0; round < 4; round += 1) {
        world.simulator.set({ salesforce: { fault: { ...status(503), times: 2 } } });
        // The retry budget may end a round early.
        while ((await codeOf(readAlone(world))) !== 'OK') expect(round).toBeGreaterThan(0);
      }
      expect(callsTo(world, 'salesforce')).toBeGreaterThanOrEqual(12);
      expect((await healthOf(world, 'salesforce')).state).toBe('HEALTHY');
    }));

  test('lets one call through after two seconds, and stays open where that one fails', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: status(503) } } } }, async (world) => {
      await open(world);
      await sleep(2100);
      const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(readAlone(world))));
      expect(callsTo(world, 'salesforce')).toBe(6);
      expect(codes.sort()).toEqual([...Array<string>(9).fill('UPSTREAM_CIRCUIT_OPEN'), 'UPSTREAM_ERROR']);
      expect(await codeOf(readAlone(world))).toBe('UPSTREAM_CIRCUIT_OPEN');
      expect(callsTo(world, 'salesforce')).toBe(6);
    }));

  test.each(outages)('full service within five seconds of the end of an outage: %s', (_title, { fault }) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      await open(world);
      world.simulator.resetSwitches();
      const endedAt = performance.now();
      while ((await codeOf(readAlone(world))) !== 'OK') await sleep(100);
      expect(performance.now() - endedAt).toBeLessThan(20_000);
      expect(await Promise.all(Array.from({ length: 10 }, () => codeOf(readAlone(world))))).toEqual(Array(10).fill('OK'));
      expect(await healthOf(world, 'salesforce')).toMatchObject({ state: 'HEALTHY', retryAt: null });
    }));

  test('lets the operation that looks whether silence is over see its end, however long its own call has waited', { timeout: 60_000 }, () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { kind: 'hang' } } } } }, async (world) => {
      await Promise.all(Array.from({ length: 5 }, () => readAlone(world)));
      expect((await healthOf(world, 'salesforce')).state).toBe('UNAVAILABLE');
      await sleep(2100);
      world.simulator.forgetCalls();
      const looking = codeOf(readAlone(world));
      await until(() => callsTo(world, 'salesforce') === 1);
      world.simulator.resetSwitches();
      expect(await looking).toBe('OK');
      expect(callsTo(world, 'salesforce')).toBe(2);
      expect((await healthOf(world, 'salesforce')).state).toBe('HEALTHY');
    }));

  test('is its own: other sources are called as ever, with theirs', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { kind: 'reset' } } } } }, async (world) => {
      const calls = await open(world);
      for (const { field, name } of products) if (name !== 'salesforce') expect(await codeOf(readAlone(world, field))).toBe('OK');
      expect(callsByProduct(world)).toEqual({ ...firstCalls, salesforce: calls });
      expect(await healthOf(world, 'iaas-paas')).toMatchObject({ state: 'HEALTHY', retryAt: null });
    }));
});

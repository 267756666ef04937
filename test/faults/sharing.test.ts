import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { connectionsOfOne, eachProduct, products } from '../products/index.js';
import { callsTo, codeOf, readAlone, status, until, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';

/** Something that is done while many clients of one product wait for an answer that they will not get. */
async function amidCrowd(world: World, size: number, act: () => Promise<void>): Promise<void> {
  const leaving = new AbortController();
  const clients = Array.from({ length: size }, (_, index) =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ salesforceJobs(window: { last: "P${index + 1}D" }) { nodes { jobId } } }` }),
      signal: leaving.signal,
    }).then((response) => response.text(), () => ''),
  );
  try {
    await act();
  } finally {
    leaving.abort();
    await Promise.all(clients);
  }
}

describe('one product that keeps its callers waiting', () => {
  test.each<[string, Fault]>([
    ['is silent', { kind: 'hang' }],
    ['drips', { kind: 'slow-drip', everyMs: 100 }],
    ['sends its headers late', { kind: 'slow-headers', delayMs: 20_000 }],
    ['throttles', status(429, { 'retry-after': '20' })],
  ])('%s: the rows of the others come as ever', (_title, fault) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      await amidCrowd(world, 25, async () => {
        await until(() => world.simulator.calls.length > 0);
        await sleep(500);
        const startedAt = performance.now();
        const fields = products.filter(({ name }) => name !== 'salesforce').map(({ field }) => field);
        const codes = await Promise.all([...fields, ...fields].map((field) => codeOf(readAlone(world, field))));
        expect(performance.now() - startedAt).toBeLessThan(9000);
        expect(codes).toEqual([...fields, ...fields].map(() => 'OK'));
        expect(world.simulator.open.most).toBeLessThanOrEqual(8);
      });
      await until(() => world.simulator.open.now === 0);
    }));
});

describe('connections', () => {
  test('eight at once, however many ask, and all of them are used', () =>
    withWorld({}, async (world) => {
      world.simulator.set(eachProduct(() => ({ latencyMs: 800 })));
      const codes = await Promise.all(Array.from({ length: 40 }, (_, index) => codeOf(readAlone(world, products[index % products.length]?.field))));
      expect(codes).toEqual(Array(40).fill('OK'));
      expect(world.simulator.open.most).toBe(8);
    }));

  test.each([
    ['one of several leaves one for each of the others', {}, connectionsOfOne],
    ['one without company takes all', { AVEPOINT_PRODUCTS: 'salesforce' }, 8],
  ])('%s', (_title, environment, most) =>
    withWorld({ environment, simulator: { switches: { salesforce: { fault: { kind: 'hang' } } } } }, async (world) => {
      await amidCrowd(world, 20, async () => {
        await until(() => world.simulator.open.now === most);
        await sleep(300);
        expect(callsTo(world, 'salesforce')).toBe(most);
      });
    }));
});

describe.concurrent('AVEPOINT_CALLS_PER_SECOND', () => {
  test('spaces calls evenly, over all sources', () =>
    withWorld({ environment: { AVEPOINT_CALLS_PER_SECOND: '1' } }, async (world) => {
      const fields = ['iaasPaasJobs', 'microsoft365Jobs', 'salesforceJobs'];
      const startedAt = performance.now();
      await Promise.all(Array.from({ length: 6 }, (_, index) => readAlone(world, fields[index % 3])));
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(4900);
      const at = world.simulator.calls.map((call) => call.at);
      expect(at).toHaveLength(6);
      for (const [index, time] of at.entries()) expect((at[index + 1] ?? Infinity) - time).toBeGreaterThan(100);
    }));

  test('counts retries as well', () =>
    withWorld({ environment: { AVEPOINT_CALLS_PER_SECOND: '2' }, simulator: { switches: { salesforce: { fault: { kind: 'invalid-json' } } } } }, async (world) => {
      const startedAt = performance.now();
      await readAlone(world);
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(950);
      expect(callsTo(world, 'salesforce')).toBe(3);
    }));

  test('unset: as fast as answers come', () =>
    withWorld({}, async (world) => {
      await Promise.all(Array.from({ length: 6 }, () => readAlone(world)));
      const at = world.simulator.calls.map((call) => call.at);
      expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeLessThan(4000);
    }));
});

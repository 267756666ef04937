import { afterEach, describe, expect, test, vi } from 'vitest';

import { connectionsOfOne, products } from '../products/index.js';
import { askForJobs } from '../support/list-jobs.js';
import { body, codeOf, passing, readAlone, status, until, withWorld } from '../support/faults.js';

afterEach(() => vi.restoreAllMocks());

describe.concurrent('the identity service', () => {
  test.each([
    ['400', body('{"error":"invalid_client"}', { status: 400 }), 'UPSTREAM_UNAUTHENTICATED'],
    ['400 for a scope', body('{"error":"invalid_scope"}', { status: 400 }), 'UPSTREAM_FORBIDDEN'],
    ['401', status(401), 'UPSTREAM_UNAUTHENTICATED'],
    ['403', status(403), 'UPSTREAM_UNAUTHENTICATED'],
  ])('%s: asked once, and not again for a burst of 50', (_title, fault, code) =>
    withWorld({ simulator: { switches: { identity: { fault } } } }, async (world) => {
      const startedAt = performance.now();
      const codes = await Promise.all(Array.from({ length: 40 }, () => codeOf(readAlone(world))));
      for (let round = 0; round < 10; round += 1) codes.push(await codeOf(readAlone(world)));
      const seconds = (performance.now() - startedAt) / 1000;
      expect(codes).toEqual(Array(50).fill(code));
      expect(world.simulator.tokenCalls.length).toBeLessThanOrEqual(1 + seconds);
      expect(world.simulator.calls).toEqual([]);
    }));

  test.each(Object.entries(passing))('%s, once: asked again, and nobody notices', (_title, { fault }) =>
    withWorld({ simulator: { switches: { identity: { fault: { ...fault, times: 1 } } } } }, async (world) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'OK', requests: 1 });
      expect(world.simulator.tokenCalls).toHaveLength(2);
    }));

  test('down: few calls for many operations, and well within five seconds of its end', () =>
    withWorld({ simulator: { switches: { identity: { fault: status(503) } } } }, async (world) => {
      const startedAt = performance.now();
      while (performance.now() - startedAt < 3000) {
        const { data } = await askForJobs(world);
        expect(data?.page?.sources.map(({ outcome }) => outcome)).toEqual(products.map(() => 'FAILED'));
      }
      const seconds = (performance.now() - startedAt) / 1000;
      // A scope a product, asked once a second at most, and what the retry budget adds.
      expect(world.simulator.tokenCalls.length).toBeLessThanOrEqual(products.length * 1.2 * (seconds + 1) + 3 * (seconds + 1));
      expect(world.simulator.calls).toEqual([]);
      world.simulator.resetSwitches();
      const endedAt = performance.now();
      for (let isWell = false; !isWell; ) isWell = (await askForJobs(world)).data?.page?.isComplete === true;
      expect(performance.now() - endedAt).toBeLessThan(20_000);
    }));

  test('its failures are not those of a source: its circuit stays closed', () =>
    withWorld({ simulator: { switches: { identity: { fault: { kind: 'reset' } } } } }, async (world) => {
      for (let round = 0; round < 8; round += 1) expect(await codeOf(readAlone(world))).toMatch(/UPSTREAM_UNREACHABLE|UPSTREAM_CIRCUIT_OPEN/);
      const { error } = await readAlone(world);
      expect(error?.message).not.toMatch(/sfbapi/);
    }));
});

describe.concurrent('a token that is refused', () => {
  test('by 100 calls at the same time: one more call for a token', () =>
    withWorld({}, async (world) => {
      await readAlone(world);
      world.simulator.forgetCalls();
      world.simulator.set({ identity: { tokenEpoch: 1 }, salesforce: { latencyMs: 6000 } });
      const answers = Promise.all(Array.from({ length: 100 }, (_, index) => world.query(`{ page: salesforceJobs(first: 1, window: { last: "P${index + 1}D" }) { isComplete } }`)));
      // The first answers come when all hold the old token.
      await until(() => world.simulator.open.now === connectionsOfOne);
      world.simulator.set({ salesforce: { latencyMs: 0 } });
      expect((await answers).map(({ data, errors }) => [data, errors])).toEqual(Array(100).fill([{ page: { isComplete: true } }, undefined]));
      expect(world.simulator.tokenCalls).toHaveLength(1);
      expect(world.simulator.calls.filter((call) => call.status === 401).length).toBeGreaterThan(50);
    }));

  test('twice: stops there, for each of many callers, with one more call for a token', () =>
    withWorld({}, async (world) => {
      await readAlone(world);
      world.simulator.forgetCalls();
      world.simulator.set({ salesforce: { fault: status(401), latencyMs: 1500 } });
      const codes = await Promise.all(Array.from({ length: connectionsOfOne }, () => codeOf(readAlone(world))));
      expect(codes).toEqual(Array(connectionsOfOne).fill('UPSTREAM_UNAUTHENTICATED'));
      expect(world.simulator.calls.map((call) => call.status)).toEqual(Array(2 * connectionsOfOne).fill(401));
      expect(world.simulator.tokenCalls).toHaveLength(1);
    }));
});

test('a wall clock that jumps ages no token', () => {
  const base = Date.now();
  const start = performance.now();
  return withWorld({ simulator: { now: () => base + performance.now() - start } }, async (world) => {
    await readAlone(world);
    for (const days of [400, -400]) {
      vi.spyOn(Date, 'now').mockReturnValue(base + days * 86_400_000);
      await askForJobs(world, { field: 'salesforceJobs', window: { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' } });
    }
    expect(world.simulator.tokenCalls).toHaveLength(1);
    expect(world.simulator.calls.map((call) => call.status)).toEqual([200, 200, 200]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { codeOf, readAlone, status, until, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';

const QUERY = '{ page: salesforceJobs(first: 200, window: { from: "2020-01-01T00:00:00Z" }) { nodes { jobId } isComplete } }';

interface Client {
  readonly answer: Promise<string>;
  leave(): void;
}

function ask(world: World, query = QUERY): Client {
  const leaving = new AbortController();
  const answer = fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }), signal: leaving.signal }).then(
    (response) => response.text(),
    () => 'gone',
  );
  return { answer, leave: () => leaving.abort() };
}

const manyPages = { environment: { AVEPOINT_PAGE_SIZE: '5' }, simulator: { jobsPerProduct: 200 } };

describe.concurrent('a client that goes away', () => {
  test('while pages are read: one more call at most', () =>
    withWorld(manyPages, async (world) => {
      world.simulator.set({ salesforce: { latencyMs: 100 } });
      const client = ask(world);
      await until(() => world.simulator.calls.length >= 3);
      client.leave();
      expect(await client.answer).toBe('gone');
      const calls = world.simulator.calls.length;
      await sleep(1000);
      // Four pages are read at once.
      expect(world.simulator.calls.length).toBeLessThanOrEqual(calls + 4);
      expect(world.simulator.calls.length).toBeLessThan(20);
      expect(world.simulator.open.now).toBe(0);
    }));

  test.each<[string, Fault]>([
    ['a call hangs', { kind: 'hang' }],
    ['an answer drips', { kind: 'slow-drip', everyMs: 100 }],
    ['headers are late', { kind: 'slow-headers', delayMs: 20_000 }],
  ])('while %s: the connection is closed, and nothing follows', (_title, fault) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const client = ask(world);
      await until(() => world.simulator.open.now === 1);
      client.leave();
      await until(() => world.simulator.open.now === 0);
      await sleep(800);
      expect(world.simulator.calls).toHaveLength(1);
    }));

  test('while Retry-After is waited for: no further call', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: status(429, { 'retry-after': '1' }) } } } }, async (world) => {
      const client = ask(world);
      await until(() => world.simulator.calls[0]?.status === 429);
      client.leave();
      await sleep(1800);
      expect(world.simulator.calls).toHaveLength(1);
    }));

  test('while a token is fetched: no call of the API', () =>
    withWorld({ simulator: { switches: { identity: { latencyMs: 600 } } } }, async (world) => {
      const client = ask(world);
      await until(() => world.simulator.tokenCalls.length === 1);
      client.leave();
      await sleep(1200);
      expect(world.simulator.calls).toEqual([]);
      // The token is there for whoever comes next.
      expect(await codeOf(readAlone(world))).toBe('OK');
      expect(world.simulator.tokenCalls).toHaveLength(1);
    }));

  test('is no failure of the upstream, however often', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { kind: 'hang' } } } } }, async (world) => {
      for (let round = 1; round <= 6; round += 1) {
        const client = ask(world);
        await until(() => world.simulator.calls.length === round);
        client.leave();
        await until(() => world.simulator.open.now === 0);
      }
      const { data } = await world.query<{ jobSources: { health: { state: string; lastError: unknown } }[] }>('{ jobSources(products: [SALESFORCE]) { health { state lastError { code } } } }');
      expect(data?.jobSources[0]?.health).toEqual({ state: 'UNTESTED', lastError: null });
      world.simulator.resetSwitches();
      expect(await codeOf(readAlone(world))).toBe('OK');
    }));
});

describe.concurrent('a read that several wait for', () => {
  test('goes on for those who stay', () =>
    withWorld({ simulator: { switches: { salesforce: { latencyMs: 1500 } } } }, async (world) => {
      const [first, second] = [ask(world), ask(world)];
      await until(() => world.simulator.open.now === 1);
      await sleep(200);
      first.leave();
      expect(await first.answer).toBe('gone');
      expect(await second.answer).toContain('"isComplete":true');
      expect(world.simulator.calls).toHaveLength(1);
    }));

  test('stops when the last one leaves', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { kind: 'hang' } } } } }, async (world) => {
      const clients = [ask(world), ask(world), ask(world)];
      await until(() => world.simulator.open.now === 1);
      await sleep(300);
      clients[0]?.leave();
      clients[1]?.leave();
      await sleep(400);
      expect(world.simulator.open.now).toBe(1);
      clients[2]?.leave();
      await until(() => world.simulator.open.now === 0);
      await sleep(500);
      expect(world.simulator.calls).toHaveLength(1);
    }));
});

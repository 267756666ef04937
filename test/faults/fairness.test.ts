import { describe, expect, test } from 'vitest';

import { connectionsOfOne } from '../products/index.js';
import { until, withWorld } from '../support/faults.js';
import { writeKeyFile } from '../support/key-file.js';
import type { World } from '../support/world.js';

const callers = { greedy: 'key-of-the-greedy-one-0123456789', honest: 'key-of-the-honest-one-0123456789' };
const AUTH_API_KEYS_FILE = writeKeyFile(Object.entries(callers).map(([name, key]) => ({ name, key, rights: ['*'] })));

interface Asked {
  readonly answer: Promise<string>;
  leave(): void;
}

/** One read of a caller, in a year of its own. */
function ask({ url }: World, caller: keyof typeof callers, index = 0): Asked {
  const leaving = new AbortController();
  const from = new Date(Date.UTC(caller === 'greedy' ? 2020 : 2019, 0, 1 + index)).toISOString();
  const answer = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': callers[caller] },
    body: JSON.stringify({ query: `{ salesforceJobs(window: { from: "${from}" }) { isComplete sources { error { code } } } }` }),
    signal: leaving.signal,
  }).then(
    async (response) => (await response.text()).trim(),
    () => 'gone',
  );
  return { answer, leave: () => leaving.abort() };
}

/** Who made the calls that came so far; windows are asked for wider, by two days. */
const callersOf = ({ simulator }: World): string[] => simulator.calls.map(({ query }) => (Date.parse(query['startTime'] ?? '') > Date.UTC(2019, 6) ? 'greedy' : 'honest'));

const WELL = '{"data":{"salesforceJobs":{"isComplete":true,"sources":[{"error":null}]}}}';

describe.concurrent('operations that one caller has abandoned', () => {
  test('leave the queue of a pace at once, and use up none of it', () =>
    withWorld({ environment: { AUTH_API_KEYS_FILE, AVEPOINT_CALLS_PER_SECOND: '1', LIMIT_COST_PER_MINUTE: '1000000' } }, async (world) => {
      const abandoned = Array.from({ length: 32 }, (_, index) => ask(world, 'greedy', index));
      await until(() => world.simulator.calls.length >= 3);
      for (const { leave } of abandoned) leave();
      await Promise.all(abandoned.map(({ answer }) => answer));
      // Had they kept their turns, it would be longer than an operation may take.
      expect(await ask(world, 'honest').answer).toBe(WELL);
      expect(world.simulator.calls.length).toBeLessThan(16);
    }));

  test('leave the queue for a connection at once, without a call', () =>
    withWorld({ environment: { AUTH_API_KEYS_FILE, AVEPOINT_PRODUCTS: 'salesforce', LIMIT_COST_PER_MINUTE: '1000000' }, simulator: { switches: { salesforce: { fault: { kind: 'hang' } } } } }, async (world) => {
      const abandoned = Array.from({ length: 24 }, (_, index) => ask(world, 'greedy', index));
      await until(() => world.simulator.open.now === 8);
      for (const { leave } of abandoned) leave();
      await Promise.all(abandoned.map(({ answer }) => answer));
      await until(() => world.simulator.open.now === 0);
      // They leave one by one, and a place that comes free is taken while there is somebody to take it.
      expect(world.simulator.calls.length).toBeLessThan(24);
      world.simulator.resetSwitches();
      expect(await ask(world, 'honest').answer).toBe(WELL);
    }));
});

describe.concurrent('a caller beside one with many operations', () => {
  test('has the next connection that comes free', () =>
    withWorld({ environment: { AUTH_API_KEYS_FILE, LIMIT_COST_PER_MINUTE: '1000000' }, simulator: { switches: { salesforce: { latencyMs: 8000 } } } }, async (world) => {
      const greedy = Array.from({ length: 24 }, (_, index) => ask(world, 'greedy', index));
      await until(() => world.simulator.calls.length === connectionsOfOne);
      world.simulator.set({ salesforce: { latencyMs: 0 } });
      const honest = ask(world, 'honest');
      expect(await honest.answer).toBe(WELL);
      // On a slow machine connections may have come free before it was there; in a queue it would be behind all 24.
      expect(callersOf(world).indexOf('honest')).toBeLessThan(15);
      for (const { answer } of greedy) expect(await answer).toBe(WELL);
    }));

  test('has every other turn of a pace', () =>
    withWorld({ environment: { AUTH_API_KEYS_FILE, AVEPOINT_CALLS_PER_SECOND: '2', LIMIT_COST_PER_MINUTE: '1000000' } }, async (world) => {
      const greedy = Array.from({ length: 20 }, (_, index) => ask(world, 'greedy', index));
      await until(() => world.simulator.calls.length >= 2);
      const before = world.simulator.calls.length;
      const honest = Array.from({ length: 3 }, (_, index) => ask(world, 'honest', index));
      for (const { answer } of honest) expect(await answer).toBe(WELL);
      // Not all of them may have been there when the first turn came.
      expect(callersOf(world).slice(before).lastIndexOf('honest')).toBeLessThan(15);
      for (const { leave } of greedy) leave();
    }));
});

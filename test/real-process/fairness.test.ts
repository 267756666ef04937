import { beforeAll, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { build } from '../support/built-server.js';
import { withBuilt, type BuiltWorld } from '../support/built-world.js';
import { until } from '../support/faults.js';
import { writeKeyFile } from '../support/key-file.js';

const AUTH_API_KEYS_FILE = writeKeyFile(['greedy', 'honest', 'warm'].map((name) => ({ name, key: name, rights: ['*'] })));
const salesforceAlone = { AUTH_API_KEYS_FILE, AVEPOINT_PRODUCTS: 'salesforce' };
/** A machine with much else to do takes long to begin. */
const PATIENCE_MS = 60_000;
/** The years that each asks for. */
const years = { greedy: 2020, honest: 2015 };

beforeAll(build);

/** Reads that no other shares; aborted, they are of a client that goes away. */
function read({ url }: BuiltWorld, caller: keyof typeof years, count: number, signal: AbortSignal | null = null): Promise<boolean[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const from = new Date(Date.UTC(years[caller], 0, 1 + index)).toISOString();
      const query = `{ salesforceJobs(window: { from: "${from}" }) { isComplete sources { error { code } } } }`;
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': caller }, body: JSON.stringify({ query }), signal }).catch(() => null);
      return (await response?.text().catch(() => ''))?.includes('"isComplete":true') ?? false;
    }),
  );
}

/** Whose calls came, in their order; windows are asked for wider, by days. */
const callersOf = ({ simulator }: BuiltWorld): string[] => simulator.calls.map(({ query }) => (Date.parse(query['startTime'] ?? '') > Date.UTC(2018) ? 'greedy' : 'honest'));

describe.concurrent('upstream calls', () => {
  test('of operations that were abandoned leave the queue of a pace, and use up none of it', () =>
    withBuilt({ environment: { ...salesforceAlone, AVEPOINT_CALLS_PER_SECOND: '1' } }, async (world) => {
      const leaving = new AbortController();
      const abandoned = read(world, 'greedy', 40, leaving.signal);
      await until(() => world.simulator.calls.length > 1, PATIENCE_MS);
      leaving.abort();
      await abandoned;
      // Behind all of them, whoever asks would run out of time.
      expect(await Promise.all([read(world, 'honest', 1), read(world, 'greedy', 1)])).toEqual([[true], [true]]);
      expect(world.simulator.calls.length).toBeLessThan(20);
    }));

  test('of one caller with many operations do not hold the connections of a product from others', () =>
    withBuilt({ environment: salesforceAlone, simulator: { switches: { salesforce: { latencyMs: 5000 } } } }, async (world) => {
      const greedy = read(world, 'greedy', 24);
      await until(() => world.simulator.calls.length > 4, PATIENCE_MS);
      expect(await read(world, 'honest', 1)).toEqual([true]);
      // In a queue it would be behind all of them.
      expect(callersOf(world).indexOf('honest')).toBeLessThan(24);
      world.simulator.set({ salesforce: { latencyMs: 0 } });
      await greedy;
    }));
});

test.concurrent('what comes from memory is paid for by whoever asks, and holds nobody else up', () =>
  withBuilt({ simulator: { jobsPerProduct: 300, days: 20 }, environment: { ...salesforceAlone, LIMIT_COST_PER_MINUTE: '60', LIMIT_TOKENS: '2000', LIMIT_ROWS: '20000', PAGE_MEMORY_SECONDS: '600' } }, async (world) => {
    const lists = (count: number, fields: string): string => `{ ${Array.from({ length: count }, (_, index) => `list${index}: salesforceJobs(first: 200) { ${fields} }`).join(' ')} }`;
    const asked = (key: string, query: string) => ask(world, query, { 'x-api-key': key });
    expect((await asked('warm', lists(1, 'edges { cursor }'))).status).toBe(200);
    world.simulator.forgetCalls();

    let isRunning = true;
    const long = asked('greedy', lists(48, 'edges { cursor }')).finally(() => void (isRunning = false));
    let served = 0;
    while (isRunning) {
      expect((await asked('honest', '{ jobSources { id } }')).status).toBe(200);
      if (isRunning) served += 1;
    }
    expect((await long).status).toBe(200);
    // Without a yield between lists it would be those that came before the operation began.
    expect(served).toBeGreaterThan(5);

    const refused = await asked('greedy', lists(1, 'nodes { id }'));
    expect([refused.status, refused.errors?.[0]?.extensions['code']]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect((await asked('honest', lists(1, 'nodes { id }'))).status).toBe(200);
    expect(world.simulator.calls).toEqual([]);
  }));

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { allFirstCalls } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let seen = 0;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 } })));
afterAll(() => world.close());
beforeEach(() => void (seen = world.log.length));

/** Lines written since the test began. */
const lines = (): readonly Record<string, unknown>[] => world.log.slice(seen);

async function post(body: unknown): Promise<number> {
  const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await response.text();
  return response.status;
}

describe('one line an operation', () => {
  test('its name, how long it took, and what it cost upstream', async () => {
    await world.query('query NewestJobs { jobs(first: 5) { nodes { jobId } } }');
    expect(lines()).toHaveLength(1);
    const [line] = lines();
    expect(line).toMatchObject({ operation: 'NewestJobs', upstreamCalls: allFirstCalls, level: 'info' });
    expect(line?.['durationMs']).toEqual(expect.any(Number));
    expect(Number(line?.['durationMs'])).toBeGreaterThanOrEqual(0);
    expect(Number(line?.['durationMs'])).toBeLessThan(20_000);
  });

  test('the calls of what it lists and of what it counts, and how many sources were counted', async () => {
    await world.query('query Both { salesforceJobs(first: 1) { nodes { jobId } } jobStats(filter: { products: [SALESFORCE, GOOGLE_WORKSPACE] }) { total { counts { total } } } }');
    const [line] = lines();
    expect(line).toMatchObject({ operation: 'Both', readings: 2 });
    expect(Number(line?.['upstreamCalls'])).toBeGreaterThanOrEqual(3);
  });

  test('the one that was chosen', async () => {
    await post({ query: 'query A { jobSources { id } } query B { salesforceJobs(first: 1) { nodes { jobId } } }', operationName: 'B' });
    expect(lines()).toMatchObject([{ operation: 'B', upstreamCalls: 1 }]);
  });

  test('one without a name', async () => {
    await world.query('{ jobSources { id } }');
    expect(lines()).toMatchObject([{ operation: null, upstreamCalls: 0 }]);
  });

  test('the duration is that of the operation', async () => {
    world.simulator.set({ salesforce: { latencyMs: 300 } });
    await world.query('query Slow { salesforceJobs(first: 1) { nodes { jobId } } }');
    world.simulator.resetSwitches();
    const [line] = lines();
    expect(Number(line?.['durationMs'])).toBeGreaterThanOrEqual(299);
    expect(Number(line?.['durationMs'])).toBeLessThan(10_000);
  });

  test.each([
    ['bad input', { query: 'query Bad { jobs(first: -1) { nodes { jobId } } }' }],
    ['a field that there is not', { query: 'query Bad { nothing }' }],
    ['a syntax error', { query: 'query Bad {' }],
  ])('also for %s', async (_title, body) => {
    await post(body);
    expect(lines().filter(({ msg }) => msg === 'operation')).toHaveLength(1);
    expect(lines().filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
  });

  test('none for health and the page', async () => {
    await fetch(`${world.url}/health/live`).then((response) => response.text());
    await fetch(`${world.url}/health/ready`).then((response) => response.text());
    await fetch(`${world.url}/`).then((response) => response.text());
    expect(lines().filter(({ msg }) => msg === 'operation')).toEqual([]);
  });
});

test('variables are no part of it', async () => {
  await world.query('query Search($text: String) { salesforceJobs(filter: { search: $text }) { nodes { jobId } } }', { text: 'personal-text-in-a-filter' });
  expect(lines()).toHaveLength(1);
  expect(JSON.stringify(lines())).not.toContain('personal-text-in-a-filter');
});

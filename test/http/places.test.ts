import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { build, startBuilt, type BuiltServer } from '../support/built-server.js';
import { until } from '../support/faults.js';
import { writeKeyFile } from '../support/key-file.js';
import { connectTo, operationText, readAll } from '../support/raw-requests.js';

const PLACES = 8;

let simulator: Simulator;
let server: BuiltServer;
beforeAll(async () => {
  build();
  simulator = await startSimulator({ jobsPerProduct: 20, days: 10 });
}, 120_000);
// Who waited is remembered for a while.
beforeEach(async () => {
  const file = writeKeyFile(['greedy', 'honest', 'third'].map((key) => ({ name: key, key, rights: ['*'] })));
  server = await startBuilt(simulator, { LIMIT_OPERATIONS: String(PLACES), LIMIT_COST_PER_MINUTE: '1000000', PAGE_MEMORY_SECONDS: '0', AUTH_API_KEYS_FILE: file });
});
afterEach(async () => {
  simulator.resetSwitches();
  server.kill('SIGTERM');
  await server.exit;
});
afterAll(() => simulator.close());

let asked = 0;

/** Operations of one caller at the same time, each of which takes as long as the upstream does. */
function ask(key: string, count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, async () => {
    const query = `{ salesforceJobs(first: 1, window: { last: "PT${300 + (asked += 1)}H" }) { nodes { id } } }`;
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': key }, body: JSON.stringify({ query }) });
    await response.text();
    return response.status;
  }));
}

const some = (status: number, count: number): number[] => Array<number>(count).fill(status);

test('one caller has every place while nobody else wants one', async () => {
  simulator.set({ salesforce: { latencyMs: 700 } });
  expect((await ask('greedy', PLACES + 4)).sort()).toEqual([...some(200, PLACES), ...some(503, 4)]);
});

test('others wait for the next place that is free, up to a quarter of all, and come before whoever has more', async () => {
  simulator.set({ salesforce: { latencyMs: 1200 } });
  const greedy = ask('greedy', PLACES);
  await until(() => simulator.open.now > 0);
  await sleep(200);
  const others = Promise.all([ask('honest', 3), ask('third', 3)]);
  await sleep(200);
  expect(await ask('greedy', 2)).toEqual(some(503, 2));
  expect((await others).map((statuses) => statuses.sort())).toEqual([[200, 200, 503], [200, 200, 503]]);
  expect(await greedy).toEqual(some(200, PLACES));
  // Whoever had to wait will ask again.
  expect((await ask('greedy', PLACES)).sort()).toEqual([...some(200, PLACES / 4), ...some(503, PLACES - PLACES / 4)]);
});

test('a caller whose operations take long is not given their places again when others have asked', { timeout: 60_000 }, async () => {
  simulator.set({ salesforce: { latencyMs: 6000 } });
  const greedy = ask('greedy', PLACES);
  await sleep(300);
  simulator.set({ salesforce: { latencyMs: 1000 } });
  while ((await ask('honest', 1))[0] === 503) await sleep(100);
  const again = ask('greedy', PLACES);
  expect(await ask('honest', 2)).toEqual([200, 200]);
  expect((await again).filter((status) => status === 503).length).toBeGreaterThanOrEqual(PLACES - PLACES / 4);
  await greedy;
});

test('whoever leaves while it waits takes no place, and returns none', { timeout: 60_000 }, async () => {
  simulator.set({ salesforce: { latencyMs: 1500 } });
  const greedy = ask('greedy', PLACES);
  await until(() => simulator.open.now > 0);
  await sleep(300);
  const sockets = [1, 2].map(() => connectTo(server.url));
  for (const socket of sockets) socket.write(operationText('{ jobSources { id } }', { 'x-api-key': 'honest' }));
  await sleep(200);
  for (const socket of sockets) socket.destroy();
  await sleep(100);
  const patient = connectTo(server.url);
  patient.write(operationText('{ jobSources { id } }', { 'x-api-key': 'honest', connection: 'close' }));
  expect(await readAll(patient)).toMatch(/^HTTP\/1\.1 200/);
  expect(await greedy).toEqual(some(200, PLACES));
  simulator.set({ salesforce: { latencyMs: 500 } });
  // Ten seconds after the last one waited, all are anyone's again.
  await expect.poll(async () => (await ask('greedy', PLACES * 2)).filter((status) => status === 200).length, { timeout: 20_000, interval: 1000 }).toBe(PLACES);
});

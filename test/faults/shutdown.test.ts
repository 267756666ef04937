import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { until } from '../support/faults.js';
import { build, startBuilt, type BuiltServer } from '../support/built-server.js';

/** SIGTERM as an orchestrator sends it, to processes of their own. */

let simulator: Simulator;
beforeAll(async () => {
  build();
  simulator = await startSimulator({ jobsPerProduct: 30, days: 10 });
}, 120_000);
afterAll(() => simulator.close());

const readinessOf = ({ url }: BuiltServer): Promise<number> => fetch(`${url}/health/ready`).then(async (response) => (await response.text(), response.status), () => 0);

function ask({ url }: BuiltServer, days: number): Promise<string> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ jobs(first: 20, window: { last: "P${days}D" }) { nodes { jobId } isComplete } }` }),
  }).then((response) => response.text(), (error: Error) => `lost: ${error.cause instanceof Error ? error.cause.message : error.message}`);
}

interface Load {
  readonly answers: readonly string[];
  readonly answeredWhileDraining: number;
  readonly exit: readonly [number | null, NodeJS.Signals | null];
}

/** Clients ask without a pause for as long as the server says that it is ready, as behind a balancer. */
async function stopUnderLoad(): Promise<Load> {
  const server = await startBuilt(simulator, { DRAIN_SECONDS: '2', PAGE_MEMORY_SECONDS: '0' });
  let isReady = true;
  let answeredWhileDraining = 0;
  const answers: string[] = [];
  const clients = Array.from({ length: 6 }, async (_, index) => {
    while (isReady) {
      answers.push(await ask(server, index + 1));
      if (!isReady) answeredWhileDraining += 1;
    }
  });
  const watching = (async () => {
    while ((await readinessOf(server)) === 200) await sleep(30);
    isReady = false;
  })();
  await until(() => answers.length > 12, 20_000);
  server.kill('SIGTERM');
  await watching;
  await Promise.all(clients);
  return { answers, answeredWhileDraining, exit: await server.exit };
}

test('five times SIGTERM under load: no request in flight is lost', { timeout: 120_000 }, async () => {
  simulator.set({ salesforce: { latencyMs: 300 }, 'iaas-paas': { latencyMs: 200 } });
  for (const loads of [2, 3]) {
    for (const { answers, answeredWhileDraining, exit } of await Promise.all(Array.from({ length: loads }, stopUnderLoad))) {
      expect(answers.filter((answer) => !answer.includes('"isComplete":true'))).toEqual([]);
      expect(answeredWhileDraining).toBeGreaterThan(0);
      expect(exit).toEqual([0, null]);
    }
  }
  simulator.resetSwitches();
});

test('readiness fails first, while requests are still answered; those in flight finish; then it ends', { timeout: 60_000 }, async () => {
  const server = await startBuilt(simulator, { DRAIN_SECONDS: '2', PAGE_MEMORY_SECONDS: '0' });
  expect(await ask(server, 9)).toContain('"isComplete":true');
  simulator.set({ salesforce: { latencyMs: 3500 } });
  simulator.forgetCalls();
  const inFlight = ask(server, 10);
  await until(() => simulator.open.now > 0);
  server.kill('SIGTERM');
  const signalledAt = performance.now();
  let readiness = 200;
  while (readiness === 200) readiness = await readinessOf(server);
  expect(readiness).toBe(503);
  expect(performance.now() - signalledAt).toBeLessThan(1500);
  const whileDraining = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ jobSources { id } }"}' });
  expect(whileDraining.status).toBe(200);
  expect(await whileDraining.text()).toContain('default/us/salesforce');
  expect(await inFlight).toContain('"isComplete":true');
  expect(await server.exit).toEqual([0, null]);
  expect(await readinessOf(server)).toBe(0);
  simulator.resetSwitches();
});

test('a long drain takes nothing from the requests that come while it lasts', { timeout: 120_000 }, async () => {
  const server = await startBuilt(simulator, { DRAIN_SECONDS: '29', PAGE_MEMORY_SECONDS: '0' });
  server.kill('SIGTERM');
  const signalledAt = performance.now();
  await sleep(23_000);
  simulator.set({ salesforce: { latencyMs: 8000 } });
  const late = ask(server, 12);
  await sleep(100);
  expect(await late).toContain('"isComplete":true');
  expect(performance.now() - signalledAt).toBeGreaterThan(30_000);
  expect(await server.exit).toEqual([0, null]);
  simulator.resetSwitches();
});

test('a second signal ends it at once', { timeout: 60_000 }, async () => {
  const server = await startBuilt(simulator, { DRAIN_SECONDS: '20' });
  simulator.set({ salesforce: { fault: { kind: 'hang' } } });
  simulator.forgetCalls();
  const inFlight = ask(server, 11);
  await until(() => simulator.calls.some(({ product }) => product === 'salesforce'));
  server.kill('SIGTERM');
  while ((await readinessOf(server)) === 200) await sleep(20);
  const startedAt = performance.now();
  server.kill('SIGTERM');
  const [code] = await server.exit;
  expect(performance.now() - startedAt).toBeLessThan(5000);
  expect(code).not.toBe(0);
  expect(await inFlight).toMatch(/^lost/);
  simulator.resetSwitches();
});

import { afterEach, beforeEach, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { status } from '../support/faults.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeEach(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 } })));
afterEach(() => world.close());

const LIST = 'query List { salesforceJobs(first: 5) { nodes { jobId } } }';
const changes = () => world.log.filter(({ state }) => state !== undefined);

test('a change of state has one line, a failure that is mended none', async () => {
  await ask(world, LIST);
  world.simulator.set({ salesforce: { fault: { ...status(503), times: 2 } } });
  expect((await ask(world, LIST)).errors).toBeUndefined();
  expect(changes()).toEqual([]);

  world.simulator.set({ salesforce: { fault: status(403) } });
  const first = await ask(world, LIST);
  const source = 'default/us/salesforce';
  const common = { level: 'warn', source, code: 'UPSTREAM_FORBIDDEN', httpStatus: 403 };
  expect(changes()).toMatchObject([{ ...common, state: 'DEGRADED', requestId: first.headers.get('x-request-id') }]);
  expect(changes()[0]).toHaveProperty('upstreamRequestId');

  for (let failures = 1; failures < 7; failures += 1) await ask(world, LIST);
  expect(changes()).toMatchObject([{ state: 'DEGRADED' }, { ...common, state: 'UNAVAILABLE' }]);

  world.simulator.resetSwitches();
  await expect.poll(async () => (await ask(world, LIST)).errors, { timeout: 20_000 }).toBeUndefined();
  await ask(world, LIST);
  expect(changes().map(({ level, state }) => [level, state])).toEqual([['warn', 'DEGRADED'], ['warn', 'UNAVAILABLE'], ['info', 'HEALTHY']]);
});

test('the line of an operation names the sources that failed', async () => {
  world.simulator.set({ salesforce: { fault: status(403) }, 'iaas-paas': { fault: status(404) } });
  await ask(world, 'query All { jobs(first: 5) { nodes { jobId } } }');
  const [line] = world.log.filter(({ operation }) => operation === 'All');
  expect([line?.['failed']].flat().sort()).toEqual(['default/us/iaas-paas UPSTREAM_NOT_FOUND', 'default/us/salesforce UPSTREAM_FORBIDDEN']);
  await ask(world, 'query None { jobSources { id } }');
  expect(world.log.find(({ operation }) => operation === 'None')).not.toHaveProperty('failed');
});

test('a read that is shared carries the id of the request that began it', async () => {
  world.simulator.set({ salesforce: { fault: status(403), latencyMs: 300 } });
  const began = ask(world, LIST);
  await expect.poll(() => world.simulator.calls.length).toBeGreaterThan(0);
  const joined = ask(world, LIST);
  const id = (await began).headers.get('x-request-id');
  expect((await joined).headers.get('x-request-id')).not.toBe(id);
  expect(changes()).toMatchObject([{ state: 'UNAVAILABLE', requestId: id }]);
});

test('every line of a request has its id, which the answer has too: that of its trace where there is one', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  expect((await ask(world, LIST, { traceparent })).headers.get('x-request-id')).toBe(traceparent);
  const { headers } = await ask(world, LIST, { traceparent: 'forged\u00e9' });
  expect(headers.get('x-request-id')).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  const ids = world.log.filter(({ msg }) => msg === 'operation').map(({ requestId }) => requestId);
  expect(ids).toEqual([traceparent, headers.get('x-request-id')]);
  for (const path of ['/health/live', '/nothing', '/%zz']) expect([path, (await fetch(world.url + path)).headers.get('x-request-id')]).toEqual([path, expect.stringMatching(/^[\da-f-]{36}$/)]);
});

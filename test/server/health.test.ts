import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { assemble } from '../../src/assemble.js';
import { readConfig } from '../../src/config.js';
import { products } from '../products/index.js';
import { listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

interface Health {
  readonly state: string;
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  readonly lastError: { readonly code: string; readonly message: string; readonly httpStatus: number | null } | null;
}

interface Ready {
  readonly status: string;
  readonly sources: readonly { readonly id: string; readonly state: string }[];
}

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 } })));
afterAll(() => world.close());
afterEach(() => world.simulator.resetSwitches());

async function readiness(): Promise<{ status: number; body: Ready }> {
  const response = await fetch(`${world.url}/health/ready`);
  return { status: response.status, body: (await response.json()) as Ready };
}

async function healthOf(product: string): Promise<Health> {
  const { data } = await world.query<{ jobSources: { id: string; health: Health }[] }>('{ jobSources { id health { state lastSuccessAt lastFailureAt lastError { code message httpStatus } } } }');
  return data?.jobSources.find(({ id }) => id.endsWith(product))?.health ?? expect.fail('no such source');
}

test('before anything was asked: alive, ready, and every source untested', async () => {
  expect((await fetch(`${world.url}/health/live`)).status).toBe(200);
  const { status, body } = await readiness();
  expect(status).toBe(200);
  expect(body.sources).toEqual(products.map(({ name }) => ({ id: `default/us/${name}`, state: 'UNTESTED' })));
  expect(await healthOf('salesforce')).toEqual({ state: 'UNTESTED', lastSuccessAt: null, lastFailureAt: null, lastError: null });
  expect(world.simulator.calls).toEqual([]);
});

test('ready while an upstream is down, whose state it lists', async () => {
  world.simulator.set({ 'iaas-paas': { permitted: false } });
  await listPage(world);
  const { status, body } = await readiness();
  expect(status).toBe(200);
  expect(body.sources.map(({ state }) => state)).toEqual(products.map(({ name }) => (name === 'iaas-paas' ? 'UNAVAILABLE' : 'HEALTHY')));
});

describe('the health of a source as data', () => {
  test('what went wrong, and when', async () => {
    const before = Date.now();
    world.simulator.set({ salesforce: { enabled: false } });
    await listPage(world);
    const health = await healthOf('salesforce');
    expect(health.state).toMatch(/DEGRADED|UNAVAILABLE/);
    expect(health.lastError).toMatchObject({ code: 'UPSTREAM_NOT_FOUND', httpStatus: 404 });
    expect(Date.parse(health.lastFailureAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(health.lastFailureAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  test('and that it is well again', async () => {
    const before = Date.now();
    await listPage(world);
    const health = await healthOf('salesforce');
    expect(health.state).toBe('HEALTHY');
    expect(Date.parse(health.lastSuccessAt ?? '')).toBeGreaterThanOrEqual(before);
  });
});

test('503 while draining, and still alive', async () => {
  const { server, close } = await assemble(readConfig({}), pino({ enabled: false }));
  const statusOf = async (url: string): Promise<number> => (await server.app.inject({ url })).statusCode;
  expect(await statusOf('/health/ready')).toBe(200);
  server.startDraining();
  expect(await statusOf('/health/ready')).toBe(503);
  expect(await statusOf('/health/live')).toBe(200);
  await close();
});

import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from 'vitest';

import type { SimulatorOptions } from '../../simulator/index.js';
import { allFirstCalls, enumOf, products } from '../products/index.js';
import { askForJobs, listPage, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const scopes = products.map(({ scope }) => scope).sort();

let world: World;
afterEach(() => world.close());

async function start(identity: NonNullable<SimulatorOptions['switches']>['identity'] = {}, environment: Record<string, string> = {}): Promise<void> {
  world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20, switches: { identity } }, environment });
}

const scopesAsked = (): string[] => world.simulator.tokenCalls.map(({ scope }) => scope).sort();
const statuses = (): Set<number | null> => new Set(world.simulator.calls.map(({ status }) => status));

describe('one token a scope', () => {
  test('each asked for by itself, in the spelling that the token endpoint takes', async () => {
    await start();
    await listPage(world);
    expect(scopesAsked()).toEqual(scopes);
    expect(new Set(world.simulator.calls.map(({ headers }) => headers['authorization'])).size).toBe(scopes.length);
  });

  test('however many ask at once', async () => {
    await start({ latencyMs: 150 });
    await Promise.all(Array.from({ length: 12 }, () => listPage(world)));
    expect(scopesAsked()).toEqual(scopes);
    expect(statuses()).toEqual(new Set([200]));
  });

  test('kept for the operations after', async () => {
    await start();
    for (let index = 0; index < 5; index += 1) await listPage(world);
    expect(scopesAsked()).toEqual(scopes);
  });

  test('only for what is asked', async () => {
    await start();
    await listPage(world, { field: 'salesforceJobs' });
    expect(scopesAsked()).toEqual(['salesforce.public.read.all']);
  });

  test('travels in the header alone', async () => {
    await start();
    await listPage(world);
    for (const { headers, rawQuery, rawBody } of world.simulator.calls) {
      expect(headers['authorization']).toMatch(/^Bearer \w{40,}$/);
      const token = String(headers['authorization']).slice('Bearer '.length);
      expect(rawQuery + rawBody).not.toContain(token);
    }
  });
});

describe('a token that is refused', () => {
  test('is fetched anew once, and the call repeated: nobody notices', async () => {
    await start();
    await listPage(world);
    world.simulator.forgetCalls();
    world.simulator.set({ identity: { tokenEpoch: 1 } });
    const page = await listPage(world);
    expect(page.isComplete).toBe(true);
    expect(scopesAsked()).toEqual(scopes);
    expect(world.simulator.calls.filter(({ status }) => status === 401)).toHaveLength(allFirstCalls);
    expect(world.simulator.calls.filter(({ status }) => status === 200)).toHaveLength(allFirstCalls);
  });

  test('once, however many notice at the same time', async () => {
    await start({ latencyMs: 100 });
    await listPage(world);
    world.simulator.forgetCalls();
    world.simulator.set({ identity: { tokenEpoch: 1 } });
    const pages = await Promise.all(Array.from({ length: 10 }, () => listPage(world)));
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    expect(scopesAsked()).toEqual(scopes);
  });

  test('and refused again: two calls, one new token, and an error that says what to check', async () => {
    await start();
    world.simulator.set({ salesforce: { fault: { kind: 'status', status: 401 } } });
    const page = await listPage(world, { field: 'salesforceJobs' });
    const { error } = sourceOf(page, 'salesforce');
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAUTHENTICATED', httpStatus: 401, isRetryable: false });
    expect(error?.message).toMatch(/AVEPOINT_CLIENT_ID/);
    expect(world.simulator.calls.map(({ status }) => status)).toEqual([401, 401]);
    expect(world.simulator.tokenCalls).toHaveLength(2);
  });

  test('every attempt is counted', async () => {
    await start();
    world.simulator.set({ salesforce: { fault: { kind: 'status', status: 401, times: 1 } } });
    const page = await listPage(world, { field: 'salesforceJobs' });
    expect(sourceOf(page, 'salesforce')).toMatchObject({ outcome: 'OK', requests: 2 });
  });
});

describe('no token', () => {
  test('a wrong secret: the message says what to check, and the API is not called', async () => {
    await start({}, { AVEPOINT_CLIENT_SECRET: 'wrong' });
    const { data, errors = [] } = await askForJobs(world);
    const page = data?.page ?? expect.fail('no page');
    expect(page.sources.map(({ error }) => error?.code)).toEqual(scopes.map(() => 'UPSTREAM_UNAUTHENTICATED'));
    expect(page.sources[0]?.error).toMatchObject({ httpStatus: 401, isRetryable: false });
    expect(page.sources[0]?.error?.message).toMatch(/AVEPOINT_CLIENT_SECRET.*AVEPOINT_ENVIRONMENT/);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(scopes.map(() => 'UPSTREAM_UNAUTHENTICATED'));
    expect(world.simulator.calls).toEqual([]);
  });

  test('a scope that is not granted: the others go on, and the permission is named', async () => {
    await start();
    await listPage(world, { filter: { products: products.map(({ name }) => enumOf(name)).filter((product) => product !== 'SALESFORCE') } });
    world.simulator.set({ identity: { fault: { kind: 'body', status: 400, text: '{"error":"invalid_scope"}' } } });
    const page = await listPage(world);
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(products.map(({ name }) => (name === 'salesforce' ? 'FAILED' : 'OK')));
    const { error } = sourceOf(page, 'salesforce');
    expect(error).toMatchObject({ code: 'UPSTREAM_FORBIDDEN', isRetryable: false });
    expect(error?.message).toContain('salesforce.public.read.all');
  });

  test('a token without the permission behind it: the same, from the API', async () => {
    await start();
    world.simulator.set({ 'iaas-paas': { permitted: false } });
    const { error } = sourceOf(await listPage(world), 'iaas-paas');
    expect(error).toMatchObject({ code: 'UPSTREAM_FORBIDDEN', httpStatus: 403 });
    expect(error?.message).toContain('platformbackup.readwrite.all');
  });

  test.each([
    ['503', { kind: 'status', status: 503 }, 'UPSTREAM_ERROR'],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 'UPSTREAM_THROTTLED'],
    ['HTML', { kind: 'html' }, 'UPSTREAM_BAD_RESPONSE'],
    ['invalid JSON', { kind: 'invalid-json' }, 'UPSTREAM_BAD_RESPONSE'],
    ['no token in it', { kind: 'body', text: '{"token_type":"Bearer","expires_in":3600}' }, 'UPSTREAM_BAD_RESPONSE'],
    ['a token of another kind', { kind: 'body', text: '{"access_token":"abc","token_type":"mac"}' }, 'UPSTREAM_BAD_RESPONSE'],
    ['a reset', { kind: 'reset' }, 'UPSTREAM_UNREACHABLE'],
    ['half an answer', { kind: 'truncated' }, 'UPSTREAM_UNREACHABLE'],
  ] as const)('the identity service answers with %s: tried thrice, remembered for a second, then asked again', async (_title, fault, code) => {
    await start({ fault });
    const { error } = sourceOf(await listPage(world, { field: 'salesforceJobs' }), 'salesforce');
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(/check|again/i);
    expect(world.simulator.calls).toEqual([]);
    expect(world.simulator.tokenCalls).toHaveLength(3);
    world.simulator.set({ identity: { fault: null } });
    expect(sourceOf(await listPage(world, { field: 'salesforceJobs' }), 'salesforce').error?.code).toBe(code);
    expect(world.simulator.tokenCalls).toHaveLength(3);
    await sleep(1100);
    expect((await listPage(world, { field: 'salesforceJobs' })).isComplete).toBe(true);
  });
});

import { beforeAll, expect, test } from 'vitest';

import { build } from '../support/built-server.js';
import { withBuilt, type BuiltWorld } from '../support/built-world.js';
import { callsTo, codeOf, readAlone, status } from '../support/faults.js';
import { listPage, sourceOf } from '../support/list-jobs.js';

beforeAll(build);

/** How long each source is still left alone, by product. */
async function restsOf(world: BuiltWorld): Promise<Record<string, number | null>> {
  const { data, errors } = await world.query<{ jobSources: { product: string; health: { retryAt: string | null } }[] }>('{ jobSources { product health { retryAt } } }');
  expect(errors).toBeUndefined();
  return Object.fromEntries(data?.jobSources.map(({ product, health: { retryAt } }) => [product, retryAt === null ? null : Date.parse(retryAt) - Date.now()]) ?? []);
}

test.concurrent('a Retry-After is honoured beside 429 and 503 alone, for a quarter of an hour at most, and is null where no Int can hold it', () =>
  withBuilt({}, async (world) => {
    world.simulator.set({
      salesforce: { fault: status(429, { 'retry-after': '999999999' }) },
      'iaas-paas': { fault: status(503, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }) },
      'microsoft-365': { fault: status(404, { 'retry-after': '999999999' }) },
      'google-workspace': { fault: status(500, { 'retry-after': '9999999999' }) },
    });
    const failed = await listPage(world);
    const secondsOf = (product: Parameters<typeof sourceOf>[1]) => [sourceOf(failed, product).error?.code, sourceOf(failed, product).error?.retryAfterSeconds];
    expect(secondsOf('salesforce')).toEqual(['UPSTREAM_THROTTLED', 999_999_999]);
    expect(secondsOf('iaas-paas')).toEqual(['UPSTREAM_ERROR', null]);
    expect(secondsOf('microsoft-365')).toEqual(['UPSTREAM_NOT_FOUND', null]);
    expect(secondsOf('google-workspace')).toEqual(['UPSTREAM_ERROR', null]);

    const rests = await restsOf(world);
    for (const product of ['SALESFORCE', 'IAAS_PAAS']) {
      expect(rests[product]).toBeGreaterThan(800_000);
      expect(rests[product]).toBeLessThanOrEqual(900_000);
    }
    world.simulator.resetSwitches();
    expect(await codeOf(readAlone(world, 'microsoft365Jobs'))).toBe('OK');
    expect(await codeOf(readAlone(world, 'salesforceJobs'))).toBe('UPSTREAM_THROTTLED');
  }));

test.concurrent('endless 401s, and 429s that say nothing, are remembered: sixty operations make a handful of calls', () =>
  withBuilt({ simulator: { switches: { salesforce: { fault: status(401) }, 'microsoft-365': { fault: status(429) } } } }, async (world) => {
    const startedAt = performance.now();
    const codes: [string, string][] = [];
    while (codes.length < 60) codes.push(await Promise.all([codeOf(readAlone(world, 'salesforceJobs')), codeOf(readAlone(world, 'microsoft365Jobs'))]));
    expect(codes).toEqual(Array(60).fill(['UPSTREAM_UNAUTHENTICATED', 'UPSTREAM_THROTTLED']));
    // On a slow machine a pause may end before the operations do; then one more asks.
    const pauses = Math.floor((performance.now() - startedAt) / 5000);
    expect(callsTo(world, 'salesforce')).toBeLessThanOrEqual(2 + 2 * pauses);
    expect(callsTo(world, 'microsoft-365')).toBeLessThanOrEqual(3 + pauses);
    expect(world.simulator.tokenCalls.length).toBeLessThanOrEqual(3 + pauses);
    const { SALESFORCE, MICROSOFT_365 } = await restsOf(world);
    // One that has just ended is none.
    for (const rest of [SALESFORCE, MICROSOFT_365]) expect(rest ?? 0).toBeLessThanOrEqual(60_000);
  }));

test.concurrent('connections that an upstream closes behind its answers cost no retry', () =>
  withBuilt({ environment: { AVEPOINT_PRODUCTS: 'salesforce,iaas-paas' }, simulator: { switches: { salesforce: { fault: { kind: 'reset-after' } }, 'iaas-paas': { fault: { kind: 'reset-after', afterMs: 0 } } } } }, async (world) => {
    for (let round = 0; round < 3; round += 1) {
      const reads = Array.from({ length: 24 }, (_, index) => codeOf(readAlone(world, index % 2 === 0 ? 'salesforceJobs' : 'iaasPaasJobs')));
      expect(await Promise.all(reads)).toEqual(Array(24).fill('OK'));
    }
    // What the simulator counts is what it has read.
    expect([callsTo(world, 'salesforce'), callsTo(world, 'iaas-paas')]).toEqual([36, 36]);
    world.simulator.set({ salesforce: { fault: { ...status(503), times: 2 } }, 'iaas-paas': { fault: { ...status(503), times: 2 } } });
    expect(await Promise.all([codeOf(readAlone(world, 'salesforceJobs')), codeOf(readAlone(world, 'iaasPaasJobs'))])).toEqual(['OK', 'OK']);
  }));

test.concurrent('what is no compression is read; a token is used for half a minute at least, and one that no header can carry is named', () =>
  withBuilt({}, async (world) => {
    world.simulator.set({
      identity: { values: { expires_in: 0 } },
      salesforce: { headers: { 'content-encoding': 'Identity' } },
      'iaas-paas': { headers: { 'content-encoding': '' } },
      'microsoft-365': { headers: { 'content-encoding': 'IDENTITY' } },
    });
    for (const field of ['salesforceJobs', 'iaasPaasJobs', 'microsoft365Jobs']) {
      for (let round = 0; round < 4; round += 1) expect(await codeOf(readAlone(world, field))).toBe('OK');
    }
    expect(world.simulator.tokenCalls).toHaveLength(3);
    world.simulator.set({ identity: { values: { access_token: 'canary\n' } } });
    const { error } = await readAlone(world, 'googleWorkspaceJobs');
    expect(error).toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', isRetryable: false });
    expect(error?.message).toMatch(/identity service.*a line break/);
    expect(JSON.stringify([error, world.server.log])).not.toContain('canary');
  }));

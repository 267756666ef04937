import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { firstCalls, products } from '../products/index.js';
import { callsByProduct, callsTo, codeOf, readAlone, readBeside, status, until, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';

const soon = (ms: number): string => new Date(Date.now() + ms).toUTCString();

describe.concurrent('a Retry-After that ends within the operation', () => {
  test.each([
    ['a second', () => '1', 990],
    ['a second, with blanks', () => ' 1 ', 990],
    ['a date', () => soon(4000), 0],
  ])('%s: is waited for', (_title, ask, leastMs) =>
    withWorld({}, async (world) => {
      const header = ask();
      world.simulator.set({ salesforce: { fault: { ...status(429, { 'retry-after': header }), times: 1 } } });
      expect((await readBeside(world, 'salesforce')).outcome).toBe('OK');
      const [first, second, third] = world.simulator.calls.filter(({ product }) => product === 'salesforce');
      expect(third).toBeUndefined();
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(leastMs);
      if (leastMs === 0) expect(second?.at).toBeGreaterThanOrEqual(Date.parse(header) - 20);
    }));

  test.each(['0', soon(-86_400_000), 'soon', '', '-5', '1.5', '1e3', '0x10', '1 s', '1, 2', 'Infinity', '99999999999999999999', '2030-01-01T00:00:00Z', 'Sun, 99 Foo 2030 00:00:00 GMT'])('%j asks for no wait that could be honoured: tried again as ever', (header) =>
    withWorld({ simulator: { switches: { salesforce: { fault: { ...status(429, { 'retry-after': header }), times: 1 } } } } }, async (world) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'OK', requests: 2 });
    }));
});

/** What is granted, however much is asked for. */
const LONGEST_SECONDS = 900;

describe.concurrent('a Retry-After that does not', () => {
  test.each([
    ['half a minute', () => '30', 30],
    ['a day', () => '86400', 86_400],
    ['thirty years', () => '999999999', 999_999_999],
    ['a date tomorrow', () => soon(86_400_000), 86_400],
  ])('%s: fails at once, for every caller of that source and for no other', (_title, header, seconds) =>
    withWorld({ simulator: { switches: { salesforce: { fault: status(429, { 'retry-after': header() }) } } } }, async (world) => {
      const startedAt = performance.now();
      const { outcome, error } = await readBeside(world, 'salesforce');
      expect([outcome, error?.code, error?.httpStatus, error?.isRetryable]).toEqual(['FAILED', 'UPSTREAM_THROTTLED', 429, true]);
      expect(error?.retryAfterSeconds).toBeGreaterThan(seconds - 30);
      expect(error?.retryAfterSeconds).toBeLessThanOrEqual(seconds + 1);
      expect(error?.message).toContain(String(error?.retryAfterSeconds));

      world.simulator.set({ salesforce: { fault: null } });
      world.simulator.forgetCalls();
      const granted = Math.min(seconds, LONGEST_SECONDS);
      const next = await Promise.all(Array.from({ length: 5 }, () => readAlone(world)));
      for (const source of next) expect(source).toMatchObject({ outcome: 'FAILED', requests: 0, error: { code: 'UPSTREAM_THROTTLED', isRetryable: true, httpStatus: null } });
      expect(next[0]?.error?.retryAfterSeconds).toBeGreaterThan(granted - 60);
      expect(next[0]?.error?.retryAfterSeconds).toBeLessThanOrEqual(granted + 1);
      expect((await readBeside(world, 'salesforce')).error?.code).toBe('UPSTREAM_THROTTLED');
      expect({ ...callsByProduct(world), salesforce: 0 }).toEqual({ ...firstCalls, salesforce: 0 });
      expect(callsTo(world, 'salesforce')).toBe(0);
      expect(performance.now() - startedAt).toBeLessThan(10_000);

      const retryAt = await retryTimes(world);
      expect(retryAt.slice(0, 3)).toEqual([null, null, null]);
      expect(Date.parse(retryAt[3] ?? '') - Date.now()).toBeGreaterThan((granted - 60) * 1000);
      expect(Date.parse(retryAt[3] ?? '') - Date.now()).toBeLessThanOrEqual(granted * 1000);
    }));

  test.each(['Fri, 01 Jan 2100 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT'])('%s: a quarter of an hour, and no number that an Int cannot hold', (header) =>
    withWorld({ simulator: { switches: { salesforce: { fault: { ...status(429, { 'retry-after': header }), times: 1 } } } } }, async (world) => {
      expect((await readBeside(world, 'salesforce')).error).toMatchObject({ code: 'UPSTREAM_THROTTLED', httpStatus: 429, retryAfterSeconds: null });
      const { error } = await readBeside(world, 'salesforce');
      expect(error).toMatchObject({ code: 'UPSTREAM_THROTTLED', httpStatus: null });
      expect(error?.retryAfterSeconds).toBeLessThanOrEqual(LONGEST_SECONDS);
      expect(callsTo(world, 'salesforce')).toBe(1);
      const [, , , retryAt] = await retryTimes(world);
      expect(Date.parse(retryAt ?? '') - Date.now()).toBeGreaterThan((LONGEST_SECONDS - 60) * 1000);
      expect(Date.parse(retryAt ?? '') - Date.now()).toBeLessThanOrEqual(LONGEST_SECONDS * 1000);
    }));

  test('a date is one by the clock that wrote it, wherever ours stands', () =>
    withWorld({ simulator: { switches: { identity: { clockOffsetMs: -86_400_000 }, salesforce: { fault: status(429, { 'retry-after': soon(-86_340_000) }) } } } }, async (world) => {
      const { error } = await readAlone(world);
      expect(error?.retryAfterSeconds).toBeGreaterThan(30);
      expect(error?.retryAfterSeconds).toBeLessThanOrEqual(61);
    }));

  test('beside 503: no call until then', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: status(503, { 'retry-after': '60' }) } } } }, async (world) => {
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_ERROR', retryAfterSeconds: 60 });
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_THROTTLED' });
      expect(callsTo(world, 'salesforce')).toBe(1);
    }));

  test.each([400, 401, 403, 404, 408, 500, 502])('beside %i: means nothing', (code) =>
    withWorld({ simulator: { switches: { salesforce: { fault: { ...status(code, { 'retry-after': '60' }), times: 2 } } } } }, async (world) => {
      const { error } = await readAlone(world);
      expect(error?.retryAfterSeconds ?? null).toBeNull();
      const next = await readAlone(world);
      expect(next.error?.code).not.toBe('UPSTREAM_THROTTLED');
      expect((await retryTimes(world)).map((retryAt) => retryAt !== null && Date.parse(retryAt) - Date.now() > 10_000)).toEqual(products.map(() => false));
    }));
});

async function retryTimes(world: World): Promise<(string | null)[]> {
  const { data } = await world.query<{ jobSources: { health: { retryAt: string | null } }[] }>('{ jobSources { health { retryAt } } }');
  return data?.jobSources.map(({ health }) => health.retryAt) ?? expect.fail('no sources');
}

test.concurrent('every caller waits, also one that came later; another source does not', () =>
  withWorld({ simulator: { switches: { salesforce: { fault: { ...status(429, { 'retry-after': '2' }), times: 1 } } } } }, async (world) => {
    const first = codeOf(readAlone(world));
    await until(() => world.simulator.calls[0]?.status === 429);
    const throttledAt = world.simulator.calls[0]?.at ?? 0;
    await sleep(100);
    const others = Array.from({ length: 6 }, () => codeOf(readAlone(world)));
    const iaas = codeOf(readAlone(world, 'iaasPaasJobs'));
    expect(await iaas).toBe('OK');
    expect(world.simulator.calls.find(({ product }) => product === 'iaas-paas')?.at).toBeLessThan(throttledAt + 1900);
    expect(await Promise.all([first, ...others])).toEqual(Array(7).fill('OK'));
    const later = world.simulator.calls.filter(({ product }) => product === 'salesforce').slice(1);
    expect(later).toHaveLength(7);
    for (const { at } of later) expect(at - throttledAt).toBeGreaterThanOrEqual(1980);
  }));

test.concurrent('the identity service is left alone as well', () =>
  withWorld({ simulator: { switches: { identity: { fault: status(429, { 'retry-after': '60' }) } } } }, async (world) => {
    for (let round = 0; round < 3; round += 1) {
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_THROTTLED', isRetryable: true });
      await sleep(600);
    }
    expect(world.simulator.tokenCalls).toHaveLength(1);
    expect(world.simulator.calls).toEqual([]);
  }));

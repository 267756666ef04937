import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import type { ProductName } from '../../simulator/index.js';
import { firstCalls, products } from '../products/index.js';
import { askForJobs, listPage, sourceOf, type ListedError } from '../support/list-jobs.js';
import { callsByProduct, callsTo, lasting, passing, readBeside, withWorld } from '../support/faults.js';

/** An upstream that will not have us is left alone for five seconds. */
async function forgotten({ httpStatus }: Partial<ListedError>): Promise<void> {
  if (httpStatus === 401 || httpStatus === 429) await sleep(5100);
}

describe.concurrent.each(Object.entries(passing))('%s', (_title, { fault, error, mostCalls = 3 }) => {
  test('once: the page is read again, and nobody notices', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { ...fault, times: 1 } } } } }, async (world) => {
      const { outcome, error: none, requests } = await readBeside(world, 'salesforce');
      expect([outcome, none, requests]).toEqual(['OK', null, 2]);
      expect(callsByProduct(world)).toEqual({ ...firstCalls, salesforce: 2 });
      const [first, second] = world.simulator.calls.filter(({ product }) => product === 'salesforce');
      expect(second?.rawQuery).toBe(first?.rawQuery);
    }));

  test('always: three attempts, then said; the others are shown, and it comes back', { timeout: 60_000 }, () =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const source = await readBeside(world, 'salesforce');
      expect(source).toMatchObject({ outcome: 'FAILED', error: { ...error, isRetryable: true } });
      expect(source.requests).toBeGreaterThanOrEqual(3);
      expect(source.requests).toBeLessThanOrEqual(mostCalls);
      expect(callsByProduct(world)).toEqual({ ...firstCalls, salesforce: source.requests });
      world.simulator.resetSwitches();
      await forgotten(error);
      expect(await readBeside(world, 'salesforce')).toMatchObject({ outcome: 'OK', error: null });
    }));
});

describe.concurrent.each(Object.entries(lasting))('%s', (_title, { fault, error, calls = 1 }) => {
  test('is not tried again', () =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const source = await readBeside(world, 'salesforce');
      expect(source).toMatchObject({ outcome: 'FAILED', requests: calls, error: { ...error, isRetryable: false } });
      expect(callsTo(world, 'salesforce')).toBe(calls);
      world.simulator.resetSwitches();
      await forgotten(error);
      expect(await readBeside(world, 'salesforce')).toMatchObject({ outcome: 'OK', error: null });
    }));
});

describe.concurrent('a page in the middle of a walk', () => {
  test('is read again by itself: nothing is skipped, nothing repeated', () =>
    withWorld({ environment: { AVEPOINT_PAGE_SIZE: '5' }, simulator: { jobsPerProduct: 40, switches: { salesforce: { fault: { kind: 'reset', after: 3, times: 2 } } } } }, async (world) => {
      const page = await listPage(world, { field: 'salesforceJobs', first: 200, window: { from: '2020-01-01T00:00:00Z' } });
      const truth = world.simulator.records('salesforce');
      expect(page.edges.map(({ node }) => node.jobId)).toEqual(truth.map(({ jobId }) => jobId));
      expect(page.isComplete).toBe(true);
    }));

  test('waits grow, and are random', () =>
    withWorld({}, async (world) => {
      const gaps: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        world.simulator.set({ salesforce: { fault: { kind: 'invalid-json', times: 1 } } });
        world.simulator.forgetCalls();
        await listPage(world, { field: 'salesforceJobs' });
        const [first, second] = world.simulator.calls;
        gaps.push((second?.at ?? 0) - (first?.at ?? 0));
      }
      expect(new Set(gaps).size).toBeGreaterThan(2);
      expect(Math.max(...gaps)).toBeLessThan(10_000);
    }));
});

test('two products fail, each in its own way', () =>
  withWorld({ simulator: { switches: { salesforce: { fault: { kind: 'reset' } }, 'iaas-paas': { permitted: false } } } }, async (world) => {
    const { data, errors = [] } = await askForJobs(world);
    const page = data?.page ?? expect.fail('no page');
    expect(page.sources.map(({ error }) => error?.code ?? null)).toEqual(products.map(({ name }) => ({ 'iaas-paas': 'UPSTREAM_FORBIDDEN', salesforce: 'UPSTREAM_UNREACHABLE' } as Partial<Record<ProductName, string>>)[name] ?? null));
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'UPSTREAM_FORBIDDEN', source: 'default/us/iaas-paas' },
      { code: 'UPSTREAM_UNREACHABLE', source: 'default/us/salesforce' },
    ]);
    expect(sourceOf(page, 'google-workspace').outcome).toBe('OK');
    expect(callsByProduct(world)).toEqual({ ...firstCalls, salesforce: sourceOf(page, 'salesforce').requests });
  }));

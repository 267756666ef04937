import { describe, expect, test } from 'vitest';

import { allFirstCalls, products } from '../products/index.js';
import { askForJobs, listPage, sourceOf } from '../support/list-jobs.js';
import { callsTo, codeOf, passing, readAlone, status, withWorld } from '../support/faults.js';

describe.concurrent('the calls of one operation', () => {
  const cases = Object.entries(passing).flatMap(([title, { fault, error }]) => [1, 2].map((budget) => ({ title, fault, error, budget })));

  test.each(cases)('a budget of $budget, and $title: every attempt counts, and the failure is told', ({ budget, fault, error }) =>
    withWorld({ environment: { AVEPOINT_CALL_BUDGET: String(budget) }, simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const source = await readAlone(world);
      expect(source).toMatchObject({ outcome: 'FAILED', requests: budget, error });
      expect(callsTo(world, 'salesforce')).toBe(budget);
    }));

  test.each([2, 3])('a budget of %i is enough for a failure that passes', (budget) =>
    withWorld({ environment: { AVEPOINT_CALL_BUDGET: String(budget) }, simulator: { switches: { salesforce: { fault: { kind: 'reset', times: 1 } } } } }, async (world) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'OK', requests: 2 });
    }));

  test.each([1, 2])('a budget of %i, and a token that is refused: that is told, too', (budget) =>
    withWorld({ environment: { AVEPOINT_CALL_BUDGET: String(budget) }, simulator: { switches: { salesforce: { fault: status(401) } } } }, async (world) => {
      const page = await listPage(world, { field: 'salesforceJobs' });
      expect(sourceOf(page, 'salesforce')).toMatchObject({ outcome: 'FAILED', requests: budget, error: { code: 'UPSTREAM_UNAUTHENTICATED' } });
      expect(callsTo(world, 'salesforce')).toBe(budget);
    }));

  test('retries of one field spend what the others would have had, and the page goes on from there', () =>
    withWorld({ environment: { AVEPOINT_CALL_BUDGET: String(allFirstCalls + 2) }, simulator: { switches: { salesforce: { fault: { kind: 'reset', times: 2 } } } } }, async (world) => {
      const { data } = await askForJobs(world, { first: 60 });
      const page = data?.page ?? expect.fail('no page');
      expect(world.simulator.calls).toHaveLength(allFirstCalls + 2);
      expect(page.sources.map(({ outcome }) => outcome)).toEqual(products.map(() => 'OK'));
      expect(page.isComplete).toBe(true);
    }));
});

describe.concurrent('a dead upstream under many operations', () => {
  const operations = 60;
  /** Retries that a quiet time before may have left. */
  const PUT_BY = 10;
  const { reset, throttled, broken } = {
    reset: { kind: 'reset' } as const,
    throttled: status(429),
    // Nothing but the retry budget bounds what this costs.
    broken: { kind: 'invalid-json' } as const,
  };

  test.each([['resets', reset], ['throttles', throttled], ['breaks its JSON', broken]] as const)('that %s: no more than 1.2 times the calls and 3 a second', (_title, fault) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const startedAt = performance.now();
      const codes = await Promise.all(Array.from({ length: operations }, () => codeOf(readAlone(world))));
      const seconds = (performance.now() - startedAt) / 1000;
      expect(codes).not.toContain('OK');
      expect(callsTo(world, 'salesforce')).toBeLessThanOrEqual(1.2 * operations + 3 * seconds + PUT_BY);
      // Without a budget there would be three times as many, and not all wait for the others.
      expect(callsTo(world, 'salesforce')).toBeLessThan(2 * operations);
      if (fault === broken) expect(callsTo(world, 'salesforce')).toBeGreaterThan(operations);
    }));

  test('one after the other, too', { timeout: 90_000 }, () =>
    withWorld({ simulator: { switches: { salesforce: { fault: status(429) } } } }, async (world) => {
      const startedAt = performance.now();
      for (let round = 0; round < 40; round += 1) await readAlone(world);
      const seconds = (performance.now() - startedAt) / 1000;
      expect(callsTo(world, 'salesforce')).toBeLessThanOrEqual(1.2 * 40 + 3 * seconds + PUT_BY);
    }));
});

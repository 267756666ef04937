import { describe, expect, test } from 'vitest';

import { productNames, type Fault } from '../../simulator/index.js';
import { callsTo, codeOf, readAlone, status, withWorld } from '../support/faults.js';
import { seats } from '../products/index.js';
import { listPage } from '../support/list-jobs.js';

/** How an upstream closes a connection after its answer: when the next request comes, or a moment later. */
const closing: Readonly<Record<string, Fault>> = {
  'when it is used again': { kind: 'reset-after' },
  'at once': { kind: 'reset-after', afterMs: 0 },
  'a moment later': { kind: 'reset-after', afterMs: 3 },
};

describe.concurrent.each(Object.entries(closing))('an upstream that answers and resets the connection %s', (_title, fault) => {
  test.each(seats)('$name: none of many operations notices, and nothing is spent on it', ({ product, field, environment }) =>
    withWorld({ environment, simulator: { switches: { [product]: { fault } } } }, async (world) => {
      const rounds = 2;
      for (let round = 0; round < rounds; round += 1) {
        expect(await Promise.all(Array.from({ length: 12 }, () => codeOf(readAlone(world, field))))).toEqual(Array(12).fill('OK'));
      }
      // More than opens a circuit.
      const { data } = await world.query<{ jobSources: { product: string; health: { state: string; lastFailureAt: string | null; retryAt: string | null } }[] }>(
        '{ jobSources { product health { state lastFailureAt retryAt } } }',
      );
      expect(data?.jobSources.filter(({ health }) => health.state === 'HEALTHY').map(({ health }) => health)).toEqual([{ state: 'HEALTHY', lastFailureAt: null, retryAt: null }]);
      // The simulator counts what it has read.
      const pages = field === 'googleWorkspaceJobs' ? 2 : 1;
      expect(callsTo(world, product)).toBe(rounds * 12 * pages);
    }));

  test('leaves retries for what needs them', () =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      await Promise.all(Array.from({ length: 40 }, () => readAlone(world)));
      world.simulator.set({ salesforce: { fault: { ...status(503), times: 2 } } });
      expect(await codeOf(readAlone(world))).toBe('OK');
    }));

  test('with no call left to make: what happened is told', () =>
    withWorld({ environment: { AVEPOINT_CALL_BUDGET: '1', AVEPOINT_PRODUCTS: 'salesforce' }, simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      for (let round = 0; round < 6; round += 1) expect(['OK', 'UPSTREAM_UNREACHABLE']).toContain(await codeOf(readAlone(world)));
    }));
});

test('many products at once', () =>
  withWorld({ simulator: { switches: Object.fromEntries(productNames.map((name) => [name, { fault: { kind: 'reset-after' } }])) } }, async (world) => {
    for (let round = 0; round < 3; round += 1) {
      const pages = await Promise.all(Array.from({ length: 4 }, (_, index) => listPage(world, { window: { from: new Date(Date.UTC(2021, round, 1 + index)).toISOString() } })));
      expect(pages.map(({ isComplete }) => isComplete)).toEqual(Array(4).fill(true));
    }
  }));

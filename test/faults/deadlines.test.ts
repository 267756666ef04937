import { expect, test } from 'vitest';

import type { Fault, SwitchChanges } from '../../simulator/index.js';
import { eachProduct, firstCalls, products } from '../products/index.js';
import { askForJobs, sourceOf, type ListedPage } from '../support/list-jobs.js';
import { callsByProduct, until } from '../support/faults.js';
import { startWorld } from '../support/world.js';

/** What can only be seen by waiting; all of it at the same time, each in a world of its own. */

const OPERATION_MS = 25_000;
/** Tokens are asked for on behalf of nobody in particular, and have less time than an operation. */
const TOKEN_MS = 20_000;

interface Waited {
  readonly page: ListedPage;
  readonly errors: readonly unknown[];
  readonly tookMs: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly tokenCalls: number;
}

async function wait(switches: SwitchChanges): Promise<Waited> {
  const world = await startWorld({ simulator: { jobsPerProduct: 100, days: 20, switches } });
  const startedAt = performance.now();
  const { data, errors = [] } = await askForJobs(world);
  const tookMs = performance.now() - startedAt;
  await until(() => world.simulator.open.now === 0);
  const waited = {
    page: data?.page ?? expect.fail('no page'),
    errors,
    tookMs,
    calls: callsByProduct(world),
    tokenCalls: world.simulator.tokenCalls.length,
  };
  await world.close();
  return waited;
}

const silence: Fault = { kind: 'hang' };
const faults: Readonly<Record<string, Fault>> = {
  'taken, then silence': silence,
  'headers that come too late': { kind: 'slow-headers', delayMs: 60_000 },
  'a slow drip': { kind: 'slow-drip', everyMs: 200 },
};

test('deadlines hold, and the others are shown', { timeout: 90_000 }, async () => {
  const silent = Object.values(faults).map((fault) => wait({ salesforce: { fault } }));
  const [bearable, everywhere, tokens, once] = await Promise.all([
    wait({ salesforce: { fault: { kind: 'slow-headers', delayMs: 300 } }, 'iaas-paas': { fault: { kind: 'slow-drip', everyMs: 5, bytes: 500 } } }),
    wait(eachProduct(() => ({ fault: silence }))),
    wait({ identity: { fault: silence } }),
    wait({ salesforce: { fault: { ...silence, times: 1 } } }),
  ]);

  for (const { page, errors, tookMs, calls } of await Promise.all(silent)) {
    expect(tookMs).toBeGreaterThan(OPERATION_MS - 1000);
    expect(tookMs).toBeLessThan(OPERATION_MS + 5000);
    expect(page.sources.map(({ outcome, error }) => [outcome, error?.code ?? null])).toEqual(products.map(({ name }) => (name === 'salesforce' ? ['FAILED', 'UPSTREAM_TIMEOUT'] : ['OK', null])));
    expect(sourceOf(page, 'salesforce').error).toMatchObject({ isRetryable: true, httpStatus: null, retryAfterSeconds: null });
    expect(new Set(page.edges.map(({ node }) => node.product)).size).toBe(products.length - 1);
    expect(page.edges).toHaveLength(50);
    expect(errors).toMatchObject([{ path: ['page'], extensions: { code: 'UPSTREAM_TIMEOUT', source: 'default/us/salesforce' } }]);
    // Ten seconds an attempt: the third is cut short.
    expect(calls).toEqual({ ...firstCalls, salesforce: 3 });
  }

  expect(bearable.page.isComplete).toBe(true);
  expect(bearable.calls).toEqual(firstCalls);

  expect(everywhere.tookMs).toBeLessThan(OPERATION_MS + 5000);
  expect(everywhere.page.sources.map(({ error }) => error?.code)).toEqual(products.map(() => 'UPSTREAM_TIMEOUT'));
  expect(everywhere.page.edges).toEqual([]);

  expect(tokens.tookMs).toBeLessThan(TOKEN_MS + 5000);
  expect(tokens.page.sources.map(({ error }) => error?.code)).toEqual(products.map(() => 'UPSTREAM_TIMEOUT'));
  expect(tokens.calls).toEqual({});
  expect(tokens.tokenCalls).toBeLessThanOrEqual(products.length * 2 + 3);

  // One attempt has 10 s, and the next one mends it.
  expect(once.tookMs).toBeGreaterThan(9_000);
  expect(once.tookMs).toBeLessThan(16_000);
  expect(once.page.isComplete).toBe(true);
  expect(once.calls['salesforce']).toBe(2);
});

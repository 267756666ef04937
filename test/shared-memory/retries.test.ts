import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSharedRetries, type SharedRetries } from '../../src/shared-memory/retries.js';
import { createStore, type Store } from '../../src/shared-memory/store.js';
import { createVault } from '../../src/shared-memory/vault.js';
import { createRetryBudget, RETRY_RATES, shareRetryBudget } from '../../src/upstream/retry-budget.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';

describe.skipIf(!hasStore)('a budget of retries in the store', () => {
  const vault = createVault(randomBytes(32));
  let behind: TestStore;
  let store: Store;
  let budgets = 0;
  let name: string;
  beforeAll(async () => {
    behind = await startStore();
    store = await createStore({ url: behind.url, patienceMs: 5000 }, 'avepoint-jobs-graphql:probe', () => undefined);
  });
  afterAll(async () => {
    await store.close();
    await behind.close();
  });

  /** Replicas before one upstream. */
  function start(replicas: number): SharedRetries[] {
    budgets += 1;
    name = vault.nameOf('retries', [String(budgets)]);
    return Array.from({ length: replicas }, () => createSharedRetries({ store, vault }, [String(budgets)], RETRY_RATES));
  }
  const take = async (retries: SharedRetries | undefined, calls = 0): Promise<boolean | null> => retries?.take(calls, store.createPatience()) ?? null;

  test('gives a fifth of the calls and three a second at most, whichever replicas call and retry', async () => {
    const step = fc.record({ replica: fc.nat(2), calls: fc.nat(20), isGivenBack: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const replicas = start(3);
        const startedAt = performance.now();
        let [made, taken] = [0, 0];
        for (const { replica, calls, isGivenBack } of steps) {
          made += calls;
          const isTaken = await take(replicas[replica], calls);
          if (isTaken === true && isGivenBack) replicas[replica]?.giveBack();
          else taken += isTaken === true ? 1 : 0;
          expect(taken).toBeLessThanOrEqual(0.2 * made + 3 * ((performance.now() - startedAt) / 1000 + 1));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('has three at the start, one for five calls of whichever replica, and what was given back', async () => {
    const [one, other] = start(2);
    for (let asked = 0; asked < 3; asked += 1) expect(await take(one)).toBe(true);
    expect(await take(other, 5)).toBe(true);
    other?.giveBack();
    expect(await take(one)).toBe(true);
  });

  test('never gives more than a fifth of the calls and three a second, however many ask at once', async () => {
    const replicas = start(3);
    const startedAt = performance.now();
    const taken = await Promise.all(Array.from({ length: 90 }, (_, index) => take(replicas[index % 3], 1)));
    const seconds = (performance.now() - startedAt) / 1000;
    const count = taken.filter((isTaken) => isTaken === true).length;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(0.2 * 90 + 3 * (seconds + 1));
  });

  test.each(['nan', 'inf', '-inf', '1e300', '-5', '', 'x', '11'])('with %j in it is as at the start', async (value) => {
    const [one] = start(1);
    await behind.send('HSET', name, 'left', value, 'countedAt', String(Date.now() + 3_600_000));
    const taken = [];
    while ((await take(one)) === true) taken.push(true);
    expect(taken.length).toBeGreaterThanOrEqual(3);
    expect(taken.length).toBeLessThan(10);
  });

  test('of another type is as at the start', async () => {
    const [one] = start(1);
    await behind.send('SET', name, 'garbage');
    expect(await take(one)).toBe(true);
  });

  test('goes from the store when it is full again', async () => {
    const [one] = start(1);
    await take(one);
    expect(Number(await behind.send('PTTL', name))).toBeLessThanOrEqual(600_000);
    expect(Number(await behind.send('PTTL', name))).toBeGreaterThan(0);
  });

  test('gives no replica more than its own would, and where it is away as much', async () => {
    const own = createRetryBudget(() => 0);
    const away = shareRetryBudget(own, { take: async () => null, giveBack: () => undefined }, () => store.createPatience());
    const all = await Promise.all(Array.from({ length: 5 }, async () => away.take()));
    expect(all).toEqual([true, true, true, false, false]);
    const generous = shareRetryBudget(createRetryBudget(() => 0), { take: async () => true, giveBack: () => undefined }, () => store.createPatience());
    expect(await Promise.all(Array.from({ length: 5 }, async () => generous.take()))).toEqual([true, true, true, false, false]);
  });

  test('that is spent by others takes nothing of one\'s own', async () => {
    let isLeft = false;
    const budget = shareRetryBudget(createRetryBudget(() => 0), { take: async () => isLeft, giveBack: () => undefined }, () => store.createPatience());
    for (let asked = 0; asked < 5; asked += 1) expect(await budget.take()).toBe(false);
    isLeft = true;
    expect(await budget.take()).toBe(true);
  });
});

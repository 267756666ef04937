import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRetryBudget } from '../../src/upstream/retry-budget.js';

type Step = { readonly kind: 'call' | 'retry' } | { readonly kind: 'wait'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('call' as const, 'retry' as const) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(3000) }),
);

test('retries are a fifth of the calls and three a second at most, whatever happens when', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let now = 0;
      let [calls, retries] = [0, 0];
      const budget = createRetryBudget(() => now);
      for (const one of steps) {
        if (one.kind === 'wait') now += one.ms;
        else if (one.kind === 'call') {
          calls += 1;
          budget.deposit();
        } else if (budget.take()) retries += 1;
        expect(retries).toBeLessThanOrEqual(0.2 * calls + 3 * (now / 1000 + 1) + 1e-6);
      }
    }),
  );
});

test('three at the start, three a second, one for five calls, and no more than ten put by', () => {
  let now = 0;
  const budget = createRetryBudget(() => now);
  const takeAll = (): number => {
    let taken = 0;
    while (budget.take()) taken += 1;
    return taken;
  };
  expect(takeAll()).toBe(3);
  now += 1000;
  expect(takeAll()).toBe(3);
  for (let call = 0; call < 11; call += 1) budget.deposit();
  expect(takeAll()).toBe(2);
  now += 3_600_000;
  expect(takeAll()).toBe(10);
  for (let call = 0; call < 1000; call += 1) budget.deposit();
  expect(takeAll()).toBe(10);
});

test('what is given back can be taken again', () => {
  const budget = createRetryBudget(() => 0);
  for (let retry = 0; retry < 3; retry += 1) expect(budget.take()).toBe(true);
  budget.giveBack();
  expect([budget.take(), budget.take()]).toEqual([true, false]);
});

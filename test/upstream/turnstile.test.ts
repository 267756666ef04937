import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createTurnstile } from '../../src/upstream/turnstile.js';

interface Visit {
  readonly lane: number;
  readonly turns: number;
  readonly fails: boolean;
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const visits = fc.array(fc.record({ lane: fc.nat(3), turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 60 });

test('all get through, never more than there are places, and in the order of their lane', async () => {
  await fc.assert(
    fc.asyncProperty(visits, fc.integer({ min: 1, max: 8 }), async (all, places) => {
      const turnstile = createTurnstile(places, 4);
      const entered: number[][] = [[], [], [], []];
      let inside = 0;
      const run = (index: number, { lane, turns, fails }: Visit) =>
        turnstile.pass(String(lane), async () => {
          inside += 1;
          expect(inside).toBeLessThanOrEqual(places);
          entered[lane]?.push(index);
          for (let turn = 0; turn < turns; turn += 1) await tick();
          inside -= 1;
          if (fails) throw new Error('failed');
        });
      const results = await Promise.allSettled(all.map((visit, index) => run(index, visit)));
      expect(results.map(({ status }) => status === 'rejected')).toEqual(all.map(({ fails }) => fails));
      for (const [lane, order] of entered.entries()) expect(order).toEqual(all.flatMap((visit, index) => (visit.lane === lane ? [index] : [])));
      expect(inside).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test.each([
  [8, 4, 5],
  [8, 1, 8],
  [8, 2, 7],
  [8, 20, 4],
])('%i places and %i lanes: one lane alone takes %i, and the others find a place at once', async (places, lanes, most) => {
  const turnstile = createTurnstile(places, lanes);
  let taken = 0;
  const forever = new Promise<never>(() => undefined);
  for (let index = 0; index < 50; index += 1) void turnstile.pass('greedy', () => ((taken += 1), forever));
  await tick();
  expect(taken).toBe(most);
  for (let lane = 1; lane < Math.min(lanes, places - most + 1); lane += 1) expect(await turnstile.pass(`lane ${lane}`, async () => lane)).toBe(lane);
});

import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BudgetSpentError } from '../../src/errors.js';
import { createPace } from '../../src/upstream/pace.js';
import { createTurnstile, type Visit } from '../../src/upstream/turnstile.js';

interface Planned {
  readonly lane: number;
  readonly caller: number;
  readonly turns: number;
  readonly fails: boolean;
  /** After so many turns the caller is gone; null where it stays. */
  readonly leavesAfter: number | null;
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const unpaced = createPace(Infinity);
const forever = new Promise<never>(() => undefined);
const visit = (lane: string, caller = 'anyone', signal = new AbortController().signal): Visit => ({ lane, caller, signal });

const visits = fc.array(
  fc.record({ lane: fc.nat(3), caller: fc.nat(2), turns: fc.nat(4), fails: fc.boolean(), leavesAfter: fc.option(fc.nat(8), { freq: 2 }) }),
  { maxLength: 60 },
);

test('all who stay get through, never more than there are places, each caller in its order; who leaves while waiting is never let in', async () => {
  await fc.assert(
    fc.asyncProperty(visits, fc.integer({ min: 1, max: 8 }), async (all, places) => {
      const turnstile = createTurnstile(places, 4, unpaced);
      const entered: number[] = [];
      let inside = 0;
      const run = async (index: number, { lane, caller, turns, fails, leavesAfter }: Planned): Promise<void> => {
        const leaving = new AbortController();
        const passing = turnstile.pass(visit(String(lane), String(caller), leaving.signal), async () => {
          expect(leaving.signal.aborted).toBe(false);
          inside += 1;
          expect(inside).toBeLessThanOrEqual(places);
          entered.push(index);
          for (let turn = 0; turn < turns; turn += 1) await tick();
          inside -= 1;
          if (fails) throw new Error('failed');
        });
        const leave = async (): Promise<void> => {
          for (let turn = 0; turn < (leavesAfter ?? 0); turn += 1) await tick();
          if (leavesAfter !== null) leaving.abort();
        };
        await Promise.all([passing, leave()]);
      };
      const results = await Promise.allSettled(all.map((planned, index) => run(index, planned)));
      for (const [index, result] of results.entries()) {
        const { fails, leavesAfter } = all[index] ?? expect.fail('none');
        if (entered.includes(index)) expect(result.status).toBe(fails ? 'rejected' : 'fulfilled');
        else expect([leavesAfter === null, result.status === 'rejected' && result.reason instanceof BudgetSpentError]).toEqual([false, true]);
      }
      for (const lane of [0, 1, 2, 3]) {
        for (const caller of [0, 1, 2]) {
          const own = entered.filter((index) => all[index]?.lane === lane && all[index].caller === caller);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      }
      expect(inside).toBe(0);
      // Every place came back.
      const taken: number[] = [];
      for (let index = 0; index < places; index += 1) void turnstile.pass(visit(`lane ${index}`), () => (taken.push(index), forever));
      await tick();
      expect(taken).toHaveLength(places);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [8, 4, 5],
  [8, 1, 8],
  [8, 2, 7],
  [8, 20, 4],
])('%i places and %i lanes: one lane alone takes %i, and the others find a place at once', async (places, lanes, most) => {
  const turnstile = createTurnstile(places, lanes, unpaced);
  let taken = 0;
  for (let index = 0; index < 50; index += 1) void turnstile.pass(visit('greedy'), () => ((taken += 1), forever));
  await tick();
  expect(taken).toBe(most);
  for (let lane = 1; lane < Math.min(lanes, places - most + 1); lane += 1) expect(await turnstile.pass(visit(`lane ${lane}`), async () => lane)).toBe(lane);
});

describe('callers', () => {
  /** Places that come free when they are told to. */
  function createCrowd(places: number) {
    const turnstile = createTurnstile(places, 1, unpaced);
    const entered: string[] = [];
    const held: (() => void)[] = [];
    return {
      entered,
      come: (caller: string) => void turnstile.pass(visit('lane', caller), () => (entered.push(caller), new Promise<void>((resolve) => held.push(resolve)))),
      async free() {
        held.shift()?.();
        await tick();
      },
    };
  }

  test('the first call of another is the next one, however many of one are waiting', async () => {
    const crowd = createCrowd(4);
    for (let index = 0; index < 24; index += 1) crowd.come('greedy');
    await tick();
    crowd.come('other');
    await crowd.free();
    expect(crowd.entered).toEqual(['greedy', 'greedy', 'greedy', 'greedy', 'other']);
  });

  test('share the places evenly, whoever has more to ask', async () => {
    const crowd = createCrowd(6);
    for (let index = 0; index < 30; index += 1) crowd.come('greedy');
    await tick();
    for (let index = 0; index < 10; index += 1) for (const caller of ['one', 'two']) crowd.come(caller);
    for (let index = 0; index < 12; index += 1) await crowd.free();
    const later = crowd.entered.slice(6);
    for (const caller of ['greedy', 'one', 'two']) expect(later.filter((name) => name === caller).length).toBeGreaterThanOrEqual(3);
  });

  test('none is passed over for long by others that come one call at a time', async () => {
    const crowd = createCrowd(1);
    crowd.come('first');
    await tick();
    for (let index = 0; index < 4; index += 1) crowd.come('patient');
    for (let index = 0; index < 8; index += 1) {
      crowd.come(`passing ${index % 2}`);
      await crowd.free();
    }
    expect(crowd.entered.filter((name) => name === 'patient').length).toBeGreaterThanOrEqual(3);
  });
});

describe('the pace', () => {
  test('is kept by those that go, and costs nothing for those that leave while they wait', async () => {
    const turnstile = createTurnstile(8, 1, createPace(20));
    const at: number[] = [];
    const go = async (): Promise<void> => void at.push(performance.now());
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    const gone = Array.from({ length: 50 }, () => turnstile.pass(visit('lane', 'greedy', leaving.signal), go));
    await sleep(20);
    leaving.abort();
    const results = await Promise.allSettled(gone);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(at.length);
    expect(at.length).toBeLessThan(5);
    const before = at.length;
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 5 }, () => turnstile.pass(visit('lane', 'other'), go)));
    expect(at).toHaveLength(before + 5);
    // Not before the pace allows, and no 50 turns later.
    expect(performance.now() - startedAt).toBeGreaterThan(150);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test('is never more than was allowed, whatever happens when', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(fc.nat(300), { maxLength: 100 }), (perSecond, waits) => {
        let now = 0;
        const pace = createPace(perSecond, () => now);
        let sent = 0;
        for (const wait of waits) {
          now += wait;
          for (; pace.waitMs === 0; sent += 1) pace.take();
          expect(sent).toBeLessThanOrEqual(1 + ((now + 10) / 1000) * perSecond);
        }
      }),
    );
  });
});

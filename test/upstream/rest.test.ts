import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SourceError } from '../../src/errors.js';
import { createRest, MISSED, type Cause, type Pause, type Permit } from '../../src/upstream/rest.js';

const MINUTE_MS = 60_000;
const stays = new AbortController().signal;
const refused = new SourceError('UPSTREAM_UNAUTHENTICATED', 'Refused.');

/** A rest whose clock is moved by hand. Nobody's operation lasts long enough to wait for a pause. */
function createWatched() {
  let now = 0;
  const rest = createRest('GET /jobs', () => now);
  const enter = (): Promise<Permit> => rest.enter(stays, now);
  return {
    rest,
    enter,
    pass: (ms: number) => void (now += ms),
    async tell(cause: Cause | null): Promise<void> {
      const permit = await enter();
      permit.failed(cause);
      permit.end();
    },
    isShut: () => enter().then((permit) => (permit.end(), false), () => true),
  };
}

test('whatever is asked for, one attempt a minute goes to see, and after a quarter of an hour at most it is over', async () => {
  const causes = fc.oneof(fc.record({ kind: fc.constant('throttled' as const), seconds: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) }), fc.constant({ kind: 'refused' as const, error: refused }), fc.constant({ kind: 'down' as const }));
  await fc.assert(
    fc.asyncProperty(fc.array(causes, { minLength: 1, maxLength: 20 }), async (all) => {
      const { rest, enter, pass } = createWatched();
      for (const cause of all) {
        const permit = await enter();
        permit.failed(cause);
        permit.end();
        expect(rest.leftMs).toBeGreaterThan(0);
        expect(rest.leftMs).toBeLessThanOrEqual(15 * MINUTE_MS);
        await expect(enter()).rejects.toBeInstanceOf(SourceError);
        pass(Math.min(MINUTE_MS, rest.leftMs));
      }
      const last = await enter();
      expect(last.isTrial).toBe(true);
      last.succeeded();
      last.end();
      expect([rest.leftMs, (await enter()).isTrial]).toEqual([0, false]);
    }),
  );
});

test('cool-downs in a row last 5, 10, 20, 40, 60 and 60 s, and 5 s again after a success', async () => {
  const { rest, enter, pass, tell } = createWatched();
  const lengths: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    await tell({ kind: 'refused', error: refused });
    lengths.push(rest.leftMs / 1000);
    pass(rest.leftMs);
  }
  expect(lengths).toEqual([5, 10, 20, 40, 60, 60]);
  const trial = await enter();
  trial.succeeded();
  trial.end();
  await tell({ kind: 'refused', error: refused });
  expect(rest.leftMs).toBe(5000);
});

describe('an attempt under way', () => {
  test('that is not sent yet has missed its permit when the rest begins', async () => {
    const { enter } = createWatched();
    const [first, second] = [await enter(), await enter()];
    second.check();
    first.failed({ kind: 'down' });
    expect(() => second.check()).toThrow(MISSED);
  });

  test('that fails like the one that began it says nothing new', async () => {
    const { rest, enter, pass } = createWatched();
    const permits = await Promise.all([enter(), enter(), enter()]);
    for (const permit of permits) {
      permit.failed({ kind: 'refused', error: refused });
      pass(1000);
    }
    expect(rest.leftMs).toBe(2000);
  });

  test('that succeeds ends no rest that began after it', async () => {
    const { rest, enter } = createWatched();
    const [first, second] = [await enter(), await enter()];
    first.failed({ kind: 'throttled', seconds: 30 });
    second.succeeded();
    expect(rest.leftMs).toBe(30_000);
  });

  test('makes a pause longer where it was asked to, never shorter', async () => {
    const { rest, enter } = createWatched();
    const [first, second, third] = [await enter(), await enter(), await enter()];
    first.failed({ kind: 'throttled', seconds: 30 });
    second.failed({ kind: 'throttled', seconds: 40 });
    third.failed({ kind: 'throttled', seconds: 10 });
    expect(rest.leftMs).toBe(40_000);
  });
});

describe('the trial', () => {
  test('is one attempt; the others see how it fares', async () => {
    const { enter, pass, tell } = createWatched();
    await tell({ kind: 'down' });
    pass(2000);
    const trial = await enter();
    let entered = 0;
    const others = Array.from({ length: 5 }, () => enter().then(() => (entered += 1)));
    await new Promise((resolve) => setImmediate(resolve));
    expect([trial.isTrial, entered]).toEqual([true, 0]);
    trial.succeeded();
    trial.end();
    await Promise.all(others);
    expect(entered).toBe(5);
  });

  test('that nobody waited for until its end is another\'s', async () => {
    const { enter, pass, tell } = createWatched();
    await tell({ kind: 'down' });
    pass(2000);
    (await enter()).end();
    expect((await enter()).isTrial).toBe(true);
  });

  test('is not waited for by who has left', async () => {
    const { rest, enter, pass, tell } = createWatched();
    await tell({ kind: 'down' });
    pass(2000);
    await enter();
    const leaving = new AbortController();
    const other = rest.enter(leaving.signal, 0);
    leaving.abort();
    await expect(other).rejects.toThrow();
  });

  test('of a long pause that fails in another way leaves the pause as long as it was', async () => {
    const { rest, enter, pass, tell, isShut } = createWatched();
    await tell({ kind: 'throttled', seconds: 600 });
    pass(MINUTE_MS);
    const trial = await enter();
    trial.failed(null);
    trial.end();
    expect([rest.leftMs, await isShut()]).toEqual([9 * MINUTE_MS, true]);
    pass(MINUTE_MS);
    expect((await enter()).isTrial).toBe(true);
  });
});

describe('what another replica has found', () => {
  const found = (id: string, seconds: number, now = 0): Pause => ({ id, cause: { kind: 'throttled', seconds }, until: now + seconds * 1000, trialAt: now + Math.min(seconds * 1000, MINUTE_MS) });

  test('holds here, until the replica says that it is over', async () => {
    const { rest, enter, isShut } = createWatched();
    expect(rest.learn(found('a', 30), 0)).toBe(true);
    expect([rest.leftMs, rest.cause, await isShut()]).toEqual([30_000, 'throttled', true]);
    rest.lift();
    expect([rest.leftMs, (await enter()).isTrial]).toEqual([0, false]);
  });

  test('makes no pause shorter, and a longer one longer', async () => {
    const { rest, tell } = createWatched();
    await tell({ kind: 'throttled', seconds: 30 });
    expect([rest.learn(found('a', 10), 0), rest.leftMs]).toEqual([false, 30_000]);
    expect([rest.learn(found('b', 40), 0), rest.leftMs]).toEqual([true, 40_000]);
    expect([rest.learn(found('b', 40), 0), rest.leftMs]).toEqual([false, 40_000]);
  });

  test('lasts no longer than what is found here', () => {
    const longest = ({ kind, ...cause }: Cause): number => {
      const { rest } = createWatched();
      rest.learn({ id: 'a', cause: { kind, ...cause } as Cause, until: 1e12, trialAt: 1e12 }, 1000);
      return rest.leftMs;
    };
    expect([{ kind: 'throttled', seconds: 1 } as const, { kind: 'refused', error: refused } as const, { kind: 'down' } as const].map(longest)).toEqual([900_000, 60_000, 2_000]);
  });

  test('is gone on with: the next refusal is left alone for twice as long', async () => {
    const { rest, pass, enter } = createWatched();
    rest.learn({ id: 'a', cause: { kind: 'refused', error: refused }, until: 20_000, trialAt: 20_000 }, 3);
    pass(20_000);
    const trial = await enter();
    trial.failed({ kind: 'refused', error: refused });
    trial.end();
    expect([trial.isTrial, rest.leftMs]).toEqual([true, 40_000]);
  });

  test('has been looked at: it is not, until a minute after that', async () => {
    const { rest, pass, isShut, enter } = createWatched();
    rest.learn(found('a', 600), 0);
    pass(MINUTE_MS);
    rest.learn({ ...found('a', 600), trialAt: MINUTE_MS + 50_000 }, 0);
    expect(await isShut()).toBe(true);
    pass(50_000);
    expect((await enter()).isTrial).toBe(true);
  });
});

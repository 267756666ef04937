import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { SourceError } from '../../src/errors.js';
import type { SharedPause } from '../../src/shared-memory/pause.js';
import { createSharedRest, type SharedRest, type Trial } from '../../src/shared-memory/rests.js';
import type { Sharing } from '../../src/shared-memory/sharing.js';
import { createStore } from '../../src/shared-memory/store.js';
import { createVault } from '../../src/shared-memory/vault.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';

const MINUTE_MS = 60_000;
const error = new SourceError('UPSTREAM_UNAUTHENTICATED', 'Refused (401).', { httpStatus: 401, requestId: 'r1', traceId: 't1' });
const pause = (own: Partial<SharedPause> = {}): SharedPause => ({ id: 'a', kind: 'throttled', error: null, coolDowns: 0, leftMs: 30_000, trialMs: 30_000, ...own });
const trial = (id: string, isOverdue = false): Trial => ({ id, isOverdue });

describe.skipIf(!hasStore)('a rest in the store', () => {
  let behind: TestStore;
  let sharing: Pick<Sharing, 'store' | 'vault'>;
  let rest: SharedRest;
  let name: string;
  let rests = 0;
  beforeAll(async () => {
    behind = await startStore();
    sharing = { store: await createStore({ url: behind.url, patienceMs: 5000 }, 'avepoint-jobs-graphql:probe', () => undefined), vault: createVault(randomBytes(32)) };
  });
  afterAll(async () => {
    await sharing.store.close();
    await behind.close();
  });
  beforeEach(renew);
  afterEach(() => behind.meet({ kind: 'none' }));

  function renew(): void {
    rests += 1;
    rest = createSharedRest(sharing, [String(rests)], null);
    name = sharing.vault.nameOf('rest', [String(rests)]);
  }
  const look = (own: Trial | null = null) => rest.look(own, sharing.store.createPatience());
  const lookFor = async (id: string): Promise<string | undefined> => (await look(trial(id)))?.kind;

  test('is none at first, and what was found from then on', async () => {
    expect(await look()).toEqual({ kind: 'none' });
    rest.put(pause({ kind: 'refused', error, coolDowns: 3 }));
    const found = await look();
    expect(found).toMatchObject({ kind: 'rests', pause: { id: 'a', kind: 'refused', coolDowns: 3 } });
    expect(found !== null && 'pause' in found && found.pause.error).toEqual(error);
  });

  test('is the longest of those that were found, whoever found them in which order, and ends when that does', async () => {
    const all = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), seconds: fc.integer({ min: 1, max: 900 }) }), { selector: ({ seconds }) => seconds, minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(all, async (found) => {
        renew();
        let [id, seconds] = ['', 0];
        for (const next of found) {
          rest.put(pause({ id: next.id, leftMs: next.seconds * 1000, trialMs: Math.min(next.seconds * 1000, MINUTE_MS) }));
          // Who has found it may change it.
          if (next.id === id || next.seconds > seconds) ({ id, seconds } = next);
        }
        const now = await look();
        if (now === null || !('pause' in now)) return expect.fail('none');
        expect(now.pause.id).toBe(id);
        expect(now.pause.leftMs).toBeLessThanOrEqual(seconds * 1000);
        expect(now.pause.leftMs).toBeGreaterThan(seconds * 1000 - 5000);
        expect(now.pause.trialMs).toBeLessThanOrEqual(Math.min(now.pause.leftMs, MINUTE_MS));
      }),
      { numRuns: 50 },
    );
  });

  test('is lifted by its own id alone, until the next one is found', async () => {
    rest.put(pause());
    rest.lift('b');
    expect((await look())?.kind).toBe('rests');
    rest.lift('a');
    expect(await look()).toEqual({ kind: 'lifted', id: 'a' });
    rest.put(pause({ id: 'b', leftMs: 1000, trialMs: 1000 }));
    expect(await look()).toMatchObject({ kind: 'rests', pause: { id: 'b' } });
  });

  test('is tried by one, until that has ended, or is overdue', async () => {
    rest.put(pause({ trialMs: 0 }));
    expect((await look())?.kind).toBe('waits');
    expect([await lookFor('x'), await lookFor('y'), await lookFor('x')]).toEqual(['trial', 'waits', 'trial']);
    rest.endTrial(trial('y'));
    expect(await lookFor('y')).toBe('waits');
    rest.endTrial(trial('x'));
    expect([await lookFor('y'), await lookFor('x')]).toEqual(['trial', 'waits']);
    expect((await look(trial('x', true)))?.kind).toBe('trial');
  });

  test('is tried after its time, and not before', async () => {
    rest.put(pause({ leftMs: 400, trialMs: 400 }));
    expect(await lookFor('x')).toBe('rests');
    await sleep(450);
    expect(await lookFor('x')).toBe('trial');
    rest.put(pause({ id: 'b', leftMs: MINUTE_MS, trialMs: MINUTE_MS }));
    expect(await lookFor('x')).toBe('rests');
  });

  test('goes from the store some time after it is over', async () => {
    rest.put(pause({ leftMs: 900_000, trialMs: MINUTE_MS }));
    await look(trial('x'));
    const left = Number(await behind.send('PTTL', name));
    expect(left).toBeGreaterThan(900_000);
    expect(left).toBeLessThanOrEqual(960_000);
  });

  test('that nobody could have found is none, whatever lies there, and does not keep the next one out', async () => {
    const value = fc.oneof(fc.constantFrom('', 'nan', 'inf', '-inf', '0x7fffffffffff', '1e300', '-1e300', '0', '00', ' 1', 'x'.repeat(10_000)), fc.string(), fc.double().map(String), fc.integer().map(String), fc.integer({ min: -1e6, max: 1e6 }).map((ms) => String(Date.now() + ms)));
    const fields = fc.dictionary(fc.constantFrom('id', 'lasts', 'trialAt', 'cause', 'trial', 'trialEnds', 'isLifted'), value, { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(fields, async (hostile) => {
        renew();
        await behind.send('HSET', name, ...Object.entries(hostile).flat());
        expect(['none', 'lifted']).toContain((await look(trial('x')))?.kind);
        rest.put(pause({ id: 'own' }));
        expect(await look()).toMatchObject({ kind: 'rests', pause: { id: 'own' } });
      }),
    );
  });

  test('that is there holds no longer than any may, whatever its times become', async () => {
    const time = fc.oneof(fc.integer({ min: -2_000_000, max: 2_000_000 }).map((ms) => String(Date.now() + ms)), fc.constantFrom('nan', 'inf', '1e300', '', 'x'));
    await fc.assert(
      fc.asyncProperty(time, time, time, async (lasts, trialAt, trialEnds) => {
        renew();
        rest.put(pause());
        await behind.send('HSET', name, 'lasts', lasts, 'trialAt', trialAt, 'trialEnds', trialEnds, 'trial', 'of nobody');
        const found = await look();
        if (found !== null && 'pause' in found) {
          expect(found.pause.leftMs).toBeLessThanOrEqual(900_000);
          expect(found.pause.trialMs).toBeLessThanOrEqual(MINUTE_MS);
        } else expect(found).toEqual({ kind: 'none' });
      }),
    );
  });

  test('is not known where the store is away', async () => {
    rest.put(pause());
    behind.meet({ kind: 'closing' });
    const short = await createStore({ url: behind.url, patienceMs: 100 }, 'avepoint-jobs-graphql:probe', () => undefined);
    expect(await createSharedRest({ ...sharing, store: short }, ['x'], null).look(null, short.createPatience())).toBeNull();
    await short.close();
  });

  describe('beside turns', () => {
    test('come evenly, however many ask, with what they tell of the next one', async () => {
      const name = sharing.vault.nameOf('turns', ['even']);
      let deferred = 0;
      const all = ['a', 'b', 'c'].map((part) => createSharedRest(sharing, [part], { name, periodMs: 20, defer: (ms) => void (deferred = ms) }));
      const startedAt = performance.now();
      for (let turns = 0; turns < 30; ) {
        const leaves = await Promise.all(all.map((rest) => rest.ask(null, sharing.store.createPatience())));
        for (const leave of leaves) {
          turns += leave?.waitMs === 0 ? 1 : 0;
          expect(leave?.waitMs).toBeLessThanOrEqual(20);
        }
        expect(deferred).toBeLessThanOrEqual(40);
        // A late timer is caught up with.
        expect(turns).toBeLessThanOrEqual((performance.now() - startedAt + 10) / 20 + 1);
      }
    });

    test('are had at once where what lies there cannot be, and evenly from then on', async () => {
      const values = ['garbage', 'nan', 'inf', '1e300', '-1', '0', String(Date.now() + 3_600_000), ''];
      for (const value of values) {
        const name = sharing.vault.nameOf('turns', [value]);
        await behind.send('SET', name, value);
        const rest = createSharedRest(sharing, [value, name], { name, periodMs: 1000, defer: () => undefined });
        const [first, second] = [await rest.ask(null, sharing.store.createPatience()), await rest.ask(null, sharing.store.createPatience())];
        expect([value, first?.waitMs]).toEqual([value, 0]);
        expect(second?.waitMs).toBeGreaterThan(0);
      }
    });

    test('are not taken by who has to leave the upstream alone', async () => {
      const name = sharing.vault.nameOf('turns', ['rests']);
      const [resting, well] = ['resting', 'well'].map((part) => createSharedRest(sharing, [part], { name, periodMs: 1000, defer: () => undefined }));
      resting?.put(pause());
      expect((await resting?.ask(null, sharing.store.createPatience()))?.kind).toBe('rests');
      expect((await well?.ask(null, sharing.store.createPatience()))?.waitMs).toBe(0);
    });
  });
});

import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createQuota, shareQuota } from '../../src/limits/quota.js';
import { createCharging, createQuotas, type Charge } from '../../src/shared-memory/quotas.js';
import { createStore, type Store } from '../../src/shared-memory/store.js';
import { createVault } from '../../src/shared-memory/vault.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';

const MINUTE_SECONDS = 60;
const PROBE = 'avepoint-jobs-graphql:probe';
const NAME = 'avepoint-jobs-graphql:test:bucket';
const terms = { perMinute: 60, mostDebt: 1000 };
const vault = createVault(randomBytes(32));

test.each([[null], [7], ['OK'], [[]], [[1, 0]], [[1.5, 0, Buffer.from('1')]], [['1', 0, Buffer.from('1')]], [[1, 0, Buffer.from('x')]], [[0, 0, 5]], [[NaN, 0, Buffer.from('1')]], [{ 0: 1 }]])('nothing is read from %j', (answer) => {
  expect(createCharging().read(answer)).toBeNull();
});

describe.skipIf(!hasStore)('in a store', () => {
  let behind: TestStore;
  let store: Store;
  beforeAll(async () => {
    behind = await startStore();
  });
  afterAll(() => behind.close());
  beforeEach(async () => {
    store = await createStore({ url: behind.url, patienceMs: 5000 }, PROBE, () => undefined);
  });
  afterEach(async () => {
    await store.close();
    behind.meet({ kind: 'none' });
    await behind.flush();
  });

  const bucketNames = async (): Promise<string[]> => (await behind.names()).filter((name) => name !== PROBE);

  describe('a bucket, by a clock that a test steps', () => {
    const charging = createCharging('local now = tonumber(ARGV[4])');
    const charge = (cost: number, now: number, { perMinute, mostDebt } = terms): Promise<Charge | null> => store.run(charging, [NAME], [perMinute, cost, mostDebt, now], store.createPatience());

    const costs = fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }), fc.integer({ min: -150, max: 1000 }), fc.constant(0));
    const steps = fc.array(fc.record({ cost: costs, afterMs: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 90_000 }), fc.double({ min: 0, max: 50, noNaN: true })) }), { minLength: 1, maxLength: 40 });

    test('is as one in memory', async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(7, 60, 110, 3000), fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), steps, async (perMinute, start, taken) => {
          await behind.flush();
          let now = start;
          const oracle = createQuota(perMinute, () => now);
          for (const { cost, afterMs } of taken) {
            now += afterMs;
            const expected = oracle.charge('a', cost);
            const charged = await charge(cost, now, { perMinute, mostDebt: 2000 });
            expect(charged).toEqual({ ...expected, level: expect.closeTo(expected.level, 6) as number });
          }
        }),
        { numRuns: 60 },
      );
    });

    test('fills no more while a clock is behind what another one said', async () => {
      await charge(60, 1_800_000_000_000);
      expect(await charge(0, 1_799_999_000_000)).toMatchObject({ level: 0 });
      expect(await charge(1, 1_799_999_000_000)).toMatchObject({ seconds: 1 });
      expect(await charge(1, 1_799_999_001_000)).toMatchObject({ seconds: null });
    });

    test('that nobody touches is gone once it is full', async () => {
      await charge(60, Date.now());
      const longest = ((terms.perMinute + terms.mostDebt) / terms.perMinute) * MINUTE_SECONDS * 1000;
      expect(await behind.send('PTTL', NAME)).toSatisfy((left: number) => left > longest - 60_000 && left <= longest);
    });

    test('is not made where nothing is taken', async () => {
      expect(await charge(0, Date.now())).toEqual({ seconds: null, isEarly: false, level: 60 });
      expect(await bucketNames()).toEqual([]);
    });

    describe('that somebody else has filled', () => {
      const now = 1_800_000_000_000;
      const fresh = { seconds: null, isEarly: false, level: 50 };
      const HOSTILE = ['NaN', '-NaN', '1e308', '-1e308', 'inf', '-inf', '1e999', '', 'x', '0x1p99', '999999999999999999999999', 'true', '\0', 'é'];

      test.each(['string', 'list', 'set', 'sorted set', 'other fields'])('as another type (%s) is a new one', async (type) => {
        const commands: Record<string, string[]> = { string: ['SET', NAME, 'x'], list: ['LPUSH', NAME, 'x'], set: ['SADD', NAME, 'x'], 'sorted set': ['ZADD', NAME, '1', 'x'], 'other fields': ['HSET', NAME, 'x', '1'] };
        await behind.send(...(commands[type] as string[]));
        expect(await charge(10, now)).toEqual(fresh);
        expect(await charge(10, now)).toEqual({ ...fresh, level: 40 });
      });

      test.each(HOSTILE.flatMap((value) => ['level', 'at', 'told'].map((field) => [field, value])))('with %s %j makes nobody wait for longer than a bucket can', async (field, value) => {
        const kept: Record<string, string> = { level: '50', at: String(now), told: '0', [field]: value };
        await behind.send('HSET', NAME, ...Object.entries(kept).flat());
        const charged = await charge(10, now);
        expect(charged).not.toBeNull();
        const { seconds, level } = charged as Charge;
        expect(seconds ?? 0).toBeLessThanOrEqual(((terms.perMinute + terms.mostDebt) / terms.perMinute) * MINUTE_SECONDS);
        expect(level).toBeGreaterThanOrEqual(-terms.mostDebt);
        expect(level).toBeLessThanOrEqual(terms.perMinute);
        // Whoever waits for so long is served.
        expect(await charge(10, now + 1 + (seconds ?? MINUTE_SECONDS) * 1000)).toMatchObject({ seconds: null });
        expect(await charge(10, now + 2_000_000)).toEqual({ ...fresh, level: 50 });
      });
    });

    test('of a store that is full charges nothing, and does not say that it did', async () => {
      const full = await startStore(['--maxmemory-policy', 'noeviction']);
      const own = await createStore({ url: full.url, patienceMs: 5000 }, PROBE, () => undefined);
      try {
        const run = (cost: number): Promise<Charge | null> => own.run(charging, [NAME], [60, cost, 1000, 1_800_000_000_000], own.createPatience());
        await run(20);
        await full.send('CONFIG', 'SET', 'maxmemory', '1');
        expect([await run(20), own.isUp()]).toEqual([null, true]);
        expect(await run(0)).toMatchObject({ level: 40 });
      } finally {
        await own.close();
        await full.close();
      }
    });
  });

  describe('quotas of replicas', () => {
    const begin = () => {
      const shared = shareQuota(createQuota(terms.perMinute), createQuotas(store, vault), terms);
      return { ...shared, charge: (caller: string, cost: number) => shared.charge(caller, cost, store.createPatience()) };
    };

    test('are one for each caller: what one took, the other lacks, until it is given back', async () => {
      const [one, other] = [begin(), begin()];
      expect((await one.charge('key:a', 50)).seconds).toBeNull();
      const refused = await other.charge('key:a', 50);
      expect(refused.seconds).toBeGreaterThan(0);
      expect(refused.seconds).toBeLessThanOrEqual(40);
      expect([refused.isEarly, (await one.charge('key:a', 0)).isEarly, (await other.charge('key:b', 0)).level]).toEqual([false, true, 60]);
      one.giveBack('key:a', 49);
      await expect.poll(async () => (await other.charge('key:a', 0)).level).toBeGreaterThanOrEqual(59);
      expect((await other.charge('key:a', 50)).seconds).toBeNull();
    });

    test('have names that tell nobody’s', async () => {
      await begin().charge('key:nightly', 1);
      const [name = '', ...more] = await bucketNames();
      expect([name.startsWith('avepoint-jobs-graphql:1:quota:'), name.includes('nightly'), more]).toEqual([true, false, []]);
      expect(((await behind.send('HKEYS', name)) as Buffer[]).map(String).sort()).toEqual(['at', 'level', 'told']);
    });

    test('go on by themselves from what the store told last while it is away, and nobody has a minute anew', async () => {
      const [one, other] = [begin(), begin()];
      await one.charge('key:a', 50);
      await other.charge('key:a', 5);
      behind.meet({ kind: 'closing' });
      behind.cut();
      await expect.poll(() => store.isUp()).toBe(false);
      for (const [{ charge }, level] of [[one, 10], [other, 5]] as const) {
        expect((await charge('key:a', 40)).seconds).toBeGreaterThan(0);
        expect((await charge('key:a', 0)).level).toBeLessThan(level + 20);
        expect((await charge('key:b', 0)).level).toBe(60);
      }
      one.giveBack('key:a', 45);
      expect((await one.charge('key:a', 50)).seconds).toBeNull();
      expect((await other.charge('key:a', 50)).seconds).toBeGreaterThan(0);
    });

    test('take from what a store makes up no longer wait and no other level than there can be', async () => {
      const made = (answer: Charge | null) => createQuotas({ ...store, run: async () => answer as never }, vault).charge('key:a', 10, terms, store.createPatience());
      expect(await made(null)).toBeNull();
      expect(await made({ seconds: 1e15, isEarly: true, level: -Infinity })).toEqual({ seconds: 1060, isEarly: true, level: -1000 });
      expect(await made({ seconds: -5, isEarly: true, level: 1e308 })).toEqual({ seconds: 1, isEarly: true, level: 60 });
    });
  });
});

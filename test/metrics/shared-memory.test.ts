import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { build } from '../support/built-server.js';
import { withBuilt, type BuiltWorld } from '../support/built-world.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { METRICS, scrape, SHARING_WITH_NOBODY } from './scrape.js';

beforeAll(build, 120_000);

const told = async (world: BuiltWorld): Promise<unknown[]> => {
  const { valueOf } = await scrape(world);
  return [valueOf('avepoint_jobs_shared_memory_up'), valueOf('avepoint_jobs_shared_memory_changes_total')];
};

test('where nothing is shared nothing is told of it', () =>
  withBuilt({ environment: METRICS }, async (world) => {
    expect((await scrape(world)).text).not.toContain('shared_memory');
  }));

test('a store that was never there is away, and has not changed', () =>
  withBuilt({ environment: { ...METRICS, ...SHARING_WITH_NOBODY } }, async (world) => {
    expect(await told(world)).toEqual([0, 0]);
  }));

describe.skipIf(!hasStore)('a store', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(() => store.close());

  test('is told to be there or away, and each change is counted and has one line in the log', () =>
    withBuilt({ environment: { ...METRICS, ...SHARING_WITH_NOBODY, SHARED_MEMORY_URL: store.url } }, async (world) => {
      const isUp = async (): Promise<unknown> => (await told(world))[0];
      const changes = async (): Promise<unknown> => (await told(world))[1];
      const lines = (): number => world.server.log.filter((line) => line.includes('"The shared memory ')).length;
      await expect.poll(isUp).toBe(1);
      store.meet({ kind: 'closing' });
      store.cut();
      await expect.poll(isUp).toBe(0);
      store.meet({ kind: 'none' });
      await expect.poll(isUp).toBe(1);
      expect(await changes()).toBeGreaterThanOrEqual(3);
      await expect.poll(async () => [await changes(), lines()]).toSatisfy(([counted, logged]) => counted === logged);
    }));
});

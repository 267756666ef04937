import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ask, type Reply } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { startWorld, type World } from '../support/world.js';

const PER_MINUTE = 110;
const SCAN = '{ salesforceJobs(window: { from: "2020-01-01T00:00:00Z" }) { nodes { id } } }';
const FREE = '{ jobSources { id } }';

describe.skipIf(!hasStore)('a limit for every caller and minute, of two replicas', () => {
  let store: TestStore;
  let world: World;
  let other: Pick<World, 'url'>;
  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    const file = writeKeyFile(['one', 'two'].map((name) => ({ name, key: name, rights: ['*'] })));
    const environment = { AUTH_API_KEYS_FILE: file, LIMIT_COST_PER_MINUTE: String(PER_MINUTE), SHARED_MEMORY_URL: store.url };
    world = await startWorld({ simulator: { jobsPerProduct: 30, days: 20 }, environment });
    other = await world.startReplica();
  });
  afterEach(async () => {
    await world.close();
    store.meet({ kind: 'none' });
    await store.flush();
  });

  const read = (at: Pick<World, 'url'>, key: string, query: string): Promise<Reply<unknown>> => ask(at, query, { 'x-query-cost': '1', 'x-api-key': key });
  const leftAt = async (at: Pick<World, 'url'>, key: string): Promise<number> => (await read(at, key, FREE)).extensions?.cost?.['left'] ?? NaN;
  /** So long that it is still running when others ask. */
  const HOLD_MS = 5000;

  async function holdAt(at: Pick<World, 'url'>, key: string): Promise<Promise<Reply<unknown>>[]> {
    world.simulator.set({ salesforce: { latencyMs: HOLD_MS } });
    world.simulator.forgetCalls();
    const running = [read(at, key, SCAN)];
    await expect.poll(() => world.simulator.calls.length, { interval: 5 }).toBe(1);
    return running;
  }

  test('what an operation holds at one is held at the other, and given back at both', async () => {
    const [running] = await holdAt(world, 'one');
    const refused = await read(other, 'one', SCAN);
    expect([refused.status, refused.errors?.[0]?.extensions]).toEqual([429, { code: 'TOO_MANY_REQUESTS' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.errors?.[0]?.message).toContain(`Try again in ${refused.headers.get('retry-after')} s.`);
    expect(world.simulator.calls).toHaveLength(1);
    // Another caller has its own minute, and what costs nothing is never refused.
    expect([await leftAt(other, 'two'), (await read(other, 'one', FREE)).status]).toEqual([PER_MINUTE, 200]);
    expect((await running)?.extensions?.cost).toMatchObject({ requested: 100, perMinute: PER_MINUTE });
    for (const at of [world, other]) expect(await leftAt(at, 'one')).toBeGreaterThan(90);
  });

  test('what one charges for good the other knows', async () => {
    // Half a point each is not given back, and more than that does not flow in meanwhile.
    const lists = `{ ${Array.from({ length: 40 }, (_, index) => `l${index}: jobs(first: 0) { isComplete }`).join(' ')} }`;
    await read(world, 'one', lists);
    const [here, there] = [await leftAt(world, 'one'), await leftAt(other, 'one')];
    expect(here).toBeLessThan(PER_MINUTE);
    expect(there).toBeGreaterThanOrEqual(here);
    await read(other, 'one', lists);
    expect(await leftAt(world, 'one')).toBeLessThan(there);
  });

  test('while the store is away each goes on from what it said last, and from what it holds once it is back', async () => {
    const [running] = await holdAt(world, 'one');
    expect((await read(other, 'one', SCAN)).status).toBe(429);
    store.meet({ kind: 'closing' });
    store.cut();
    await expect.poll(() => world.log.filter(({ msg }) => String(msg).includes('does not answer in time')).length).toBe(2);
    // Both know that there is too little; a caller that neither has seen has a minute at each.
    expect([(await read(world, 'one', SCAN)).status, (await read(other, 'one', SCAN)).status]).toEqual([429, 429]);
    for (const at of [world, other]) expect(await leftAt(at, 'two')).toBe(PER_MINUTE);
    expect((await running)?.status).toBe(200);
    expect(await leftAt(world, 'one')).toBeGreaterThan(90);
    store.meet({ kind: 'none' });
    await expect.poll(() => world.log.filter(({ msg }) => msg === 'The shared memory answers.').length).toBe(4);
    for (const at of [world, other]) expect(await leftAt(at, 'one')).toBeLessThan(90);
  });

  test('nobody asks who has no name', async () => {
    const open = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { LIMIT_COST_PER_MINUTE: '1', SHARED_MEMORY_URL: store.url } });
    try {
      expect((await ask(open, SCAN)).status).toBe(200);
      expect((await ask(open, SCAN, { 'x-query-cost': '1' })).extensions?.cost).not.toHaveProperty('left');
      expect((await store.names()).filter((name) => name.includes(':quota:'))).toEqual([]);
    } finally {
      await open.close();
    }
  });
});

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { SimulatorOptions } from '../../simulator/index.js';
import { askJob, globalId } from '../lookups/ask.js';
import { currentSeats, eachProduct, environmentOf, products, seats } from '../products/index.js';
import { plainJobs } from '../products/seated-worlds.js';
import { expectSameJobs, expectUntroubled, jobsField, keysOfAnswers, keysOfRecords, walk, type Askable } from '../products/walk.js';
import { jobIdsOf, listPage } from '../support/list-jobs.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { startWorld, type World, type WorldOptions } from '../support/world.js';

type Server = Pick<World, 'query'>;

const MINUTE_MS = 60_000;
const PAGE_SIZE = 10;

describe.skipIf(!hasStore)('pages that replicas share', () => {
  let store: TestStore;
  let world: World;
  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(() => store.close());
  afterEach(async () => {
    await world.close();
    store.meet({ kind: 'none' });
    await store.flush();
  });

  async function start(simulator: SimulatorOptions, environment: Record<string, string> = {}, more: WorldOptions = {}): Promise<readonly [Server, Server, Server]> {
    world = await startWorld({ simulator, environment: { SHARED_MEMORY_URL: store.url, AVEPOINT_PAGE_SIZE: String(PAGE_SIZE), PAGE_MEMORY_SECONDS: '600', ...environment }, ...more });
    return [world, await world.startReplica(), await world.startReplica()];
  }

  /** Another server at every request. */
  function inTurn(servers: readonly Server[], before: (asked: number) => Promise<void> | void = () => undefined): Askable {
    let asked = 0;
    return {
      async query<Data>(document: string, variables?: Record<string, unknown>) {
        await before(asked);
        asked += 1;
        return (servers[asked % servers.length] as Server).query<Data>(document, variables);
      },
    };
  }

  const truth = (): readonly ReturnType<World['simulator']['records']>[number][] => products.flatMap(({ name }) => world.simulator.records(name));

  test('a list that one has read costs another no call, and is the same', async () => {
    const servers = await start({ jobsPerProduct: 60 });
    const window = { from: '2020-01-01T00:00:00Z', to: new Date().toISOString() };
    const first = await listPage(servers[0], { first: 200, window });
    world.simulator.forgetCalls();
    const others = [await listPage(servers[1], { first: 200, window }), await listPage(servers[2], { first: 200, window })];
    expect(world.simulator.calls).toEqual([]);
    for (const other of others) {
      expect(jobIdsOf(other.edges)).toEqual(jobIdsOf(first.edges));
      expect(other.sources.map(({ requests }) => requests)).toEqual(currentSeats.map(() => 0));
    }
  });

  test.each(currentSeats)('$name: so does a job that one has looked up, or not found', async ({ product, sourceId, environment }) => {
    const servers = await start({ jobsPerProduct: 30 }, environment);
    const [job] = world.simulator.records(product);
    for (const id of [globalId(sourceId, job?.jobId ?? ''), globalId(sourceId, '00000000-0000-4000-8000-000000000000')]) {
      const first = await askJob(servers[0], id);
      const calls = world.simulator.calls.length;
      expect(calls).toBeGreaterThan(0);
      const others = [await askJob(servers[1], id), await askJob(servers[2], id)];
      expect(others).toEqual([first, first]);
      expect(world.simulator.calls).toHaveLength(calls);
      world.simulator.forgetCalls();
    }
  });

  test('equal lists at the same time on three of them make the calls of one', async () => {
    const servers = await start({ jobsPerProduct: 60 });
    const window = { from: '2020-01-01T00:00:00Z', to: new Date().toISOString() };
    await listPage(servers[0], { first: 20, window });
    const alone = world.simulator.calls.length;
    world.simulator.forgetCalls();
    await store.flush();
    await world.restart();
    world.simulator.set(eachProduct(() => ({ latencyMs: 400 })));
    const [again] = [await world.startReplica()];
    const pages = await Promise.all([world, again].flatMap((server) => [listPage(server, { first: 20, window }), listPage(server, { first: 20, window })]));
    expect(new Set(pages.map(({ edges }) => jobIdsOf(edges).join())).size).toBe(1);
    expect(world.simulator.calls).toHaveLength(alone);
  });

  test('one that fails fails for itself: another asks', async () => {
    const servers = await start({ jobsPerProduct: 20 });
    // Outages would open the circuits of all replicas.
    world.simulator.set(eachProduct(() => ({ fault: { kind: 'invalid-json' } as const })));
    const failed = await listPage(servers[0], { first: 10 });
    expect(failed.isComplete).toBe(false);
    world.simulator.resetSwitches();
    const answered = await listPage(servers[1], { first: 10 });
    expect(answered.isComplete).toBe(true);
    expect(answered.edges).toHaveLength(10);
  });

  test('two installations of one tenant name, with the same keys, never meet', async () => {
    const environment = { CURSOR_KEYS: randomBytes(32).toString('base64') };
    await start({ seed: 1, jobsPerProduct: 30 }, environment);
    const other = await startWorld({ simulator: { seed: 2, jobsPerProduct: 30 }, environment: { SHARED_MEMORY_URL: store.url, PAGE_MEMORY_SECONDS: '600', ...environment } });
    try {
      for (const one of [world, other]) {
        const read = await walk(one, jobsField);
        expectUntroubled(read);
        expectSameJobs(read.jobs, products.flatMap(({ name }) => one.simulator.records(name)));
      }
    } finally {
      await other.close();
    }
  });

  test('pages that are not kept are not shared', async () => {
    const servers = await start({ jobsPerProduct: 20 }, { PAGE_MEMORY_SECONDS: '0' });
    await listPage(servers[0], { first: 10 });
    const calls = world.simulator.calls.length;
    await listPage(servers[1], { first: 10 });
    expect(world.simulator.calls).toHaveLength(2 * calls);
    expect((await store.names()).filter((name) => name.includes(':page:'))).toEqual([]);
  });

  test('a walk over all of them makes the calls of a walk of one', async () => {
    const servers = await start(plainJobs(60));
    await walk(world, jobsField, { first: 7 });
    const alone = world.simulator.calls.length;
    await store.flush();
    await world.restart();
    world.simulator.forgetCalls();
    const crossing = await walk(inTurn([world, ...servers.slice(1)]), jobsField, { first: 7 });
    expectUntroubled(crossing);
    expectSameJobs(crossing.jobs, truth());
    expect(new Set(keysOfAnswers(crossing.jobs)).size).toBe(crossing.jobs.length);
    expect(world.simulator.calls.length).toBeLessThanOrEqual(alone);
  });

  test.each([...seats, { ...jobsField, name: 'all', environment: {} }])('$name: a walk over all of them, while jobs come in, loses nothing and repeats nothing', async (seat) => {
    const count = 100;
    const servers = await start(plainJobs(count), 'product' in seat ? environmentOf(seat) : {});
    const own = 'product' in seat ? [seat.product] : products.map(({ name }) => name);
    await walk(servers[1], seat, { first: 200 });
    const before = own.flatMap((product) => keysOfRecords(world.simulator.records(product)));
    let added = 0;
    const { jobs, errors } = await walk(
      inTurn(servers, (asked) => {
        for (let index = 0; asked > 0 && index < 3; index += 1) {
          for (const product of own) world.simulator.add(product, { jobId: `NEW-${(added += 1)}`, startedAt: Date.now() - 3_600_000 + added, finishedAt: Date.now(), dataSource: 1 });
        }
      }),
      seat,
      { first: 7 },
    );
    expect(errors).toEqual([]);
    expect(added).toBeGreaterThan(count / 10);
    const shown = keysOfAnswers(jobs);
    expect(new Set(shown).size).toBe(shown.length);
    const old = new Set(before);
    expect(shown.filter((key) => old.has(key)).sort()).toEqual(before.sort());
  });

  /** The first page has expired, the second is still there, read by another one, and in between a job came in that pushes all others along. */
  test.each(seats)('$name: a page of another one that is older than the page before it loses nothing', async ({ product, field, environment }) => {
    const now = Date.now();
    const jobs = Array.from({ length: 40 }, (_, index) => ({ jobId: `J${String(index).padStart(2, '0')}`, startedAt: now - (index + 10) * MINUTE_MS, finishedAt: now - (index + 9) * MINUTE_MS, dataSource: 1 }));
    const servers = await start({ jobs: { [product]: jobs } }, { ...environment, PAGE_MEMORY_SECONDS: '3' });
    const window = { from: new Date(now - 600 * MINUTE_MS).toISOString(), to: new Date(now + 60 * MINUTE_MS).toISOString() };

    await listPage(servers[0], { field, window, first: 5 });
    await sleep(2000);
    await listPage(servers[1], { field, window, first: 25 });
    world.simulator.add(product, { jobId: 'NEW', startedAt: now - MINUTE_MS, dataSource: 1 });
    await sleep(1300);
    const { edges, isComplete } = await listPage(servers[2], { field, window, first: 25 });
    expect(isComplete).toBe(true);
    expect(jobIdsOf(edges)).toEqual(['NEW', ...jobs.slice(0, 24).map(({ jobId }) => jobId)]);
  });

  describe('a store in trouble in the middle of a walk', () => {
    test.each<readonly [what: string, trouble: () => Promise<void> | void]>([
      ['is silent', () => store.meet({ kind: 'silent' })],
      ['is slow', () => store.meet({ kind: 'slow', milliseconds: 120 })],
      ['closes every connection', () => (store.meet({ kind: 'closing' }), store.cut())],
      ['cuts its connections once', () => store.cut()],
      ['forgets everything', () => store.flush()],
      ['holds garbage', () => fillWithGarbage(store)],
      ['takes nothing more', async () => void (await store.send('CONFIG', 'SET', 'maxmemory', '1'))],
    ])('that %s: every job comes once', async (_, trouble) => {
      const servers = await start(plainJobs(40), {}, { patienceMs: 50 });
      try {
        const { jobs, ...rest } = await walk(
          inTurn(servers, async (asked) => {
            if (asked > 0 && asked % 5 === 0) await trouble();
          }),
          jobsField,
          { first: 7 },
        );
        expectUntroubled({ jobs, ...rest });
        expect(new Set(keysOfAnswers(jobs)).size).toBe(jobs.length);
        expectSameJobs(jobs, truth());
      } finally {
        await store.send('CONFIG', 'SET', 'maxmemory', '0');
      }
    });
  });
});

async function fillWithGarbage(store: TestStore): Promise<void> {
  for (const [index, name] of (await store.names()).entries()) {
    if (index % 3 === 0) await store.send('SET', name, randomBytes(100));
    if (index % 3 === 1) await store.send('DEL', name);
    if (index % 3 === 1) await store.send('RPUSH', name, 'a list');
    if (index % 3 === 2) await store.send('PERSIST', name);
  }
}

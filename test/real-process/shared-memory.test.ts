import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { keysOfAnswers, keysOfRecords, walk } from '../products/walk.js';
import { seatOf } from '../products/index.js';
import { plainJobs } from '../products/seated-worlds.js';
import { build, startBuilt, type BuiltServer } from '../support/built-server.js';
import { jobIdsOf, listPage } from '../support/list-jobs.js';
import { steppedClock } from '../support/stepped-clock.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { post, type World } from '../support/world.js';

const MINUTE_MS = 60_000;
const TRIES = 10;
const seat = seatOf('iaas-paas/jobs');

type Window = Readonly<Record<'from' | 'to', string>>;

/** Three machines whose wall clocks are ten seconds apart, and whose monotonic clocks began at different times. */
const CLOCKS = [
  { wall: 5000, monotonic: 0 },
  { wall: -5000, monotonic: 3_600_000 },
  { wall: 0, monotonic: 7_000_000 },
];

describe.skipIf(!hasStore)('replicas on machines of different clocks', () => {
  let store: TestStore;
  let simulator: Simulator;
  let servers: readonly BuiltServer[];
  let replicas: readonly Pick<World, 'query'>[];
  const now = Date.now();
  const jobs = Array.from({ length: 40 }, (_, index) => ({ jobId: `J${String(index).padStart(2, '0')}`, startedAt: now - (index + 10) * MINUTE_MS, finishedAt: now - (index + 9) * MINUTE_MS }));

  beforeAll(async () => {
    build();
    store = await startStore();
    simulator = await startSimulator({ ...plainJobs(100), jobs: { 'iaas-paas': jobs } });
    const settings = { SHARED_MEMORY_URL: store.url, CURSOR_KEYS: randomBytes(32).toString('base64'), AVEPOINT_PAGE_SIZE: '10', PAGE_MEMORY_SECONDS: '5', DRAIN_SECONDS: '0' };
    servers = await Promise.all(CLOCKS.map((step) => startBuilt(simulator, { ...settings, ...steppedClock(step) })));
    for (const server of servers) server.kill('SIGWINCH');
    await sleep(300);
    replicas = servers.map(({ url }) => ({ query: (document, variables) => post(url, document, variables) }));
  }, 180_000);
  afterAll(async () => {
    for (const server of servers) server.kill('SIGTERM');
    await Promise.all(servers.map(({ exit }) => exit));
    await simulator.close();
    await store.close();
  });

  /** Another one at each time: nobody has read of it before. */
  let windows = 0;
  function anotherWindow(): Window {
    windows += 1;
    return { from: new Date(now - (600 + windows * 60) * MINUTE_MS).toISOString(), to: new Date(now + 60 * MINUTE_MS).toISOString() };
  }
  const replica = (index: number): Pick<World, 'query'> => replicas[index % replicas.length] as Pick<World, 'query'>;

  /** The calls that are made after something was read. These replicas wait 50 ms for their store, which a busy machine may exceed: they are tried again then. */
  async function callsAfter(calls: number, read: (window: Window) => Promise<unknown>, then: (window: Window) => Promise<unknown>): Promise<Window> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const window = anotherWindow();
      await read(window);
      simulator.forgetCalls();
      await then(window);
      if (simulator.calls.length === calls) return window;
    }
    return expect.fail(`${TRIES} times it took other than ${calls} calls`);
  }

  test.each([0, 1, 2])('share what the one at %i has read', async (reader) => {
    const read = (index: number, window: Window) => listPage(replica(index), { field: seat.field, window, first: 9 });
    await callsAfter(
      0,
      (window) => read(reader, window),
      async (window) => {
        for (const other of [1, 2]) await read(reader + other, window);
      },
    );
  });

  /** As in test/server/stale-pages.test.ts, with another replica at each step. */
  test.each([[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]])('lose nothing where a page of one is older than the page before it, of another (%i, %i, %i)', async (first, second, third) => {
    const known = simulator.records('iaas-paas').map(({ jobId }) => jobId);
    const jobId = `NEW-${known.length}`;
    const window = await callsAfter(
      2,
      async (window) => {
        await listPage(replica(first), { field: seat.field, window, first: 5 });
        await sleep(3000);
      },
      (window) => listPage(replica(second), { field: seat.field, window, first: 25 }),
    );
    simulator.add('iaas-paas', { jobId, startedAt: now - (49 - known.length) * MINUTE_MS, dataSource: 1 });
    await sleep(2500);
    const { edges, isComplete } = await listPage(replica(third), { field: seat.field, window, first: 25 });
    expect(isComplete).toBe(true);
    expect(jobIdsOf(edges)).toEqual([jobId, ...known.slice(0, 24)]);
  });

  test('repeat and lose nothing in a walk over all of them, while jobs come in', async () => {
    const before = keysOfRecords(simulator.records('iaas-paas'));
    let asked = 0;
    const all = await walk(
      {
        query(document, variables) {
          if (asked > 0) simulator.add('iaas-paas', { jobId: `LATE-${asked}`, startedAt: now - MINUTE_MS + asked * 1000 });
          return replica((asked += 1)).query(document, variables);
        },
      },
      seat,
      { first: 3 },
    );
    expect(all.errors).toEqual([]);
    const shown = keysOfAnswers(all.jobs);
    expect(new Set(shown).size).toBe(shown.length);
    const old = new Set(before);
    expect(shown.filter((key) => old.has(key)).sort()).toEqual([...before].sort());
  });
});

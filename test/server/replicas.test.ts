import { afterEach, describe, expect, test } from 'vitest';

import { jobsField, keysOfAnswers, keysOfRecords, walk } from '../products/walk.js';
import { environmentOf, products as allProducts, seats, type Seat } from '../products/index.js';
import { plainJobs } from '../products/seated-worlds.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
afterEach(() => world.close());

const COUNT = 240;
const PAGE_SIZE = 10;

/** Asks the servers in turn, and lets jobs come in at the head before each page. Some have read the list before. */
async function inTurn(seat: Pick<Seat, 'field' | 'filterInput'>, readBefore: number, newJobs: number, added: string[]) {
  const servers = [world, await world.startReplica(), await world.startReplica()];
  for (const server of servers.slice(0, readBefore)) await walk(server, seat, { first: 200 });
  world.simulator.forgetCalls();
  let asked = 0;
  return {
    query<Data>(document: string, variables?: Record<string, unknown>) {
      for (let index = 0; asked > 0 && index < newJobs; index += 1) {
        for (const product of ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'] as const) {
          const jobId = `NEW-${String(added.length)}`;
          world.simulator.add(product, { jobId, startedAt: Date.now() - 3_600_000 + asked * 1000 + added.length, finishedAt: Date.now(), dataSource: 1 });
          added.push(jobId);
        }
      }
      asked += 1;
      return (servers[asked % servers.length] as World).query<Data>(document, variables);
    },
  };
}

describe('a walk over servers that share cursor keys and remember their pages, while jobs come in', () => {
  const cases = [...seats, { ...jobsField, name: 'all', environment: {} }].flatMap((seat) => [0, 2].flatMap((readBefore) => [1, 4].flatMap((newJobs) => [7, 25].map((first) => ({ seat, name: seat.name, readBefore, newJobs, first })))));

  test.each(cases)('$name: loses nothing and repeats nothing, by $first and with $newJobs a page ($readBefore have read it before)', async ({ seat, readBefore, newJobs, first }) => {
    world = await startWorld({
      simulator: plainJobs(COUNT),
      environment: { ...('product' in seat ? environmentOf(seat) : {}), AVEPOINT_PAGE_SIZE: String(PAGE_SIZE), PAGE_MEMORY_SECONDS: '600' },
    });
    const products = 'product' in seat ? [seat.product] : allProducts.map(({ name }) => name);
    const before = products.flatMap((product) => keysOfRecords(world.simulator.records(product)));
    const added: string[] = [];
    const { jobs, errors } = await walk(await inTurn(seat, readBefore, newJobs, added), seat, { first });
    expect(errors).toEqual([]);
    expect(added.length).toBeGreaterThan(COUNT / 10);
    const shown = keysOfAnswers(jobs);
    expect(new Set(shown).size).toBe(shown.length);
    const old = new Set(before);
    expect(shown.filter((key) => old.has(key)).sort()).toEqual(before.sort());
  });

  test('where nothing comes in, each server reads a page once', async () => {
    world = await startWorld({ simulator: plainJobs(COUNT), environment: { AVEPOINT_PAGE_SIZE: String(PAGE_SIZE), PAGE_MEMORY_SECONDS: '600' } });
    await walk(await inTurn(jobsField, 0, 0, []), jobsField, { first: 7 });
    const calls = world.simulator.calls.map(({ path, rawQuery }) => `${path}?${rawQuery}`);
    const times = new Map<string, number>();
    for (const call of calls) times.set(call, (times.get(call) ?? 0) + 1);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(3);
  });
});

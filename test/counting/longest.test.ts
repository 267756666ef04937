import { afterEach, describe, expect, test } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { eachProduct, products, runningOf } from '../products/index.js';
import type { CannedWorld } from '../support/canned-upstream.js';
import { startWorld, type World, type WorldOptions } from '../support/world.js';
import { iso, now, paged, row, startCanned, startOf, type CannedRow } from './canned.js';
import { askForLongest, longest, type Longest } from './lengths.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((world) => world.close()))));

async function canned(...args: Parameters<typeof startCanned>): Promise<CannedWorld> {
  const world = await startCanned(...args);
  open.push(world);
  return world;
}

async function simulated(options: WorldOptions): Promise<World> {
  const world = await startWorld(options);
  open.push(world);
  return world;
}

const idsOf = ({ nodes }: Longest): string[] => nodes.map(({ jobId }) => jobId);
const long = (index: number, seconds: number): CannedRow => row(index, { finishTime: iso(startOf(index) + seconds * 1000) });
const byStart = { last: 'P3D', by: 'STARTED_AT' };

describe('D1: which jobs, in which order', () => {
  test('by seconds, then the newest end, then by id', async () => {
    const same = (index: number, jobId: string): CannedRow => ({ ...long(index, 300), jobId });
    const world = await canned(paged([long(0, 100), same(1, 'AI-b'), same(1, 'AI-a'), same(2, 'AI-c'), long(4, 301), long(5, 7)]));
    expect(idsOf(await longest(world))).toEqual(['AI-4', 'AI-a', 'AI-b', 'AI-c', 'AI-0', 'AI-5']);
  });

  test('a job of a day and 16 hours is longer than one of 13 hours, whatever a TimeSpan looks like', async () => {
    const jobs = [
      { jobId: 'FB-days', startedAt: now - 200_000_000, finishedAt: now - 200_000_000 + 144_044_000 },
      { jobId: 'FB-hours', startedAt: now - 100_000_000, finishedAt: now - 100_000_000 + 46_946_000 },
    ];
    const world = await simulated({ simulator: { now: () => now, jobs: eachProduct(({ name }) => (name === 'iaas-paas' ? jobs : [])) } });
    const found = await longest(world);
    expect(found.nodes.map(({ jobId, duration }) => [jobId, duration?.seconds])).toEqual([
      ['FB-days', 144_044],
      ['FB-hours', 46_946],
    ]);
  });

  test('as many as asked for, 10 by default, and the same whatever their number', async () => {
    const world = await canned(paged(Array.from({ length: 30 }, (_, index) => long(index, 60 + ((index * 7) % 30)))));
    const all = idsOf(await longest(world, { first: 100 }));
    expect(all).toHaveLength(30);
    expect(idsOf(await longest(world))).toEqual(all.slice(0, 10));
    expect(idsOf(await longest(world, { first: 1 }))).toEqual(all.slice(0, 1));
  });

  test('of all products together; by end without those that run, by start with the time so far; jobs of unknown length are left out', async () => {
    const hour = 3_600_000;
    const start = now - 20 * hour;
    const jobs = eachProduct((product): Partial<SimulatedJob>[] => {
      const length = 1 + products.indexOf(product);
      return [
        { jobId: `ended-${length}`, startedAt: start, finishedAt: start + length * hour },
        { jobId: `running-${length}`, startedAt: start - length * hour, finishedAt: null, status: runningOf(product) },
        { jobId: `waiting-${length}`, startedAt: null, finishedAt: null, status: runningOf(product) },
      ];
    });
    const world = await simulated({ simulator: { now: () => now, jobs } });
    const lengths = products.map((_, index) => products.length - index);
    expect(idsOf(await longest(world, { period: { last: 'P3D' } }))).toEqual(lengths.map((length) => `ended-${length}`));
    const started = await longest(world, { period: byStart, first: 100 });
    expect(idsOf(started)).toEqual([...lengths.map((length) => `running-${length}`), ...lengths.map((length) => `ended-${length}`)]);
    expect(started.nodes.map(({ duration }) => duration?.basis)).toEqual([...lengths.map(() => 'ELAPSED'), ...lengths.map(() => 'COMPUTED')]);
    expect(started.isComplete).toBe(true);
  });
});

describe('G3: each job once, as it was observed last', () => {
  const running = { status: 1, finishTime: null };
  const pages = (...all: readonly (readonly CannedRow[])[]) => (number: number) => ({ rows: all[number] ?? [], total: number === 0 ? 6 : 7 });

  test('one that has ended meanwhile is ranked by its end', async () => {
    const world = await canned(pages([row(0), row(1, running)], [row(1), long(2, 90)], [long(3, 80), long(4, 70)]));
    const found = await longest(world, { period: byStart });
    expect(found.nodes.map(({ jobId, status, duration }) => [jobId, status, duration?.seconds])).toEqual([
      ['AI-2', 'SUCCEEDED', 90],
      ['AI-3', 'SUCCEEDED', 80],
      ['AI-4', 'SUCCEEDED', 70],
      ['AI-0', 'SUCCEEDED', 60],
      ['AI-1', 'SUCCEEDED', 60],
    ]);
  });

  test('one that does not match any more is none, and one that was let go of for it comes back', async () => {
    const world = await canned(pages([long(0, 5), long(1, 4)], [long(2, 3), long(3, 2)], [row(0, running), long(4, 1)]));
    expect(idsOf(await longest(world, { first: 1, period: { last: 'P3D' } }))).toEqual(['AI-1']);
  });

  test('where more of those that were held have left than there were others, a longer one may be missing', async () => {
    const world = await canned(pages([long(0, 5), long(1, 4)], [long(2, 3), long(3, 2)], [row(0, running), row(1, running)], [long(4, 1)]));
    const found = await longest(world, { first: 1, period: { last: 'P3D' } });
    expect([found.isComplete, found.nodes.length]).toEqual([false, 1]);
  });
});

describe('what was not read', () => {
  test('a source that fails: the jobs of the others, not complete, an entry in `errors`', async () => {
    const world = await simulated({ simulator: { jobsPerProduct: 20, days: 3 } });
    world.simulator.set({ salesforce: { fault: { kind: 'status', status: 403 } } });
    const { data, errors } = await askForLongest(world);
    expect(data?.longest?.isComplete).toBe(false);
    expect(data?.longest?.nodes.map(({ product }) => product)).not.toContain('SALESFORCE');
    expect(data?.longest?.nodes.length).toBe(10);
    expect(errors?.map(({ path, extensions }) => [path, extensions['source']])).toEqual([[['longest'], 'default/us/salesforce']]);
  });

  test('a budget that is spent: what was read, not complete', async () => {
    const world = await canned(paged(Array.from({ length: 30 }, (_, index) => long(index, index))), { AVEPOINT_SCAN_BUDGET: '3' });
    const { data, errors } = await askForLongest(world);
    expect([data?.longest?.isComplete, data?.longest?.nodes.length]).toEqual([false, 6]);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BUDGET_EXHAUSTED']);
  });

  test.each([[0], [-1], [101]])('`first: %i` is refused before anything is asked', async (first) => {
    const world = await canned(paged([row(0)]));
    const { errors } = await askForLongest(world, { first });
    expect(errors?.map(({ extensions }) => [extensions['code'], extensions['argument']])).toEqual([['BAD_USER_INPUT', 'first']]);
    expect(world.requests).toHaveLength(0);
  });

  test('a filter that leaves nobody: not complete, NO_SOURCE', async () => {
    const world = await canned(paged([row(0)]));
    const { data, errors } = await askForLongest(world, { filter: { tenants: ['nobody'] } });
    expect([data?.longest?.isComplete, data?.longest?.nodes, errors?.map(({ extensions }) => extensions['code'])]).toEqual([false, [], ['NO_SOURCE']]);
  });
});

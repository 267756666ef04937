import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { JobList } from '../../src/listing/job-list.js';
import { byEnd, createWorld, DAY_MS, HOUR_MS, idsOf, NOW, walk, type Model, type ModelJob } from './model-world.js';

const MINUTE_MS = 60_000;

/** Few instants for many jobs, so that ties are common; some from 1 minute to 10 days long. */
const job = (longestMs: number) =>
  fc
    .record({
      age: fc.integer({ min: 2, max: 240 }),
      length: fc.oneof(fc.constantFrom(MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS), fc.integer({ min: 1, max: 480 }).map((halves) => (halves * HOUR_MS) / 2)),
      has: fc.constantFrom('both', 'both', 'both', 'both', 'both', 'both', 'end', 'start', 'end before the start'),
    })
    .map(({ age, length, has }) => {
      const startedAt = NOW - 20 * DAY_MS + (240 - age) * 2 * HOUR_MS;
      if (has === 'end before the start') return { startedAt, finishedAt: startedAt - Math.min(length, 12 * HOUR_MS) };
      return { startedAt: has === 'end' ? null : startedAt, finishedAt: has === 'start' ? null : Math.min(startedAt + Math.min(length, longestMs), NOW - MINUTE_MS) };
    });

const model = (longestMs: number, lookbackMs: number): fc.Arbitrary<Model> =>
  fc.record({
    jobs: fc.array(job(longestMs), { maxLength: 40 }).map((jobs) => jobs.map((each, index): ModelJob => ({ ...each, id: `${String((index * 7919) % 97).padStart(2, '0')}-${index}` }))),
    order: fc.constant('newest' as const),
    timeFilter: fc.constantFrom('start' as const, 'overlap' as const),
    isDeclared: fc.boolean(),
    pageSize: fc.integer({ min: 1, max: 12 }),
    link: fc.constantFrom('token' as const, 'total' as const, 'short' as const),
    lookbackMs: fc.constant(lookbackMs),
  });

const named = (models: readonly Model[]): Model[] => models.map((each, rank) => ({ ...each, jobs: each.jobs.map((one) => ({ ...one, id: `m${rank}-${one.id}` })) }));
const models = (longestMs: number, lookbackMs = 2 * DAY_MS) => fc.array(model(longestMs, lookbackMs), { minLength: 1, maxLength: 4 }).map(named);
const first = fc.constantFrom(1, 2, 3, 7, 20, 200);
const last = 12 * DAY_MS;
const window = byEnd({ from: new Date(NOW - last), to: new Date(NOW) });

/** New jobs at the head, and some that the upstream shows late; which of them come is not decided, but none comes twice. */
const arrivals = fc.array(fc.array(fc.record({ rank: fc.nat(3), age: fc.integer({ min: 0, max: 240 }) }), { maxLength: 4 }), { maxLength: 6 });

function arrive(world: ReturnType<typeof createWorld>, all: readonly Model[], plan: readonly (readonly { readonly rank: number; readonly age: number }[])[]) {
  return (page: number) => {
    for (const [index, { rank, age }] of (plan[page - 1] ?? []).entries()) {
      const startedAt = NOW - age * HOUR_MS;
      world.add(rank % all.length, { id: `new-${page}-${index}`, startedAt, finishedAt: Math.min(startedAt + HOUR_MS, NOW - 1) });
    }
  };
}

const inWindow = ({ finishedAt }: ModelJob): boolean => finishedAt !== null && finishedAt >= NOW - last && finishedAt < NOW;

/** The jobs that there are throughout, in the order that is asked for. */
function oracle(all: readonly Model[]): string[] {
  const jobs = all.flatMap(({ jobs: own }, rank) => own.filter(inWindow).map((each) => ({ ...each, rank })));
  jobs.sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return jobs.map(({ id }) => id);
}

/** Those that started so long before the window that they are not asked for, as its reach says. */
const isBeyondReach = ({ startedAt }: ModelJob, { timeFilter, lookbackMs }: Model): boolean => timeFilter === 'start' && startedAt !== null && startedAt < NOW - last - lookbackMs;

/** How a page is asked for: with how many calls, and which sources fail at which page. `left`: where in it the next goes on, at its last job where it is 1. */
const step = fc.record({
  size: first,
  budget: fc.constantFrom(100, 3, 6, 12),
  failures: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 8 })), { maxLength: 2 }),
  left: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const CALM: Step = { size: 20, budget: 100, failures: [], left: 1 };
const MOST_PAGES = 600;

/** The jobs that a client sees that goes on wherever it likes, with whatever cursor it has. */
async function walkThrough(world: ReturnType<typeof createWorld>, all: readonly Model[], steps: readonly Step[], rest: (page: number) => void): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const { size, budget, failures, left } = steps[number] ?? CALM;
    world.budget = budget;
    world.failing.clear();
    for (const [rank, at] of failures) world.failing.set(rank % all.length, at);
    rest(number);
    const page: JobList = await world.page(size, after);
    const index = Math.ceil(left * page.rows.length) - 1;
    ids.push(...idsOf([page]).slice(0, index + 1));
    if (page.rows.length === 0 && page.hasNextPage) expect(page.isComplete).toBe(false);
    if (page.rows.length === 0 && after !== null) expect([null, after]).toContain(page.endCursor());
    if (!page.hasNextPage && page.isComplete && index === page.rows.length - 1) return ids;
    if (index >= 0) after = page.cursorAt(index);
    else if (page.rows.length === 0) after = page.endCursor();
  }
  throw new Error(`The list does not end after ${MOST_PAGES} pages.`);
}

describe('a list by end', () => {
  it('brings each job once, in order of end, while new ones come in and nothing runs longer than the lookback', async () => {
    await fc.assert(
      fc.asyncProperty(models(2 * DAY_MS), first, arrivals, async (all, size, plan) => {
        const world = createWorld(all, window);
        const pages = await walk(world, size, arrive(world, all, plan));
        const ids = idsOf(pages);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !id.startsWith('new'))).toEqual(oracle(all));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in pages of 1 and of 200', async () => {
    await fc.assert(
      fc.asyncProperty(models(2 * DAY_MS), async (all) => {
        const one = await walk(createWorld(all, window), 1);
        const many = await walk(createWorld(all, window), 200);
        expect(idsOf(one)).toEqual(idsOf(many));
        expect(one.slice(0, -1).every(({ rows }) => rows.length === 1)).toBe(true);
        if (many.length === 1) expect(many[0]?.totalCount).toBe(oracle(all).length);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no job that ran longer than the lookback, and says of each page that one leads late', async () => {
    await fc.assert(
      fc.asyncProperty(models(10 * DAY_MS), first, arrivals, async (all, size, plan) => {
        const world = createWorld(all, window);
        const pages = await walk(world, size, arrive(world, all, plan));
        const ids = idsOf(pages);
        expect(new Set(ids).size).toBe(ids.length);
        const due = all.flatMap((each) => each.jobs.filter((one) => inWindow(one) && !isBeyondReach(one, each)).map(({ id }) => id));
        const delivered = new Set(ids);
        expect(due.filter((id) => !delivered.has(id))).toEqual([]);

        let latest = Number.POSITIVE_INFINITY;
        for (const { rows, runs } of pages) {
          const ends = rows.map(({ row }) => row.finishedAt ?? 0);
          const inOrder = ends.findIndex((end, index) => end <= latest && ends.slice(index).every((one, at, rest) => at === 0 || one <= (rest[at - 1] ?? 0)));
          const late = rows.slice(0, inOrder === -1 ? rows.length : inOrder);
          const starts = late.map(({ row }) => row.startedAt ?? Number.POSITIVE_INFINITY);
          expect(starts).toEqual([...starts].sort((a, b) => b - a));
          if (late.length > 0) expect(runs.flatMap(({ ledger }) => ledger.warnings().map(({ code }) => code))).toContain('OUT_OF_ORDER');
          if (late.length < rows.length) latest = ends.at(-1) ?? latest;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no job and brings none twice, whichever sources fail meanwhile, calls are spent, and jobs are gone on from', async () => {
    await fc.assert(
      fc.asyncProperty(models(10 * DAY_MS), fc.array(step, { maxLength: 30 }), arrivals, async (all, steps, plan) => {
        const world = createWorld(all, window, { edgeCursors: true });
        const ids = await walkThrough(world, all, steps, arrive(world, all, plan));
        expect(new Set(ids).size).toBe(ids.length);
        const seen = new Set(ids);
        expect(all.flatMap((each) => each.jobs.filter((one) => inWindow(one) && !isBeyondReach(one, each) && !seen.has(one.id)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('stays in order of end, whichever calls are spent and jobs are gone on from', async () => {
    await fc.assert(
      fc.asyncProperty(models(2 * DAY_MS), fc.array(step.map((each) => ({ ...each, failures: [] })), { maxLength: 30 }), arrivals, async (all, steps, plan) => {
        const world = createWorld(all, window, { edgeCursors: true });
        const ids = await walkThrough(world, all, steps, arrive(world, all, plan));
        expect(ids.filter((id) => !id.startsWith('new'))).toEqual(oracle(all));
      }),
      { numRuns: 500 },
    );
  });

  it('is in order of end where the lookback is as long as the longest job', async () => {
    await fc.assert(
      fc.asyncProperty(models(10 * DAY_MS, 10 * DAY_MS), first, async (all, size) => {
        expect(idsOf(await walk(createWorld(all, window), size))).toEqual(oracle(all));
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { JobWindowInput } from '../../src/generated/types.js';
import type { JobList } from '../../src/listing/job-list.js';
import { createWorld, DAY_MS, HOUR_MS, idsOf, NOW, walk, type Model, type ModelJob, type World } from './model-world.js';

const MINUTE_MS = 60_000;
const LOOKBACK_MS = 2 * DAY_MS;
/** One more than cursors hold positions of. */
const STREAMS = 61;
const CALLS = 2_000;
/** How far the window reaches back. */
const last = 8 * DAY_MS;

/** Few instants for many jobs, so that many start together; none runs longer than the lookback. */
const job = fc
  .record({
    age: fc.oneof(fc.constantFrom(6, 30, 30, 30, 31), fc.integer({ min: 2, max: 240 })),
    minute: fc.constantFrom(0, 0, 0, 1, 59),
    length: fc.constantFrom(MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, LOOKBACK_MS),
    has: fc.constantFrom('both', 'both', 'both', 'both', 'both', 'both', 'end', 'start', 'nothing', 'end before the start'),
  })
  .map(({ age, minute, length, has }) => {
    const startedAt = NOW - age * HOUR_MS + minute * MINUTE_MS;
    // A filter by end does not find one that ended before the window that it started in.
    if (has === 'end before the start') return { startedAt, finishedAt: Math.max(startedAt - Math.min(length, 12 * HOUR_MS), Math.min(startedAt, NOW - last)) };
    const finishedAt = Math.min(startedAt + length, NOW - MINUTE_MS);
    return { startedAt: has === 'end' || has === 'nothing' ? null : startedAt, finishedAt: has === 'start' || has === 'nothing' ? null : finishedAt };
  });

const model: fc.Arbitrary<Model> = fc.record({
  jobs: fc.array(job, { maxLength: 40 }).map((jobs) => jobs.map((each, index): ModelJob => ({ ...each, id: `${String((index * 7919) % 97).padStart(2, '0')}-${index}` }))),
  order: fc.constant('newest' as const),
  timeFilter: fc.constantFrom('start' as const, 'finish' as const, 'overlap' as const, 'ignored' as const),
  isDeclared: fc.boolean(),
  pageSize: fc.integer({ min: 1, max: 12 }),
  link: fc.constantFrom('token' as const, 'total' as const, 'short' as const),
  lookbackMs: fc.constant(LOOKBACK_MS),
  grain: fc.constantFrom('hour' as const, 'day' as const),
});

const QUIET: Model = { jobs: [], order: 'newest', timeFilter: 'start', isDeclared: true, pageSize: 10, link: 'total', lookbackMs: LOOKBACK_MS };
const APART = 12;
const BUSY = 5;

/** A few upstreams with jobs among many without any. */
const models = fc.array(model, { minLength: 1, maxLength: BUSY }).map((busy) =>
  Array.from({ length: STREAMS }, (_, rank): Model => {
    const own = rank % APART === 0 ? busy[rank / APART] : undefined;
    return own === undefined ? QUIET : { ...own, jobs: own.jobs.map((each) => ({ ...each, id: `m${rank}-${each.id}` })) };
  }),
);

const window: fc.Arbitrary<JobWindowInput> = fc.record({ by: fc.constantFrom('STARTED_AT' as const, 'FINISHED_AT' as const), from: fc.constant(new Date(NOW - last)), to: fc.constant(new Date(NOW)) });
const first = fc.oneof(fc.constantFrom(1, 2, 50, 200), fc.integer({ min: 1, max: 40 }));
/** Jobs that come in while the client rests, at the head or further down. */
const arrivals = fc.array(fc.array(fc.record({ rank: fc.nat(BUSY - 1), age: fc.integer({ min: 0, max: 240 }) }), { maxLength: 4 }), { maxLength: 6 });
type Arrivals = typeof arrivals extends fc.Arbitrary<infer T> ? T : never;

function createModelWorld(all: readonly Model[], input: JobWindowInput): World {
  const world = createWorld(all, input, { edgeCursors: true }, 'STARTED_AT_DESC');
  world.budget = CALLS;
  return world;
}

function arrive(world: World, plan: Arrivals): (page: number) => void {
  return (page) => {
    for (const [index, { rank, age }] of (plan[page - 1] ?? []).entries()) {
      const startedAt = NOW - age * HOUR_MS;
      world.add(rank * APART, { id: `new-${page}-${index}`, startedAt, finishedAt: Math.min(startedAt + HOUR_MS, NOW - 1) });
    }
  };
}

function isInWindow({ startedAt, finishedAt }: ModelJob, { by }: JobWindowInput): boolean {
  const instant = by === 'STARTED_AT' ? (startedAt ?? finishedAt) : finishedAt;
  return instant === null ? by === 'STARTED_AT' : instant >= NOW - last && instant < NOW;
}

/** The jobs that there are throughout, in their order. */
function oracle(all: readonly Model[], input: JobWindowInput): string[] {
  const start = ({ startedAt }: ModelJob): number => startedAt ?? Number.MAX_SAFE_INTEGER;
  const jobs = all.flatMap(({ jobs: own }, rank) => own.filter((each) => isInWindow(each, input)).map((each) => ({ ...each, rank })));
  return jobs.sort((a, b) => start(b) - start(a) || a.rank - b.rank || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

const isNew = (id: string): boolean => id.startsWith('new');

/** How a page is asked for: with how many calls, and which sources fail at which page. `left`: where in it the next goes on, at its last job where it is 1. */
const step = fc.record({
  size: first,
  budget: fc.constantFrom(CALLS, CALLS, 66, 75, 100),
  failures: fc.array(fc.tuple(fc.nat(BUSY - 1), fc.integer({ min: 1, max: 8 })), { maxLength: 3 }),
  left: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const CALM: Step = { size: 20, budget: CALLS, failures: [], left: 1 };
const MOST_PAGES = 600;

/** The jobs that a client sees that goes on wherever it likes. */
async function walkThrough(world: World, steps: readonly Step[], rest: (page: number) => void): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const { size, budget, failures, left } = steps[number] ?? CALM;
    world.budget = budget;
    world.failing.clear();
    for (const [rank, at] of failures) world.failing.set(rank * APART, at);
    rest(number);
    const page: JobList = await world.page(size, after);
    const index = Math.ceil(left * page.rows.length) - 1;
    ids.push(...idsOf([page]).slice(0, index + 1));
    if (page.rows.length === 0 && page.isComplete && after !== null && page.hasNextPage) expect(page.endCursor()).not.toBe(after);
    if (!page.hasNextPage && page.isComplete && index === page.rows.length - 1) return ids;
    if (index >= 0) after = page.cursorAt(index);
    else if (page.rows.length === 0) after = page.endCursor();
  }
  throw new Error(`The list does not end after ${MOST_PAGES} pages.`);
}

describe('a list by start over more streams than cursors hold positions of', () => {
  it('brings each job once, in order, while new ones come in', async () => {
    await fc.assert(
      fc.asyncProperty(models, window, first, arrivals, async (all, input, size, plan) => {
        const world = createModelWorld(all, input);
        const ids = idsOf(await walk(world, size, arrive(world, plan)));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !isNew(id))).toEqual(oracle(all, input));
      }),
      { numRuns: 300 },
    );
  });

  it('fills its pages', async () => {
    await fc.assert(
      fc.asyncProperty(models, window, first, async (all, input, size) => {
        const pages = await walk(createModelWorld(all, input), size);
        expect(pages.slice(0, -1).every(({ rows }) => rows.length === size)).toBe(true);
        if (pages.length > 1) expect(pages.at(-1)?.rows.length).toBeGreaterThan(0);
        if (pages.length === 1) expect(pages[0]?.totalCount).toBe(oracle(all, input).length);
      }),
      { numRuns: 150 },
    );
  });

  it('stays in order, whichever calls are spent and jobs are gone on from', async () => {
    await fc.assert(
      fc.asyncProperty(models, window, fc.array(step.map((each) => ({ ...each, failures: [] })), { maxLength: 30 }), arrivals, async (all, input, steps, plan) => {
        const world = createModelWorld(all, input);
        const ids = await walkThrough(world, steps, arrive(world, plan));
        expect(ids.filter((id) => !isNew(id))).toEqual(oracle(all, input));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no job and brings none twice, whichever sources fail meanwhile and recover', async () => {
    await fc.assert(
      fc.asyncProperty(models, window, fc.array(step, { maxLength: 30 }), arrivals, async (all, input, steps, plan) => {
        const world = createModelWorld(all, input);
        const ids = await walkThrough(world, steps, arrive(world, plan));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !isNew(id)).sort()).toEqual(oracle(all, input).sort());
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { BadUserInputError } from '../../src/errors.js';
import type { JobList } from '../../src/listing/job-list.js';
import { errorOf } from '../../src/listing/source-run.js';
import { byEnd, createWorld, DAY_MS, HOUR_MS, idsOf, NOW, walk, type Model, type ModelJob, type World } from './model-world.js';

const window = byEnd({ from: new Date(NOW - 20 * DAY_MS), to: new Date(NOW) });

/** One that started so many hours ago, and ran so many. */
const job = (id: string, startedAgo: number, hours = 1): ModelJob => ({ id, startedAt: NOW - startedAgo * HOUR_MS, finishedAt: NOW - (startedAgo - hours) * HOUR_MS });

const model = (jobs: readonly ModelJob[], more: Partial<Model> = {}): Model => ({
  jobs,
  order: 'newest',
  timeFilter: 'start',
  isDeclared: true,
  pageSize: 5,
  link: 'total',
  lookbackMs: 2 * DAY_MS,
  ...more,
});

const hourly = (name: string, count: number): ModelJob[] => Array.from({ length: count }, (_, index) => job(`${name}-${String(index).padStart(3, '0')}`, index + 2));
const newestEnd = (jobs: readonly ModelJob[]): string[] => [...jobs].sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
const warningsOf = ({ runs }: JobList): string[] => runs.flatMap(({ ledger }) => ledger.warnings().map(({ code }) => code));
const outcomes = ({ runs }: JobList): (string | null)[] => runs.map((run) => errorOf(run)?.code ?? null);

async function next(world: World, page: JobList, first: number): Promise<JobList> {
  return world.page(first, page.endCursor());
}

describe('what ended last leads', () => {
  test('also where it started days before', async () => {
    const jobs = [...hourly('a', 30), job('long', 46, 45.5)];
    expect(idsOf(await walk(createWorld([model(jobs)], window), 3))).toEqual(newestEnd(jobs));
  });

  test('ties come by source, then by id', async () => {
    const [one, two, three] = [job('b', 5), job('a', 6, 2), job('c', 7, 3)];
    const world = createWorld([model([one]), model([two, three])], window);
    expect(idsOf(await walk(world, 1))).toEqual(['b', 'a', 'c']);
  });
});

describe('a job that ran longer than the lookback', () => {
  const long = job('long', 120, 118);

  test('leads its page as soon as it turns up, and the page says so', async () => {
    const world = createWorld([model([...hourly('a', 110), long])], window);
    const pages = await walk(world, 40);
    const at = pages.findIndex((page) => idsOf([page]).includes('long'));
    expect(at).toBeGreaterThan(0);
    expect(pages[at]?.rows[0]?.row.id).toBe('long');
    expect(pages.map(warningsOf)).toEqual(pages.map((_page, index) => (index === at ? ['OUT_OF_ORDER'] : [])));
    expect(new Set(idsOf(pages)).size).toBe(111);
  });

  test('of several, each comes once and newest start first, in pages of one', async () => {
    const longs = [118, 119, 120, 121].map((hours) => job(`long-${hours}`, hours, hours - 2));
    const ids = idsOf(await walk(createWorld([model([...hourly('a', 110), ...longs])], window), 1));
    expect(ids).toHaveLength(114);
    expect(ids.filter((id) => id.startsWith('long'))).toEqual(['long-118', 'long-119', 'long-120', 'long-121']);
  });
});

describe('a stream that is seen out of order', () => {
  const orders = fc.constantFrom('oldest' as const, 'as given' as const);

  it('is read to its end, so that each job comes once and in order of end', async () => {
    const shuffled = fc.shuffledSubarray(hourly('a', 24), { minLength: 24 });
    await fc.assert(
      fc.asyncProperty(shuffled, orders, fc.constantFrom(1, 3, 200), fc.integer({ min: 2, max: 30 }), async (jobs, order, first, pageSize) => {
        // The first page shows it.
        const [one, two, ...others] = jobs as [ModelJob, ModelJob, ...ModelJob[]];
        const visible = (one.startedAt ?? 0) < (two.startedAt ?? 0) ? [one, two] : [two, one];
        const world = createWorld([model([...visible, ...others], { order, pageSize }), model(hourly('b', 30))], window);
        const ids = idsOf(await walk(world, first));
        expect(ids).toEqual(newestEnd([...hourly('a', 24), ...hourly('b', 30)]));
      }),
      { numRuns: 60 },
    );
  });

  test('only on a later page, is asked anew for all that it owes', async () => {
    const all = hourly('a', 120);
    // Two stand far below their places: one that the second page no longer asks for, and one by which it sees that.
    const [owed, seen] = [all[11] as ModelJob, all[45] as ModelJob];
    const others = all.filter((one) => one !== owed && one !== seen);
    const jobs = [...others.slice(0, 75), owed, seen, ...others.slice(75)];
    const pages = await walk(createWorld([model(jobs, { order: 'as given' })], window), 20);
    const ids = idsOf(pages);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(jobs.map(({ id }) => id).sort());
    expect(pages.flatMap(warningsOf)).toContain('OUT_OF_ORDER');
    expect(pages.findIndex((page) => idsOf([page]).includes(owed.id))).toBeGreaterThan(0);
  });
});

describe('a source that fails', () => {
  const [a, b] = [hourly('a', 60), hourly('b', 60)];

  test('holds up nobody, keeps its place, and delivers what it owes first', async () => {
    const world = createWorld([model(a), model(b)], window);
    const first = await world.page(20);
    world.failing.set(1, 1);
    const second = await next(world, first, 10);
    expect(outcomes(second)).toEqual([null, 'UPSTREAM_ERROR']);
    expect(second.isComplete).toBe(false);
    expect(idsOf([second])).toEqual(a.slice(10, 20).map(({ id }) => id));
    world.failing.clear();
    const third = await next(world, second, 10);
    expect(idsOf([third])).toEqual(b.slice(10, 20).map(({ id }) => id));
    const fourth = await next(world, third, 200);
    expect(idsOf([fourth])).toEqual(newestEnd([...a.slice(20), ...b.slice(20)]));
    expect(fourth.hasNextPage).toBe(false);
  });

  test('in the middle delivers what it was read down to, and the rest once it answers', async () => {
    const world = createWorld([model(a), model(b)], window);
    world.failing.set(1, 11);
    const first = await world.page(30);
    expect(outcomes(first)).toEqual([null, 'UPSTREAM_ERROR']);
    const ids = idsOf([first]);
    const own = ids.filter((id) => id.startsWith('b'));
    expect(own).toEqual(b.slice(0, own.length).map(({ id }) => id));
    world.failing.clear();
    const all = [first, ...(await rest(world, first, 30))];
    expect(idsOf(all).sort()).toEqual([...a, ...b].map(({ id }) => id).sort());
  });

  test('at random, again and again: each job comes once', async () => {
    const failures = fc.array(fc.option(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 12 })), { freq: 2 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(failures, fc.constantFrom(1, 4, 17, 60), async (plan, size) => {
        const world = createWorld([model([...a, job('a-long', 61, 59)]), model([...b, job('b-long', 62, 61)])], window);
        const fail = (page: number): void => {
          world.failing.clear();
          const failure = plan[page] ?? null;
          if (failure !== null) world.failing.set(...failure);
        };
        fail(0);
        const first = await world.page(size);
        const ids = idsOf([first, ...(await rest(world, first, size, fail))]);
        expect(new Set(ids).size).toBe(ids.length);
        expect([...ids].sort()).toEqual([...a, ...b].map(({ id }) => id).concat('a-long', 'b-long').sort());
      }),
      { numRuns: 60 },
    );
  });

  async function rest(world: World, from: JobList, size: number, before: (page: number) => void = () => undefined): Promise<JobList[]> {
    const pages: JobList[] = [];
    for (let last = from; last.hasNextPage || !last.isComplete; last = pages.at(-1) ?? last) {
      before(pages.length + 1);
      pages.push(await next(world, last, size));
    }
    return pages;
  }
});

describe('where the calls are spent', () => {
  const jobs = hourly('a', 300);

  test('a page that can deliver nothing is not complete, keeps its cursor, and says what to do', async () => {
    const world = createWorld([model(jobs)], window);
    const first = await world.page(10);
    world.budget = 3;
    const second = await next(world, first, 10);
    expect(second.rows).toEqual([]);
    expect([second.isComplete, second.hasNextPage, outcomes(second)]).toEqual([false, true, ['BUDGET_EXHAUSTED']]);
    expect(second.endCursor()).toBe(first.endCursor());
    expect(errorOf(second.runs[0] ?? expect.fail('no run'))?.message).toMatch(/^Jobs were read back to a start of 2026-10-\d\dT.*may run PT48H.*AVEPOINT_PAGE_SIZE/);
    world.budget = 100;
    expect(idsOf([await next(world, second, 10)])).toEqual(jobs.slice(10, 20).map(({ id }) => id));
  });

  test('one that can deliver some does, and is complete', async () => {
    const world = createWorld([model(jobs)], window);
    world.budget = 12;
    const page = await world.page(200);
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.rows.length).toBeLessThan(200);
    expect([page.isComplete, page.hasNextPage]).toEqual([true, true]);
    expect(idsOf([page, ...(await walk(world, 200)).slice(1)])).toEqual(newestEnd(jobs));
  });
});

describe('what it costs', () => {
  /** Jobs of one an hour, 5 a page, and a horizon of 48 hours. */
  const calls = (hours: number): number => Math.ceil((hours + 1) / 5);

  test('a page reads its own span and one horizon, however deep it is', async () => {
    const world = createWorld([model(hourly('a', 400))], window);
    let page = await world.page(20);
    for (let count = 0; count < 10; count += 1) {
      expect(world.calls.length).toBeGreaterThanOrEqual(calls(48));
      expect(world.calls.length).toBeLessThanOrEqual(calls(48 + 20) + 1);
      page = await next(world, page, 20);
    }
  });

  test('the next page asks up to the end that this one came to, on the full hour after it', async () => {
    const world = createWorld([model(hourly('a', 100))], window);
    const first = await world.page(20);
    expect(new Set(world.calls.map(({ bounds }) => bounds.to))).toEqual(new Set([NOW]));
    await next(world, first, 20);
    const end = first.rows.at(-1)?.row.finishedAt ?? 0;
    expect(new Set(world.calls.map(({ bounds }) => bounds.to))).toEqual(new Set([end + HOUR_MS]));
  });

  test('a stream of few jobs is not read on while another has many', async () => {
    const few = Array.from({ length: 60 }, (_, index) => job(`b-${index}`, 3 + index * 30));
    const world = createWorld([model(hourly('a', 200)), model(few)], byEnd({ from: new Date(NOW - 80 * DAY_MS), to: new Date(NOW) }));
    await world.page(40);
    expect(world.calls.filter(({ rank }) => rank === 1).map(({ number }) => number)).toEqual([1]);
  });

  test('first: 0 reads nothing', async () => {
    const world = createWorld([model(hourly('a', 3))], window);
    const page = await world.page(0);
    expect([page.rows.length, page.hasNextPage, world.calls.length]).toEqual([0, true, 0]);
  });
});

describe('cursors', () => {
  test('are short for any number of streams', async () => {
    const worlds = await Promise.all([1, 60].map(async (count) => createWorld(Array.from({ length: count }, (_, rank) => model(hourly(`a${rank}`, 5))), window).page(7)));
    const [one, many] = worlds.map((page) => page.endCursor()?.length ?? 0) as [number, number];
    expect(one).toBeGreaterThan(40);
    // A lookback of each source is in both kinds.
    expect(many).toBeLessThan(one + 120);
  });

  test('go on behind any job of a page', async () => {
    const world = createWorld([model([...hourly('a', 40), job('late', 90, 89)]), model(hourly('b', 40))], window, { totalCount: false, sourceTotals: false, edgeCursors: true });
    const ids = idsOf(await walk(world, 200));
    const page = await world.page(30);
    for (const index of page.rows.keys()) {
      const rest = await world.page(200, page.cursorAt(index));
      expect([...ids.slice(0, index + 1), ...idsOf([rest])]).toEqual(ids);
    }
  });
});

describe('reach', () => {
  const lookbackMs = 2 * DAY_MS;

  test.each<[string, Partial<Model>, typeof window, number | null]>([
    ['of a filter about starts', {}, window, lookbackMs],
    ['of one about starts, without a lower bound', {}, byEnd({ to: new Date(NOW) }), null],
    ['of one about ends: later pages do not ask for what ended before', { timeFilter: 'finish' }, window, lookbackMs],
    ['of one that nobody knows', { isDeclared: false }, byEnd({ to: new Date(NOW) }), lookbackMs],
    ['of one about all of a run', { timeFilter: 'overlap' }, window, null],
  ])('%s', async (_title, more, asked, reach) => {
    expect((await createWorld([model(hourly('a', 3), more)], asked).page(5)).reachMs).toBe(reach);
  });

  test('holds of a filter about ends: what ran no longer comes, in order', async () => {
    const jobs = [...hourly('a', 60), job('long', 70, 47)];
    expect(idsOf(await walk(createWorld([model(jobs, { timeFilter: 'finish' })], window), 7))).toEqual(newestEnd(jobs));
  });
});

describe('only windows by end are in order of end', () => {
  test.each([
    ['no window', undefined],
    ['a window by start', { by: 'STARTED_AT' as const, last: 'P1D' }],
  ])('%s is refused', async (_title, wrong) => {
    const world = createWorld([model(hourly('a', 3))], wrong as never);
    const failure = await world.page(5).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BadUserInputError);
    expect((failure as BadUserInputError).argument).toBe('orderBy');
    expect(world.calls).toEqual([]);
  });

  test('bounds may be missing', async () => {
    expect(idsOf(await walk(createWorld([model(hourly('a', 3))], byEnd()), 5))).toHaveLength(3);
  });
});

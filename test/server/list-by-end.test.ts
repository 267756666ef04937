import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { currentSeats, environmentOf, products, seats, timeFilterOf } from '../products/index.js';
import { askForJobs, jobIdsOf, listPage, listPages, sourceOf, type ListArguments, type ListedPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const HOUR_MS = 3_600_000;
const SECOND_MS = 1000;
const now = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
const ago = (hours: number): number => now - Math.round(hours * 3600) * SECOND_MS;

const lastTwentyDays = { from: new Date(ago(480)).toISOString(), to: new Date(now).toISOString(), by: 'FINISHED_AT' };
const byEnd = { orderBy: 'FINISHED_AT_DESC', window: lastTwentyDays } satisfies ListArguments;
const declared = Object.assign({}, ...products.map(({ name }) => timeFilterOf(name, 'start'))) as Record<string, string>;

let world: World;
afterEach(() => world.close());

type Jobs = Partial<Record<ProductName, readonly Partial<SimulatedJob>[]>>;

/** Few instants for many jobs, of one minute to ten days. */
const jobs = (longestHours: number): fc.Arbitrary<Jobs> => {
  const job = fc.record({ startedAgo: fc.integer({ min: 1, max: 200 }), hours: fc.oneof(fc.constantFrom(1 / 60, 0.5, 1, 8), fc.integer({ min: 1, max: longestHours })) });
  const list = fc.array(job, { maxLength: 25 });
  return fc.tuple(...products.map(() => list)).map((lists) =>
    Object.fromEntries(
      products.map(({ name }, rank) => [
        name,
        (lists[rank] ?? []).map(({ startedAgo, hours }, index) => ({ jobId: `${name}-${index}`, startedAt: ago(startedAgo * 2), finishedAt: ago(Math.max(0.1, startedAgo * 2 - hours)) })),
      ]),
    ),
  );
};

const globalIdsOf = (edges: ListedPage['edges']): string[] => edges.map(({ node }) => node.id);

function expectedOrder(all: Jobs): string[] {
  const place = ({ name }: { readonly name: ProductName }): number => products.findIndex((product) => product.name === name);
  const rows = products.flatMap(({ name }) => (all[name] ?? []).map(({ jobId = '', finishedAt }) => ({ name, jobId, end: finishedAt ?? 0 })));
  return rows.sort((a, b) => b.end - a.end || place(a) - place(b) || (a.jobId < b.jobId ? -1 : 1)).map(({ jobId }) => jobId);
}

async function walkWithArrivals(first: number): Promise<ListedPage[]> {
  const pages = [await listPage(world, { ...byEnd, first })];
  for (let last = pages[0]; last?.pageInfo.hasNextPage === true; last = pages.at(-1)) {
    for (const { name } of products) world.simulator.add(name, { jobId: `new-${name}-${pages.length}`, startedAt: Date.now() - 60_000, finishedAt: Date.now() });
    pages.push(await listPage(world, { ...byEnd, first, after: last.pageInfo.endCursor }));
  }
  return pages;
}

/** Of those that end first, one ran longer than is looked back; its product has it come before another, whose page it misses. */
const lateAtTheSameEnd: Jobs = {
  ...Object.fromEntries(products.map(({ name }) => [name, []])),
  'microsoft-365': [0.1, 0.1, 1, 1, 1.9, 1.9].map((endedAgo, index) => ({ jobId: `microsoft-365-${index}`, startedAt: ago(2), finishedAt: ago(endedAgo) })).concat(
    [49, 49.9].map((endedAgo, index) => ({ jobId: `microsoft-365-${index + 6}`, startedAt: ago(50), finishedAt: ago(endedAgo) })),
  ),
  salesforce: [{ jobId: 'salesforce-0', startedAt: ago(50), finishedAt: ago(0.1) }],
  'dynamics-365': [{ jobId: 'dynamics-365-0', startedAt: ago(2), finishedAt: ago(0.1) }],
};

describe('jobs of all products by end', () => {
  const sizes = fc.constantFrom(3, 20, 200);
  const environments = fc.constantFrom(declared, {});

  test('come each once and in order, while new ones come in', async () => {
    await fc.assert(
      fc.asyncProperty(jobs(48), sizes, environments, fc.constantFrom('7', '100'), async (all, first, environment, pageSize) => {
        world = await startWorld({ simulator: { jobs: all }, environment: { ...environment, AVEPOINT_PAGE_SIZE: pageSize } });
        const pages = await walkWithArrivals(first);
        expect(pages.flatMap(({ edges }) => jobIdsOf(edges))).toEqual(expectedOrder(all));
        expect(pages.every(({ isComplete, window }) => isComplete && window.by === 'FINISHED_AT')).toBe(true);
        await world.close();
      }),
      { numRuns: 12 },
    );
    world = await startWorld();
  });

  test('lose none that ran ten days: those that are late lead their page, which says so', async () => {
    await fc.assert(
      fc.asyncProperty(jobs(240), sizes, environments, async (all, first, environment) => {
        world = await startWorld({ simulator: { jobs: all }, environment: { ...environment, AVEPOINT_PAGE_SIZE: '7' } });
        const pages = await walkWithArrivals(first);
        const expected = expectedOrder(all);
        expect(pages.flatMap(({ edges }) => jobIdsOf(edges)).sort()).toEqual([...expected].sort());
        let last = -1;
        for (const { edges, sources } of pages) {
          const places = jobIdsOf(edges).map((jobId) => expected.indexOf(jobId));
          const isLate = places.some((place, index) => place < Math.max(last, places[index - 1] ?? -1));
          expect(sources.flatMap(({ warnings }) => warnings.map(({ code }) => code)).includes('OUT_OF_ORDER')).toBe(isLate);
          last = Math.max(last, places.at(-1) ?? -1);
        }
        await world.close();
      }),
      { numRuns: 8, examples: [[lateAtTheSameEnd, 3, declared]] },
    );
    world = await startWorld();
  });
});

describe.each(seats)('$name by end', (seat) => {
  test('gives the jobs of its list by start, the newest end first', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 120, days: 20 }, environment: { ...environmentOf(seat), AVEPOINT_PAGE_SIZE: '9' } });
    const window = { from: new Date(ago(200)).toISOString(), to: new Date(ago(24)).toISOString(), by: 'FINISHED_AT' };
    const byStart = (await listPages(world, { field: seat.field, window })).flatMap(({ edges }) => edges);
    const pages = await listPages(world, { field: seat.field, window, orderBy: 'FINISHED_AT_DESC', first: 11 });
    const edges = pages.flatMap((page) => page.edges);
    expect(edges.length).toBeGreaterThan(10);
    expect(jobIdsOf(edges).sort()).toEqual(jobIdsOf(byStart).sort());
    const ends = edges.map(({ node }) => node.finishedAt ?? '');
    expect(ends).toEqual([...ends].sort().reverse());
    expect(edges.map(({ operation }) => operation).sort()).toEqual(byStart.map(({ operation }) => operation).sort());
  });
});

describe('a list by end', () => {
  const list = { ...byEnd, first: 5, filter: { statuses: ['SUCCEEDED', 'FAILED'] } } satisfies ListArguments;

  test('needs a window by end, and makes no call without one', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 } });
    for (const window of [undefined, { last: 'P7D' }, { last: 'P7D', by: 'STARTED_AT' }]) {
      const { data, errors = [] } = await askForJobs(world, { orderBy: 'FINISHED_AT_DESC', ...(window && { window }) });
      expect(data?.page ?? null).toBeNull();
      expect(errors.map(({ path, extensions }) => ({ path, extensions }))).toEqual([{ path: ['page'], extensions: { code: 'BAD_USER_INPUT', argument: 'orderBy' } }]);
    }
    expect(world.simulator.calls).toEqual([]);
  });

  test('has cursors of its own: those of the other order, altered ones and those of another filter are refused without a call', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 60, days: 10 } });
    const cursor = (await listPage(world, list)).pageInfo.endCursor ?? '';
    const other = (await listPage(world, { ...list, orderBy: 'STARTED_AT_DESC' })).pageInfo.endCursor ?? '';
    expect((await listPage(world, { ...list, after: cursor })).edges).toHaveLength(5);
    world.simulator.forgetCalls();
    const alterations = [...cursor].map((character, at) => cursor.slice(0, at) + (character === 'A' ? 'B' : 'A') + cursor.slice(at + 1)).filter((altered) => altered !== cursor);
    const refused: ListArguments[] = [
      ...alterations.map((after) => ({ ...list, after })),
      { ...list, after: other },
      { ...list, orderBy: 'STARTED_AT_DESC', after: cursor },
      { ...list, filter: { statuses: ['FAILED'] }, after: cursor },
      { ...list, window: { ...lastTwentyDays, from: new Date(ago(400)).toISOString() }, after: cursor },
      { ...list, field: 'salesforceJobs', after: cursor },
    ];
    for (const args of refused) {
      const { errors = [] } = await askForJobs(world, args);
      expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'after' }]);
    }
    expect(world.simulator.calls).toEqual([]);
  });

  test('goes on without a source that fails, which delivers what it owes once it answers', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 60, days: 10 } });
    const whole = (await listPages(world, { ...byEnd, first: 200 })).flatMap(({ edges }) => globalIdsOf(edges));
    const first = await listPage(world, { ...byEnd, first: 20 });
    world.simulator.set({ salesforce: { fault: { kind: 'status', status: 503 } } });
    const answer = await askForJobs(world, { ...byEnd, first: 20, after: first.pageInfo.endCursor });
    const second = answer.data?.page ?? expect.fail('no page');
    expect(second.isComplete).toBe(false);
    expect(sourceOf(second, 'salesforce').outcome).toBe('FAILED');
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UPSTREAM_ERROR']);
    expect(second.edges.map(({ node }) => node.product)).not.toContain('SALESFORCE');
    world.simulator.resetSwitches();
    await world.restart();
    const pages = [first, second];
    for (let last = second; last.pageInfo.hasNextPage; last = pages.at(-1) ?? last) pages.push(await listPage(world, { ...byEnd, first: 50, after: last.pageInfo.endCursor }));
    const ids = pages.flatMap(({ edges }) => globalIdsOf(edges));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual([...whole].sort());
  });

  test('that can deliver nothing within its calls is not complete, and its cursor stays', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 400, days: 10 }, environment: { AVEPOINT_CALL_BUDGET: '10', AVEPOINT_PAGE_SIZE: '5' } });
    const ask = async (after: string | null): Promise<{ page: ListedPage; codes: unknown[] }> => {
      const { data, errors = [] } = await askForJobs(world, { ...byEnd, after });
      return { page: data?.page ?? expect.fail('no page'), codes: errors.map(({ extensions }) => extensions['code']) };
    };
    const once = await ask(null);
    expect([once.page.edges, once.page.isComplete, once.page.pageInfo.hasNextPage]).toEqual([[], false, true]);
    expect(new Set(once.codes)).toEqual(new Set(['BUDGET_EXHAUSTED']));
    const again = await ask(once.page.pageInfo.endCursor);
    expect(again.page.pageInfo.endCursor).toBe(once.page.pageInfo.endCursor);
  });

  test('costs one call a stream where a page holds the horizon', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 }, environment: declared });
    const first = await listPage(world, { ...byEnd, first: 10 });
    const streams = currentSeats.reduce((sum, { lists }) => sum + lists, 0);
    expect(world.simulator.calls).toHaveLength(streams);
    world.simulator.forgetCalls();
    await listPage(world, { ...byEnd, first: 10, after: first.pageInfo.endCursor });
    expect(world.simulator.calls).toHaveLength(streams);
  });
});

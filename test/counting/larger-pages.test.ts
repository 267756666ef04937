import { describe, expect, it } from 'vitest';

import type { ProductName, SimulatedJob, SwitchChanges } from '../../simulator/index.js';
import { withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';
import { board, type Board } from './board.js';

/** The simulator's clock stands, so that every answer can be the same. */
const now = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;
const SIZE = 10;
const LARGER = 40;
const args = { lookBack: 'P30D', first: 500 };

/** One backup every so many hours, of two workloads; the oldest of them is the only one of a third. */
function jobsOf(product: ProductName, count: number, apartHours = 2): Partial<SimulatedJob>[] {
  return Array.from({ length: count }, (_, index) => {
    const startedAt = now - (index + 1) * apartHours * hourMs;
    const which = index === count - 1 ? 2 : index % 2;
    const workload = product === 'google-workspace' ? { service: [1, 2, 64][which] as number, dataSource: 1 } : { organizationId: `organization ${which}` };
    return { jobId: `FB${20_261_126_000_000 + index}`, type: 1, status: 2, startedAt, finishedAt: startedAt + hourMs / 2, ...workload };
  });
}

interface Asked {
  readonly product: ProductName;
  readonly jobs: readonly Partial<SimulatedJob>[];
  readonly switches?: SwitchChanges[ProductName];
  readonly pageSize?: number;
}

function ask({ product, jobs, switches = {}, pageSize = SIZE }: Asked, use: (world: World) => Promise<void>): Promise<void> {
  const environment = { AVEPOINT_PRODUCTS: product, AVEPOINT_PAGE_SIZE: String(pageSize), LIMIT_COST_PER_MINUTE: '1000000' };
  return withWorld({ simulator: { now: () => now, jobs: { [product]: jobs }, switches: { [product]: switches } }, environment }, use);
}

/** The sizes that the upstream was asked for since the last look, by the type of job and the portal. */
function sizesAsked({ simulator }: World, of: Readonly<Record<string, string>>): number[] {
  const sizes = simulator.calls.filter(({ query }) => Object.entries(of).every(([name, value]) => query[name] === value)).map(({ query }) => Number(query['pageSize']));
  simulator.forgetCalls();
  return sizes;
}

/** What holds whatever the pages are: the only run of the third workload is the oldest job. */
function expectAll({ nodes, isComplete, sources }: Board, count: number): void {
  expect([isComplete, sources.map(({ outcome }) => outcome)]).toEqual([true, ['OK']]);
  expect(nodes.map(({ runs }) => runs ?? Number.NaN).sort((a, b) => a - b)).toEqual([1, Math.floor((count - 1) / 2), Math.ceil((count - 1) / 2)]);
}

const cases = [
  { product: 'google-workspace', of: { dataSource: '1' } },
  { product: 'salesforce', of: { type: '1' } },
] as const;

describe.each(cases)('a board of $product, of which there is much to read', ({ product, of }) => {
  const count = 95;
  const jobs = jobsOf(product, count, 6);

  it('is read in larger pages, from the newest job on', () =>
    ask({ product, jobs }, async (world) => {
      expectAll(await board(world, args), count);
      expect(sizesAsked(world, of)).toEqual([SIZE, LARGER, LARGER, LARGER]);
    }));

  it.each<[string, SwitchChanges[ProductName]]>([
    ['cuts larger pages', { maxPageSize: 25 }],
    ['refuses them', { tooLarge: { above: 25, status: 400 } }],
  ])('is read in pages of the configured size where the upstream %s, which is tried once', (_, switches) =>
    ask({ product, jobs, switches }, async (world) => {
      expectAll(await board(world, args), count);
      expect(sizesAsked(world, of)).toEqual([SIZE, LARGER, ...Array<number>(9).fill(SIZE)]);
      expectAll(await board(world, args), count);
      expect(sizesAsked(world, of)).toEqual(Array<number>(10).fill(SIZE));
    }),
  );

  it('is read in pages of the configured size where larger ones make the upstream fail, and the source is not left alone for it', () =>
    ask({ product, jobs, switches: { tooLarge: { above: 25, status: 500 } } }, async (world) => {
      expectAll(await board(world, args), count);
      const sizes = sizesAsked(world, of);
      expect(sizes.slice(0, 4)).toEqual([SIZE, LARGER, LARGER, LARGER]);
      expect(sizes.slice(4).length).toBeGreaterThanOrEqual(9);
      expect(sizes.slice(4)).not.toContain(LARGER);
      expectAll(await board(world, args), count);
      expect(sizesAsked(world, of)).not.toContain(LARGER);
    }));

  it('holds of several boards at once as well, which ask for larger pages once', () =>
    ask({ product, jobs, switches: { tooLarge: { above: 25, status: 500 } } }, async (world) => {
      const boards = await Promise.all([args, { ...args, lookBack: 'P29D' }, { ...args, lookBack: 'P28D' }].map((one) => board(world, one)));
      for (const one of boards) expectAll(one, count);
      expect(world.simulator.calls.filter(({ query }) => query['pageSize'] === String(LARGER)).length).toBe(3);
    }));

  it('is not read in larger pages where a page takes so long that one of them may not come in time', { timeout: 30_000 }, () =>
    ask({ product, jobs: jobsOf(product, 35, 6), switches: { latencyMs: 2600 }, pageSize: 12 }, async (world) => {
      expectAll(await board(world, args), 35);
      expect(sizesAsked(world, of)).toEqual([12, 12, 12]);
    }));

  it('is not where that would save no call', () =>
    ask({ product, jobs: jobsOf(product, 2 * SIZE - 1, 37) }, async (world) => {
      expectAll(await board(world, args), 2 * SIZE - 1);
      expect(sizesAsked(world, of)).toEqual([SIZE, SIZE]);
    }));

  it('asks for no more than 1000', () => {
    const many = jobsOf(product, 2300, 0.25);
    return ask({ product, jobs: many, pageSize: 400 }, async (world) => {
      expectAll(await board(world, args), 2300);
      expect(sizesAsked(world, of)).toEqual([400, 1000, 1000, 1000]);
    });
  });

  it('takes the calls of one where an operation asks for it twice', () =>
    ask({ product, jobs }, async (world) => {
      const { data } = await world.query<Record<'a' | 'b', Pick<Board, 'nodes' | 'isComplete'>>>('{ a: jobWorkloads(lookBack: "P30D") { isComplete nodes { runs } } b: jobWorkloads(lookBack: "P30D", first: 9) { isComplete nodes { runs } } }');
      expect(data?.a).toMatchObject({ isComplete: true, nodes: [{}, {}, {}] });
      expect(data?.b).toEqual(data?.a);
      expect(sizesAsked(world, of)).toEqual([SIZE, LARGER, LARGER, LARGER]);
    }));

  it('is counted in pages of the configured size', () =>
    ask({ product, jobs }, async (world) => {
      const { data } = await world.query<{ readonly jobStats: { readonly total: unknown } }>('{ jobStats(period: { last: "P30D", by: STARTED_AT }) { total { precision counts { total } } } }');
      expect(data?.jobStats.total).toEqual({ precision: 'EXACT', counts: { total: count } });
      expect(new Set(sizesAsked(world, {}))).toEqual(new Set([SIZE]));
    }));
});

describe('a page that ends a list only by what an upstream does not say', () => {
  const product = 'google-workspace';

  it.each<[ProductName, SwitchChanges[ProductName]]>([
    ['google-workspace', { maxPageSize: 25, nextLink: 'absent' }],
    ['salesforce', { maxPageSize: 25, nextLink: 'absent', total: 'absent' }],
  ])('ends none where it may have been cut: %s', (name, switches) =>
    ask({ product: name, jobs: jobsOf(name, 95, 6), switches }, async (world) => {
      expectAll(await board(world, args), 95);
    }),
  );

  it('is not asked for where the newest jobs came fewer a day than would fill it', () =>
    ask({ product, jobs: jobsOf(product, 35, 20) }, async (world) => {
      expectAll(await board(world, args), 35);
      expect(sizesAsked(world, { dataSource: '1' })).toEqual([SIZE, SIZE, SIZE, SIZE]);
    }));

  it('and that is shorter than the newest jobs let expect leaves what comes next to the configured size', () => {
    const newest = jobsOf(product, 12, 1);
    const rest = jobsOf(product, 20, 30).map((job) => ({ ...job, jobId: `I${job.jobId}`, service: 64 }));
    return ask({ product, jobs: [...newest, ...rest] }, async (world) => {
      const { nodes, isComplete } = await board(world, args);
      expect([isComplete, nodes.reduce((sum, { runs }) => sum + (runs ?? Number.NaN), 0)]).toEqual([true, 32]);
      expect(sizesAsked(world, { dataSource: '1' })).toEqual([SIZE, LARGER, SIZE, SIZE, SIZE]);
    });
  });
});

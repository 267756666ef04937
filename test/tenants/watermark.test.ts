import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

const HOUR_MS = 3_600_000;
const KEYS = Array.from({ length: 20 }, (_, index) => `tenant-${String(index).padStart(2, '0')}`);
const PRODUCTS = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'] as const;

/** The moment at which thirty jobs of one source started together, and some of others. */
const NOON = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 30 * HOUR_MS;
const TIED = 30;
/** So many started later that pages of 50 and of 200 end among those thirty. */
const LATER = 185;
const EARLIER = 25;

interface Started {
  readonly tenant: string;
  readonly product: (typeof PRODUCTS)[number];
  readonly jobId: string;
  readonly startedAt: number;
}

const spread = (index: number, startedAt: number): Started => ({
  tenant: KEYS[(index * 7 + Math.floor(index / KEYS.length)) % KEYS.length] as string,
  product: PRODUCTS[index % PRODUCTS.length] as Started['product'],
  jobId: `spread-${String((index * 37) % 101).padStart(3, '0')}-${index}`,
  startedAt,
});

const jobs: readonly Started[] = [
  ...Array.from({ length: LATER }, (_, index) => spread(index, NOON + HOUR_MS + Math.floor((LATER - index) / 4) * 60_000)),
  ...Array.from({ length: TIED }, (_, index) => ({ tenant: 'tenant-07', product: 'salesforce' as const, jobId: `tied-${String((index * 17) % TIED).padStart(2, '0')}`, startedAt: NOON })),
  ...Array.from({ length: 6 }, (_, index) => spread(index * 3 + 301, NOON)),
  ...Array.from({ length: EARLIER }, (_, index) => spread(index + 500, NOON - (index + 1) * 10 * 60_000)),
];

let world: TenantsWorld;
beforeAll(async () => {
  const tenants = Object.fromEntries(
    KEYS.map((key) => {
      const own = (product: string): Partial<Started>[] => jobs.filter((job) => job.tenant === key && job.product === product).map(({ jobId, startedAt }) => ({ jobId, startedAt }));
      return [key, { simulator: { jobs: Object.fromEntries(PRODUCTS.map((product) => [product, own(product)])) }, entry: { products: PRODUCTS } }];
    }),
  );
  world = await startTenants({ tenants, environment: { AVEPOINT_CALL_BUDGET: '600', AVEPOINT_PAGE_SIZE: '20' } });
});
afterAll(() => world.close());
beforeEach(() => world.forgetCalls());
afterEach(() => KEYS.forEach((key) => world.simulatorOf(key).resetSwitches()));

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly jobId: string; readonly startedAt: string; readonly source: { readonly id: string } } }[];
  readonly isComplete: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const at = (instant: number): string => new Date(instant).toISOString();
const ALL = `window: { from: "${at(NOON - 24 * HOUR_MS)}", to: "${at(NOON + 24 * HOUR_MS)}" }`;
const AROUND = `window: { from: "${at(NOON - 30 * 60_000)}", to: "${at(NOON + 1)}" }`;
const DOCUMENT = (args: string): string => `query Page($first: Int, $after: String) { page: jobs(first: $first, after: $after, ${args}) { edges { cursor node { jobId startedAt source { id } } } isComplete pageInfo { hasNextPage endCursor } } }`;

const read = (args: string, first: number, after: string | null = null) => ask<{ page: Page }>(world, DOCUMENT(args), {}, { first, after });

/** All pages; `rest` is called between two. */
async function walk(args: string, first: number, rest: (page: number) => void = () => undefined): Promise<Page[]> {
  const pages: Page[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await read(args, first, after);
    const page = data?.page ?? expect.fail(JSON.stringify(errors));
    pages.push(page);
    if (!page.pageInfo.hasNextPage && page.isComplete) return pages;
    after = page.pageInfo.endCursor;
    rest(pages.length);
  }
}

const idsOf = (pages: readonly Page[]): string[] => pages.flatMap(({ edges }) => edges.map(({ node }) => `${node.source.id} ${node.jobId}`));

/** By start, then in the order of the file. */
function oracle(from: number, to: number): string[] {
  const rank = ({ tenant, product }: Started): number => KEYS.indexOf(tenant) * PRODUCTS.length + PRODUCTS.indexOf(product);
  const due = jobs.filter(({ startedAt }) => startedAt >= from && startedAt < to);
  return due.sort((a, b) => b.startedAt - a.startedAt || rank(a) - rank(b) || (a.jobId < b.jobId ? -1 : 1)).map(({ tenant, product, jobId }) => `${tenant}/us/${product} ${jobId}`);
}

describe('T9: a list over a hundred streams', () => {
  test.each([50, 200])('is walked to its end in pages of %i: each job once, in order', async (first) => {
    const pages = await walk(ALL, first);
    expect(idsOf(pages)).toEqual(oracle(NOON - 24 * HOUR_MS, NOON + 24 * HOUR_MS));
    expect(pages.slice(0, -1).every(({ edges }) => edges.length === first)).toBe(true);
    const ends = pages.map(({ edges }) => edges.at(-1)?.node);
    expect(ends.some((node) => node?.jobId.startsWith('tied-'))).toBe(true);
  });

  test('is walked job by job where thirty started together', async () => {
    const pages = await walk(AROUND, 1);
    expect(idsOf(pages)).toEqual(oracle(NOON - 30 * 60_000, NOON + 1));
  });

  test('has a cursor as long as any, bound to what it was asked with', async () => {
    const { data } = await read(ALL, 50);
    const after = data?.page.pageInfo.endCursor as string;
    expect(after.length).toBeLessThan(300);
    world.forgetCalls();
    for (const args of [AROUND, `${ALL}, filter: { tenants: ["tenant-00"] }`, `${ALL}, filter: { products: [SALESFORCE] }`]) {
      const { errors } = await read(args, 50, after);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'after' }]);
    }
    expect(world.calls()).toBe(0);
  });

  const fail = (tenants: readonly string[]): void => tenants.forEach((key) => world.simulatorOf(key).set(Object.fromEntries(PRODUCTS.map((product) => [product, { permitted: false }]))));

  test('delivers later what forty sources owe that failed, when they recover', async () => {
    const failing = KEYS.slice(0, 10);
    const pages = await walk(ALL, 50, (page) => {
      if (page === 1) fail(failing);
      else KEYS.forEach((key) => world.simulatorOf(key).resetSwitches());
    });
    const ids = idsOf(pages);
    expect(pages[1]?.isComplete).toBe(false);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(oracle(NOON - 24 * HOUR_MS, NOON + 24 * HOUR_MS).sort());
  });

  test('is refused with a hint behind a page on which more sources failed, before any call', async () => {
    fail(KEYS.slice(0, 11));
    const { data } = await read(ALL, 50);
    expect([data?.page.isComplete, data?.page.edges.length]).toEqual([false, 50]);
    world.forgetCalls();
    const { errors } = await read(ALL, 50, data?.page.pageInfo.endCursor);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
    expect(errors?.[0]?.message).toMatch(/40 at most.*`tenants` or `tenantLabels`/);
    expect(world.calls()).toBe(0);
  });

  test('starts again where all sources failed', async () => {
    fail(KEYS);
    const { data } = await read(ALL, 50);
    expect([data?.page.isComplete, data?.page.edges.length]).toEqual([false, 0]);
    KEYS.forEach((key) => world.simulatorOf(key).resetSwitches());
    const { data: next } = await read(ALL, 50, data?.page.pageInfo.endCursor);
    expect([next?.page.isComplete, next?.page.edges.length]).toEqual([true, 50]);
  });

  test('is refused with a hint, before any call, behind a page of a source whose jobs came out of order', async () => {
    world.simulatorOf('tenant-07').set({ salesforce: { order: 'oldest' } });
    const { data } = await read(ALL, 50);
    expect(data?.page.edges.length).toBe(50);
    world.forgetCalls();
    const { errors } = await read(ALL, 50, data?.page.pageInfo.endCursor);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
    expect(errors?.[0]?.message).toMatch(/tenant-07\/us\/salesforce.*`tenants` or `tenantLabels`/);
    expect(world.calls()).toBe(0);
  });

  test('is refused where jobs come out of order only then', async () => {
    const { data } = await read(ALL, 50);
    world.simulatorOf('tenant-07').set({ salesforce: { order: 'oldest' } });
    const { errors } = await read(ALL, 50, data?.page.pageInfo.endCursor);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
    expect(errors?.[0]?.message).toContain('tenant-07/us/salesforce');
  });
});

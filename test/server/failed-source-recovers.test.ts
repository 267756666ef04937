import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type ProductSwitches, type SwitchChanges } from '../../simulator/index.js';
import { jobIdsOf, listPage, listPages, sourceOf, type ListedPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const startedAt = Date.now();
const window = { from: '2024-01-01T00:00:00Z' };

let world: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20, now: () => startedAt }, environment: { AVEPOINT_PAGE_SIZE: '20' } });
});
afterAll(() => world.close());
afterEach(recover);

const down: Partial<ProductSwitches> = { fault: { kind: 'status', status: 503 } };
const keysOf = (pages: readonly ListedPage[]): string[] => pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));

/** The upstream as it was at the start, and a server that has seen it no other way: what is tested is the place, not the patience. */
async function recover(): Promise<void> {
  world.simulator.resetSwitches();
  await world.restart();
}

async function everyId(): Promise<string[]> {
  return keysOf(await listPages(world, { window })).sort();
}

/** Page by page, with switches that change before some of the pages; on to the end, and over every page without edges. */
async function walkThrough(changes: Readonly<Record<number, 'up' | SwitchChanges>>, first = 25): Promise<readonly ListedPage[]> {
  const pages: ListedPage[] = [];
  for (let after: string | null = null; pages.length < 100; ) {
    const change = changes[pages.length] ?? {};
    if (change === 'up') await recover();
    else world.simulator.set(change);
    const page: ListedPage = await listPage(world, { window, first, after });
    pages.push(page);
    // A failed stream does not count for `hasNextPage`, so a client that wants all of it goes on while the page is incomplete.
    if (!page.pageInfo.hasNextPage && page.isComplete) return pages;
    after = page.pageInfo.endCursor;
  }
  throw new Error('The walk does not end.');
}

describe.each(productNames)('%s is down for a while', (product) => {
  test('from the first page: what it owes comes first, then all goes on, every job once', async () => {
    const truth = await everyId();
    const pages = await walkThrough({ 0: { [product]: down }, 2: 'up' });
    expect(pages.map(({ isComplete }) => isComplete)).toEqual(pages.map((_, index) => index >= 2));
    expect(keysOf(pages).sort()).toEqual(truth);

    const lowest = pages[1]?.edges.at(-1)?.node.startedAt ?? '';
    const owed = world.simulator.records(product).filter((job) => job.startedAt === null || new Date(job.startedAt).toISOString() > lowest);
    const recovered = pages.slice(2).flatMap(({ edges }) => edges);
    expect(owed.length).toBeGreaterThan(5);
    expect(jobIdsOf(recovered.slice(0, owed.length))).toEqual(owed.map(({ jobId }) => jobId));
    expect(pages.flatMap((page) => sourceOf(page, product).warnings.map(({ code }) => code))).not.toContain('OUT_OF_ORDER');
  });

  test('in the middle of a walk: nothing is skipped, nothing repeated', async () => {
    const truth = await everyId();
    const pages = await walkThrough({ 3: { [product]: down }, 6: 'up' });
    expect(pages.filter(({ isComplete }) => !isComplete).length).toBeGreaterThan(0);
    expect(keysOf(pages).sort()).toEqual(truth);
  });

  test('till after the others have ended: asking once more brings what is left', async () => {
    const truth = await everyId();
    const failing: ListedPage[] = [];
    world.simulator.set({ [product]: down });
    for (let after: string | null = null, more = true; more; ) {
      const page: ListedPage = await listPage(world, { window, first: 100, after });
      failing.push(page);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    const end = failing.at(-1)?.pageInfo.endCursor ?? expect.fail('no cursor at the end');
    const still = await listPage(world, { window, first: 100, after: end });
    expect(still.edges).toEqual([]);
    expect(still.isComplete).toBe(false);
    expect(still.pageInfo.hasNextPage).toBe(false);
    await recover();
    const rest = await listPages(world, { window, first: 100, after: still.pageInfo.endCursor });
    expect(rest.every(({ isComplete }) => isComplete)).toBe(true);
    expect(keysOf([...failing, ...rest]).sort()).toEqual(truth);
  });
});

test('one portal of Google fails on its own: the source answered in part', async () => {
  world.simulator.set({ 'google-workspace': { fault: { kind: 'status', status: 503, after: 1 } } });
  const page = await listPage(world, { field: 'googleWorkspaceJobs', window });
  expect(sourceOf(page, 'google-workspace')).toMatchObject({ outcome: 'PARTIAL', error: { code: 'UPSTREAM_ERROR' } });
  expect(page.isComplete).toBe(false);
  expect(page.edges.length).toBeGreaterThan(0);
  await recover();
  const rest = await listPages(world, { field: 'googleWorkspaceJobs', window, after: page.pageInfo.endCursor });
  expect(jobIdsOf([page, ...rest].flatMap(({ edges }) => edges)).sort()).toEqual(world.simulator.records('google-workspace').map(({ jobId }) => jobId).sort());
});

test('a link that leads elsewhere stops its source, and says so again on every later page that needs it', async () => {
  world.simulator.set({ 'iaas-paas': { nextLink: 'foreign' } });
  const page = await listPage(world, { field: 'iaasPaasJobs', window, first: 15 });
  expect(page.isComplete).toBe(true);
  const second = await listPage(world, { field: 'iaasPaasJobs', window, first: 15, after: page.pageInfo.endCursor });
  expect(jobIdsOf([...page.edges, ...second.edges])).toEqual(world.simulator.records('iaas-paas').slice(0, 20).map(({ jobId }) => jobId));
  expect(sourceOf(second, 'iaas-paas')).toMatchObject({ outcome: 'PARTIAL', error: { code: 'UPSTREAM_BAD_NEXT_LINK' } });
  const third = await listPage(world, { field: 'iaasPaasJobs', window, first: 15, after: second.pageInfo.endCursor });
  expect(third.edges).toEqual([]);
  expect(sourceOf(third, 'iaas-paas').error?.code).toBe('UPSTREAM_BAD_NEXT_LINK');
  expect(third.isComplete).toBe(false);
});

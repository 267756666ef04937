import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { ProductSwitches } from '../../simulator/index.js';
import { currentSeats, seatOf, type Seat } from '../products/index.js';
import { jobIdsOf, listPages, sourceOf, type ListedPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { isInWindow, matches, sortedEdgeKeys, sortedKeys, type TruthFilter } from './truth.js';

const googleWorkspace = seatOf('google-workspace/jobs');
const iaasPaas = seatOf('iaas-paas/jobs');
const microsoft365 = seatOf('microsoft-365/cloud-backup-jobs');
const salesforce = seatOf('salesforce/jobs');

const startedAt = Date.now();
const hourMs = 3_600_000;

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 300, days: 25, now: () => startedAt } })));
afterAll(() => world.close());
afterEach(() => world.simulator.resetSwitches());

type Ignored = ProductSwitches['ignoredFilters'];

async function readIgnoring(seat: Seat, ignoredFilters: Ignored, filter: TruthFilter, window?: Readonly<Record<string, unknown>>) {
  world.simulator.set({ [seat.product]: { ignoredFilters } });
  const pages = await listPages(world, { field: seat.field, filter: { ...filter }, ...(window && { window }) });
  return { pages, edges: pages.flatMap(({ edges }) => edges), warnings: warningsOf(pages, seat) };
}

function warningsOf(pages: readonly ListedPage[], seat: Seat): string[] {
  const codes = pages.flatMap((page) => sourceOf(page, seat.product).warnings.map(({ code }) => code));
  return [...new Set(codes)].filter((code) => code !== 'UNKNOWN_CODE').sort();
}

describe('what the upstream should have left out is removed here, and said', () => {
  test.each<{ seat: Seat; ignored: Ignored; filter: TruthFilter }>([
    { seat: googleWorkspace, ignored: ['type'], filter: { types: ['RESTORE'] } },
    { seat: googleWorkspace, ignored: ['service'], filter: { services: ['DRIVE'] } },
    { seat: googleWorkspace, ignored: ['status'], filter: { statuses: ['FAILED'] } },
    { seat: googleWorkspace, ignored: ['dataSource'], filter: {} },
    { seat: googleWorkspace, ignored: 'all', filter: { types: ['BACKUP', 'RESTORE'], statuses: ['SUCCEEDED'] } },
    { seat: iaasPaas, ignored: ['type'], filter: { types: ['AZURE_VM_BACKUP', 'ENTRA_ID_BACKUP'] } },
    { seat: microsoft365, ignored: ['status'], filter: { statuses: ['PARTIAL'] } },
    { seat: salesforce, ignored: ['type'], filter: { types: ['BACKUP'] } },
    { seat: salesforce, ignored: ['status'], filter: { statuses: ['FAILED', 'PARTIAL'] } },
    { seat: salesforce, ignored: ['organizationId'], filter: { organizationId: '00D5g000004QzLbEAK' } },
  ])('$seat.name: $ignored, asked for $filter', async ({ seat, ignored, filter }) => {
    const { pages, edges, warnings } = await readIgnoring(seat, ignored, filter);
    const [{ window }] = pages as [ListedPage];
    const truth = world.simulator.records(seat.product).filter((job) => matches(job, filter) && isInWindow(job, window, true));
    expect(truth).not.toEqual([]);
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
    expect(warnings).toContain('FILTER_IGNORED');
    expect(pages.every((page) => sourceOf(page, seat.product).outcome === 'OK')).toBe(true);
  });

  test('an upstream that obeys is not accused', async () => {
    const { warnings } = await readIgnoring(googleWorkspace, [], { types: ['RESTORE'], statuses: ['SUCCEEDED'] });
    expect(warnings).toEqual([]);
  });
});

describe('the window', () => {
  const window = { from: new Date(startedAt - 72 * hourMs).toISOString(), to: new Date(startedAt - 24 * hourMs).toISOString() };

  test.each(currentSeats)('ignored by $name: cut here, and said', async (seat) => {
    const { pages, edges, warnings } = await readIgnoring(seat, ['window'], {}, window);
    const [first] = pages as [ListedPage];
    const truth = world.simulator.records(seat.product).filter((job) => isInWindow(job, first.window, false));
    expect(truth).not.toEqual([]);
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
    expect(warnings).toContain('FILTER_IGNORED');
  });

  test.each(currentSeats)('asked wider than the caller did, which is not the fault of $name', async (seat) => {
    const { warnings } = await readIgnoring(seat, [], {}, window);
    expect(warnings).toEqual([]);
  });
});

describe('two streams of one source that bring the same job', () => {
  test('one edge, nothing proven', async () => {
    const { pages, edges, warnings } = await readIgnoring(microsoft365, ['type'], { types: ['BACKUP', 'RESTORE', 'EXPORT'] });
    expect(edges.length).toBeGreaterThan(0);
    expect(new Set(jobIdsOf(edges)).size).toBe(edges.length);
    expect(edges.filter(({ operation }) => operation !== null)).toEqual([]);
    expect(warnings).toContain('FILTER_IGNORED');
    expect(pages.at(-1)?.pageInfo.hasNextPage).toBe(false);
  });

  test('neither the type nor the service is proven', async () => {
    const { edges, warnings } = await readIgnoring(microsoft365, 'all', { types: ['BACKUP', 'RESTORE'], services: ['TEAMS', 'ONEDRIVE'] });
    expect(new Set(jobIdsOf(edges)).size).toBe(edges.length);
    expect(edges.filter(({ operation, workload }) => operation !== null || workload !== null)).toEqual([]);
    expect(warnings).toContain('FILTER_IGNORED');
  });

  test('the service of IaaS + PaaS', async () => {
    const { edges, warnings } = await readIgnoring(iaasPaas, ['service'], { services: ['AZURE_VM', 'ENTRA_ID'] });
    expect(edges.length).toBeGreaterThan(0);
    expect(new Set(jobIdsOf(edges)).size).toBe(edges.length);
    expect(edges.filter(({ workload }) => workload !== null)).toEqual([]);
    expect(warnings).toContain('FILTER_IGNORED');
  });

  test('page by page as well: every job once over a walk of small pages', async () => {
    world.simulator.set({ 'microsoft-365': { ignoredFilters: ['type'] } });
    const all = await listPages(world, { field: 'microsoft365Jobs', filter: { types: ['BACKUP', 'RESTORE'] } });
    const small = await listPages(world, { field: 'microsoft365Jobs', filter: { types: ['BACKUP', 'RESTORE'] }, first: 7 });
    const ids = jobIdsOf(small.flatMap(({ edges }) => edges));
    expect(ids).toEqual(jobIdsOf(all.flatMap(({ edges }) => edges)));
    expect(small.flatMap(({ edges }) => edges).filter(({ operation }) => operation !== null)).toEqual([]);
  });
});

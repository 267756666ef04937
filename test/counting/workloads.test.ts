import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

import type { SimulatedJob, SwitchChanges } from '../../simulator/index.js';
import { operationOf } from '../planning/truth.js';
import { currentSeats, environmentOf, seatOf } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { askForBoard, board, walkBoard, type Board, type BoardArguments, type Group, type Row } from './board.js';
import { isIn, isTold, keyOf, keyOfRow, rowOf, truthOf, type Truth } from './workload-oracle.js';

/** The simulator's clock stands, so that what is running stays so. */
const now = Date.now();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const simulator = { now: () => now, jobsPerProduct: 240, days: 12 };
const environment = { LIMIT_COST_PER_MINUTE: '1000000', AVEPOINT_PAGE_SIZE: '100' };

/** W2 to W8, of a world that was read in full. */
function expectedOf(world: World, operations: readonly string[], from: number): ReadonlyMap<string, Truth> {
  const jobs = currentSeats.flatMap((seat) => world.simulator.records(seat.product).map((job) => ({ job, key: keyOf(seat.sourceId, rowOf(job, seat).operation, rowOf(job, seat).code), ...rowOf(job, seat) })));
  const asked = jobs.filter(({ job, operation }) => isTold(job) && operations.includes(operation) && isIn(job, from));
  const keys = [...new Set(asked.map(({ key }) => key))];
  return new Map(keys.map((key) => [key, truthOf(asked.filter((one) => one.key === key).map(({ job }) => job), now)]));
}

const seen = ({ latest, latestEnded, latestSuccess, successEvidence, consecutiveFailures, runs, isStale }: Row): unknown => ({
  latest: latest?.jobId ?? null,
  latestEnded: latestEnded?.jobId ?? null,
  latestSuccess: latestSuccess?.jobId ?? null,
  result: latestEnded?.status ?? null,
  successEvidence,
  consecutiveFailures,
  runs,
  isStale,
});

/** Of one source, which may not have been read to its end: then `runs` is null, and all else the same. */
function expectTruth(nodes: readonly Row[], expected: ReadonlyMap<string, Truth>, product: string): void {
  const truth = [...expected].filter(([key]) => key.includes(product));
  expect(nodes.map(keyOfRow).sort()).toEqual(truth.map(([key]) => key).sort());
  for (const row of nodes) expect(seen(row)).toEqual({ ...expected.get(keyOfRow(row)), ...(row.runs === null && { runs: null }) });
}

const cursorAt = ({ edges }: Board, index: number): string => edges[index]?.cursor ?? expect.fail('no such edge');

describe('what every product protects', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator, environment })));
  afterAll(() => world.close());

  test.each([[['BACKUP']], [['RESTORE', 'RETENTION']], [['OTHER']], [['OTHER', 'BACKUP', 'EXPORT']]])('W1 to W8: %j', async (operations) => {
    const { nodes } = await board(world, { filter: { operations }, first: 500 });
    const expected = expectedOf(world, operations, now - 7 * dayMs);
    expect(new Map(nodes.map((row) => [keyOfRow(row), seen(row)]))).toEqual(expected);
    expect(nodes.length).toBeGreaterThan(3);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  it('W5 cannot tell of a product without counts whether anything was processed', async () => {
    const { nodes } = await board(world, { filter: { products: ['GOOGLE_WORKSPACE'] }, objects: true });
    expect(nodes.length).toBeGreaterThan(1);
    expect(nodes.map(({ successEvidence }) => successEvidence)).not.toContain('FOUND');
    expect(nodes.map(({ successEvidence }) => successEvidence)).toContain('UNKNOWN');
  });

  it('W14 pages by source: every workload once, whatever the page size, and no source is read that a page does not need', async () => {
    const all = await board(world, { first: 500 });
    expect(all.nodes.map(({ id }) => id)).toEqual(all.edges.map(({ node }) => node.id));
    expect(await walkBoard(world, { first: 3, after: cursorAt(all, 0) })).toEqual(all.nodes.slice(1));
    const first = await board(world, { first: 1 });
    expect(first.sources.map(({ source }) => source.id)).toEqual(['default/us/google-workspace']);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false, startCursor: first.edges[0]?.cursor, endCursor: first.edges[0]?.cursor });
    const order = all.nodes.map(({ source }) => source.id);
    expect([...new Set(order)]).toEqual(currentSeats.map(({ sourceId }) => sourceId).filter((id) => order.includes(id)));
  });

  it('W14 pages the worst first: by state, then the longest without a success', async () => {
    const all = await board(world, { first: 500, orderBy: 'WORST_FIRST' });
    const { nodes } = all;
    expect(await walkBoard(world, { first: 4, orderBy: 'WORST_FIRST', after: cursorAt(all, 2) })).toEqual(nodes.slice(3));
    const states = ['FAILING', 'STALE', 'LATE', 'PARTIAL', 'UNKNOWN', 'OK'];
    const ranks = nodes.map(({ state, successAgeSeconds }) => ({ state: states.indexOf(state), age: successAgeSeconds ?? Infinity }));
    expect(new Set(ranks.map(({ state }) => state)).size).toBeGreaterThan(2);
    for (const [index, { state, age }] of ranks.slice(1).entries()) {
      const before = ranks[index] as (typeof ranks)[number];
      expect(before.state < state || (before.state === state && before.age >= age)).toBe(true);
    }
    expect(nodes.map(({ id }) => id).sort()).toEqual((await board(world, { first: 500 })).nodes.map(({ id }) => id).sort());
  });

  it('W14 binds a cursor to the arguments, and freezes the moment of the first page', async () => {
    const { pageInfo, window } = await board(world, { first: 2 });
    const after = pageInfo.endCursor as string;
    expect((await board(world, { first: 9, after })).window).toEqual(window);
    for (const other of [{ staleAfter: 'P1D' }, { orderBy: 'WORST_FIRST' as const }, { filter: { products: ['SALESFORCE'] } }, { partial: true }, { lookBack: 'P6D' }]) {
      const { errors } = await askForBoard(world, { ...other, after });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });

  it('W15 has the same id for a workload, whatever else is asked, and from another server', async () => {
    const idsOf = async (args: BoardArguments): Promise<Map<string, string>> => new Map((await board(world, { first: 500, ...args })).nodes.map((row) => [keyOfRow(row), row.id]));
    const ids = await idsOf({});
    const others = [await idsOf({ lookBack: 'P11D', orderBy: 'WORST_FIRST', partial: true, filter: { operations: ['BACKUP', 'RESTORE'] } })];
    await world.restart();
    others.push(await idsOf({ lookBack: 'P3D' }));
    for (const other of others) for (const [key, id] of other) if (ids.has(key)) expect([key, id]).toEqual([key, ids.get(key)]);
    expect(others.map((other) => [...other.keys()].filter((key) => ids.has(key)).length)).not.toContain(0);
  });

  it('W12 takes what is known to be so, and neither of what is not', async () => {
    const { nodes } = await board(world, { first: 500 });
    const idsOf = async (filter: Readonly<Record<string, unknown>>): Promise<string[]> => (await board(world, { first: 500, filter })).nodes.map(({ id }) => id);
    const having = (has: (row: Row) => boolean): string[] => nodes.filter(has).map(({ id }) => id);
    expect(await idsOf({ isStale: true })).toEqual(having(({ isStale }) => isStale === true));
    expect(await idsOf({ isStale: false })).toEqual(having(({ isStale }) => isStale === false));
    expect(await idsOf({ isLate: true })).toEqual(having(({ isLate }) => isLate === true));
    expect(await idsOf({ isLate: false })).toEqual(having(({ isLate }) => isLate === false));
    expect(await idsOf({ states: ['FAILING', 'PARTIAL'] })).toEqual(having(({ state }) => ['FAILING', 'PARTIAL'].includes(state)));
    expect(await idsOf({ consecutiveFailuresAtLeast: 2 })).toEqual(having(({ consecutiveFailures }) => (consecutiveFailures ?? 0) >= 2));
    expect(await idsOf({ states: [] })).toEqual([]);
  });

  test.each([[[]], [['SOURCE']], [['PRODUCT', 'OPERATION']], [['TENANT']]])('W13: groups by %j add up, whatever the page', async (groupBy) => {
    const filter = { operations: ['BACKUP', 'RESTORE'] };
    const { nodes } = await board(world, { filter, first: 500 });
    const { groups = [], nodes: shown, sources } = await board(world, { filter, first: 2, groups: true, groupBy });
    expect(shown.length).toBe(2);
    expect(sources.length).toBe(currentSeats.length);
    const sum = (of: (group: Group) => number): number => groups.reduce((all, group) => all + of(group), 0);
    expect(sum(({ total }) => total)).toBe(nodes.length);
    expect(sum(({ failing }) => failing)).toBe(nodes.filter(({ state }) => state === 'FAILING').length);
    expect(sum(({ breached }) => breached)).toBe(nodes.filter(({ isStale }) => isStale === true).length);
    for (const { total, failing, stale, late, partial, unknown, ok, compliant, breached, undecided, silentSources } of groups) {
      expect([failing + stale + late + partial + unknown + ok, compliant + breached + undecided, silentSources]).toEqual([total, total, 0]);
    }
    expect(Math.max(...groups.map(({ worstSuccessAgeSeconds }) => worstSuccessAgeSeconds ?? 0))).toBeCloseTo(Math.max(...nodes.map(({ successAgeSeconds }) => successAgeSeconds ?? 0)), -2);
    if (groupBy.includes('SOURCE')) expect(groups.map(({ key }) => key.source?.id)).toEqual(currentSeats.map(({ sourceId }) => sourceId));
  });

  it.each<[string, BoardArguments]>([
    ['lookBack', { lookBack: 'P367D' }],
    ['lookBack', { lookBack: 'PT0S' }],
    ['staleAfter', { lookBack: 'P2D', staleAfter: 'P3D' }],
    ['staleAfter', { staleAfter: '-P1D' }],
    ['filter', { filter: { operations: [] } }],
    ['filter', { filter: { operations: ['UNKNOWN'] } }],
    ['first', { first: 501 }],
    ['first', { first: -1 }],
    ['groupBy', { groupBy: ['SOURCE', 'SOURCE'] }],
    ['after', { after: 'x' }],
  ])('refuses %s before any call: %j', async (argument, args) => {
    const before = world.simulator.calls.length;
    const { errors } = await askForBoard(world, args);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(world.simulator.calls.length).toBe(before);
  });

  it('says where nobody is to be asked', async () => {
    const { data, errors } = await askForBoard(world, { filter: { sourceIds: ['default/us/none'] } });
    expect(data?.board).toMatchObject({ nodes: [], isComplete: false });
    expect(errors?.[0]?.extensions['code']).toBe('NO_SOURCE');
  });
});

describe('restores of IaaS + PaaS, each type asked by itself where that takes fewer calls than all jobs', () => {
  const small = { simulator: { ...simulator, jobsPerProduct: 300 }, environment: { ...environment, AVEPOINT_SCAN_BUDGET: '1000', AVEPOINT_PRODUCTS: 'iaas-paas', AVEPOINT_PAGE_SIZE: '10' } };
  const args = { filter: { operations: ['RESTORE'] }, lookBack: 'P11D', first: 500 };

  async function rowsOf(switches: SwitchChanges): Promise<{ readonly requests: number; readonly types: ReadonlySet<string> }> {
    const world = await startWorld({ ...small, simulator: { ...small.simulator, switches } });
    try {
      const { nodes, sources, isComplete } = await board(world, args);
      const expected = expectedOf(world, ['RESTORE'], now - 11 * dayMs);
      expectTruth(nodes, expected, 'iaas-paas');
      expect([isComplete, nodes.length > 5]).toEqual([true, true]);
      const types = world.simulator.calls.flatMap(({ query }) => query['jobType'] ?? []);
      return { requests: sources[0]?.requests ?? 0, types: new Set(types) };
    } finally {
      await world.close();
    }
  }

  it('takes the newest page and one a type, or none where that page tells all of it', async () => {
    const { requests, types } = await rowsOf({});
    expect(requests).toBeLessThan(35);
    expect(types.size).toBeGreaterThan(10);
  });

  // The newest page, the first of every type, and the others of all jobs.
  const plainPages = Math.ceil(small.simulator.jobsPerProduct / 10) + 1;
  it('reads all jobs where the upstream ignores the type, and is right', async () => {
    const { requests, types } = await rowsOf({ 'iaas-paas': { ignoredFilters: ['type'] } });
    expect(requests).toBeLessThanOrEqual(plainPages + types.size);
  });

  it('reads all jobs where the upstream refuses the type, and is right', async () => {
    // The newest page comes, and one call more; a refusal is not tried again.
    const { requests, types } = await rowsOf({ 'iaas-paas': { fault: { kind: 'status', status: 400, after: 2, times: 10 } } });
    expect(requests).toBeLessThanOrEqual(plainPages + types.size);
  });
});

test('A5: an upstream that ignores the service is read once, and not once a service: one workload, of which nothing tells the service', async () => {
  const jobs = 300;
  const switches = { 'microsoft-365': { ignoredFilters: ['service'] } };
  const world = await startWorld({ simulator: { ...simulator, jobsPerProduct: jobs, switches }, environment: { ...environment, AVEPOINT_PRODUCTS: 'microsoft-365', AVEPOINT_PAGE_SIZE: '10' } });
  try {
    const { nodes, sources, isComplete } = await board(world, { lookBack: 'P11D' });
    const backups = world.simulator.records('microsoft-365').filter((job) => operationOf(job) === 'BACKUP' && isIn(job, now - 11 * dayMs));
    expect(nodes.map((row) => [row.operation, row.workload, seen(row)])).toEqual([['BACKUP', null, truthOf(backups, now)]]);
    expect([isComplete, sources.map(({ warnings }) => warnings.map(({ code }) => code))]).toEqual([true, [['FILTER_IGNORED', 'UNKNOWN_CODE']]]);
    // The total, twelve first pages, and a reading of all.
    expect(sources[0]?.requests).toBeLessThanOrEqual(1 + 12 + Math.ceil(backups.length / 10) + 2);
  } finally {
    await world.close();
  }
});

describe('where a stream has the runs of one workload, it is read as far as these tell', () => {
  const args = { lookBack: 'P11D', first: 500, filter: { operations: ['BACKUP', 'RESTORE'] } };

  test.each([{ size: '5' }, { size: '8', switches: { overlap: 2, duplicateRows: 1 } }, { size: '6', switches: { order: 'shuffled' } }] as const)('what is said is what all runs say: $size a page, $switches', async ({ size, switches = {} }) => {
    const world = await startWorld({ simulator: { ...simulator, jobsPerProduct: 600, switches: { 'microsoft-365': switches } }, environment: { ...environment, AVEPOINT_PRODUCTS: 'microsoft-365', AVEPOINT_PAGE_SIZE: size, AVEPOINT_SCAN_BUDGET: '1000' } });
    try {
      const { nodes, isComplete } = await board(world, args);
      expectTruth(nodes, expectedOf(world, args.filter.operations, now - 11 * dayMs), 'microsoft-365');
      expect(isComplete).toBe(true);
      const stopped = nodes.filter(({ runs }) => runs === null);
      // Out of order nothing is promised before the end.
      expect(stopped.length > 0).toBe(!('order' in switches));
      for (const { searchedFrom, latestSuccess, expectation } of stopped) expect([searchedFrom === null, latestSuccess === null, expectation === null]).toEqual([false, false, false]);
    } finally {
      await world.close();
    }
  });

  test('A4: a service that no query names is noticed there too', async () => {
    const job = (index: number, service: number): Partial<SimulatedJob> => ({ jobId: `IB${index}`, type: 1, service, status: 2, startedAt: now - (index + 1) * 3 * hourMs, finishedAt: now - (index + 1) * 3 * hourMs + hourMs });
    const jobs = [...Array.from({ length: 50 }, (_, index) => job(index, 1)), job(50, 13)];
    const world = await startWorld({ simulator: { now: () => now, jobs: { 'microsoft-365': jobs } }, environment: { ...environment, AVEPOINT_PRODUCTS: 'microsoft-365', AVEPOINT_PAGE_SIZE: '30' } });
    try {
      const { nodes, isComplete, sources } = await board(world);
      expect(nodes).toMatchObject([{ workload: { code: '1' }, state: 'OK', runs: null }]);
      expect([isComplete, sources.map(({ warnings }) => warnings.map(({ code }) => code))]).toEqual([false, [['UNATTRIBUTED']]]);
    } finally {
      await world.close();
    }
  });
});

test('what no query tells is shown without a workload, and not left out', async () => {
  const seat = seatOf('iaas-paas/job-report');
  const world = await startWorld({ simulator, environment: { ...environment, ...environmentOf(seat) } });
  try {
    const { nodes } = await board(world);
    const jobs = world.simulator.records('iaas-paas').filter((job) => operationOf(job) === 'BACKUP' && isIn(job, now - 7 * dayMs));
    expect(nodes.map(({ operation, workload, runs }) => ({ operation, workload, runs }))).toEqual([{ operation: 'BACKUP', workload: null, runs: jobs.filter(({ startedAt }) => startedAt !== null).length }]);
  } finally {
    await world.close();
  }
});

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

import type { SimulatedJob, SwitchChanges } from '../../simulator/index.js';
import { operationOf, statusOf } from '../planning/truth.js';
import { serviceOfType } from '../products/iaas-paas.js';
import { currentSeats, environmentOf, seatOf, type Seat } from '../products/index.js';
import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';
import { askForBoard, board, walkBoard, type Board, type BoardArguments, type Group, type Row } from './board.js';

/** The simulator's clock stands, so that what is running stays so. */
const now = Date.now();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const simulator = { now: () => now, jobsPerProduct: 240, days: 12 };
const environment = { LIMIT_COST_PER_MINUTE: '1000000', AVEPOINT_PAGE_SIZE: '100' };

const AUDITS: Readonly<Record<string, number>> = { salesforce: 20, 'dynamics-365': 16 };

/** W1, by the records alone. */
function rowOf(job: SimulatedJob, { product }: Seat): { readonly operation: string; readonly code: string | null } {
  const operation = AUDITS[product] === job.type ? 'OTHER' : operationOf(job);
  if (product === 'iaas-paas') return { operation, code: serviceOfType(job.type) };
  if (product === 'salesforce' || product === 'dynamics-365') return { operation, code: job.organizationId };
  return { operation, code: job.service === null ? null : String(job.service) };
}

const keyOf = (sourceId: string, operation: string, code: string | null): string => JSON.stringify([sourceId, operation, code]);
const instantOf = ({ startedAt, finishedAt }: SimulatedJob): number | null => startedAt ?? finishedAt;
const newest = (jobs: readonly SimulatedJob[], of: (job: SimulatedJob) => number): SimulatedJob | null =>
  [...jobs].sort((a, b) => of(b) - of(a) || (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.jobId < b.jobId ? 1 : -1))[0] ?? null;

/** A service that no parameter names is told by nothing: no query brings such jobs (A2). */
const isTold = ({ product, service }: SimulatedJob): boolean => product !== 'microsoft-365' || (service !== null && service >= 1 && service <= 12);

interface Expected {
  readonly latest: string | null;
  readonly latestEnded: string | null;
  readonly latestSuccess: string | null;
  readonly consecutiveFailures: number;
  readonly runs: number;
  readonly isStale: boolean;
}

/** W2 to W8, of a world that was read in full. */
function expectedOf(world: World, operations: readonly string[], from: number): ReadonlyMap<string, Expected> {
  const jobs = currentSeats.flatMap((seat) => world.simulator.records(seat.product).map((job) => ({ job, key: keyOf(seat.sourceId, rowOf(job, seat).operation, rowOf(job, seat).code), ...rowOf(job, seat) })));
  const asked = jobs.filter(({ job, operation }) => isTold(job) && operations.includes(operation) && (instantOf(job) ?? from) >= from);
  const keys = [...new Set(asked.map(({ key }) => key))];
  return new Map(keys.map((key) => [key, judge(asked.filter((one) => one.key === key).map(({ job }) => job))]));
}

function judge(jobs: readonly SimulatedJob[]): Expected {
  const endOf = (job: SimulatedJob): number => job.finishedAt ?? job.startedAt ?? -Infinity;
  const ended = jobs.filter((job) => ['SUCCEEDED', 'PARTIAL', 'FAILED'].includes(statusOf(job)));
  const success = newest(ended.filter((job) => statusOf(job) === 'SUCCEEDED'), endOf);
  const failed = ended.filter((job) => statusOf(job) === 'FAILED' && (success === null || endOf(job) > endOf(success)));
  return {
    latest: newest(jobs, (job) => job.startedAt ?? Infinity)?.jobId ?? null,
    latestEnded: newest(ended, endOf)?.jobId ?? null,
    latestSuccess: success?.jobId ?? null,
    consecutiveFailures: failed.length,
    runs: jobs.filter(({ startedAt }) => startedAt !== null).length,
    isStale: success === null || now - endOf(success) > 26 * hourMs,
  };
}

const seen = ({ latest, latestEnded, latestSuccess, consecutiveFailures, runs, isStale }: Row): unknown => ({
  latest: latest?.jobId ?? null,
  latestEnded: latestEnded?.jobId ?? null,
  latestSuccess: latestSuccess?.jobId ?? null,
  consecutiveFailures,
  runs,
  isStale,
});

const cursorAt = ({ edges }: Board, index: number): string => edges[index]?.cursor ?? expect.fail('no such edge');
const keyOfRow = ({ source, operation, workload }: Row): string => keyOf(source.id, operation, workload?.code ?? null);

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
      expect(new Map(nodes.map((row) => [keyOfRow(row), seen(row)]))).toEqual(new Map([...expected].filter(([key]) => key.includes('iaas-paas'))));
      expect([isComplete, nodes.length > 5]).toEqual([true, true]);
      const types = world.simulator.calls.flatMap(({ query }) => query['jobType'] ?? []);
      return { requests: sources[0]?.requests ?? 0, types: new Set(types) };
    } finally {
      await world.close();
    }
  }

  it('takes a call for the total and one a type', async () => {
    const { requests, types } = await rowsOf({});
    expect(requests).toBeLessThan(35);
    expect(types.size).toBeGreaterThan(15);
  });

  it('is right where the upstream ignores the type', async () => {
    await rowsOf({ 'iaas-paas': { ignoredFilters: ['type'] } });
  });
});

test('what no query tells is shown without a workload, and not left out', async () => {
  const seat = seatOf('iaas-paas/job-report');
  const world = await startWorld({ simulator, environment: { ...environment, ...environmentOf(seat) } });
  try {
    const { nodes } = await board(world);
    const jobs = world.simulator.records('iaas-paas').filter((job) => operationOf(job) === 'BACKUP' && (instantOf(job) ?? now) >= now - 7 * dayMs);
    expect(nodes.map(({ operation, workload, runs }) => ({ operation, workload, runs }))).toEqual([{ operation: 'BACKUP', workload: null, runs: jobs.filter(({ startedAt }) => startedAt !== null).length }]);
  } finally {
    await world.close();
  }
});

test('neither of two callers sees what is another\'s: workloads, counts, labels, cursors', async () => {
  const file = writeKeyFile([
    { name: 'sales', key: 'sales', rights: ['default/salesforce'] },
    { name: 'google', key: 'google', rights: ['default/google-workspace'] },
  ]);
  const world = await startWorld({ simulator, environment: { ...environment, AUTH_API_KEYS_FILE: file, PAGE_MEMORY_SECONDS: '60' } });
  const document = 'query ($after: String) { board: jobWorkloads(after: $after, first: 1, groupBy: [SOURCE]) { nodes { id source { id } } groups { total key { source { id } } } pageInfo { endCursor } sources { source { id } } } }';
  try {
    const askAs = (key: string, after: string | null = null) => ask<{ board: { nodes: unknown[]; groups: { total: number }[]; pageInfo: { endCursor: string } } }>(world, document, { 'x-api-key': key }, { after });
    const [sales, google] = [await askAs('sales'), await askAs('google')];
    expect(JSON.stringify(sales.data)).not.toContain('google');
    expect(JSON.stringify(google.data)).not.toContain('salesforce');
    expect(sales.data?.board.groups.map(({ total }) => total)).not.toEqual([0]);
    const stolen = await askAs('google', sales.data?.board.pageInfo.endCursor);
    expect(stolen.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  } finally {
    await world.close();
  }
});

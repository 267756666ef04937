import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type ProductName, type ProductSwitches, type SimulatedJob } from '../../simulator/index.js';
import { currentSeats, enumOf, environmentOf, olderSeats, timeFilterOf } from '../products/index.js';
import { listEdges, listPage, listPages, type ListArguments } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { isInWindow, keyOfEdge, keyOfJob, sortedEdgeKeys, sortedKeys } from './truth.js';

type Meaning = Exclude<ProductSwitches['timeFilter'], 'ignored'>;

const startedAt = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;
const ago = (hours: number): number => startedAt - hours * hourMs;
/** Whole days need no rounding: what is sent is the bound itself. */
const midnight = (daysAgo: number): number => Math.floor(startedAt / (24 * hourMs)) * 24 * hourMs - daysAgo * 24 * hourMs;
const iso = (ms: number): string => new Date(ms).toISOString();

/** On every edge of the windows below, and running for up to just under the lookback. */
const edgeCases: readonly Partial<SimulatedJob>[] = [
  { jobId: 'starts-at-from', startedAt: ago(96), finishedAt: ago(95) },
  { jobId: 'starts-before-from', startedAt: ago(96) - 1000, finishedAt: ago(95) },
  { jobId: 'starts-at-to', startedAt: ago(48), finishedAt: ago(47) },
  { jobId: 'starts-before-to', startedAt: ago(48) - 1000, finishedAt: ago(47) },
  { jobId: 'ends-at-from', startedAt: ago(100), finishedAt: ago(96) },
  { jobId: 'ends-at-to', startedAt: ago(50), finishedAt: ago(48) },
  { jobId: 'spans-it-all', startedAt: ago(96 + 10), finishedAt: ago(60) },
  { jobId: 'long-before', startedAt: ago(96 + 47), finishedAt: ago(96) },
  { jobId: 'long-after', startedAt: ago(48) - 1000, finishedAt: ago(1) },
  { jobId: 'no-time-at-all', startedAt: ago(70), finishedAt: ago(70) },
  { jobId: 'starts-at-midnight', startedAt: midnight(4), finishedAt: midnight(4) + hourMs },
  { jobId: 'ends-at-midnight', startedAt: midnight(4) - hourMs, finishedAt: midnight(4) },
  { jobId: 'starts-at-the-next', startedAt: midnight(2), finishedAt: midnight(2) + hourMs },
  { jobId: 'ends-at-the-next', startedAt: midnight(2) - hourMs, finishedAt: midnight(2) },
];

const windows: readonly { readonly name: string; readonly window: NonNullable<ListArguments['window']> }[] = [
  { name: 'two days', window: { from: iso(ago(96)), to: iso(ago(48)) } },
  { name: 'an hour', window: { from: iso(ago(70)), to: iso(ago(69)) } },
  { name: 'no lower bound', window: { to: iso(ago(48)) } },
  { name: 'the last week', window: { last: 'P7D' } },
];
const bases = ['STARTED_AT', 'FINISHED_AT'] as const;

const settings = (meaning: Meaning): Record<string, string> =>
  Object.assign({}, ...productNames.map((product) => timeFilterOf(product, meaning))) as Record<string, string>;

interface Worlds {
  readonly all: readonly { readonly world: World; readonly products: readonly ProductName[] }[];
}

async function startDeclared(declared: Meaning | null): Promise<Worlds> {
  const simulator = { jobsPerProduct: 72, days: 12, now: () => startedAt };
  const environment = declared === null ? {} : settings(declared);
  const older = olderSeats.filter((seat) => !currentSeats.includes(seat));
  const all = [
    { world: await startWorld({ simulator, environment }), products: productNames },
    { world: await startWorld({ simulator, environment: { ...environment, ...environmentOf(...older) } }), products: older.map(({ product }) => product) },
  ];
  for (const { world } of all) for (const product of productNames) for (const job of edgeCases) world.simulator.add(product, job);
  return { all };
}

function setMeaning({ all }: Worlds, switches: Partial<ProductSwitches>): void {
  for (const { world } of all) world.simulator.set(Object.fromEntries(productNames.map((product) => [product, switches])));
}

/** All products in one list, by the endpoints of today and by the older ones. */
async function expectTruth({ all }: Worlds, window: NonNullable<ListArguments['window']>): Promise<void> {
  for (const { world, products } of all) {
    const pages = await listPages(world, { window });
    const resolved = pages[0]?.window ?? expect.fail('no page');
    const unstarted = Date.parse(resolved.to) >= startedAt;
    const truth = products.map((product) => world.simulator.records(product).filter((job) => isInWindow(job, resolved, unstarted)));
    expect(truth.filter(({ length }) => length === 0)).toEqual([]);
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    expect(sortedEdgeKeys(pages.flatMap(({ edges }) => edges))).toEqual(sortedKeys(truth.flat()));
  }
}

const meanings = ['start', 'finish', 'overlap'] as const;

describe.each([null, ...meanings])('time filter declared as %s', (declared) => {
  let worlds: Worlds;
  beforeAll(async () => void (worlds = await startDeclared(declared)));
  afterAll(() => Promise.all(worlds.all.map(({ world }) => world.close())));
  afterEach(() => void worlds.all.map(({ world }) => world.simulator.resetSwitches()));

  const possible = declared === null ? meanings : [declared];
  const cases = possible.flatMap((meaning) => bases.flatMap((by) => windows.map(({ name, window }) => ({ meaning, by, name, window: { ...window, by } }))));

  test.each(cases)('an upstream that filters by $meaning, $name by $by', async ({ meaning, window }) => {
    setMeaning(worlds, { timeFilter: meaning });
    await expectTruth(worlds, window);
  });

  test.each(possible)('whether the upstream counts the bounds themselves does not matter: %s', async (meaning) => {
    for (const [fromInclusive, toInclusive] of [[false, false], [true, true], [false, true]] as const) {
      setMeaning(worlds, { timeFilter: meaning, fromInclusive, toInclusive });
      for (const by of bases) await expectTruth(worlds, { from: iso(midnight(4)), to: iso(midnight(2)), by });
    }
  });
});

describe('a job of 40 hours that failed an hour ago', () => {
  test('is found by its end, in every product', async () => {
    const world = await startWorld();
    const edges = await listEdges(world, { window: { last: 'PT24H', by: 'FINISHED_AT' }, filter: { statuses: ['FAILED'] } });
    const long = new Set(
      productNames.flatMap((product) => world.simulator.records(product).filter(({ startedAt: start, finishedAt }) => start !== null && finishedAt !== null && finishedAt - start > 39 * hourMs).map(keyOfJob)),
    );
    const found = edges.filter((edge) => long.has(keyOfEdge(edge)));
    expect(found.map(({ node }) => node.product).sort()).toEqual(productNames.map(enumOf).sort());
    expect(found.map(({ node }) => node.status)).toEqual(productNames.map(() => 'FAILED'));
    const byStart = await listEdges(world, { window: { last: 'PT24H' }, filter: { statuses: ['FAILED'] } });
    expect(byStart.filter((edge) => long.has(keyOfEdge(edge)))).toEqual([]);
    await world.close();
  });
});

test('by end, jobs that have not ended are left out', async () => {
  const world = await startWorld({ simulator: { jobsPerProduct: 200, days: 12 } });
  const page = await listPage(world, { first: 200, window: { last: 'P2D', by: 'FINISHED_AT' } });
  expect(page.edges.length).toBeGreaterThan(10);
  expect(page.edges.filter(({ node }) => node.finishedAt === null)).toEqual([]);
  const byStart = await listPage(world, { first: 200, window: { last: 'P2D' } });
  expect(byStart.edges.filter(({ node }) => node.finishedAt === null)).not.toEqual([]);
  await world.close();
});

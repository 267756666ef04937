import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ProductSwitches, SimulatedJob } from '../../simulator/index.js';
import { enumOf, seatOf, seats, type Filter, type Seat } from '../products/index.js';
import { listPages, sourceOf, type ListedPage } from '../support/list-jobs.js';
import { startBothWorlds } from './streams.js';
import { matches, operationOf, sortedEdgeKeys, sortedKeys, statusOf, type TruthFilter } from './truth.js';

/** Rows that carry words where codes are due: what the tables know is that code; what nobody knows contradicts nothing that was asked for. */

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

const everything = { from: '2000-01-01T00:00:00Z' };

const unique = (names: Readonly<Record<number, string>>): Record<number, string> =>
  Object.fromEntries(Object.entries(names).filter(([, name], _index, all) => all.filter(([, other]) => other === name).length === 1));
const typeWords = (seat: Seat): Record<number, string> => unique(Object.fromEntries(Object.entries(seat.types).map(([code, [name]]) => [code, name])));

interface Worded {
  readonly seat: Seat;
  /** By the upstream's row field. */
  readonly words: ProductSwitches['words'];
  readonly isTyped: boolean;
}

const worded: readonly Worded[] = seats.map((seat) => ({
  seat,
  words: { [seat.statusName]: seat.statusLabels, ...(seat.typeName !== null && { [seat.typeName]: typeWords(seat) }), ...seat.otherWords },
  isTyped: seat.typeName !== null,
}));

async function read(seat: Seat, switches: Partial<ProductSwitches>, filter: TruthFilter) {
  const world = worlds.of(seat);
  world.simulator.set({ [seat.product]: switches });
  try {
    const pages = await listPages(world, { field: seat.field, filter: { ...filter }, window: everything });
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    return { edges: pages.flatMap(({ edges }) => edges), warnings: warningsOf(pages, seat), records: world.simulator.records(seat.product) };
  } finally {
    world.simulator.resetSwitches();
  }
}

const warningsOf = (pages: readonly ListedPage[], { product }: Seat): string[] => [...new Set(pages.flatMap((page) => sourceOf(page, product).warnings.map(({ code }) => code)))].sort();

const respelled = (words: ProductSwitches['words'], spell: (word: string) => string): ProductSwitches['words'] =>
  Object.fromEntries(Object.entries(words).map(([field, ofCode]) => [field, Object.fromEntries(Object.entries(ofCode).map(([code, word]) => [code, spell(word)]))]));

const spellings: readonly (readonly [title: string, spell: (word: string) => string])[] = [
  ['as they are', (word) => word],
  ['in other letters, run together', (word) => word.toUpperCase().replace(/[ _-]/g, '')],
];

describe.each(worded)('$seat.name', ({ seat, words, isTyped }) => {
  const statuses = [...new Set(Object.values(seat.statuses)), 'UNKNOWN'];
  const filters: TruthFilter[] = [
    {},
    ...statuses.map((status) => ({ statuses: [status] })),
    { statuses: ['FAILED', 'PARTIAL', 'RUNNING', 'SUCCEEDED', 'QUEUED', 'STOPPED'] },
    ...Object.keys(seat.statuses).map((code) => ({ statusCodes: [Number(code)] })),
    ...(isTyped ? Object.values(typeWords(seat)).filter((_, index) => index % 3 === 0).map((type) => ({ types: [type] })) : []),
    ...(seat.serviceName === null ? [] : Object.values(seat.services).map((service) => ({ services: [service] }))),
    ...Object.entries(seat.ownFilters).flatMap(([name, { values, isList }]) => (isList ? [{ [name]: values.slice(-1) }, { [name]: values, statuses: ['FAILED'] }] : [])),
  ];

  test.each(spellings)('every filter finds what it finds among codes: words %s', async (_title, spell) => {
    for (const filter of filters) {
      const { edges, warnings, records } = await read(seat, { words: respelled(words, spell) }, filter);
      expect(sortedEdgeKeys(edges), JSON.stringify(filter)).toEqual(sortedKeys(records.filter((job) => matches(job, filter))));
      expect(warnings.filter((code) => code !== 'UNKNOWN_CODE')).toEqual([]);
      const truth = new Map(records.map((job) => [job.jobId, statusOf(job)]));
      expect(edges.filter(({ node }) => node.status !== truth.get(node.jobId))).toEqual([]);
    }
  });
});

test.each(worded.filter(({ isTyped }) => isTyped))('$seat.name: operations are those of the words', async ({ seat, words }) => {
  const world = worlds.of(seat);
  world.simulator.set({ [seat.product]: { words } });
  const product = enumOf(seat.product);
  const edges = (await listPages(world, { filter: { products: [product], operations: ['RESTORE', 'EXPORT'] }, window: everything })).flatMap((page) => page.edges);
  const truth = world.simulator.records(seat.product).filter((job) => ['RESTORE', 'EXPORT'].includes(operationOf(job)) && job.type in typeWords(seat));
  world.simulator.resetSwitches();
  const found = new Map(edges.map(({ node }) => [node.jobId, node.operation]));
  expect(truth).not.toEqual([]);
  expect(truth.filter((job) => found.get(job.jobId) !== operationOf(job))).toEqual([]);
});

const asked: readonly { readonly seat: Seat; readonly rowName: string; readonly filter: Filter }[] = seats.flatMap((seat) => seat.proven.map((one) => ({ seat, ...one })));

describe.each(asked)('$seat.name, asked for $filter', ({ seat, rowName, filter }) => {
  test('keeps the rows of a word that nobody knows', async () => {
    const { edges, warnings, records } = await read(seat, { values: { [rowName]: 'Vollendet' } }, filter);
    const truth = records.filter((job) => matches(job, filter));
    expect(truth).not.toEqual([]);
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
    expect(warnings).toEqual(['UNKNOWN_CODE']);
  });

  test('leaves out the rows of another code, be it in no table', async () => {
    for (const code of [77, '77', '-1']) {
      const { edges, warnings } = await read(seat, { values: { [rowName]: code } }, filter);
      expect(edges).toEqual([]);
      expect(warnings).toContain('FILTER_IGNORED');
    }
  });
});

test('a word that several codes bear is none of them', async () => {
  const known = (job: SimulatedJob): boolean => statusOf(job) === 'QUEUED';
  const { edges, records } = await read(seatOf('iaas-paas/jobs'), { words: { status: { 0: 'Queued', 32: 'Queued' } } }, {});
  const queued = new Set(records.filter(known).map(({ jobId }) => jobId));
  expect(queued.size).toBeGreaterThan(0);
  expect(new Set(edges.filter(({ node }) => queued.has(node.jobId)).map(({ node }) => node.status))).toEqual(new Set(['UNKNOWN']));
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ProductSwitches, SimulatedJob } from '../../simulator/index.js';
import { googleWorkspace, iaasPaas, jobReport, listPages, microsoft365, microsoft365Older, salesforce, sourceOf, type Dialect, type ListedPage } from '../support/list-jobs.js';
import { statusTables } from '../support/oracle-tables.js';
import { startBothWorlds } from './streams.js';
import { matches, operationOf, serviceTables, sortedEdgeKeys, sortedKeys, statusOf, typeTables, type TruthFilter } from './truth.js';

/** Rows that carry words where codes are due: what the tables know is that code; what nobody knows contradicts nothing that was asked for. */

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

const everything = { from: '2000-01-01T00:00:00Z' };

/** As the vendor's pages call them. */
const google = { 0: 'In progress', 2: 'Finished', 3: 'Failed', 7: 'Finished with exception' };
const iaas = { 0: 'NotStarted', 1: 'InProgress', 2: 'Successful', 4: 'Skipped', 8: 'Exception', 16: 'Failed', 32: 'Waiting', 64: 'Stopped' };
const microsoft = { 1: 'In Progress', 2: 'Finished', 3: 'Failed', 4: 'Finished with Exception', 5: 'Partially Finished' };
const salesforceStatuses = { 1: 'In progress', 2: 'Finished', 3: 'Finished with exception', 4: 'Failed', 5: 'Paused', 6: 'Stopped', 7: 'Skipped' };

const unique = (names: Readonly<Record<number, string>>): Record<number, string> =>
  Object.fromEntries(Object.entries(names).filter(([, name], _index, all) => all.filter(([, other]) => other === name).length === 1));
const typeWords = (dialect: Dialect): Record<number, string> => unique(Object.fromEntries(Object.entries(typeTables[dialect.product]).map(([code, [name]]) => [code, name])));

interface Worded {
  readonly dialect: Dialect;
  /** By the upstream's row field. */
  readonly words: ProductSwitches['words'];
  readonly isTyped: boolean;
}

const worded: readonly Worded[] = [
  {
    dialect: googleWorkspace,
    words: { status: google, jobType: typeWords(googleWorkspace), appType: serviceTables['google-workspace'], dataSource: { 1: 'Admin', 2: 'ReCenter' } },
    isTyped: true,
  },
  { dialect: iaasPaas, words: { status: iaas, jobType: typeWords(iaasPaas) }, isTyped: true },
  { dialect: jobReport, words: { state: iaas }, isTyped: false },
  { dialect: microsoft365, words: { state: microsoft }, isTyped: false },
  { dialect: microsoft365Older, words: { state: microsoft }, isTyped: false },
  { dialect: salesforce, words: { status: salesforceStatuses, type: typeWords(salesforce) }, isTyped: true },
];

async function read(dialect: Dialect, switches: Partial<ProductSwitches>, filter: TruthFilter) {
  const world = worlds.of(dialect);
  world.simulator.set({ [dialect.product]: switches });
  try {
    const pages = await listPages(world, { field: dialect.field, filter: { ...filter }, window: everything });
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    return { edges: pages.flatMap(({ edges }) => edges), warnings: warningsOf(pages, dialect), records: world.simulator.records(dialect.product) };
  } finally {
    world.simulator.resetSwitches();
  }
}

const warningsOf = (pages: readonly ListedPage[], { product }: Dialect): string[] => [...new Set(pages.flatMap((page) => sourceOf(page, product).warnings.map(({ code }) => code)))].sort();

const respelled = (words: ProductSwitches['words'], spell: (word: string) => string): ProductSwitches['words'] =>
  Object.fromEntries(Object.entries(words).map(([field, ofCode]) => [field, Object.fromEntries(Object.entries(ofCode).map(([code, word]) => [code, spell(word)]))]));

const spellings: readonly (readonly [title: string, spell: (word: string) => string])[] = [
  ['as they are', (word) => word],
  ['in other letters, run together', (word) => word.toUpperCase().replace(/[ _-]/g, '')],
];

describe.each(worded)('$dialect.name', ({ dialect, words, isTyped }) => {
  const statuses = [...new Set(Object.values(statusTables[dialect.product])), 'UNKNOWN'];
  const filters: TruthFilter[] = [
    {},
    ...statuses.map((status) => ({ statuses: [status] })),
    { statuses: ['FAILED', 'PARTIAL', 'RUNNING', 'SUCCEEDED', 'QUEUED', 'STOPPED'] },
    ...Object.keys(statusTables[dialect.product]).map((code) => ({ statusCodes: [Number(code)] })),
    ...(isTyped ? Object.values(typeWords(dialect)).filter((_, index) => index % 3 === 0).map((type) => ({ types: [type] })) : []),
    ...(dialect === googleWorkspace ? [...Object.values(serviceTables['google-workspace']).map((service) => ({ services: [service] })), { dataSources: ['RECENTER'] }, { dataSources: ['ADMIN', 'RECENTER'], statuses: ['FAILED'] }] : []),
  ];

  test.each(spellings)('every filter finds what it finds among codes: words %s', async (_title, spell) => {
    for (const filter of filters) {
      const { edges, warnings, records } = await read(dialect, { words: respelled(words, spell) }, filter);
      expect(sortedEdgeKeys(edges), JSON.stringify(filter)).toEqual(sortedKeys(records.filter((job) => matches(job, filter))));
      expect(warnings.filter((code) => code !== 'UNKNOWN_CODE')).toEqual([]);
      const truth = new Map(records.map((job) => [job.jobId, statusOf(job)]));
      expect(edges.filter(({ node }) => node.status !== truth.get(node.jobId))).toEqual([]);
    }
  });
});

test.each(worded.filter(({ isTyped }) => isTyped))('$dialect.name: operations are those of the words', async ({ dialect, words }) => {
  const world = worlds.of(dialect);
  world.simulator.set({ [dialect.product]: { words } });
  const product = dialect.product.toUpperCase().replaceAll('-', '_');
  const edges = (await listPages(world, { filter: { products: [product], operations: ['RESTORE', 'EXPORT'] }, window: everything })).flatMap((page) => page.edges);
  const truth = world.simulator.records(dialect.product).filter((job) => ['RESTORE', 'EXPORT'].includes(operationOf(job)) && job.type in typeWords(dialect));
  world.simulator.resetSwitches();
  const found = new Map(edges.map(({ node }) => [node.jobId, node.operation]));
  expect(truth).not.toEqual([]);
  expect(truth.filter((job) => found.get(job.jobId) !== operationOf(job))).toEqual([]);
});

const asked: readonly { readonly dialect: Dialect; readonly field: string; readonly filter: TruthFilter }[] = [
  { dialect: googleWorkspace, field: 'status', filter: { statuses: ['FAILED'] } },
  { dialect: googleWorkspace, field: 'jobType', filter: { types: ['RESTORE', 'EXPORT'] } },
  { dialect: googleWorkspace, field: 'appType', filter: { services: ['GMAIL', 'DRIVE'] } },
  { dialect: googleWorkspace, field: 'dataSource', filter: { dataSources: ['RECENTER'] } },
  { dialect: iaasPaas, field: 'jobType', filter: { types: ['AZURE_VM_BACKUP'] } },
  { dialect: microsoft365, field: 'state', filter: { statuses: ['FAILED'] } },
  { dialect: microsoft365Older, field: 'state', filter: { statuses: ['PARTIAL'] } },
  { dialect: salesforce, field: 'status', filter: { statuses: ['FAILED'] } },
  { dialect: salesforce, field: 'type', filter: { types: ['BACKUP'] } },
];

describe.each(asked)('$dialect.name, asked for $filter', ({ dialect, field, filter }) => {
  test('keeps the rows of a word that nobody knows', async () => {
    const { edges, warnings, records } = await read(dialect, { values: { [field]: 'Vollendet' } }, filter);
    const truth = records.filter((job) => matches(job, filter));
    expect(truth).not.toEqual([]);
    expect(sortedEdgeKeys(edges)).toEqual(sortedKeys(truth));
    expect(warnings).toEqual(['UNKNOWN_CODE']);
  });

  test('leaves out the rows of another code, be it in no table', async () => {
    for (const code of [77, '77', '-1']) {
      const { edges, warnings } = await read(dialect, { values: { [field]: code } }, filter);
      expect(edges).toEqual([]);
      expect(warnings).toContain('FILTER_IGNORED');
    }
  });
});

test('a word that several codes bear is none of them', async () => {
  const known = (job: SimulatedJob): boolean => statusOf(job) === 'QUEUED';
  const { edges, records } = await read(iaasPaas, { words: { status: { 0: 'Queued', 32: 'Queued' } } }, {});
  const queued = new Set(records.filter(known).map(({ jobId }) => jobId));
  expect(queued.size).toBeGreaterThan(0);
  expect(new Set(edges.filter(({ node }) => queued.has(node.jobId)).map(({ node }) => node.status))).toEqual(new Set(['UNKNOWN']));
});

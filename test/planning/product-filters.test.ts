import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { askForJobs, jobIdsOf, listEdges, listPage, listPages, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { askedFor, distinct } from './received.js';

/** What the filter says of one product (docs/behaviour.md §4), over jobs of whose types, statuses and ids everything is known. */
const jobs = {
  'google-workspace': [{ jobId: 'GDIB-1', type: 1, status: 2 }],
  'iaas-paas': [{ jobId: 'FB-1', type: 1, status: 2, comments: '' }],
  'microsoft-365': [{ jobId: 'IB-1', type: 1, status: 2 }],
  salesforce: [
    { jobId: 'AI-1', type: 1, status: 2 },
    { jobId: 'AI-2', type: 3, status: 2 },
    { jobId: 'AI-3', type: 1, status: 4 },
    { jobId: 'AI-4', type: 99, status: 2 },
  ],
};
const others = ['FB-1', 'GDIB-1', 'IB-1'];

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobs }, environment: { AVEPOINT_PRODUCTS: Object.keys(jobs).join(',') } })));
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

const asked = (): string[] => distinct(askedFor(world.simulator.calls.filter(({ product }) => product === 'salesforce'), ['type', 'status']));
const idsOf = async (filter: Readonly<Record<string, unknown>>): Promise<string[]> => jobIdsOf(await listEdges(world, { filter })).sort();

test('it narrows its product and leaves the others alone', async () => {
  expect(await idsOf({ salesforce: { types: ['RESTORE'] } })).toEqual(['AI-2', ...others]);
  expect(asked()).toEqual(['type=3']);
});

test('it is not missed where it says nothing', async () => {
  expect(await idsOf({ salesforce: {}, iaasPaas: null })).toEqual(await idsOf({}));
});

describe('both must hold', () => {
  test.each([
    ['the same field in both', { statuses: ['SUCCEEDED', 'FAILED'], salesforce: { statuses: ['FAILED', 'RUNNING'] } }, ['AI-3', ...others], ['status=4']],
    ['two fields about one thing', { operations: ['BACKUP', 'EXPORT'], salesforce: { types: ['BACKUP', 'RESTORE'] } }, ['AI-1', 'AI-3', 'FB-1', 'GDIB-1'], ['type=1']],
    ['a code that nobody knows, and UNKNOWN', { operations: ['UNKNOWN'], salesforce: { typeCodes: [99, 1] } }, ['AI-4'], ['type=99']],
    ['fields about different things', { statuses: ['SUCCEEDED'], salesforce: { types: ['BACKUP'] } }, ['AI-1', ...others], ['type=1 status=2']],
  ])('%s', async (_title, filter, ids, parameters) => {
    const found = await idsOf({ products: ['SALESFORCE', 'GOOGLE_WORKSPACE', 'IAAS_PAAS', 'MICROSOFT_365'], ...filter });
    expect(found.filter((id) => id.startsWith('AI'))).toEqual(ids.filter((id) => id.startsWith('AI')));
    expect(asked()).toEqual(parameters);
  });

  test('what cannot hold together is not asked', async () => {
    const page = await listPage(world, { filter: { operations: ['RESTORE'], salesforce: { types: ['BACKUP'] } } });
    expect(sourceOf(page, 'salesforce')).toMatchObject({ outcome: 'SKIPPED', requests: 0 });
    expect(asked()).toEqual([]);
  });

  test('texts in job ids', async () => {
    expect(await idsOf({ products: ['SALESFORCE'], search: 'AI', salesforce: { search: '-2' } })).toEqual(['AI-2']);
    expect(sourceOf(await listPage(world, { filter: { search: 'AI', salesforce: { search: '-2' } } }), 'salesforce').localFilters).toEqual(['search', 'salesforce.search']);
  });

  test('what is applied here is told by the names in the filter', async () => {
    const page = await listPage(world, { filter: { iaasPaas: { statuses: ['SUCCEEDED'] } } });
    expect(sourceOf(page, 'iaas-paas').localFilters).toEqual(['iaasPaas.statuses']);
  });
});

test('an upstream that searches itself takes one text', async () => {
  expect(await idsOf({ products: ['IAAS_PAAS'], search: 'FB', iaasPaas: { search: ' FB ' } })).toEqual(['FB-1']);
  const { data, errors } = await askForJobs(world, { filter: { search: 'FB', iaasPaas: { search: '-1' } } });
  expect(data?.page ?? null).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(/`search` or `iaasPaas\.search`/) as string, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'filter' }) as unknown })]);
});

describe('sources', () => {
  test('of other products are asked, whatever it names', async () => {
    expect(await idsOf({ salesforce: { sourceIds: [] } })).toEqual(others);
    expect(await idsOf({ salesforce: { sourceIds: ['default/us/salesforce'], types: ['RESTORE'] } })).toEqual(['AI-2', ...others]);
  });

  test('that it names and that nobody may read leave nobody to ask, and that is told', async () => {
    const { data, errors } = await askForJobs(world, { filter: { products: ['SALESFORCE'], salesforce: { sourceIds: ['default/us/elsewhere'] } } });
    expect(data?.page).toMatchObject({ isComplete: false, edges: [], sources: [] });
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('default/us/elsewhere') as string, extensions: expect.objectContaining({ code: 'NO_SOURCE' }) as unknown })]);
  });
});

test('a list goes on with it, and with nothing else', async () => {
  const filter = { products: ['SALESFORCE'], salesforce: { types: ['BACKUP'] } };
  const pages = await listPages(world, { filter, first: 1 });
  expect(pages.flatMap(({ edges }) => jobIdsOf(edges)).sort()).toEqual(['AI-1', 'AI-3']);
  const { errors } = await askForJobs(world, { filter: { ...filter, salesforce: { types: ['RESTORE'] } }, first: 1, after: pages[0]?.pageInfo.endCursor ?? null });
  expect(errors?.[0]?.extensions['argument']).toBe('after');
});

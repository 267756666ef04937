import { afterAll, beforeAll, expect, test } from 'vitest';

import { eachProduct, products, seatOf } from '../products/index.js';
import { askForJobs, jobIdsOf, listEdges, listPage, listPages, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { parametersOf } from './received.js';

const iaasPaas = seatOf('iaas-paas/jobs');
const jobReport = seatOf('iaas-paas/job-report');
const microsoft365 = seatOf('microsoft-365/cloud-backup-jobs');

const commented = { jobId: 'IB20260101000000001', comments: 'The Snapshot of vm-17 is locked.' };
const plain = { jobId: 'FB20260101000000002', comments: '' };
/** Whoever is not of these has no jobs. */
const jobs = {
  ...eachProduct(() => []),
  'google-workspace': [{ jobId: 'GDIB20260101000000' }, { jobId: 'GDRS20260101000000' }],
  'iaas-paas': [commented, plain],
  'microsoft-365': [{ jobId: 'IB20260101000000001000' }, { jobId: 'RS20260101000000001000' }],
  salesforce: [{ jobId: 'AI20260101000000001000' }],
};

let world: World;
let older: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobs } });
  older = await startWorld({ simulator: { jobs }, environment: { AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report' } });
});
afterAll(async () => {
  await Promise.all([world.close(), older.close()]);
});

test('IaaS + PaaS is asked, with the text as it is; the others are not', async () => {
  world.simulator.forgetCalls();
  const page = await listPage(world, { filter: { search: 'ib2026 & más+?%' } });
  const texts = world.simulator.calls.map((call) => [call.product, call.query['searchText'] ?? null]);
  expect(texts.filter(([, text]) => text !== null)).toEqual([['iaas-paas', 'ib2026 & más+?%']]);
  expect(new Set(texts.map(([product]) => product)).size).toBe(products.length);
  expect(page.sources.map(({ localFilters }) => localFilters)).toEqual(products.map(({ isSearched }) => (isSearched ? [] : ['search'])));
});

test('the job report is asked in its body', async () => {
  older.simulator.forgetCalls();
  await listPage(older, { field: jobReport.field, filter: { search: 'a "quoted" text' } });
  expect(older.simulator.calls.map((call) => parametersOf(call)['searchtext'])).toEqual(['a "quoted" text']);
});

test('elsewhere it is a case-sensitive part of the job id', async () => {
  const upper = await listEdges(world, { field: microsoft365.field, filter: { search: 'RS2026' } });
  expect(jobIdsOf(upper)).toEqual(['RS20260101000000001000']);
  expect(await listEdges(world, { field: microsoft365.field, filter: { search: 'rs2026' } })).toEqual([]);
  const middle = await listEdges(world, { field: 'googleWorkspaceJobs', filter: { search: 'IB2026' } });
  expect(jobIdsOf(middle)).toEqual(['GDIB20260101000000']);
});

test.each([
  ['iaas-paas', () => world, iaasPaas],
  ['the job report', () => older, jobReport],
])('the answer of %s stands: description, casing and all', async (_name, of, seat) => {
  const found = await listEdges(of(), { field: seat.field, filter: { search: 'snapshot OF VM-17' } });
  expect(jobIdsOf(found)).toEqual([commented.jobId]);
});

test('and stands where the upstream searches in its own way', async () => {
  world.simulator.set({ 'iaas-paas': { ignoredFilters: ['search'] } });
  const pages = await listPages(world, { field: iaasPaas.field, filter: { search: 'whatever it makes of this' } });
  world.simulator.resetSwitches();
  expect(jobIdsOf(pages.flatMap(({ edges }) => edges)).sort()).toEqual([plain.jobId, commented.jobId]);
  expect(pages.map((page) => sourceOf(page, 'iaas-paas'))).toMatchObject([{ outcome: 'OK', warnings: [], localFilters: [] }]);
});

test('one text over all products', async () => {
  const found = await listEdges(world, { filter: { search: 'IB2026' } });
  expect(jobIdsOf(found).sort()).toEqual(['GDIB20260101000000', commented.jobId, 'IB20260101000000001000']);
});

test('no text is no filter', async () => {
  const answer = await askForJobs(world, { filter: { search: null } });
  expect(answer.data?.page?.edges).toHaveLength(7);
});

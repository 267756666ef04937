import { expect, it } from 'vitest';

import { startWorld } from '../support/world.js';

/** What each endpoint offers by the vendor's pages, docs/upstream.md §3–§8; nothing else. */
const offered: readonly (readonly [endpoint: string, settings: Readonly<Record<string, string>>, flags: readonly string[]])[] = [
  ['GET /backup/google/admin/jobs', { AVEPOINT_PRODUCTS: 'google-workspace' }, ['filterByStatus', 'filterByOperation', 'filterByWorkload', 'reportsOperation', 'reportsWorkload']],
  ['GET /backup/vm/jobs', { AVEPOINT_PRODUCTS: 'iaas-paas' }, ['totalCount', 'textSearch', 'filterByOperation', 'filterByWorkload', 'reportsOperation', 'reportsCounts', 'reportsFailures', 'reportsWorkload']],
  ['POST /api/public/jobreport', { AVEPOINT_PRODUCTS: 'iaas-paas', AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report' }, ['textSearch', 'filterByOperation', 'filterByWorkload', 'reportsCounts', 'reportsFailures', 'reportsWorkload']],
  ['GET /backup/m365/cloudbackupjobs', { AVEPOINT_PRODUCTS: 'microsoft-365' }, ['totalCount', 'lookupById', 'filterByStatus', 'filterByOperation', 'filterByWorkload', 'reportsCounts', 'reportsFailures', 'reportsWorkload']],
  ['GET /cloudbackup/jobs', { AVEPOINT_PRODUCTS: 'microsoft-365', AVEPOINT_MICROSOFT_365_ENDPOINT: 'jobs' }, ['totalCount', 'filterByStatus', 'filterByOperation', 'filterByWorkload', 'reportsCounts', 'reportsFailures', 'reportsWorkload']],
  ['GET /backup/sfbapi/jobs', { AVEPOINT_PRODUCTS: 'salesforce' }, ['totalCount', 'filterByStatus', 'filterByOperation', 'requiresWindow', 'reportsOperation', 'reportsCounts', 'reportsWorkload', 'reportsSize']],
  ['GET /dynamicsbackup/jobs', { AVEPOINT_PRODUCTS: 'dynamics-365' }, ['totalCount', 'filterByStatus', 'filterByOperation', 'requiresWindow', 'reportsOperation', 'reportsCounts', 'reportsWorkload', 'reportsSize']],
];

const QUERY = `{ jobSources { endpoint capabilities {
  totalCount lookupById textSearch filterByStatus filterByOperation filterByWorkload requiresWindow reportsOperation reportsCounts reportsFailures reportsWorkload reportsSize
} } }`;

it.each(offered)('%s says what it offers', async (endpoint, settings, expected) => {
  const world = await startWorld({ simulator: { jobsPerProduct: 1 }, environment: settings });
  const { data } = await world.query<{ jobSources: { endpoint: string; capabilities: Record<string, boolean> }[] }>(QUERY);
  await world.close();
  const [source] = data?.jobSources ?? [];
  expect(source?.endpoint).toBe(endpoint);
  expect(Object.entries(source?.capabilities ?? {}).filter(([, offers]) => offers).map(([flag]) => flag)).toEqual(expected);
});

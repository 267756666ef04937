import { expect, it } from 'vitest';

import { startWorld } from '../support/world.js';
import { seatsOf, type EndpointName } from './seats.js';

/** What each endpoint offers by the vendor's pages, docs/upstream.md §3–§7; nothing else. */
const offered: readonly (readonly [EndpointName, readonly string[]])[] = [
  ['google-workspace/jobs', ['filterByStatus', 'filterByOperation', 'filterByWorkload', 'reportsOperation']],
  ['iaas-paas/jobs', ['totalCount', 'textSearch', 'filterByOperation', 'filterByWorkload', 'reportsOperation', 'reportsCounts', 'reportsFailures']],
  ['iaas-paas/job-report', ['textSearch', 'filterByOperation', 'filterByWorkload', 'reportsCounts', 'reportsFailures']],
  ['microsoft-365/cloud-backup-jobs', ['totalCount', 'lookupById', 'filterByStatus', 'filterByOperation', 'filterByWorkload', 'reportsCounts', 'reportsFailures']],
  ['microsoft-365/jobs', ['totalCount', 'filterByStatus', 'filterByOperation', 'filterByWorkload', 'reportsCounts', 'reportsFailures']],
  ['salesforce/jobs', ['totalCount', 'filterByStatus', 'filterByOperation', 'requiresWindow', 'reportsOperation', 'reportsCounts']],
];

const QUERY = `{ jobSources { endpoint capabilities {
  totalCount lookupById textSearch filterByStatus filterByOperation filterByWorkload requiresWindow reportsOperation reportsCounts reportsFailures
} } }`;

it.each(offered)('%s says what it offers', async (name, expected) => {
  const [seat] = seatsOf(name);
  const world = await startWorld({ simulator: { jobsPerProduct: 1 }, environment: { ...seat?.environment } });
  const { data } = await world.query<{ jobSources: { endpoint: string; capabilities: Record<string, boolean> }[] }>(QUERY);
  await world.close();
  const [source] = data?.jobSources ?? [];
  expect(source?.endpoint).toBe(seat?.endpoint);
  expect(Object.entries(source?.capabilities ?? {}).filter(([, offers]) => offers).map(([flag]) => flag)).toEqual(expected);
});

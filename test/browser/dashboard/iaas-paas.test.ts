import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { leave } from '../visit.js';
import { open, showTable } from './open.js';

/** What IaaS + PaaS says of its jobs is in the comment and in the type. */

const reason = 'The snapshot could not be created: the resource is locked.';
const hourMs = 3_600_000;
const startedAt = Math.floor(Date.now() / 1000) * 1000 - 2 * hourMs;
const jobs = [
  { jobId: 'FB-failed', type: 1, status: 16, comments: reason },
  { jobId: 'FB-partial', type: 20_016, status: 8, comments: '' },
  { jobId: 'FB-well', type: 1024, status: 2, comments: 'Nothing had changed.' },
  { jobId: 'FB-strange', type: 99_999, status: 2, comments: '' },
].map((job, index) => ({ ...job, startedAt: startedAt - index * 60_000, finishedAt: startedAt + hourMs }));

let chromium: TestBrowser;
let world: World;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobs: { 'iaas-paas': jobs } }, environment: { AVEPOINT_PRODUCTS: 'iaas-paas', PAGE_MEMORY_SECONDS: '15' } })]);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

test('failures are told by their comments, and kinds by the names of their types', async () => {
  const visit = await open(chromium, `${world.url}/dashboard/`);
  const { page } = visit;
  const entry = (jobId: string) => page.locator('.failures .entry').filter({ hasText: jobId });
  await entry('FB-failed').waitFor();
  const failed = await entry('FB-failed').textContent();
  expect(failed).toContain('Azure VM backup');
  expect(failed).toContain(reason);
  expect(await entry('FB-partial').textContent()).toContain('No message came with it.');
  expect(await page.getByText('reports no messages').count()).toBe(0);

  await showTable(visit);
  const kindOf = (jobId: string) => page.locator('.job-table tbody tr').filter({ hasText: jobId }).locator('td').nth(3).textContent();
  expect(await kindOf('FB-failed')).toBe('Azure VM backup');
  expect(await kindOf('FB-well')).toBe('Azure Storage backup');
  expect(await kindOf('FB-strange')).toBe('Unknown');
  expect(visit.complaints).toEqual([]);
  await leave(visit);
});

test('the details of a job tell its reason once', async () => {
  const visit = await open(chromium, `${world.url}/dashboard/`);
  const dialogOf = async (jobId: string): Promise<string> => {
    await visit.page.locator('.job-table').getByText(jobId).click();
    const dialog = visit.page.getByRole('dialog');
    await dialog.locator('.facts').waitFor();
    const facts = `${await dialog.locator('.facts').textContent()} ${(await dialog.locator('.messages').allTextContents()).join(' ')}`;
    await visit.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    return facts;
  };
  await showTable(visit);
  expect((await dialogOf('FB-failed')).split(reason)).toHaveLength(2);
  expect(await dialogOf('FB-well')).toContain('Nothing had changed.');
  await leave(visit);
});

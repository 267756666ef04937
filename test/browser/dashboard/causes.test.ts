import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { status } from '../../support/faults.js';
import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, type Visit } from '../visit.js';
import { open } from './open.js';

const now = Date.now();
const hourMs = 3_600_000;
const job = (index: number, hoursAgo: number, value: string) => ({
  jobId: `FB${index}`,
  status: 3,
  type: 1,
  service: 1,
  startedAt: now - (hoursAgo + 1) * hourMs,
  finishedAt: now - hoursAgo * hourMs,
  failures: [{ value, number: 1, isErrorCode: false, url: null }],
});
const jobs = [job(1, 30, 'The mailbox ann@contoso.com is on hold.'), job(2, 20, 'The mailbox bob@contoso.com is on hold.'), job(3, 10, 'No permission.')];

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([
    launchBrowser(),
    startWorld({ simulator: { now: () => now, jobs: { 'microsoft-365': jobs as never } }, environment: { AVEPOINT_PRODUCTS: 'microsoft-365' } }),
  ]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const panel = () => visit.page.locator('.causes');

test('causes are counted over all jobs, and lead to the newest jobs that have them', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`);
  await panel().scrollIntoViewIfNeeded();
  const entries = panel().locator('.entry');
  await expect.poll(() => entries.locator('strong').allTextContents()).toEqual(['The mailbox ‹email› is on hold.', 'No permission.']);
  expect(await entries.first().locator('.entry-when').first().textContent()).toContain('2 jobs');
  expect(await entries.first().locator('.job-id').allTextContents()).toEqual(['FB2', 'FB1']);
  await entries.first().getByRole('link', { name: 'FB2' }).click();
  await visit.page.getByRole('dialog').getByText('The mailbox bob@contoso.com is on hold.', { exact: true }).waitFor();
});

test('a source that does not answer is named, and its absence is no good news', async () => {
  world.simulator.set({ 'microsoft-365': { fault: status(403) } });
  visit = await open(chromium, `${world.url}/dashboard/`);
  await panel().scrollIntoViewIfNeeded();
  await panel().getByText('Without Microsoft 365').waitFor();
  expect(await panel().getByText('No job failed').count()).toBe(0);
  world.simulator.resetSwitches();
});

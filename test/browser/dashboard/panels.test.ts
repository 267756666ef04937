import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, type Visit } from '../visit.js';
import { open, showTable } from './open.js';

const startedAt = Date.now();
const hourMs = 3_600_000;
const failed = Array.from({ length: 70 }, (_, index) => ({ jobId: `AI${index}`, status: 4, startedAt: startedAt - 2 * hourMs - index * 1000, finishedAt: startedAt - hourMs }));

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([
    launchBrowser(),
    startWorld({ simulator: { now: () => startedAt, jobs: { salesforce: failed } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } }),
  ]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const rows = () => visit.page.locator('.job-table tbody tr');
const entries = () => visit.page.locator('.failures .entry');

test('a panel and the table that ask the same are lists of their own: neither grows nor cuts the other', async () => {
  visit = await open(chromium, `${world.url}/dashboard/?status=FAILED&status=PARTIAL&period=ended-24h`);
  const { page } = visit;
  await page.clock.install();
  await page.reload();
  await showTable(visit);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => rows().count()).toBe(70);
  expect(await entries().count()).toBe(8);

  const polls = () => visit.asked.filter(({ operationName, variables }) => operationName === 'Jobs' && variables['first'] === 8).length;
  const before = polls();
  const answered = page.waitForResponse('**/graphql');
  await page.clock.fastForward(61_000);
  await expect.poll(polls).toBeGreaterThan(before);
  await answered;
  await page.clock.runFor(2000);
  expect(await rows().count()).toBe(70);
  expect(await entries().count()).toBe(8);
});

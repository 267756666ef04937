import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, operationOf, type Visit } from '../visit.js';
import { arrive, historyOf, open, textOf } from './open.js';

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 5, days: 5 } })]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

/** GraphiQL looks at what its editors hold a tenth of a second later; an answer that takes longer arrives after that. */
const settledMs = 500;

/** Runs the operation of a tab right after the tab was opened, by two clicks of one script. */
async function openAndRun(name: string): Promise<void> {
  const { page } = visit;
  await page.evaluate((title) => {
    const tab = [...document.querySelectorAll<HTMLElement>('.graphiql-tab-button')].find(({ textContent }) => textContent === title);
    tab?.click();
    document.querySelector<HTMLElement>('.graphiql-execute-button')?.click();
  }, name);
  await expect.poll(() => textOf(page, 'response')).toContain('}');
}

async function slow(route: Route): Promise<void> {
  if (operationOf(route.request()).operationName !== undefined) await new Promise((resolve) => setTimeout(resolve, settledMs));
  await route.continue();
}

test('a run right after a change of tabs is one entry of the history', async () => {
  visit = await open(chromium, `${world.url}/`);
  await visit.page.route('**/graphql', slow);
  await openAndRun('FailedLast24Hours');
  await openAndRun('RunningNow');
  expect(await historyOf(visit.page)).toEqual(['RunningNow', 'FailedLast24Hours']);
});

test('also for a query of the address, and after a reload', async () => {
  visit = await open(chromium, `${world.url}/?query=${encodeURIComponent('query Linked { jobs { isComplete } }')}`);
  const { page } = visit;
  await page.route('**/graphql', slow);
  await openAndRun('RunningNow');
  await openAndRun('Linked');
  await page.waitForTimeout(2 * settledMs);
  await page.reload();
  await arrive(page);
  await openAndRun('Linked');
  await openAndRun('RunningNow');
  expect(await historyOf(visit.page)).toEqual(['RunningNow', 'Linked', 'RunningNow']);
});

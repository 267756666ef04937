import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, type Visit } from '../visit.js';
import { arrive, open, runAndRead, storedTexts, textOf, typeHeaders } from './open.js';

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

async function typeToken(): Promise<Page> {
  visit = await open(chromium, `${world.url}/?query=${encodeURIComponent('query Linked { jobs { isComplete } }')}`);
  await typeHeaders(visit.page, '{"authorization": "Bearer canary-of-a-token"');
  await runAndRead(visit.page);
  return visit.page;
}

async function keepHeaders(page: Page, answer: 'On' | 'Off'): Promise<void> {
  await page.getByLabel('Open settings dialog').click();
  await page.locator('.graphiql-dialog-section').filter({ hasText: 'Persist headers' }).getByRole('button', { name: answer, exact: true }).click();
  await page.keyboard.press('Escape');
}

test('headers that were typed are not kept, since they carry tokens', async () => {
  const page = await typeToken();
  await expect.poll(() => storedTexts(page)).toContain('Linked');
  expect(await storedTexts(page)).not.toContain('canary-of-a-token');
  await page.reload();
  await arrive(page);
  expect(await textOf(page, 'header')).not.toContain('canary-of-a-token');
});

test('when asked they are, over a reload, and until it is taken back; in the history they never are', async () => {
  const page = await typeToken();
  await keepHeaders(page, 'On');
  await page.reload();
  await arrive(page);
  await expect.poll(() => textOf(page, 'header')).toContain('canary-of-a-token');
  await expect.poll(() => storedTexts(page)).toContain('canary-of-a-token');
  const histories = await page.evaluate(() => Object.entries({ ...localStorage }).filter(([key]) => /queries|favorites/.test(key)));
  expect(histories).not.toEqual([]);
  expect(JSON.stringify(histories)).not.toContain('canary-of-a-token');
  await keepHeaders(page, 'Off');
  expect(await storedTexts(page)).not.toContain('canary-of-a-token');
});

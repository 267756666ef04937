import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { startSubPath, type SubPath } from '../sub-path.js';
import { leave, type Visit } from '../visit.js';
import { open, runAndRead, textOf } from './open.js';

let chromium: TestBrowser;
let world: World;
let proxy: SubPath;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 5, days: 5 } })]);
  proxy = await startSubPath(world.url, '/tools/backup');
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await proxy.close();
  await world.close();
});

test('below the path of a reverse proxy it runs its queries as well', async () => {
  visit = await open(chromium, `${proxy.url}/`);
  expect(await runAndRead(visit.page)).toContain('"isComplete": true');
  expect(proxy.strays).toEqual([]);
  expect(visit.elsewhere).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

test('the keyboard runs a query, moves to another tab and opens the documentation', async () => {
  visit = await open(chromium, `${world.url}/`);
  const { page } = visit;
  await page.locator('.graphiql-query-editor .monaco-editor').first().click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => textOf(page, 'response')).toContain('"isComplete": true');
  // In the editor a tabulator is a character, until Ctrl+M makes it move on.
  await page.keyboard.press('Control+M');
  const reached: string[] = [];
  for (let step = 0; step < 60 && !reached.includes('Dashboard'); step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
  }
  expect(reached).toEqual(expect.arrayContaining(['Link to this operation', 'FailedLast24Hours', 'Dashboard', 'Show Documentation Explorer', 'Show GraphiQL Explorer']));
});

import type { BrowserContextOptions } from 'playwright-core';

import type { TestBrowser } from '../browser.js';
import { startVisit, type Visit } from '../visit.js';

export async function open(chromium: TestBrowser, url: string, options?: BrowserContextOptions): Promise<Visit> {
  const visit = await startVisit(chromium, url, options);
  await visit.page.goto(url);
  await visit.page.locator('.tile').first().waitFor();
  return visit;
}

/** Scrolls to the table and waits for its first rows. */
export async function showTable({ page }: Visit): Promise<void> {
  await page.locator('#jobs').scrollIntoViewIfNeeded();
  await page.locator('.job-table tbody tr').first().waitFor();
}

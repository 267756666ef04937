import type { BrowserContextOptions } from 'playwright-core';

import type { TestBrowser } from '../browser.js';
import { startVisit, type Visit } from '../visit.js';

/** Opens the board, with a filter as its address has it, and waits until it has answered. */
export async function openBoard(chromium: TestBrowser, url: string, filter = '', options?: BrowserContextOptions): Promise<Visit> {
  const visit = await startVisit(chromium, `${url}/`, options);
  await visit.page.goto(`${url}/dashboard/?view=board${filter}`);
  await visit.page.locator('.workload, .board .emptiness').first().waitFor();
  return visit;
}

/** The row of a workload, by its name. */
export function rowOf({ page }: Visit, name: string) {
  return page.locator('.workload').filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** How each day of a strip is drawn, oldest first, once it is counted. */
export async function stripOf(visit: Visit, name: string): Promise<(string | null)[]> {
  const row = rowOf(visit, name);
  await row.scrollIntoViewIfNeeded();
  await row.locator('.strip').waitFor();
  return row.locator('.strip .day').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-status')));
}

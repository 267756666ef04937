import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

import type { TestBrowser } from '../support/browser.js';

/** A visit to the dashboard with a browser that is empty and reaches one server only. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to anywhere else, which were blocked. */
  readonly elsewhere: string[];
  readonly complaints: string[];
  /** Operations in the order in which they were sent. */
  readonly asked: Operation[];
}

export interface Operation {
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `url` ends in a slash; the server at its origin is the only one there is. */
export async function startVisit({ browser }: TestBrowser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  const visit: Visit = { context, page, elsewhere: [], complaints: [], asked: [] };
  const { origin } = new URL(url);
  await context.route((target) => target.origin !== origin, async (route) => {
    visit.elsewhere.push(route.request().url());
    await route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') visit.complaints.push(message.text());
  });
  page.on('pageerror', (error) => visit.complaints.push(String(error)));
  page.on('request', (request) => {
    if (isGraphQL(request)) visit.asked.push(operationOf(request));
  });
  return visit;
}

export async function open(chromium: TestBrowser, url: string, options?: BrowserContextOptions): Promise<Visit> {
  const visit = await startVisit(chromium, url, options);
  await visit.page.goto(url);
  await visit.page.locator('.tile').first().waitFor();
  return visit;
}

/** Requests under way are nobody's business any more. */
export async function leave({ page, context }: Visit): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

export function isGraphQL(request: Request): boolean {
  return new URL(request.url()).pathname.endsWith('/graphql');
}

export function operationOf(request: Request): Operation {
  return request.postDataJSON() as Operation;
}

/** Scrolls to the table and waits for its first rows. */
export async function showTable({ page }: Visit): Promise<void> {
  await page.locator('#jobs').scrollIntoViewIfNeeded();
  await page.locator('.job-table tbody tr').first().waitFor();
}

import axe from 'axe-core';
import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

import type { TestBrowser } from './browser.js';

/** A visit with a browser that is empty and reaches one server only. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to anywhere else, which were blocked. */
  readonly elsewhere: string[];
  readonly complaints: string[];
  /** Operations in the order in which they were sent. */
  readonly asked: Operation[];
  /** Status of each answer of the API. */
  readonly statuses: number[];
}

export interface Operation {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `url` ends in a slash; the server at its origin is the only one there is. */
export async function startVisit({ browser }: TestBrowser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  const visit: Visit = { context, page, elsewhere: [], complaints: [], asked: [], statuses: [] };
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
  page.on('response', (response) => {
    if (isGraphQL(response.request())) visit.statuses.push(response.status());
  });
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

/** What axe holds against the page as it stands, by the criteria of WCAG 2.2, levels A and AA. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
  });
}

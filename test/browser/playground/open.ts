import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { TestBrowser } from '../browser.js';
import { startVisit, type Visit } from '../visit.js';

export async function open(chromium: TestBrowser, url: string, options?: BrowserContextOptions): Promise<Visit> {
  const visit = await startVisit(chromium, url, options);
  await visit.page.goto(url);
  await arrive(visit.page);
  return visit;
}

export async function arrive(page: Page): Promise<void> {
  await page.locator('.graphiql-execute-button').waitFor();
  await page.waitForFunction(() => '__MONACO' in globalThis);
}

interface Monaco {
  readonly editor: { getModels(): readonly { readonly uri: { readonly path: string }; getValue(): string }[] };
}

/** The text of the editor whose model is named so: `operation`, `variables`, `header`, `response`. */
export async function textOf(page: Page, name: string): Promise<string> {
  return page.evaluate((part) => {
    const { editor } = (globalThis as unknown as { __MONACO: Monaco }).__MONACO;
    return editor.getModels().filter(({ uri }) => uri.path.includes(part)).map((model) => model.getValue()).join('\n');
  }, name);
}

export async function runAndRead(page: Page): Promise<string> {
  await page.locator('.graphiql-execute-button').click();
  await expect.poll(() => textOf(page, 'response')).toContain('}');
  return textOf(page, 'response');
}

/** `text` leaves out the last bracket, which the editor puts in. */
export async function typeHeaders(page: Page, text: string): Promise<void> {
  await page.getByText('Headers', { exact: true }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
  await page.keyboard.type(text);
  await expect.poll(() => textOf(page, 'header')).toContain(text);
}

/** What was run, newest first. */
export async function historyOf(page: Page): Promise<string[]> {
  await page.getByLabel('Show History').click();
  const names = page.locator('.graphiql-history-item-label');
  await names.first().waitFor();
  return names.allTextContents();
}

/** GraphiQL writes half a second after the last change. */
export async function storedTexts(page: Page): Promise<string> {
  await page.waitForTimeout(1000);
  return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
}

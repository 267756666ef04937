import { readFile } from 'node:fs/promises';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, violationsOf, type Visit } from '../visit.js';
import { open, runAndRead, textOf } from './open.js';

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 20, days: 5 } })]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const linkTo = (query: string): string => `${world.url}/?query=${encodeURIComponent(query)}`;
const cells = (): Promise<string[][]> => visit.page.locator('.answer-rows tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)));

test('every answer has its status, time, size and cost beside it, and nothing of that in it', async () => {
  visit = await open(chromium, linkTo('query Sources { jobSources { id } }'));
  const answer = await runAndRead(visit.page);
  expect(answer).not.toContain('extensions');
  const facts = visit.page.locator('.answer-facts');
  await expect.poll(() => facts.textContent()).toMatch(/^200 · [\d,]+ ms · \d+ bytes · cost 0 of 1,000 · 0 upstream calls$/);
  await visit.page.locator('.graphiql-tab-button').getByText('RunningNow', { exact: true }).click();
  await expect.poll(() => facts.textContent()).toBe('');
  await visit.page.locator('.graphiql-tab-button').getByText('Sources', { exact: true }).click();
  await expect.poll(() => facts.textContent()).toMatch(/^200 /);
});

test('whoever asks for the cost by hand has it in the answer', async () => {
  visit = await open(chromium, linkTo('query Sources { jobSources { id } }'));
  await visit.page.getByText('Headers', { exact: true }).click();
  await visit.page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
  await visit.page.keyboard.type('{"X-Query-Cost": "1"');
  await expect.poll(() => textOf(visit.page, 'header')).toContain('Cost');
  expect(await runAndRead(visit.page)).toContain('"cost"');
});

test('an answer is a table that sorts, and a file for spreadsheets', async () => {
  visit = await open(chromium, linkTo('query Sorted { jobs(first: 20, filter: { products: [SALESFORCE] }) { nodes { jobId counts { total } } } jobSources { id } }'));
  const { page } = visit;
  const answer = JSON.parse(await runAndRead(page)) as { data: { jobs: { nodes: { jobId: string; counts: { total: number } | null }[] } } };
  const inAnswer = answer.data.jobs.nodes.map(({ jobId, counts }) => [jobId, String(counts?.total ?? '')]);
  await page.getByRole('button', { name: 'As a table' }).click();
  expect(await cells()).toEqual(inAnswer);

  const total = page.getByRole('button', { name: 'counts.total' });
  await total.click();
  const sizes = (await cells()).map(([, size]) => size).filter((size) => size !== '').map(Number);
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(new Set(sizes).size).toBeGreaterThan(3);
  expect(await page.getByRole('columnheader', { name: 'counts.total' }).getAttribute('aria-sort')).toBe('ascending');
  const shown = await cells();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('jobs.csv');
  expect(await readFile(await file.path(), 'utf8')).toBe('\uFEFF' + [['jobId', 'counts.total'], ...shown].map((row) => `${row.join(',')}\r\n`).join(''));

  await page.getByLabel('Field').selectOption('jobSources');
  expect((await cells()).map(([id]) => id)).toContain('default/us/salesforce');
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect.poll(() => page.locator('.result-window').isVisible()).toBe(true);
  expect(visit.complaints).toEqual([]);
});

test('a table without a source says that it is not all, and so does its file', async () => {
  world.simulator.set({ salesforce: { permitted: false } });
  visit = await open(chromium, linkTo('query Part { jobs { nodes { jobId } isComplete } }'));
  await runAndRead(visit.page);
  world.simulator.resetSwitches();
  await visit.page.getByRole('button', { name: 'As a table' }).click();
  await visit.page.getByText('and not all: a source did not answer').waitFor();
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.page.getByRole('button', { name: 'CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('jobs-not-all.csv');
});

test('the operation is copied as a command', async () => {
  visit = await open(chromium, linkTo('query Mine { jobSources { id } }'), { permissions: ['clipboard-read', 'clipboard-write'] });
  await visit.page.getByLabel('Copy as cURL').click();
  await visit.page.getByLabel('Command copied').waitFor();
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`curl '${world.url}/graphql'`);
  expect(copied).toContain('{"query":"query Mine { jobSources { id } }","operationName":"Mine"}');
});

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

  test('query and answer have its width, and the documentation opens', async () => {
    visit = await open(chromium, `${world.url}/`, phone);
    const { page } = visit;
    await runAndRead(page);
    const sizeOf = async (part: string) => (await page.locator(part).boundingBox()) ?? { width: 0, height: 0 };
    for (const part of ['.graphiql-query-editor', '.result-window']) {
      const { width, height } = await sizeOf(part);
      expect(width, part).toBeGreaterThan(320);
      expect(height, part).toBeGreaterThan(200);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole('button', { name: 'As a table' }).click();
    expect((await sizeOf('.answer-rows')).width).toBeGreaterThan(320);
    await page.getByLabel('Show Documentation Explorer').click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
    expect((await sizeOf('.graphiql-plugin')).width).toBeGreaterThan(320);
  });
});

test.each(['light', 'dark'] as const)('what is ours is readable by WCAG 2 AA, %s', async (colorScheme) => {
  visit = await open(chromium, `${world.url}/`, { colorScheme });
  await runAndRead(visit.page);
  await visit.page.getByRole('button', { name: 'As a table' }).click();
  await visit.page.locator('.answer-rows').waitFor();
  expect((await violationsOf(visit.page)).filter((violation) => violation.includes('answer'))).toEqual([]);
});

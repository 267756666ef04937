import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, operationOf, startVisit, type Visit } from '../visit.js';
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

  const polls = () => visit.asked.filter(({ operationName }) => operationName === 'Newest').length;
  const before = polls();
  const answered = page.waitForResponse('**/graphql');
  await page.clock.fastForward(61_000);
  await expect.poll(polls).toBeGreaterThan(before);
  await answered;
  await page.clock.runFor(2000);
  expect(await rows().count()).toBe(70);
  expect(await entries().count()).toBe(8);
});

test('a job that has been under way for longer than the panel looks is said to be missing, and the link leads to it', async () => {
  const long = { jobId: 'AI-long', status: 1, startedAt: startedAt - 72 * hourMs, finishedAt: null };
  const busy = await startWorld({ simulator: { now: () => startedAt, jobs: { salesforce: [long] } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  visit = await open(chromium, `${busy.url}/dashboard/`);
  const panel = visit.page.locator('.running');
  await panel.getByText('Nothing is under way that began within the last 48 hours.').waitFor();
  await panel.getByText('Those that have been under way for longer are missing here').waitFor();
  await panel.getByRole('link', { name: 'all of the last 30 days' }).click();
  await expect.poll(() => rows().locator('.job-id').allTextContents()).toEqual(['AI-long']);
  await busy.close();
});

test('the chart moves on at midnight', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`);
  const { page } = visit;
  const yesterday = new Date(startedAt - 24 * hourMs);
  const midnight = Date.UTC(yesterday.getUTCFullYear(), yesterday.getUTCMonth(), yesterday.getUTCDate() + 1);
  await page.clock.install({ time: midnight - 10 * 60_000 });
  await page.reload();
  const from = () => visit.asked.findLast(({ operationName }) => operationName === 'Week')?.variables['from'];
  const firstDay = () => page.locator('.day-table tbody th').first().textContent();
  await page.getByText('As a table').click();
  await expect.poll(from).toBe(new Date(midnight - 7 * 24 * hourMs).toISOString());
  const before = await firstDay();
  await page.clock.fastForward('15:00');
  await expect.poll(from).toBe(new Date(midnight - 6 * 24 * hourMs).toISOString());
  await expect.poll(firstDay).not.toBe(before);
});

test('days are those of the viewer', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`, { timezoneId: 'Asia/Kathmandu' });
  await visit.page.locator('.week > [role=status]').waitFor();
  const { variables } = visit.asked.find(({ operationName }) => operationName === 'Week') ?? expect.fail('The week was not asked for.');
  expect(variables['timeZone']).toBe('Asia/Katmandu');
  expect(String(variables['from'])).toMatch(/T18:15:00.000Z$/);
  await visit.page.getByText('As a table').click();
  expect(await visit.page.locator('.day-table tbody tr').count()).toBe(7);
});

test('a count that was not answered says so, and is asked for again', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`);
  const { page } = visit;
  // The first visit has asked for all that it asks for, so that only the second meets the fault.
  await page.locator('.week > [role=status]').waitFor();
  await page.route('**/graphql', (route) => (operationOf(route.request()).operationName === 'Week' ? route.abort() : route.continue()));
  await page.reload();
  await page.locator('.week').getByText('Nothing was counted.').waitFor();
  expect(await page.locator('.week canvas').count()).toBe(0);
  await page.unroute('**/graphql');
  await page.locator('.week').getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.locator('.week > [role=status]').textContent()).toBe('70 jobs');
});

test('lists whose first pages came together are read on one by one', async () => {
  visit = await startVisit(chromium, `${world.url}/`);
  const { page } = visit;
  await page.route('**/graphql', async (route) => {
    if (operationOf(route.request()).operationName !== 'Newest') return route.continue();
    const response = await route.fetch();
    const answer = (await response.json()) as { data: { failures: { edges: unknown[]; pageInfo: { hasNextPage: boolean } } } };
    // As a search does that ran out of calls: some of the page, and a cursor behind it.
    answer.data.failures.edges.splice(3);
    await route.fulfill({ response, json: answer });
  });
  await page.goto(`${world.url}/dashboard/`);
  await expect.poll(() => entries().count()).toBe(3 + 8);
  expect(visit.asked.filter(({ operationName }) => operationName === 'Jobs').map(({ variables }) => [variables['first'], typeof variables['after']])).toEqual([[8, 'string']]);
});

test('a name from right to left moves no number beside it', async () => {
  const foreign = { jobId: 'AI-שלום', status: 3, startedAt: startedAt - 2 * hourMs, finishedAt: startedAt - hourMs, failures: [{ isErrorCode: false, value: 'תיבת הדואר', url: '', number: 12 }] };
  const abroad = await startWorld({ simulator: { now: () => startedAt, jobs: { 'microsoft-365': [foreign] } }, environment: { AVEPOINT_PRODUCTS: 'microsoft-365' } });
  visit = await open(chromium, `${abroad.url}/dashboard/`);
  const message = visit.page.locator('.failures .messages li').first();
  await message.waitFor();
  const [text, number] = await message.evaluate((line) => {
    const edgesOf = (selector: string) => {
      const { left, right } = line.querySelector(selector)?.getBoundingClientRect() ?? { left: NaN, right: NaN };
      return { left, right };
    };
    return [edgesOf('bdi'), edgesOf('.quiet')];
  });
  expect(await message.textContent()).toBe('תיבת הדואר × 12');
  expect(number?.left).toBeGreaterThanOrEqual((text?.right ?? NaN) - 1);
  await abroad.close();
});

test('moments are written as the viewer writes them', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`, { locale: 'de-DE' });
  const ended = new Date(startedAt - hourMs);
  const written = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(ended);
  await expect.poll(() => entries().first().locator('time').textContent()).toBe(written);
});

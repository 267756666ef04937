import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, operationOf, type Visit } from '../visit.js';
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

  const polls = () => visit.asked.filter(({ operationName, variables }) => operationName === 'Jobs' && variables['first'] === 8).length;
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
  await page.clock.install({ time: new Date('2026-03-03T23:50:00Z') });
  await page.reload();
  await page.getByText('As a table').click();
  const lastDay = () => page.locator('.day-table tbody th').last().textContent();
  await expect.poll(lastDay).toBe('Tue, Mar 3');
  await page.clock.fastForward('15:00');
  await expect.poll(lastDay).toBe('Wed, Mar 4');
  await expect.poll(() => visit.asked.filter(({ operationName }) => operationName === 'EndedJobs').at(-1)?.variables['window']).toMatchObject({ from: '2026-02-26T00:00:00.000Z' });
});

test('a count that a restart of the server has stopped begins anew', async () => {
  const many = Array.from({ length: 450 }, (_, index) => ({ jobId: `AI${index}`, startedAt: startedAt - hourMs - index * 1000, finishedAt: startedAt - hourMs }));
  const busy = await startWorld({ simulator: { now: () => startedAt, jobs: { salesforce: many } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  visit = await open(chromium, `${busy.url}/dashboard/`);
  const { page } = visit;
  // The first visit has asked for all that it asks for, so that only the second meets the restart.
  await expect.poll(() => page.locator('.week > [role=status]').textContent()).toBe('450 jobs');
  const refusal = { data: { jobs: null }, errors: [{ message: 'The cursor is not one of this server.', path: ['jobs'], extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }] };
  // Whatever was begun before is refused from now on, as by a server with other keys.
  const old = new Set<unknown>();
  let isRestarted = false;
  await page.route('**/graphql', async (route) => {
    const { variables, operationName } = operationOf(route.request());
    if (operationName !== 'EndedJobs') return route.continue();
    if (variables['after'] !== null && (!isRestarted || old.has(variables['after']))) {
      old.add(variables['after']);
      isRestarted = true;
      return route.fulfill({ json: refusal });
    }
    await route.continue();
  });
  await page.reload();
  await page.locator('.week').getByText('The count stopped.').waitFor();
  await page.locator('.week').getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.locator('.week > [role=status]').textContent()).toBe('450 jobs');
  await busy.close();
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

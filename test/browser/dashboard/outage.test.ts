import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { globalIdOf } from '../../../src/wire/global-id.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { eachProduct, products } from '../../products/index.js';
import { writeKeyFile } from '../../support/key-file.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, startVisit, violationsOf, type Visit } from '../visit.js';
import { open, showTable } from './open.js';

/** Nothing moves while the tests look: no job ends, and none of Salesforce leaves the last 24 hours. */
const startedAt = Date.now();
const hourMs = 3_600_000;
const salesforce = Array.from({ length: 20 }, (_, index) => ({ jobId: `AI${index}`, startedAt: startedAt - (index + 1) * hourMs, finishedAt: startedAt - (index + 0.5) * hourMs }));

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 200, days: 20, now: () => startedAt, jobs: { salesforce } } })]);
});
afterEach(async () => {
  world.simulator.resetSwitches();
  await leave(visit);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const refresh = () => visit.page.getByRole('button', { name: 'Refresh' }).click();
const tile = () => visit.page.locator('.tile[data-product=SALESFORCE]');

/** Nothing is on its way any more: a refresh would be given that instead of asking anew, by the page or by the server, and it is from before. */
async function allIsRead(): Promise<void> {
  for (const panel of ['.causes', '#jobs']) await visit.page.locator(panel).scrollIntoViewIfNeeded();
  await expect.poll(() => visit.asked.map(({ operationName }) => operationName)).toEqual(expect.arrayContaining(['Overview', 'Newest', 'Week', 'Causes', 'Jobs']));
  await expect.poll(() => visit.asked.length - visit.statuses.length).toBe(0);
}

test('a source that goes down is named wherever it is missed, and comes back', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`);
  const { page } = visit;
  await showTable(visit);
  await allIsRead();
  const before = await tile().locator('.tally').textContent();

  world.simulator.set({ salesforce: { permitted: false } });
  await refresh();
  await tile().getByText('No answer').waitFor();
  expect(await tile().locator('.tally').count()).toBe(0);
  expect(await tile().textContent()).toContain('salesforce.public.read.all');
  await page.getByText(`1 of ${products.length} sources does not answer:`).waitFor();
  expect(await page.locator('.headline').textContent()).toMatch(/^At least \d+ failed.*Nothing is known for certain of Salesforce\.$/);
  for (const panel of ['.failures', '.running', '.week', '.causes', '.jobs']) await page.locator(panel).getByText('Without Salesforce · default/us.').waitFor();
  expect(await page.locator('.running h2').textContent()).toContain('at least');
  await expect.poll(() => page.locator('.week > [role=status]').textContent()).toMatch(/^At least \d+ jobs$/);
  expect(await page.locator('.source[data-source="default/us/salesforce"]').textContent()).toMatch(/Last call failed|Does not answer/);

  world.simulator.resetSwitches();
  await refresh();
  await expect.poll(() => tile().locator('.tally').textContent()).toBe(before);
  await page.getByText(`1 of ${products.length} sources does not answer:`).waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByText('Without Salesforce').count()).toBe(0);
  await expect.poll(() => page.locator('.week > [role=status]').textContent()).toMatch(/^\d+ jobs$/);
  expect(visit.elsewhere).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

test('no failures of the sources that answered are not no failures', async () => {
  const calm = await startWorld({ simulator: { jobs: eachProduct(() => []) } });
  visit = await open(chromium, `${calm.url}/dashboard/`);
  await visit.page.getByText('No job failed in the last 24 hours.').waitFor();
  await visit.page.getByText('Nothing is under way that began within the last 48 hours.').waitFor();
  await allIsRead();
  calm.simulator.set({ salesforce: { permitted: false } });
  await refresh();
  await visit.page.locator('.failures').getByText('Nothing from the sources that answered.').waitFor();
  await visit.page.locator('.causes').getByText('Without Salesforce · default/us.').waitFor();
  expect(await visit.page.getByText('No job failed').count()).toBe(0);
  await calm.close();
});

test.each([
  ['that is not there', 'SB20010101000000000', true, 'This job is not at its source, or no longer.'],
  ['whose source does not answer', 'SB20010101000000001', false, 'No answer.'],
])('the address of a job %s says so', async (_title, jobId, permitted, said) => {
  world.simulator.set({ salesforce: { permitted } });
  visit = await open(chromium, `${world.url}/dashboard/?job=${encodeURIComponent(globalIdOf('default/us/salesforce', jobId))}`);
  const dialog = visit.page.getByRole('dialog');
  await dialog.getByText(said).waitFor();
  world.simulator.resetSwitches();
  expect(await dialog.locator('.facts').count()).toBe(0);
  await visit.page.keyboard.press('Escape');
  await expect.poll(() => new URL(visit.page.url()).search).toBe('');
});

test('without the server, what was read stands with its time', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`);
  const { page } = visit;
  const before = await tile().locator('.tally').textContent();
  await page.route('**/graphql', (route) => route.abort());
  await refresh();
  await page.getByText('The server did not answer.').waitFor();
  expect(await page.getByText(/What is shown is from \d\d:\d\d/).count()).toBeGreaterThan(0);
  expect(await tile().locator('.tally').textContent()).toBe(before);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByText('The server did not answer.').waitFor({ state: 'hidden' });
});

test('a server that is not there from the start', async () => {
  visit = await startVisit(chromium, `${world.url}/`);
  await visit.page.route('**/graphql', (route) => route.abort());
  await visit.page.goto(`${world.url}/dashboard/`);
  await visit.page.getByText('The server did not answer.').waitFor();
  expect(await visit.page.locator('.tile').count()).toBe(0);
  expect(await visit.page.getByText('No job failed').count()).toBe(0);
});

test.each([
  ['401', { status: 401, contentType: 'text/plain', body: 'no' }],
  ['UNAUTHENTICATED', { status: 200, contentType: 'application/json', body: '{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}' }],
])('a server that answers %s wants to know who asks, and the page keeps that in memory only', async (_name, refusal) => {
  visit = await startVisit(chromium, `${world.url}/`);
  const { page } = visit;
  await page.route('**/graphql', async (route) => {
    if (route.request().headers()['authorization'] === 'Bearer canary-of-a-token') await route.continue();
    else await route.fulfill(refusal);
  });
  await page.goto(`${world.url}/dashboard/`);
  await page.getByText('The server wants to know who asks.').waitFor();
  await page.getByLabel('a bearer token').check();
  await page.getByLabel('Key or token').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('The server did not take this.').waitFor();
  await page.getByLabel('Key or token').fill('canary-of-a-token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.tile').first().waitFor();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  expect(stored).not.toContain('canary-of-a-token');
});

test('a key will do as well', async () => {
  const guarded = await startWorld({ simulator: { jobsPerProduct: 20, days: 5 }, environment: { AUTH_API_KEYS_FILE: writeKeyFile([{ name: 'person', key: 'a-key-of-a-person', rights: ['*/salesforce'] }]) } });
  visit = await startVisit(chromium, `${guarded.url}/`);
  const { page } = visit;
  await page.goto(`${guarded.url}/dashboard/`);
  await page.getByLabel('Key or token').fill('a-key-of-a-person');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.tile').first().waitFor();
  expect(await page.locator('.tile').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-product')))).toEqual(['SALESFORCE']);
  await guarded.close();
});

test('a product that no source is of is not a product without jobs', async () => {
  const one = await startWorld({ simulator: { jobsPerProduct: 20, days: 5 }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  visit = await open(chromium, `${one.url}/dashboard/?product=MICROSOFT_365`);
  const { page } = visit;
  await page.locator('#jobs').scrollIntoViewIfNeeded();
  await page.locator('.jobs').getByText('Nobody was asked').waitFor();
  expect(await page.locator('.jobs [role=status]').textContent()).toBe('At least 0 jobs');
  await one.close();
});

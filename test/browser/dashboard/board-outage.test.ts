import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { status } from '../../support/faults.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, operationOf, startVisit, type Visit } from '../visit.js';
import { openBoard, rowOf, stripOf } from './open-board.js';

/** Nothing moves while the tests look. */
const now = Date.now();
const HOUR_MS = 3_600_000;
const [succeeded, stopped] = [2, 6];

/** Nightly backups of so many organizations. */
const nightly = (organizations: number, nights: number) =>
  Array.from({ length: organizations * nights }, (_, index) => {
    const startedAt = now - (3 + 24 * (index % nights)) * HOUR_MS;
    return { jobId: `FB${index}`, type: 1, status: succeeded, startedAt, finishedAt: startedAt + HOUR_MS, organizationId: `org-${String(Math.floor(index / nights)).padStart(3, '0')}` };
  });

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([
    launchBrowser(),
    startWorld({ simulator: { now: () => now, jobsPerProduct: 200, days: 20, jobs: { salesforce: nightly(2, 20) } }, environment: { AVEPOINT_PRODUCTS: 'microsoft-365,salesforce' } }),
  ]);
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
const rows = () => visit.page.locator('.workload');

test('a source that does not answer is named wherever its workloads are missed, and comes back', async () => {
  visit = await openBoard(chromium, world.url);
  const { page } = visit;
  const before = await rows().count();
  expect(await tile().locator('.figure').textContent()).toBe('2 of 2 compliant');

  world.simulator.set({ salesforce: { fault: status(403) } });
  await refresh();
  await tile().getByText('No answer').waitFor();
  expect(await tile().getByText('1 source did not answer: what it protects is not known').count()).toBe(1);
  expect(await tile().locator('.tally li').count()).toBe(0);
  expect(await rows().count()).toBe(before - 2);
  expect(await page.locator('.headline').textContent()).toMatch(new RegExp(`of the ${before - 2} workloads that are known .*Not all is known of Salesforce · default/us\\.$`));
  expect(await page.locator('.board [role=status]').textContent()).toBe(`At least ${before - 2} workloads`);
  await page.locator('.board').getByText('Without Salesforce · default/us.').waitFor();
  await page.getByText('1 of 2 sources does not answer:').waitFor();

  world.simulator.resetSwitches();
  await refresh();
  await expect.poll(() => rows().count()).toBe(before);
  expect(await page.locator('.board').getByText('Without Salesforce').count()).toBe(0);
  expect(visit.complaints).toEqual([]);
});

test('a source that fails on the way is no smaller source', async () => {
  world.simulator.set({ salesforce: { fault: { kind: 'status', status: 403, after: 1 } } });
  visit = await openBoard(chromium, world.url, '&product=SALESFORCE');
  await tile().getByText('1 source not read in full: there may be more').waitFor();
  expect(await tile().locator('.share [data-unread]').count()).toBe(1);
  expect(await visit.page.locator('.headline').textContent()).toContain('Not all is known of Salesforce · default/us.');
  await visit.page.locator('.board').getByText('Salesforce · default/us may be incomplete.').waitFor();

  // With nothing found in what was read, too.
  await visit.page.getByRole('checkbox', { name: 'Failing' }).check();
  await tile().getByText('Not known').waitFor();
  await visit.page.getByText('Nothing from the sources that answered.').waitFor();
});

test('a board that is empty because nobody answered is no empty board', async () => {
  world.simulator.set({ salesforce: { fault: status(403) } });
  visit = await openBoard(chromium, world.url, '&product=SALESFORCE');
  const { page } = visit;
  await page.getByText('Nothing from the sources that answered.').waitFor();
  expect(await page.locator('.headline').textContent()).toBe('Not all is known of Salesforce · default/us.');
  expect(await page.getByText('No workload').count()).toBe(0);
  world.simulator.resetSwitches();
  await page.getByLabel('Operation').selectOption('Seeding');
  await page.getByText('No workload matches in the last 7 days.').waitFor();
  await page.goto(`${world.url}/dashboard/?view=board&source=nowhere`);
  await page.getByText('Nobody was asked').waitFor();
  expect(await page.locator('.headline').textContent()).toBe('Nothing is known: no source that you may read matches.');
});

test('what was not read far enough is not known, in word, shape and days, and never looks well', async () => {
  // Four pages are less than three days, whichever way they are read: too little to say that nothing succeeded.
  const stops = Array.from({ length: 700 }, (_, index) => {
    const startedAt = now - (index + 2) * (HOUR_MS / 6);
    return { jobId: `FB${index}`, type: 1, status: index < 500 ? stopped : succeeded, startedAt, finishedAt: startedAt + HOUR_MS / 10, organizationId: 'quiet' };
  });
  const short = await startWorld({ simulator: { now: () => now, jobs: { salesforce: stops } }, environment: { AVEPOINT_PRODUCTS: 'salesforce', AVEPOINT_PAGE_SIZE: '100', AVEPOINT_SCAN_BUDGET: '4' } });
  visit = await openBoard(chromium, short.url);
  const row = rowOf(visit, 'quiet');
  expect(await row.locator('.state').textContent()).toBe('Not known');
  const text = (await row.textContent()) ?? '';
  expect(text).toContain('Last successcannot be told');
  expect(text).toMatch(/Failures in a row(cannot be told|at least 0)/);
  expect(await row.locator('.unread').count()).toBeGreaterThanOrEqual(2);
  const [known, well] = await row.locator('.state').evaluate((mark) => {
    const shapeOf = () => JSON.stringify(['borderRadius', 'backgroundImage', 'borderTopStyle'].map((name) => getComputedStyle(mark, '::before')[name as 'borderRadius']));
    const own = shapeOf();
    mark.setAttribute('data-state', 'OK');
    return [own, shapeOf()];
  });
  expect(known).not.toBe(well);

  const looks = await stripOf(visit, 'quiet');
  expect(looks.length).toBe(28);
  expect(['UNREAD', 'NONE', 'STOPPED']).toEqual(expect.arrayContaining([...new Set(looks)]));
  expect(looks.slice(0, 20)).toEqual(looks.slice(0, 20).map(() => 'UNREAD'));
  expect(await row.locator('.strip').getAttribute('aria-label')).toMatch(/not known on 2\d days/);
  expect(await visit.page.locator('.headline').textContent()).toMatch(/^None of the 1 workload that is known is without a recent success, and of 1 that cannot be told\. Not all is known of Salesforce/);
  expect(await tile().locator('.tally li').allTextContents()).toEqual(['Undecided 1']);
  await short.close();
});

test('days that were not counted are hatched, and say why', async () => {
  visit = await startVisit(chromium, `${world.url}/`);
  const { page } = visit;
  await page.route('**/graphql', (route) => (operationOf(route.request()).operationName === 'Days' ? route.abort() : route.continue()));
  await page.goto(`${world.url}/dashboard/?view=board&product=SALESFORCE`);
  expect(await stripOf(visit, 'org-000')).toEqual(['UNREAD']);
  expect(await rowOf(visit, 'org-000').locator('.strip').getAttribute('aria-label')).toMatch(/^The days cannot be told: /);
});

test('without the server, what was read stands with its time; what was not read is nothing', async () => {
  visit = await openBoard(chromium, world.url, '&product=SALESFORCE');
  const { page } = visit;
  await page.route('**/graphql', (route) => route.abort());
  await refresh();
  await page.locator('.board').getByText(/What is shown is from \d\d:\d\d/).waitFor();
  expect(await rows().count()).toBe(2);
  // Another question has no answer yet: the last one's is none.
  await page.getByLabel('Looked back').selectOption('28 days');
  await expect.poll(() => rows().count()).toBe(0);
  await page.locator('.headline').getByText('Nothing is known.').waitFor();
  expect(await page.locator('.emptiness').count()).toBe(0);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => rows().count()).toBe(2);
});

test('more is read on demand, and a source that a later page missed stays named', async () => {
  const many = await startWorld({ simulator: { now: () => now, jobs: { salesforce: nightly(190, 2), 'microsoft-365': [] } }, environment: { AVEPOINT_PRODUCTS: 'microsoft-365,salesforce' } });
  visit = await openBoard(chromium, many.url);
  const { page } = visit;
  expect(await rows().count()).toBe(100);
  expect(await page.locator('.board [role=status]').textContent()).toBe('At least 100 workloads');
  // 28 days of 190 workloads are more groups than an operation may have.
  expect(await stripOf(visit, 'org-000')).toEqual(['UNREAD']);

  many.simulator.set({ 'microsoft-365': { fault: status(403) } });
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => rows().count()).toBe(190);
  expect(new Set(await rows().evaluateAll((elements) => elements.map((element) => element.getAttribute('data-workload')))).size).toBe(190);
  await page.locator('.board').getByText('Without Microsoft 365 · default/us.').waitFor();
  expect(await page.locator('.board [role=status]').textContent()).toBe('At least 190 workloads');
  expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);

  many.simulator.resetSwitches();
  await refresh();
  await expect.poll(() => rows().count()).toBe(100);
  expect(await page.locator('.board').getByText('Without Microsoft 365').count()).toBe(0);

  await page.route('**/graphql', (route) => (operationOf(route.request()).variables['after'] === undefined ? route.continue() : route.abort()));
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.locator('.board').getByText('No answer.').waitFor();
  expect(await rows().count()).toBe(100);

  await page.unroute('**/graphql');
  await page.getByLabel('Name contains').fill('org-18');
  await page.getByLabel('Name contains').press('Enter');
  await expect.poll(() => rows().count()).toBe(10);
  await many.close();
});

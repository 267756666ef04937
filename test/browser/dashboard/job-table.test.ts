import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type ReceivedCall } from '../../../simulator/index.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { productOf } from '../../products/index.js';
import { leave, operationOf, startVisit, type Visit } from '../visit.js';
import { open, showTable } from './open.js';

/** Nothing moves while the tests look: no job ends, and no page is read twice because the machine was slow. */
const startedAt = Date.now();

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([
    launchBrowser(),
    startWorld({ simulator: { jobsPerProduct: 200, days: 20, now: () => startedAt }, environment: { PAGE_MEMORY_SECONDS: '600' } }),
  ]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const rows = () => visit.page.locator('.job-table tbody tr');

/** The call without its place in the list: what is left names the stream. */
function streamOf({ path, query }: ReceivedCall): string {
  const fixed = Object.entries(query).filter(([name]) => !/page|link|token|skip/i.test(name));
  return `${path} ${JSON.stringify(fixed.sort())}`;
}

test('a page that was busy, and is told at once that the table was out of sight and that it is in sight, shows it', async () => {
  visit = await startVisit(chromium, `${world.url}/`);
  await visit.page.addInitScript(() => {
    const Native = IntersectionObserver;
    globalThis.IntersectionObserver = class extends Native {
      constructor(tell: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super((changes, observer) => tell(changes.flatMap((change) => [{ ...change, isIntersecting: !change.isIntersecting }, change]), observer), options);
      }
    };
  });
  await visit.page.goto(`${world.url}/dashboard/`);
  await showTable(visit);
  expect(await rows().count()).toBe(50);
});

describe('endless scroll', () => {
  test('brings 500 jobs and more, none of them twice, with one upstream call a stream and page at most', async () => {
    visit = await open(chromium, `${world.url}/dashboard/`);
    await showTable(visit);
    await expect.poll(() => visit.page.locator('.week > [role=status]').textContent()).not.toContain('counting');
    const most: number[] = [];
    for (let shown = await rows().count(); shown < 500; shown = await rows().count()) {
      world.simulator.forgetCalls();
      await visit.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect.poll(() => rows().count()).toBeGreaterThan(shown);
      await visit.page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      const streams = world.simulator.calls.map(streamOf);
      most.push(...[...new Set(streams)].map((stream) => streams.filter((other) => other === stream).length));
    }
    expect(Math.max(...most)).toBe(1);
    const ids = await rows().evaluateAll((elements) => elements.map((element) => element.getAttribute('data-job')));
    expect(ids.length).toBeGreaterThanOrEqual(500);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await visit.page.locator('#jobs [role=status]').textContent()).toBe(`At least ${ids.length} jobs`);
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  test('ends at the end, with the exact number', async () => {
    visit = await open(chromium, `${world.url}/dashboard/?product=SALESFORCE&status=FAILED`);
    await showTable(visit);
    const failed = world.simulator.records('salesforce').filter(({ status }) => status === 4);
    expect(await visit.page.locator('#jobs [role=status]').textContent()).toMatch(new RegExp(`^${failed.length} jobs?$`));
    expect(await rows().count()).toBe(failed.length);
    expect(await visit.page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });
});

describe('filters', () => {
  test('are in the address, and back is back', async () => {
    visit = await open(chromium, `${world.url}/dashboard/`);
    const { page } = visit;
    await showTable(visit);
    await page.getByRole('checkbox', { name: 'Microsoft 365' }).check();
    await page.getByRole('checkbox', { name: 'Failed', exact: true }).check();
    await page.getByLabel('Period').selectOption('Ended in the last 7 days');
    await expect.poll(() => new URL(page.url()).search).toBe('?product=MICROSOFT_365&status=FAILED&period=ended-7d');
    await expect.poll(() => visit.asked.at(-1)?.variables).toMatchObject({ filter: { products: ['MICROSOFT_365'], statuses: ['FAILED'] }, window: { last: 'P7D', by: 'FINISHED_AT' } });
    await page.goBack();
    await expect.poll(() => page.getByLabel('Period').inputValue()).toBe('started-30d');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('an address opens with its filter; the search finds one job', async () => {
    const [job] = world.simulator.records('salesforce');
    visit = await open(chromium, `${world.url}/dashboard/?product=SALESFORCE`);
    await showTable(visit);
    expect(await visit.page.getByRole('checkbox', { name: 'Salesforce' }).isChecked()).toBe(true);
    await visit.page.getByLabel('Job id contains').fill(job?.jobId ?? '');
    await visit.page.getByLabel('Job id contains').press('Enter');
    await expect.poll(() => rows().count()).toBe(1);
    expect(await rows().locator('.job-id').textContent()).toBe(job?.jobId);
  });

  test('one source alone, by its name; one that is not there is named by its id, and was not asked', async () => {
    visit = await open(chromium, `${world.url}/dashboard/?source=default%2Fus%2Fsalesforce`);
    const { page } = visit;
    await showTable(visit);
    const source = page.getByRole('combobox', { name: 'Source' });
    await expect.poll(() => source.locator('option:checked').textContent()).toBe('Salesforce · default/us');
    expect(new Set(await page.locator('.job-table td:nth-child(3)').allTextContents())).toEqual(new Set(['Salesforce']));
    await source.selectOption('Any');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await page.goto(`${world.url}/dashboard/?source=nowhere`);
    await page.locator('#jobs').scrollIntoViewIfNeeded();
    await page.locator('.jobs').getByText('Nobody was asked').waitFor();
    expect(await source.locator('option:checked').textContent()).toBe('nowhere');
  });

  test('nothing found is said to be nothing', async () => {
    visit = await open(chromium, `${world.url}/dashboard/?search=no-such-job`);
    await visit.page.locator('#jobs').scrollIntoViewIfNeeded();
    await visit.page.getByText('No job matches.').waitFor();
  });

  test('an empty page that is not the last is not an empty list', async () => {
    visit = await open(chromium, `${world.url}/dashboard/?product=SALESFORCE`);
    await visit.page.route('**/graphql', async (route) => {
      const { variables, ...operation } = operationOf(route.request());
      const isFirst = operation.operationName === 'Jobs' && variables['after'] === undefined;
      await route.continue(isFirst ? { postData: JSON.stringify({ ...operation, variables: { ...variables, first: 0 } }) } : {});
    });
    await showTable(visit);
    await expect.poll(() => rows().count()).toBe(50);
    expect(await visit.page.getByText('No job matches.').count()).toBe(0);
  });
});

test.each([...productNames])('the details of a job of %s, by an address of their own', async (product) => {
  visit = await open(chromium, `${world.url}/dashboard/?product=${product.toUpperCase().replaceAll('-', '_')}`);
  const { page } = visit;
  await showTable(visit);
  const link = rows().filter({ hasText: 'Succeeded' }).first().locator('.job-id');
  const jobId = (await link.textContent()) ?? '';
  await link.click();
  const job = world.simulator.records(product).find((record) => record.jobId === jobId);
  await page.getByRole('dialog').locator('.facts').waitFor();
  const facts = (await page.getByRole('dialog').textContent()) ?? '';
  expect(facts).toContain(jobId);
  expect(facts).toContain(job && productOf(product).shown(job));

  await page.reload();
  await page.getByRole('dialog').locator('.facts').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect.poll(() => new URL(page.url()).searchParams.get('job')).toBeNull();
});

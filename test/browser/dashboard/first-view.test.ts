import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type ProductName, type SimulatedJob } from '../../../simulator/index.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { inOrder } from '../../support/oracle.js';
import { productOf } from '../../products/index.js';
import { startWorld, type World } from '../../support/world.js';
import { isGraphQL, leave, operationOf, startVisit, type Visit } from '../visit.js';
import { open } from './open.js';

/** The simulator stands still, so that its figures are the same before and after. */
const startedAt = Date.now();
const hourMs = 3_600_000;
const names: Readonly<Record<string, string>> = { FAILED: 'Failed', PARTIAL: 'Partly failed', SUCCEEDED: 'Succeeded', STOPPED: 'Stopped', SKIPPED: 'Skipped', UNKNOWN: 'Unknown' };

let chromium: TestBrowser;
let world: World;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { now: () => startedAt }, environment: { PAGE_MEMORY_SECONDS: '15' } })]);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const statusOf = ({ product, status }: SimulatedJob): string => productOf(product).statuses[status] ?? 'UNKNOWN';
const allJobs = (): readonly SimulatedJob[] => productNames.flatMap((product) => world.simulator.records(product));
const hasEnded = (from: number, to = Infinity) => ({ finishedAt }: SimulatedJob): boolean => finishedAt !== null && from <= finishedAt && finishedAt < to;

function tallyOf(jobs: readonly SimulatedJob[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const job of jobs) tally[names[statusOf(job)] ?? ''] = (tally[names[statusOf(job)] ?? ''] ?? 0) + 1;
  return tally;
}

describe('the first view', () => {
  let visit: Visit;
  let release: () => void;
  let dayAgo: number;
  beforeAll(async () => {
    world.simulator.forgetCalls();
    visit = await startVisit(chromium, `${world.url}/`);
    const held = new Promise<void>((resolve) => (release = resolve));
    await visit.page.route('**/graphql', async (route: Route) => {
      if (operationOf(route.request()).operationName === 'EndedJobs') await held;
      await route.continue();
    });
    const overview = visit.page.waitForResponse((response) => isGraphQL(response.request()) && operationOf(response.request()).operationName === 'Overview');
    await visit.page.goto(`${world.url}/dashboard/`);
    const { data } = (await (await overview).json()) as { data: { SALESFORCE: { window: { from: string } } } };
    dayAgo = Date.parse(data.SALESFORCE.window.from);
    await visit.page.locator('.running .entry').first().waitFor();
    await visit.page.locator('.failures .entry').first().waitFor();
    await visit.page.locator('.tile .figure').first().waitFor();
  });
  afterAll(() => leave(visit));

  test('takes three operations and at most 25 upstream calls', async () => {
    await expect.poll(() => visit.asked.map(({ operationName }) => operationName)).toContain('EndedJobs');
    expect(visit.asked.map(({ operationName }) => operationName)).toEqual(['Overview', 'Jobs', 'Jobs', 'EndedJobs']);
    expect(world.simulator.calls.length).toBeGreaterThan(5);
    expect(world.simulator.calls.length).toBeLessThanOrEqual(25);
    release();
  });

  test.each([...productNames])('the tile of %s shows the figures of the simulator', async (product: ProductName) => {
    const jobs = world.simulator.records(product).filter(hasEnded(dayAgo));
    const tile = visit.page.locator(`.tile[data-product="${product.toUpperCase().replaceAll('-', '_')}"]`);
    const shown = await tile.locator('.tally a').allTextContents();
    expect(Object.fromEntries(shown.map((text) => [text.replace(/ \d+$/, ''), Number(/\d+$/.exec(text)?.[0])]))).toEqual(tallyOf(jobs));
    expect(await tile.locator('.figure').textContent()).toBe(`${jobs.length} ended`);
  });

  test('what is under way, running jobs first', async () => {
    const live = allJobs().filter((job) => ['RUNNING', 'PAUSED', 'QUEUED'].includes(statusOf(job)) && (job.startedAt ?? Infinity) >= startedAt - 48 * hourMs);
    expect(await visit.page.locator('.running h2').textContent()).toBe(`Under way (${live.length})`);
    const running = inOrder(live.filter((job) => statusOf(job) === 'RUNNING'));
    const shown = await visit.page.locator('.running .entry .job-id').allTextContents();
    expect(shown).toEqual(running.slice(0, shown.length).map(({ jobId }) => jobId));
    const google = running.find(({ product }) => product === 'google-workspace');
    const entry = visit.page.locator('.running .entry').filter({ hasText: google?.jobId ?? '' });
    expect(await entry.locator('progress').getAttribute('value')).toBe(String(google?.progress));
  });

  test('the newest failures with their messages', async () => {
    const failed = inOrder(allJobs().filter(hasEnded(dayAgo)).filter((job) => ['FAILED', 'PARTIAL'].includes(statusOf(job))));
    expect(await visit.page.locator('.failures .entry .job-id').allTextContents()).toEqual(failed.slice(0, 8).map(({ jobId }) => jobId));
    const told = failed.slice(0, 8).find(({ failures }) => (failures?.length ?? 0) > 0);
    await visit.page.locator('.failures .entry').filter({ hasText: told?.jobId ?? '' }).getByText(told?.failures?.[0]?.value ?? '').first().waitFor();
  });

  test('the chart follows, page by page, with the jobs of each day', async () => {
    const { page } = visit;
    // The page's own week: midnight may have passed since the simulator stood still.
    const first = visit.asked.find(({ operationName }) => operationName === 'EndedJobs')?.variables['window'] as { from: string };
    const days = Array.from({ length: 7 }, (_, index) => Date.parse(first.from) + index * 24 * hourMs);
    const week = allJobs().filter(hasEnded(days[0] ?? 0));
    await expect.poll(() => page.locator('.week > [role=status]').textContent()).toBe(`${week.length} jobs`);
    await page.getByText('As a table').click();
    const heads = (await page.locator('.day-table thead th').allTextContents()).slice(1);
    for (const [index, from] of days.entries()) {
      const tally = tallyOf(week.filter(hasEnded(from, from + 24 * hourMs)));
      const cells = await page.locator('.day-table tbody tr').nth(index).locator('td').allTextContents();
      expect(cells).toEqual(heads.map((head) => String(tally[head] ?? 0)));
    }
    const pages = visit.asked.filter(({ operationName }) => operationName === 'EndedJobs');
    expect(pages.map(({ variables }) => variables['after'] !== null)).toEqual([false, ...Array.from({ length: Math.ceil(week.length / 200) - 1 }, () => true)]);
  });

  test('nobody else was asked, and nothing complained', () => {
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

test('counts of a scan that has not ended are lower bounds', async () => {
  const many = Array.from({ length: 230 }, (_, index) => ({ jobId: `AI${index}`, startedAt: startedAt - hourMs - index * 1000, finishedAt: startedAt - hourMs }));
  const busy = await startWorld({ simulator: { jobs: { salesforce: many } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  const visit = await open(chromium, `${busy.url}/dashboard/`);
  expect(await visit.page.locator('.tile .figure').textContent()).toBe('at least 200 ended');
  expect(await visit.page.locator('.headline').textContent()).toContain('of at least 200 jobs');
  await expect.poll(() => visit.page.locator('.week > [role=status]').textContent()).toBe('230 jobs');
  await leave(visit);
  await busy.close();
});

test('simulated data are marked only where they are', async () => {
  const visit = await open(chromium, `${world.url}/dashboard/`);
  await visit.page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('"isSimulated":false', '"isSimulated":true') });
  });
  expect(await visit.page.getByText('Simulated data:').count()).toBe(0);
  await visit.page.getByRole('button', { name: 'Refresh' }).click();
  await visit.page.getByText('Simulated data:').waitFor();
  await leave(visit);
});

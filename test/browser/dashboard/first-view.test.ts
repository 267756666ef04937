import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type ProductName, type SimulatedJob } from '../../../simulator/index.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { inOrder, inOrderOfEnd } from '../../support/oracle.js';
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

const DAY_MS = 24 * hourMs;

/** The table under the chart: what it says of each day, by name of the state. */
async function daysOf({ page }: Visit): Promise<Record<string, string>[]> {
  await page.locator('.day-table summary').click();
  const heads = (await page.locator('.day-table thead th').allTextContents()).slice(1);
  const rows = await page.locator('.day-table tbody tr').all();
  return Promise.all(rows.map(async (row) => Object.fromEntries((await row.locator('td').allTextContents()).map((text, index) => [heads[index] ?? '', text.replaceAll(',', '')]))));
}

/** Since which instant the page counts days. */
function startOfWeek({ asked }: Visit): number {
  return Date.parse(String(asked.findLast(({ operationName }) => operationName === 'Week')?.variables['from']));
}

/** What the table has to say of jobs: every state that any day has. */
function daysIn(jobs: readonly SimulatedJob[], from: number): Record<string, string>[] {
  const tallies = Array.from({ length: 7 }, (_, index) => tallyOf(jobs.filter(hasEnded(from + index * DAY_MS, from + (index + 1) * DAY_MS))));
  const heads = Object.values(names).filter((name) => tallies.some((tally) => name in tally));
  return tallies.map((tally) => Object.fromEntries(heads.map((head) => [head, String(tally[head] ?? 0)])));
}

async function tileOf({ page }: Visit, product: ProductName) {
  const tile = page.locator(`.tile[data-product="${product.toUpperCase().replaceAll('-', '_')}"]`);
  const shown = await tile.locator('.tally a').allTextContents();
  return { figure: await tile.locator('.figure').textContent(), tally: Object.fromEntries(shown.map((text) => [text.replace(/ [\d,]+$/, ''), Number(/[\d,]+$/.exec(text)?.[0].replaceAll(',', ''))])) };
}

/** Goes somewhere, and says up to which instant the tiles there count. */
async function countedTo({ page }: Visit, go: () => Promise<unknown>): Promise<number> {
  const overview = page.waitForResponse((response) => isGraphQL(response.request()) && operationOf(response.request()).operationName === 'Overview');
  await go();
  const { data } = (await (await overview).json()) as { data: { jobStats: { period: { to: string } } } };
  return Date.parse(data.jobStats.period.to);
}

/** Waits until all parts of the first view stand. */
async function hasAll({ page }: Visit): Promise<void> {
  for (const part of ['.tile .figure', '.running .entries, .running .emptiness', '.failures .entry, .failures .emptiness', '.week > [role=status]']) await page.locator(part).first().waitFor();
}

describe('the first view', () => {
  let visit: Visit;
  let dayAgo: number;
  beforeAll(async () => {
    world.simulator.forgetCalls();
    visit = await startVisit(chromium, `${world.url}/`);
    dayAgo = (await countedTo(visit, () => visit.page.goto(`${world.url}/dashboard/`))) - DAY_MS;
    await hasAll(visit);
  });
  afterAll(() => leave(visit));

  test('takes three operations, the chart last, and few upstream calls', () => {
    expect(visit.asked.map(({ operationName }) => operationName)).toEqual(['Overview', 'Newest', 'Week']);
    expect(world.simulator.calls.length).toBeGreaterThan(15);
    expect(world.simulator.calls.length).toBeLessThanOrEqual(45);
  });

  test.each([...productNames])('the tile of %s shows the figures of the simulator', async (product: ProductName) => {
    const jobs = world.simulator.records(product).filter(hasEnded(dayAgo));
    expect(await tileOf(visit, product)).toEqual({ figure: `${jobs.length} ended`, tally: tallyOf(jobs) });
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
    const failed = inOrderOfEnd(allJobs().filter(hasEnded(dayAgo)).filter((job) => ['FAILED', 'PARTIAL'].includes(statusOf(job))));
    expect(await visit.page.locator('.failures .entry .job-id').allTextContents()).toEqual(failed.slice(0, 8).map(({ jobId }) => jobId));
    const told = failed.slice(0, 8).find(({ failures }) => (failures?.length ?? 0) > 0);
    await visit.page.locator('.failures .entry').filter({ hasText: told?.jobId ?? '' }).getByText(told?.failures?.[0]?.value ?? '').first().waitFor();
  });

  test('the chart has the jobs of each day', async () => {
    // The page's own week: midnight may have passed since the simulator stood still.
    const from = startOfWeek(visit);
    expect(await visit.page.locator('.week > [role=status]').textContent()).toBe(`${allJobs().filter(hasEnded(from)).length} jobs`);
    expect(await daysOf(visit)).toEqual(daysIn(allJobs(), from));
  });

  test('nobody else was asked, and nothing complained', () => {
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

test('a tenant of 400 jobs a day and product is counted to the last one in three operations', async () => {
  const busy = await startWorld({ simulator: { now: () => startedAt, jobsPerProduct: 400 * 20, days: 20 } });
  const visit = await startVisit(chromium, `${busy.url}/`);
  const to = await countedTo(visit, () => visit.page.goto(`${busy.url}/dashboard/`));
  await hasAll(visit);
  expect(visit.asked.map(({ operationName }) => operationName)).toEqual(['Overview', 'Newest', 'Week']);

  const jobs = productNames.map((product) => ({ product, all: busy.simulator.records(product) }));
  for (const { product, all } of jobs) {
    const ended = all.filter(hasEnded(to - DAY_MS));
    expect(ended.length).toBeGreaterThan(350);
    expect(await tileOf(visit, product)).toEqual({ figure: `${ended.length} ended`, tally: tallyOf(ended) });
  }
  const from = startOfWeek(visit);
  const week = jobs.flatMap(({ all }) => all).filter(hasEnded(from));
  expect(await visit.page.locator('.week > [role=status]').textContent()).toBe(`${new Intl.NumberFormat('en').format(week.length)} jobs`);
  expect(await daysOf(visit)).toEqual(daysIn(week, from));
  // What is under way is listed, not counted, and in the evening 50 are not all.
  expect(await visit.page.locator('.tile, .week').getByText('at least').count()).toBe(0);
  expect(visit.complaints).toEqual([]);
  await leave(visit);
  await busy.close();
});

test('what does not fit into the calls of an operation is marked, and how far the count came is said', async () => {
  const many = Array.from({ length: 700 }, (_, index) => ({ jobId: `AI${index}`, startedAt: startedAt - hourMs - index * 0.2 * hourMs, finishedAt: startedAt - hourMs - index * 0.2 * hourMs + 60_000 }));
  const busy = await startWorld({ simulator: { jobs: { salesforce: many } }, environment: { AVEPOINT_PRODUCTS: 'salesforce', AVEPOINT_SCAN_BUDGET: '4' } });
  const visit = await startVisit(chromium, `${busy.url}/`);
  await visit.page.goto(`${busy.url}/dashboard/`);
  await hasAll(visit);
  // Newest first: 400 jobs are 80 hours, and a job that ended in the first 48 of them may have started before.
  expect(await visit.page.locator('.tile .figure').textContent()).toMatch(/^\d+ ended$/);
  expect(await visit.page.locator('.week > [role=status]').textContent()).toMatch(/^At least \d+ jobs$/);
  await visit.page.locator('.week').getByText(/Salesforce · default\/us is counted back to .+ Ask for the period from there/).waitFor();
  await visit.page.locator('.week').getByText('Not counted: there may be more').waitFor();
  const days = (await daysOf(visit)).map(({ Succeeded }) => Succeeded ?? '');
  expect(days[0]).toBe('unknown');
  expect(days.filter((text) => text.startsWith('at least')).length).toBeGreaterThan(0);
  expect(days[6]).toMatch(/^\d+$/);
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

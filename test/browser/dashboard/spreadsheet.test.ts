import { readFile } from 'node:fs/promises';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, type Visit } from '../visit.js';
import { open, showTable } from './open.js';

const startedAt = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;
/** More than a page of the table, the longest in the middle. */
const jobs = Array.from({ length: 60 }, (_, index) => ({ jobId: `AI${index}`, status: index % 3 === 0 ? 4 : 2, startedAt: startedAt - (index + 2) * hourMs, finishedAt: startedAt - (index + 2) * hourMs + ((index * 7) % 60) * 60_000 + 60_000 }));
const formula = { jobId: '=HYPERLINK("http://evil.example")', status: 4, startedAt: startedAt - 100 * hourMs, finishedAt: startedAt - 99 * hourMs };

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([
    launchBrowser(),
    startWorld({ simulator: { now: () => startedAt, jobs: { salesforce: [...jobs, formula] } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } }),
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

const rows = () => visit.page.locator('.job-table tbody tr');
const column = (place: number) => visit.page.locator(`.job-table tbody td:nth-child(${place})`).allTextContents();

async function downloaded(button: string): Promise<{ readonly name: string; readonly lines: readonly string[] }> {
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.page.getByRole('button', { name: button }).click()]);
  return { name: file.suggestedFilename(), lines: (await readFile(await file.path(), 'utf8')).split('\r\n') };
}

test('the table is a file, which says by its name whether it is all', async () => {
  visit = await open(chromium, `${world.url}/dashboard/?period=ended-24h`);
  await showTable(visit);
  await expect.poll(() => visit.page.locator('#jobs [role=status]').textContent()).toMatch(/^\d+ jobs$/);
  const { name, lines } = await downloaded('All as CSV');
  expect(name).toBe('jobs.csv');
  expect(lines[0]).toBe('\uFEFFstatus,upstreamStatus,jobId,product,operation,workload,type,startedAt,finishedAt,durationSeconds,total,successful,failed,skipped,failures,id');
  expect(lines.slice(1, -1).map((line) => line.split(',')[2])).toEqual(await rows().locator('.job-id').allTextContents());
  expect(lines[1]).toContain(`,${new Date(jobs[0]?.startedAt ?? 0).toISOString()},`);

  world.simulator.set({ salesforce: { permitted: false } });
  await visit.page.getByRole('button', { name: 'Refresh' }).click();
  await visit.page.locator('.jobs').getByText('Without Salesforce').waitFor();
  await expect.poll(() => visit.page.getByRole('button', { name: 'All as CSV' }).count()).toBe(0);
});

test('a name that a spreadsheet would run is a text in it', async () => {
  visit = await open(chromium, `${world.url}/dashboard/?search=HYPERLINK`);
  await showTable(visit);
  const { lines } = await downloaded('All as CSV');
  expect(lines[1]).toContain(`,"'=HYPERLINK(""http://evil.example"")",`);
});

describe('columns', () => {
  test('do not sort what is not all there, and then do, both ways and back', async () => {
    visit = await open(chromium, `${world.url}/dashboard/`);
    const { page } = visit;
    // The rest is not read before it is looked at.
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('"after":"') === true && route.request().postData()?.includes('"first":50') === true ? undefined : route.continue()));
    await showTable(visit);
    expect(await rows().count()).toBe(50);
    await page.getByText('Columns sort once all are read').waitFor();
    expect(await page.locator('.job-table th button').count()).toBe(0);
    expect((await downloaded('What is shown as CSV')).name).toBe('jobs-not-all.csv');
  });

  test('sort by what they mean', async () => {
    visit = await open(chromium, `${world.url}/dashboard/`);
    const { page } = visit;
    await showTable(visit);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => rows().count()).toBe(61);
    const served = await column(2);
    const head = page.getByRole('columnheader', { name: 'Duration' });
    const minutes = (text: string): number => (/(\d+) h/.exec(text) === null ? 0 : 60 * Number(/(\d+) h/.exec(text)?.[1])) + Number(/(\d+) min/.exec(text)?.[1] ?? 0);
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const lengths = (await column(6)).map(minutes);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(new Set(lengths).size).toBeGreaterThan(20);
    await head.getByRole('button').click();
    expect((await column(6)).map(minutes)).toEqual(lengths.toReversed());
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').click();
    expect(await column(2)).toEqual(served);
    await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click();
    expect([...new Set(await column(1))]).toEqual(['Failed', 'Succeeded']);
    expect(visit.complaints).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { SimulatedJob } from '../../../simulator/index.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, type Visit } from '../visit.js';
import { openBoard, rowOf, stripOf } from './open-board.js';

/** Nothing moves while the tests look. */
const now = Math.floor(Date.now() / 1000) * 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const [backup, auditLogBackup] = [1, 20];

interface Told {
  readonly organizationId: string;
  /** By the vendor's codes. */
  readonly status: number;
  readonly hoursAgo: number;
  readonly type?: number;
}
const [running, succeeded, partial, failed] = [1, 2, 3, 4];

let count = 0;
function job({ organizationId, status, hoursAgo, type = backup }: Told): Partial<SimulatedJob> {
  count += 1;
  const startedAt = now - hoursAgo * HOUR_MS;
  return { jobId: `FB${count}`, type, status, startedAt, finishedAt: status === running ? null : startedAt + HOUR_MS / 2, organizationId };
}
const nightly = (organizationId: string, statuses: readonly number[], type?: number): Partial<SimulatedJob>[] => statuses.map((status, index) => job({ organizationId, status, hoursAgo: 3 + 24 * index, ...(type !== undefined && { type }) }));
const often = (status: number, times: number): number[] => Array.from({ length: times }, () => status);

const salesforce = [
  ...nightly('failing', [failed, failed, failed, ...often(succeeded, 20)]),
  ...nightly('never', [partial, partial]),
  ...nightly('late', often(succeeded, 3)).map(({ startedAt, finishedAt, ...rest }) => ({ ...rest, startedAt: (startedAt ?? 0) - 2 * DAY_MS, finishedAt: (finishedAt ?? 0) - 2 * DAY_MS })),
  ...nightly('well', [succeeded, failed, ...often(succeeded, 25)]),
  ...nightly('failing', often(succeeded, 27), auditLogBackup),
];
const microsoft365 = [0, 24, 48].map((hoursAgo, index) => ({ jobId: `EX${index}`, type: 1, service: 1, status: 2, startedAt: now - (2 + hoursAgo) * HOUR_MS, finishedAt: now - (1 + hoursAgo) * HOUR_MS }));

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([
    launchBrowser(),
    startWorld({ simulator: { now: () => now, jobs: { salesforce, 'microsoft-365': microsoft365 } }, environment: { AVEPOINT_PRODUCTS: 'microsoft-365,salesforce' } }),
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

const names = () => visit.page.locator('.workload-name a').allTextContents();
const address = () => new URL(visit.page.url());
const ids = () => visit.page.locator('.workload').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-workload')));

/** How the days of an organization have to look, by what the simulator holds; `from`: what the page counts from. */
function expectedDays(organizationId: string, from: number): string[] {
  const own = world.simulator.records('salesforce').filter((record) => (record as SimulatedJob & { readonly organizationId: string }).organizationId === organizationId && record.type === backup);
  return Array.from({ length: 28 }, (_, index) => {
    const met = own.filter(({ startedAt }) => startedAt !== null && from + index * DAY_MS <= startedAt && startedAt < from + (index + 1) * DAY_MS).map(({ status }) => status);
    if (met.includes(failed)) return 'FAILED';
    if (met.includes(partial)) return 'PARTIAL';
    return met.includes(succeeded) ? 'SUCCEEDED' : 'NONE';
  });
}

function startOfStrip(): number {
  const days = visit.asked.findLast(({ operationName }) => operationName === 'Days');
  return Date.parse(String((days?.variables['period'] as { readonly from: string } | undefined)?.from));
}

describe('the board', () => {
  test('has the worst first, and says of each what is known', async () => {
    visit = await openBoard(chromium, world.url);
    expect(await names()).toEqual(['failing', 'never', 'late', 'well', 'Exchange Online']);
    expect(await visit.page.locator('.workload .state').allTextContents()).toEqual(['Failing', 'Stale', 'Stale', 'Well', 'Well']);
    const failing = (await rowOf(visit, 'failing').textContent()) ?? '';
    expect(failing).toContain('Backup · Salesforce · default/us');
    expect(failing).toContain('3 d 2 h ago');
    expect(failing).toContain('Failures in a row3since');
    expect(failing).toContain('every 1 d');
    expect(await rowOf(visit, 'never').textContent()).toContain('never in the last 7 days');
    expect(await rowOf(visit, 'well').textContent()).toContain('Failures in a rownone');
    expect(await visit.page.locator('.headline').textContent()).toMatch(/^3 of 5 workloads are without a recent success\.\s*$/);
    const tile = visit.page.locator('.tile[data-product=SALESFORCE]');
    expect(await tile.locator('.figure').textContent()).toBe('1 of 4 compliant');
    expect(await tile.locator('.tally li').allTextContents()).toEqual(['Breached 3', 'Compliant 1']);
    expect(visit.complaints).toEqual([]);
    expect(visit.elsewhere).toEqual([]);
  });

  test('has a strip of 28 days each, in which backups of audit logs fill no gap', async () => {
    visit = await openBoard(chromium, world.url);
    for (const name of ['failing', 'never', 'late', 'well']) {
      const looks = await stripOf(visit, name);
      expect([name, looks]).toEqual([name, expectedDays(name, startOfStrip())]);
    }
    expect(await rowOf(visit, 'well').locator('.strip').getAttribute('aria-label')).toMatch(/^The last 28 days, each by its worst run: failed on 1 day, succeeded on 2\d days, no run on \d days?\.$/);
    const asked = visit.asked.filter(({ operationName }) => operationName === 'Days').map(({ variables }) => variables['sourceId']);
    expect([...new Set(asked)].sort()).toEqual(['default/us/microsoft-365', 'default/us/salesforce']);
    expect(asked.length).toBe(2);
  });

  test('counts the days of the viewer', async () => {
    visit = await openBoard(chromium, world.url, '&search=well', { timezoneId: 'Asia/Kathmandu' });
    const looks = await stripOf(visit, 'well');
    const period = visit.asked.findLast(({ operationName }) => operationName === 'Days')?.variables['period'];
    expect(period).toMatchObject({ by: 'STARTED_AT', timeZone: expect.stringMatching(/^Asia\/Kat(h)?mandu$/) as unknown });
    // Midnight at five hours and three quarters ahead.
    expect(startOfStrip() % DAY_MS).toBe(18.25 * HOUR_MS);
    expect(looks).toEqual(expectedDays('well', startOfStrip()));
  });

  test('is read again every five minutes, and its strips are not', async () => {
    visit = await openBoard(chromium, world.url, '&search=well');
    const { page } = visit;
    // Another day would have strips of its own.
    await page.clock.install({ time: new Date().setUTCHours(12, 0, 0, 0) });
    await page.reload();
    await stripOf(visit, 'well');
    const asked = (name: string) => visit.asked.filter(({ operationName }) => operationName === name).length;
    const [boards, days] = [asked('Board'), asked('Days')];
    await page.clock.fastForward(301_000);
    await expect.poll(() => asked('Board')).toBe(boards + 1);
    await page.clock.runFor(1000);
    expect(asked('Days')).toBe(days);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => asked('Days')).toBe(days + 1);
  });

  test('of other operations has the audit logs', async () => {
    visit = await openBoard(chromium, world.url, '&operation=OTHER');
    expect(await names()).toEqual(['failing']);
    const looks = await stripOf(visit, 'failing');
    expect(new Set(looks)).toEqual(new Set(['NONE', 'SUCCEEDED']));
    expect(looks.filter((look) => look === 'SUCCEEDED').length).toBeGreaterThanOrEqual(26);
  });
});

describe('filters', () => {
  test('are in the address, and back is back', async () => {
    visit = await openBoard(chromium, world.url);
    const { page } = visit;
    await page.getByRole('checkbox', { name: 'Stale' }).check();
    await expect.poll(names).toEqual(['never', 'late']);
    // Whoever uses the keyboard is where they were.
    expect(await page.getByRole('checkbox', { name: 'Stale' }).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.getByLabel('Looked back').selectOption('28 days');
    await page.getByLabel('Stale after').selectOption('7 days');
    await expect.poll(() => address().search).toBe('?view=board&state=STALE&lookBack=P28D&staleAfter=P7D');
    await expect.poll(names).toEqual(['never']);
    expect(await page.locator('.board > header').textContent()).toContain('no success for 7 days');
    await page.goBack();
    await expect.poll(() => page.getByLabel('Stale after').inputValue()).toBe('');
    await expect.poll(names).toEqual(['never', 'late']);
    await page.goBack();
    await page.goBack();
    await expect.poll(names).toHaveLength(5);
    await page.goForward();
    await expect.poll(names).toEqual(['never', 'late']);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => address().search).toBe('?view=board');
  });

  test('of an address that was sent hold from the start', async () => {
    visit = await openBoard(chromium, world.url, '&product=SALESFORCE&source=default%2Fus%2Fsalesforce&stale=yes&search=NEV');
    const { page } = visit;
    expect(await names()).toEqual(['never']);
    expect(await page.getByRole('combobox', { name: 'Source' }).locator('option:checked').textContent()).toBe('Salesforce · default/us');
    expect(await page.getByLabel('Name contains').inputValue()).toBe('NEV');
    expect(visit.asked.find(({ operationName }) => operationName === 'Board')?.variables).toMatchObject({ filter: { operations: ['BACKUP'], products: ['SALESFORCE'], sourceIds: ['default/us/salesforce'], isStale: true } });
    await page.getByLabel('Name contains').fill('no such');
    await page.getByLabel('Name contains').press('Enter');
    await page.getByText('No workload has such a name.').waitFor();
  });

  test('one question does not answer another: what is stale by one is not by the other, to and fro', async () => {
    visit = await openBoard(chromium, world.url, '&search=late');
    const { page } = visit;
    const state = () => rowOf(visit, 'late').locator('.state').textContent();
    expect(await state()).toBe('Stale');
    await page.getByLabel('Stale after').selectOption('7 days');
    await expect.poll(state).not.toBe('Stale');
    await page.goBack();
    await expect.poll(state).toBe('Stale');
  });

  test('a figure leads to what it counts', async () => {
    visit = await openBoard(chromium, world.url);
    await visit.page.locator('.tile[data-product=SALESFORCE]').getByRole('link', { name: 'Breached' }).click();
    await expect.poll(() => address().search).toBe('?view=board&product=SALESFORCE&stale=yes');
    await expect.poll(names).toEqual(['failing', 'never', 'late']);
  });
});

describe('details', () => {
  test('have an address of their own, lead to jobs, and the job comes back to them', async () => {
    visit = await openBoard(chromium, world.url);
    const { page } = visit;
    await page.getByRole('link', { name: 'failing' }).click();
    const dialog = page.getByRole('dialog', { name: 'failing' });
    await dialog.locator('.facts').waitFor();
    expect(address().searchParams.get('workload')).toBe((await ids())[0]);
    await page.reload();
    await dialog.locator('.facts').waitFor();
    await dialog.getByText('The days as a table').click();
    expect(await dialog.locator('.day-table tbody tr').count()).toBe(28);
    const facts = (await dialog.locator('.facts').textContent()) ?? '';
    for (const words of ['Latest runFailed FB1', 'Last success3 d 2 h ago', 'Succeeded FB4', 'Failures in a row3 since', 'Runsevery 1 d, as its runs were', 'Started7 in the last 7 days']) expect(facts).toContain(words);

    await dialog.getByRole('link', { name: 'FB4', exact: true }).click();
    await page.getByRole('dialog', { name: 'FB4' }).locator('.facts').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => address().searchParams.get('job')).toBeNull();
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => address().search).toBe('?view=board');
  });

  test('lead to the table of its source and operation', async () => {
    visit = await openBoard(chromium, world.url, '&search=well');
    const { page } = visit;
    await page.getByRole('link', { name: 'well' }).click();
    await page.getByRole('link', { name: 'All jobs of this source and operation of the last 30 days' }).click();
    await expect.poll(() => address().search).toBe('?operation=BACKUP&source=default%2Fus%2Fsalesforce');
    await expect.poll(() => page.locator('.jobs [role=status]').textContent()).toMatch(/\d+ jobs$/);
    expect(await page.getByRole('combobox', { name: 'Source' }).inputValue()).toBe('default/us/salesforce');
    expect(visit.asked.findLast(({ operationName }) => operationName === 'Jobs')?.variables).toMatchObject({ filter: { operations: ['BACKUP'], sourceIds: ['default/us/salesforce'] } });
    await page.goBack();
    await page.getByRole('dialog', { name: 'well' }).locator('.facts').waitFor();
  });

  test('of a workload that is not there say so', async () => {
    visit = await openBoard(chromium, world.url, '&workload=nobody');
    await visit.page.getByRole('dialog').getByText('It is not among the workloads that match.').waitFor();
  });
});

test('pages are one click apart, and each has an address', async () => {
  visit = await openBoard(chromium, world.url);
  const { page } = visit;
  expect(await page.title()).toBe('AvePoint backup board');
  expect(await page.getByRole('link', { name: 'Board', exact: true }).getAttribute('aria-current')).toBe('page');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('heading', { name: 'Backup jobs' }).waitFor();
  await page.locator('.tile .tally').first().waitFor();
  expect(address().search).toBe('');
  await page.goBack();
  await page.locator('.workload').first().waitFor();
});

import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { status } from '../../support/faults.js';
import type { TenantsWorld } from '../../support/tenants-world.js';
import { startWorld } from '../../support/world.js';
import { leave, startVisit, violationsOf, type Visit } from '../visit.js';
import { startThree } from './tenants-world.js';

let chromium: TestBrowser;
let world: TenantsWorld;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startThree()]);
});
afterEach(async () => {
  world.simulatorOf('contoso').resetSwitches();
  await leave(visit);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

async function openRollUp(filter = '', options: BrowserContextOptions = {}): Promise<void> {
  visit = await startVisit(chromium, `${world.url}/`, options);
  await visit.page.goto(`${world.url}/dashboard/?view=tenants${filter}`);
  await visit.page.locator('.tenant, .roll-up .emptiness').first().waitFor();
  await visit.page.getByText(/^As of/).waitFor();
}

const names = () => visit.page.locator('.tenant-name a').allTextContents();
const rowOf = (key: string) => visit.page.locator(`.tenant[data-tenant=${key}]`);
const stateOf = (key: string) => rowOf(key).locator('.state').textContent();
const factsOf = (key: string) => rowOf(key).locator('.tenant-fact > div').allTextContents();
const headline = () => visit.page.locator('.headline').textContent();

test('a row for each tenant, worst first, with what is known of it', async () => {
  await openRollUp();
  expect(await names()).toEqual(['Contoso Straße', 'Northwind Traders', 'Fabrikam GmbH']);
  expect(await Promise.all(['contoso', 'northwind', 'fabrikam'].map(stateOf))).toEqual(['Failing', 'Stale', 'Well']);
  expect(await factsOf('contoso')).toEqual(['1', '1', '1', '0', '0', expect.stringMatching(/^2 d 2 h/)]);
  expect(await factsOf('northwind')).toEqual(['0', '0', '1', '0', '0', expect.stringMatching(/^2 d 11 h/)]);
  expect(await factsOf('fabrikam')).toEqual(['0', '0', '0', '0', '0', expect.stringMatching(/^2 h 3\d min/)]);
  expect(await rowOf('contoso').locator('.tenant-name .quiet').allTextContents()).toEqual(['2 workloadscountry: nltier: gold', 'Answers']);
  expect(await headline()).toBe('2 of 3 tenants are known to need a look. ');
  expect(visit.asked.map(({ operationName }) => operationName).sort()).toEqual(['KnownSources', 'TenantBoards', 'TenantJobs']);
  expect([visit.complaints, visit.elsewhere]).toEqual([[], []]);
});

test('a row leads to the board of its tenant, a number to what is behind it, and back', async () => {
  await openRollUp();
  const { page } = visit;
  await page.getByRole('link', { name: 'Contoso Straße' }).click();
  await page.locator('.workload').first().waitFor();
  expect(new URL(page.url()).search).toBe('?view=board&tenant=contoso');
  expect(await page.locator('.workload-name a').allTextContents()).toEqual(['con-1', 'con-2']);
  await page.goBack();
  await rowOf('contoso').waitFor();
  expect(await names()).toHaveLength(3);

  await rowOf('northwind').getByRole('link', { name: '1', exact: true }).click();
  await page.locator('.workload').first().waitFor();
  expect(await page.locator('.workload-name a').allTextContents()).toEqual(['wind-1']);
  await page.goBack();
  await rowOf('contoso').getByRole('link', { name: '1', exact: true }).first().click();
  await page.locator('.job-table tbody tr').first().waitFor();
  expect(await page.locator('.job-table .job-id').allTextContents()).toEqual(['con-1-0']);
  expect(new URL(page.url()).searchParams.get('tenant')).toBe('contoso');
});

test('a tenant that is down is named and never well; the others stand', async () => {
  await openRollUp();
  const { page } = visit;
  const before = await factsOf('northwind');
  world.simulatorOf('contoso').set({ salesforce: { fault: status(403) } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await rowOf('contoso').getByText('Without Salesforce · contoso/us.').waitFor();
  expect(await names()).toEqual(['Northwind Traders', 'Contoso Straße', 'Fabrikam GmbH']);
  expect(await stateOf('contoso')).toBe('No answer');
  await rowOf('contoso').getByText('Does not answer').or(rowOf('contoso').getByText('Last call failed')).waitFor();
  expect(await factsOf('contoso')).toEqual(['Not known', 'At least 0', 'At least 0', 'At least 0', '1', 'Not known']);
  expect(await rowOf('contoso').locator('.tenant-fact .unread').count()).toBe(6);
  expect(await rowOf('contoso').locator('.tenant-name .quiet').first().textContent()).toMatch(/^At least 0 workloads/);
  expect(await rowOf('contoso').locator('.tenant-missing .note').count()).toBe(1);
  expect(await factsOf('northwind')).toEqual(before);
  expect(await headline()).toBe('1 of 3 tenants is known to need a look. Not all is known of 1.');
  await page.getByText('1 of 3 sources does not answer:').waitFor();

  world.simulatorOf('contoso').resetSwitches();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => stateOf('contoso')).toBe('Failing');
  expect(await page.locator('.tenant-missing').count()).toBe(0);
});

test('without the server nothing is known, and what was read stands with its time', async () => {
  await openRollUp();
  const { page } = visit;
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText(/What is shown is from \d\d:\d\d/).waitFor();
  expect(await names()).toHaveLength(3);
  await page.reload();
  await page.getByText('No answer.').waitFor();
  expect(await headline()).toBe('Nothing is known.');
  expect(await page.locator('.emptiness').count()).toBe(0);
});

test('narrowed, it has the chosen alone, and nothing where nobody has all of it', async () => {
  await openRollUp('&label=tier%3Dgold');
  expect(await names()).toEqual(['Contoso Straße', 'Northwind Traders']);
  await visit.page.goto(`${world.url}/dashboard/?view=tenants&tenant=fabrikam&label=country`);
  await visit.page.getByText('No tenant that you may read has all that was chosen.').waitFor();
});

test('where there is one tenant there is nothing to choose, and no page of them', async () => {
  const single = await startWorld({ environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  visit = await startVisit(chromium, `${single.url}/`);
  const { page } = visit;
  for (const [view, ready] of [['', '.tile .figure'], ['?view=board', '.workload']] as const) {
    await page.goto(`${single.url}/dashboard/${view}`);
    await page.locator(ready).first().waitFor();
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Overview', 'Board']);
    expect(await page.getByRole('button', { name: /tenant/i }).count()).toBe(0);
  }
  await single.close();
});

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe.each(['light', 'dark'] as const)('WCAG 2 AA, %s', (colorScheme) => {
  test.each([
    ['wide', {}],
    ['on a phone', phone],
  ])('%s, with one tenant down', async (_title, options) => {
    world.simulatorOf('contoso').set({ salesforce: { fault: status(403) } });
    await openRollUp('', { colorScheme, ...options });
    await rowOf('contoso').locator('.note').waitFor();
    expect(await violationsOf(visit.page)).toEqual([]);
  });
});

test.each([390, 320])('a phone of %i pixels shows everything without scrolling sideways', async (width) => {
  world.simulatorOf('contoso').set({ salesforce: { fault: status(403) } });
  await openRollUp('', { ...phone, viewport: { width, height: 844 } });
  await rowOf('contoso').locator('.note').waitFor();
  expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await rowOf('contoso').locator('.label').allTextContents()).toEqual(['Failed jobs', 'Failing', 'Stale', 'Cannot be told', 'Silent sources', 'Oldest success']);
  expect(await rowOf('contoso').locator('.label').first().isVisible()).toBe(true);
});

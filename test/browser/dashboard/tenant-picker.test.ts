import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import type { TenantsWorld } from '../../support/tenants-world.js';
import { leave, startVisit, violationsOf, type Visit } from '../visit.js';
import { showTable } from './open.js';
import { askedBy, startThree } from './tenants-world.js';

let chromium: TestBrowser;
let world: TenantsWorld;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startThree()]);
});
beforeEach(() => world.forgetCalls());
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

async function openAt(query: string, options: BrowserContextOptions = {}): Promise<void> {
  visit = await startVisit(chromium, `${world.url}/`, options);
  await visit.page.goto(`${world.url}/dashboard/${query}`);
  await picker().waitFor();
}

const picker = () => visit.page.locator('.masthead').getByRole('button', { name: /tenants$/ });
const dialog = () => visit.page.getByRole('dialog');
const choices = () => dialog().locator('.tenant-choices .choice').allTextContents();
const tickOf = (name: string) => dialog().getByRole('checkbox', { name });
const workloads = () => visit.page.locator('.workload-name a').allTextContents();
const search = () => new URL(visit.page.url()).search;

test('what is chosen narrows every panel, the table and the sources, and asks no other tenant', async () => {
  await openAt('?tenant=contoso');
  const { page } = visit;
  await page.locator('.failures .entry').first().waitFor();
  await page.locator('.week > [role=status]').waitFor();
  await page.locator('.causes').scrollIntoViewIfNeeded();
  await page.locator('.causes').getByText('2 jobs failed without a reason').waitFor();
  await showTable(visit);
  expect(await picker().textContent()).toBe('1 of 3 tenants');
  expect(await page.locator('.tile .figure').allTextContents()).toEqual(['2 ended']);
  expect(await page.locator('.failures .job-id').allTextContents()).toEqual(['con-1-0']);
  expect(await page.locator('.source').evaluateAll((sources) => sources.map((source) => source.getAttribute('data-source')))).toEqual(['contoso/us/salesforce']);
  expect(await page.locator('.jobs select').nth(2).locator('option').allTextContents()).toEqual(['Any', 'Salesforce · contoso/us']);
  const shown = await page.locator('.job-table .job-id').allTextContents();
  expect(shown.length).toBe(22);
  expect(shown.every((id) => id.startsWith('con-'))).toBe(true);
  expect(askedBy(world)).toEqual(['contoso']);

  // The table's own filters, and what they clear, leave the tenants alone.
  await page.locator('.jobs').getByRole('checkbox', { name: 'Failed', exact: true }).check();
  expect(search()).toBe('?status=FAILED&tenant=contoso');
  await page.locator('.jobs').getByRole('button', { name: 'Clear all' }).click();
  expect(search()).toBe('?tenant=contoso');
  await page.getByRole('link', { name: '2 ended' }).click();
  expect(search()).toContain('tenant=contoso');
  await page.getByRole('link', { name: 'Board' }).click();
  await page.locator('.workload').first().waitFor();
  expect(search()).toBe('?view=board&tenant=contoso');
  expect(await workloads()).toEqual(['con-1', 'con-2']);
  expect(askedBy(world)).toEqual(['contoso']);
  expect([visit.complaints, visit.elsewhere]).toEqual([[], []]);
});

test('tenants and labels stand in the address, and back and forward go through them', async () => {
  await openAt('?view=board&stale=yes&source=northwind/us/salesforce');
  const { page } = visit;
  await expect.poll(workloads).toEqual(['wind-1']);
  expect(await picker().textContent()).toBe('All tenants');

  await picker().click();
  await tickOf('tier: gold').check();
  expect(await dialog().getByRole('status').textContent()).toBe('2 of 3 tenants');
  await dialog().getByRole('button', { name: 'Show' }).click();
  expect(search()).toBe('?view=board&stale=yes&label=tier%3Dgold');
  await expect.poll(workloads).toEqual(['con-1', 'wind-1']);
  expect(await picker().textContent()).toBe('2 of 3 tenants');

  await picker().click();
  await tickOf('tier: gold').uncheck();
  await tickOf('Fabrikam GmbH').check();
  await tickOf('Northwind Traders').check();
  await dialog().getByRole('button', { name: 'Show' }).click();
  expect(search()).toBe('?view=board&stale=yes&tenant=fabrikam&tenant=northwind');
  await expect.poll(workloads).toEqual(['wind-1']);

  await page.goBack();
  await expect.poll(workloads).toEqual(['con-1', 'wind-1']);
  await page.goForward();
  await expect.poll(workloads).toEqual(['wind-1']);
  await picker().click();
  expect(await Promise.all(['Contoso Straße', 'Fabrikam GmbH', 'Northwind Traders'].map((name) => tickOf(name).isChecked()))).toEqual([false, true, true]);
  await dialog().getByRole('button', { name: 'All tenants' }).click();
  expect(search()).toBe('?view=board&stale=yes');
  await expect.poll(workloads).toEqual(['con-1', 'wind-1']);
});

test('nothing is asked before the choice is made, and closing makes none', async () => {
  await openAt('?view=board');
  await expect.poll(workloads).toHaveLength(4);
  await picker().click();
  const asked = visit.asked.length;
  await tickOf('Contoso Straße').check();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await dialog().waitFor({ state: 'hidden' });
  expect(search()).toBe('?view=board');
  expect(visit.asked.length).toBe(asked);
  await picker().click();
  expect(await tickOf('Contoso Straße').isChecked()).toBe(false);
});

test('by keyboard: open, search, take the only one that is found, show; the focus comes back', async () => {
  await openAt('?view=board');
  await expect.poll(workloads).toHaveLength(4);
  const { keyboard } = visit.page;
  await picker().focus();
  await keyboard.press('Enter');
  await dialog().waitFor();
  await keyboard.type('strasse');
  await expect.poll(choices).toEqual(['Contoso Straße']);
  await keyboard.press('Enter');
  expect(await tickOf('Contoso Straße').isChecked()).toBe(true);
  expect(search()).toBe('?view=board');
  await tickOf('Contoso Straße').focus();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect.poll(workloads).toEqual(['con-1', 'con-2']);
  expect(search()).toBe('?view=board&tenant=contoso');
  await expect.poll(() => picker().evaluate((button) => button === document.activeElement)).toBe(true);

  await keyboard.press('Enter');
  await dialog().waitFor();
  await keyboard.type('zzz');
  await dialog().getByText('No name or key has this.').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await expect.poll(() => picker().evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a tenant that the server does not know is no empty answer, and can be let go', async () => {
  await openAt('?view=board&tenant=nobody');
  const { page } = visit;
  await page.locator('.emptiness').getByText('Nobody was asked').waitFor();
  await expect.poll(() => picker().textContent()).toBe('0 of 3 tenants');
  await picker().click();
  await tickOf('nobody (not known)').uncheck();
  await dialog().getByRole('button', { name: 'Show' }).click();
  await expect.poll(workloads).toHaveLength(4);
});

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe.each(['light', 'dark'] as const)('WCAG 2 AA, %s', (colorScheme) => {
  test.each([
    ['wide', {}],
    ['on a phone', phone],
  ])('the choice, %s', async (_title, options) => {
    await openAt('?view=board&tenant=contoso', { colorScheme, ...options });
    await expect.poll(workloads).toHaveLength(2);
    await picker().click();
    await expect.poll(choices).toHaveLength(3);
    expect(await violationsOf(visit.page)).toEqual([]);
  });
});

test.each([390, 320])('a phone of %i pixels shows it without scrolling sideways', async (width) => {
  await openAt('', { ...phone, viewport: { width, height: 844 } });
  const { page } = visit;
  const scrolled = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.locator('.tile .figure').first().waitFor();
  expect(await scrolled()).toBe(width);
  await picker().tap();
  await expect.poll(choices).toHaveLength(3);
  expect(await dialog().evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await tickOf('Northwind Traders').tap();
  await dialog().getByRole('button', { name: 'Show' }).tap();
  await expect.poll(() => picker().textContent()).toBe('1 of 3 tenants');
  expect(await scrolled()).toBe(width);
});

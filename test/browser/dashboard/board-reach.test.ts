import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { status } from '../../support/faults.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, violationsOf, type Visit } from '../visit.js';
import { openBoard } from './open-board.js';

let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 300, days: 20 } })]);
});
afterEach(async () => {
  world.simulator.resetSwitches();
  await leave(visit);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const dialog = () => visit.page.getByRole('dialog');

/** A source that does not answer, rows with their strips, and the details of one. */
async function openAll(): Promise<void> {
  const { page } = visit;
  world.simulator.set({ salesforce: { fault: status(403) } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.locator('.board').getByText('Without Salesforce').waitFor();
  await page.locator('.workload').first().scrollIntoViewIfNeeded();
  await page.locator('.workload .strip').first().waitFor();
}

async function openDetails(): Promise<void> {
  await visit.page.locator('.workload-name a').first().click();
  await dialog().getByText('The days as a table').click();
}

describe.each(['light', 'dark'] as const)('WCAG 2 AA, %s', (colorScheme) => {
  test.each([
    ['with all that the board can show', {}],
    ['on a phone', phone],
  ])('%s', async (_title, options) => {
    visit = await openBoard(chromium, world.url, '', { colorScheme, ...options });
    await openAll();
    expect(await violationsOf(visit.page)).toEqual([]);
    await openDetails();
    expect(await violationsOf(visit.page)).toEqual([]);
  });
});

test.each([390, 320])('a phone of %i pixels shows everything without scrolling sideways', async (width) => {
  visit = await openBoard(chromium, world.url, '', { ...phone, viewport: { width, height: 844 } });
  const scrolled = () => visit.page.evaluate(() => document.documentElement.scrollWidth);
  await openAll();
  expect(await scrolled()).toBe(width);
  const strip = await visit.page.locator('.workload .strip').first().boundingBox();
  expect(strip?.width).toBeGreaterThan(width * 0.75);
  await openDetails();
  expect(await scrolled()).toBe(width);
  expect(await dialog().evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)).toBe(0);
});

test('the keyboard alone reaches every control in order, sees where it is, opens details and comes back', async () => {
  visit = await openBoard(chromium, world.url);
  const { page } = visit;
  const reached: string[] = [];
  const controls = ['Skip to the workloads', 'Overview', 'Board', 'Refresh', 'Playground', 'Failing', 'Well', 'Salesforce', 'Operation', 'Source', 'Last success', 'Looked back', 'Stale after', 'Name contains', 'Search'];
  for (let step = 0; step < 80 && reached.at(-1) !== 'Search'; step += 1) {
    await page.keyboard.press('Tab');
    const { name, isVisible } = await page.evaluate(() => {
      const element = document.activeElement;
      const isChoice = element?.matches('.choice input') === true;
      const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : null;
      const named = isChoice ? label : (label?.firstChild ?? element);
      const marked = isChoice ? element.nextElementSibling : element;
      return { name: named?.textContent ?? '', isVisible: marked !== null && marked !== undefined && getComputedStyle(marked).outlineStyle !== 'none' };
    });
    expect(isVisible, name).toBe(true);
    reached.push(name);
  }
  expect(reached.filter((name) => controls.includes(name))).toEqual(controls);

  const first = page.locator('.workload-name a').first();
  await page.keyboard.press('Tab');
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await dialog().locator('.facts').waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await expect.poll(() => first.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.locator('.workload-name a').nth(1).evaluate((link) => link === document.activeElement)).toBe(true);

  await page.getByRole('link', { name: 'Overview' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Backup jobs' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Overview' }).evaluate((link) => link === document.activeElement)).toBe(true);
});

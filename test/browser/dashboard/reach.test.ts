import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { launchBrowser, type TestBrowser } from '../browser.js';
import { startSubPath, type SubPath } from '../sub-path.js';
import { startWorld, type World } from '../../support/world.js';
import { leave, startVisit, violationsOf, type Visit } from '../visit.js';
import { open, showTable } from './open.js';

let chromium: TestBrowser;
let world: World;
let proxy: SubPath;
let visit: Visit;
beforeAll(async () => {
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 200, days: 20 } })]);
  proxy = await startSubPath(world.url, '/tools/backup');
});
afterEach(async () => {
  world.simulator.resetSwitches();
  await leave(visit);
});
afterAll(async () => {
  await chromium.close();
  await proxy.close();
  await world.close();
});

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** A source that does not answer, the table of jobs, and the chart as a table. */
async function showAll(shown: Visit): Promise<void> {
  const { page } = shown;
  world.simulator.set({ salesforce: { permitted: false } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.locator('.tile').getByText('No answer').waitFor();
  await showTable(shown);
  await page.getByText('As a table').click();
}

describe.each(['light', 'dark'] as const)('WCAG 2 AA, %s', (colorScheme) => {
  test('with all that the page can show', async () => {
    visit = await open(chromium, `${world.url}/dashboard/?status=FAILED`, { colorScheme });
    const { page } = visit;
    await showAll(visit);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.job-table .job-id').first().click();
    await page.getByRole('dialog').locator('.facts').waitFor();
    await page.getByText('The record as the upstream sent it').click();
    expect(await violationsOf(page)).toEqual([]);
  });

  test('on a phone', async () => {
    visit = await open(chromium, `${world.url}/dashboard/`, { colorScheme, ...phone });
    await showTable(visit);
    expect(await violationsOf(visit.page)).toEqual([]);
  });
});

test('a phone shows everything without scrolling sideways', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`, phone);
  const { page } = visit;
  await showAll(visit);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  await page.locator('.job-table .job-id').first().click();
  await page.getByRole('dialog').locator('.facts').waitFor();
  expect(await width()).toBe(360);
});

test('the keyboard reaches every control, in the order of the page, and sees where it is', async () => {
  visit = await open(chromium, `${world.url}/dashboard/`);
  const { page } = visit;
  await showTable(visit);
  // The chart's code comes last.
  await page.getByText('As a table').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  const reached: string[] = [];
  for (let step = 0; step < 120 && !reached.includes('Search'); step += 1) {
    await page.keyboard.press('Tab');
    const { name, isVisible } = await page.evaluate(() => {
      const element = document.activeElement;
      const isChoice = element?.matches('.choice input') === true;
      const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : null;
      const named = isChoice ? label : (label?.firstChild ?? element);
      // Of a chip the words carry the mark; its checkbox is there and not to be seen.
      const marked = isChoice ? element.nextElementSibling : element;
      return { name: named?.textContent ?? '', isVisible: marked !== null && marked !== undefined && getComputedStyle(marked).outlineStyle !== 'none' };
    });
    expect(isVisible, name).toBe(true);
    reached.push(name);
  }
  const controls = ['Skip to the table of all jobs', 'Refresh', 'Playground', 'As a table', 'Google Workspace', 'Failed', 'Period', 'Operation', 'Job id contains', 'Search'];
  expect(reached.filter((name) => controls.includes(name))).toEqual(expect.arrayContaining(controls));
  expect(reached[0]).toBe(controls[0]);

  const link = page.locator('.job-table .job-id').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a strict content policy costs nothing', async () => {
  visit = await startVisit(chromium, `${world.url}/`);
  const { page } = visit;
  const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:";
  await page.route('**/dashboard/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`${world.url}/dashboard/`);
  await page.locator('.tile').first().waitFor();
  await showTable(visit);
  await expect.poll(() => page.locator('.week > [role=status]').textContent()).toMatch(/^\d+ jobs$/);
  await page.locator('.job-table .job-id').first().click();
  await page.getByRole('dialog').locator('.facts').waitFor();
  expect(visit.complaints).toEqual([]);
});

describe('below the path of a reverse proxy', () => {
  test.each(['/dashboard', '/dashboard/', '/dashboard?product=SALESFORCE'])('%s', async (path) => {
    visit = await open(chromium, `${proxy.url}${path}`);
    await showTable(visit);
    expect(visit.page.url()).toBe(`${proxy.url}/dashboard/${path.includes('?') ? '?product=SALESFORCE' : ''}`);
    await visit.page.getByRole('link', { name: 'Playground' }).click();
    await visit.page.locator('.graphiql-execute-button').waitFor();
    expect(visit.page.url()).toBe(`${proxy.url}/`);
    expect(proxy.strays).toEqual([]);
    expect(visit.elsewhere).toEqual([]);
  });
});

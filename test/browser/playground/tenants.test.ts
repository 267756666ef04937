import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startTenants, type TenantsWorld } from '../../support/tenants-world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, violationsOf, type Visit } from '../visit.js';
import { open, runAndRead, textOf } from './open.js';

let chromium: TestBrowser;
let world: TenantsWorld;
let visit: Visit;
beforeAll(async () => {
  const products = ['salesforce'];
  [chromium, world] = await Promise.all([launchBrowser(), startTenants({ tenants: { contoso: { entry: { name: 'Contoso Ltd', products } }, fabrikam: { entry: { products } } } })]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const choice = () => visit.page.getByRole('combobox', { name: 'Tenant' });

test('a tenant is put into the variables of an operation that takes tenants, and narrows its answer', async () => {
  visit = await open(chromium, `${world.url}/`);
  const { page } = visit;
  await page.locator('.graphiql-tab-button').getByText('NewestJobs', { exact: true }).click();
  expect(await choice().count()).toBe(0);
  await page.locator('.graphiql-tab-button').getByText('FailuresOfTenants', { exact: true }).click();
  await choice().waitFor();
  expect(await choice().locator('option').allTextContents()).toEqual(['All', 'Contoso Ltd', 'fabrikam']);
  expect((await violationsOf(page)).filter((violation) => violation.includes('<select'))).toEqual([]);

  await choice().selectOption('Contoso Ltd');
  await expect.poll(() => textOf(page, 'variables')).toContain('contoso');
  world.forgetCalls();
  expect(await runAndRead(page)).not.toContain('fabrikam');
  expect(visit.asked.at(-1)?.variables).toEqual({ tenants: ['contoso'] });
  expect(world.simulatorOf('contoso').calls.length).toBeGreaterThan(0);
  expect(world.simulatorOf('fabrikam').calls.length).toBe(0);

  await choice().selectOption('All');
  await expect.poll(() => textOf(page, 'variables')).not.toContain('contoso');
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { writeKeyFile } from '../../support/key-file.js';
import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, startVisit, violationsOf, type Visit } from '../visit.js';
import { arrive, storedTexts, textOf, typeHeaders } from './open.js';

const key = 'a-key-of-a-person';
let chromium: TestBrowser;
let world: World;
let visit: Visit;
beforeAll(async () => {
  const file = writeKeyFile([{ name: 'person', key, rights: ['*/salesforce'] }]);
  [chromium, world] = await Promise.all([launchBrowser(), startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { AUTH_API_KEYS_FILE: file } })]);
});
afterEach(() => leave(visit));
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const dialog = () => visit.page.getByRole('dialog', { name: 'Sign in' });

async function comeIn(): Promise<Visit['page']> {
  visit = await startVisit(chromium, `${world.url}/`);
  await visit.page.goto(`${world.url}/?query=${encodeURIComponent('query Mine { jobs(first: 3) { nodes { product } } }')}`);
  await arrive(visit.page);
  await dialog().getByText('The server wants to know who asks.').waitFor();
  return visit.page;
}

test('a server that wants to know who asks is told, and what was refused is asked again', async () => {
  const page = await comeIn();
  expect((await violationsOf(page)).filter((violation) => violation.includes('sign-in'))).toEqual([]);
  await dialog().getByRole('button', { name: 'Not now' }).click();
  await page.locator('.graphiql-execute-button').click();
  await dialog().waitFor();
  await dialog().getByLabel('Key or token').fill('wrong');
  await page.keyboard.press('Enter');
  await dialog().getByText('The server did not take this.').waitFor();
  await dialog().getByLabel('Key or token').fill(key);
  await dialog().getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => textOf(page, 'response')).toContain('"SALESFORCE"');
  await dialog().waitFor({ state: 'hidden' });
  await page.locator('.answer-facts').getByText('left this minute').waitFor();
  expect(await storedTexts(page)).not.toContain(key);
  await page.getByLabel('Show Documentation Explorer').click();
  await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().waitFor();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await dialog().getByText('The server wants to know who asks.').waitFor();
});

test('a token is sent as one', async () => {
  const page = await comeIn();
  await dialog().getByLabel('a bearer token').check();
  await dialog().getByLabel('Key or token').fill('canary-of-a-token');
  const [request] = await Promise.all([page.waitForRequest((asked) => asked.headers()['authorization'] !== undefined), page.keyboard.press('Enter')]);
  expect(request.headers()).toMatchObject({ authorization: 'Bearer canary-of-a-token' });
  expect(request.headers()['x-api-key']).toBeUndefined();
  await dialog().getByText('The server did not take this.').waitFor();
});

test('who types a header is not asked, and nothing is sent beside it', async () => {
  const page = await comeIn();
  await dialog().getByRole('button', { name: 'Not now' }).click();
  await typeHeaders(page, '{"X-API-Key": "not-this-one"');
  await page.locator('.graphiql-execute-button').click();
  await expect.poll(() => textOf(page, 'response')).toContain('UNAUTHENTICATED');
  expect(await dialog().isVisible()).toBe(false);
});

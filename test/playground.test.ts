import type { AddressInfo } from 'node:net';

import { pino } from 'pino';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { assemble } from '../src/assemble.js';
import { readConfig } from '../src/config.js';
import { launchBrowser, type TestBrowser } from './support/browser.js';
import { writeKeyFile } from './support/key-file.js';
import { startWorld, type World } from './support/world.js';

interface Simulated {
  readonly url: string;
  close(): Promise<void>;
}

/** As with no settings at all: the simulator serves, and the page says so. */
async function startSimulated(): Promise<Simulated> {
  const { server, close } = await assemble(readConfig({}), pino({ enabled: false }));
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  return { url: `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}/`, close };
}

let chromium: TestBrowser;
let simulated: Simulated;
let world: World;
let guarded: World;
beforeAll(async () => {
  const file = writeKeyFile([{ name: 'person', key: 'a-key-of-a-person', rights: ['*/salesforce'] }]);
  [chromium, simulated, world, guarded] = await Promise.all([
    launchBrowser(),
    startSimulated(),
    startWorld({ simulator: { jobsPerProduct: 50, days: 20 } }),
    startWorld({ simulator: { jobsPerProduct: 50, days: 20 }, environment: { AUTH_API_KEYS_FILE: file } }),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await Promise.all([simulated.close(), world.close(), guarded.close()]);
});

/** A visit with a browser that is empty and reaches this one server only. */
interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to anywhere else, which were blocked. */
  readonly elsewhere: string[];
  readonly complaints: string[];
  /** Requests to the API, and how they were answered. */
  readonly asked: { readonly body: string; readonly status: number }[];
}

async function startVisit(): Promise<Visit> {
  const context = await chromium.browser.newContext();
  const page = await context.newPage();
  const [elsewhere, complaints, asked]: [string[], string[], Visit['asked']] = [[], [], []];
  const isOurs = (url: string): boolean => [simulated.url, `${world.url}/`, `${guarded.url}/`].some((own) => url.startsWith(own)) || /^(blob|data):/.test(url);
  await context.route((url) => !isOurs(url.href), async (route) => {
    elsewhere.push(route.request().url());
    await route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    if (response.url().endsWith('/graphql')) asked.push({ body: response.request().postData() ?? '', status: response.status() });
  });
  return { context, page, elsewhere, complaints, asked };
}

async function open(url: string): Promise<Visit> {
  const visit = await startVisit();
  await visit.page.goto(url);
  await visit.page.locator('.graphiql-execute-button').waitFor();
  await visit.page.waitForFunction(() => '__MONACO' in globalThis);
  return visit;
}

interface Monaco {
  readonly editor: { getModels(): readonly { readonly uri: { readonly path: string }; getValue(): string }[] };
}

/** The text of the editor whose model is named so: `operation`, `variables`, `response`. */
async function textOf(page: Page, name: string): Promise<string> {
  return page.evaluate((part) => {
    const { editor } = (globalThis as unknown as { __MONACO: Monaco }).__MONACO;
    return editor.getModels().filter(({ uri }) => uri.path.includes(part)).map((model) => model.getValue()).join('\n');
  }, name);
}

async function runAndRead(page: Page): Promise<string> {
  await page.locator('.graphiql-execute-button').click();
  await expect.poll(() => textOf(page, 'response'), { timeout: 15_000 }).toContain('}');
  return textOf(page, 'response');
}

describe('one visit to the page at /, without credentials', () => {
  let visit: Visit;
  beforeAll(async () => void (visit = await open(simulated.url)));
  afterAll(() => visit.context.close());

  test('says that the data are simulated', async () => {
    await visit.page.getByText('Simulated data:').waitFor();
    expect(await visit.page.getByRole('status').first().textContent()).toContain('AVEPOINT_CLIENT_ID');
  });

  test('opens with a query for the newest jobs, and shows them', async () => {
    expect(await textOf(visit.page, 'operation')).toContain('query NewestJobs');
    const answer = JSON.parse(await runAndRead(visit.page)) as { data: { jobs: { nodes: { jobId: string }[]; isComplete: boolean } } };
    expect(answer.data.jobs.nodes).toHaveLength(20);
    expect(answer.data.jobs.isComplete).toBe(true);
    expect(await visit.page.locator('.result-window').textContent()).toContain(answer.data.jobs.nodes[0]?.jobId);
  });

  test('has a tab for every example', async () => {
    expect(await visit.page.locator('.graphiql-tab-button').allTextContents()).toEqual(['NewestJobs', 'FailedLast24Hours', 'RunningNow', 'SalesforceJobs', 'FindJob', 'NextPage', 'SourceHealth']);
  });

  test.each([
    ['FailedLast24Hours', '"isComplete": true'],
    ['SourceHealth', '"jobSources"'],
  ])('and runs it: %s', async (name, shown) => {
    await visit.page.locator('.graphiql-tab-button').getByText(name, { exact: true }).click();
    await expect.poll(() => textOf(visit.page, 'operation')).toContain(`query ${name}`);
    await visit.page.locator('.graphiql-execute-button').click();
    await expect.poll(() => textOf(visit.page, 'response'), { timeout: 15_000 }).toContain(shown);
    expect(await textOf(visit.page, 'response')).not.toContain('"errors"');
  });

  test('shows the documentation of the schema', async () => {
    await visit.page.getByLabel('Show Documentation Explorer').click();
    await visit.page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
    await visit.page.getByText('newest start first; jobs without a start lead').first().waitFor();
  });

  test('and in all of that asks nobody else, and complains of nothing', () => {
    expect(visit.asked.some(({ body }) => body.includes('__schema'))).toBe(true);
    expect(visit.asked.filter(({ status }) => status !== 200)).toEqual([]);
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

describe('one visit with credentials, and a query in the address', () => {
  const query = 'query Linked { jobs(first: 3) { nodes { jobId } isComplete } }';
  let visit: Visit;
  beforeAll(async () => void (visit = await open(`${world.url}/?query=${encodeURIComponent(query)}`)));
  afterAll(() => visit.context.close());

  test('the query opens in a tab of its own', async () => {
    await expect.poll(() => textOf(visit.page, 'operation')).toContain('query Linked');
    expect(await visit.page.locator('.graphiql-tab-button').allTextContents()).toContain('Linked');
  });

  test('a source that fails is named in the answer, beside the jobs of the others', async () => {
    world.simulator.set({ salesforce: { permitted: false } });
    const answer = await runAndRead(visit.page);
    world.simulator.resetSwitches();
    expect(answer).toContain('UPSTREAM_FORBIDDEN');
    expect(answer).toContain('"isComplete": false');
    expect(answer).toContain('"jobId"');
  });

  test('headers that were typed are not kept, since they carry tokens', async () => {
    const { page } = visit;
    await page.getByText('Headers', { exact: true }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
    await page.keyboard.type('{"authorization": "Bearer canary-of-a-token"');
    await expect.poll(() => textOf(page, 'header')).toContain('canary-of-a-token');
    await page.locator('.graphiql-execute-button').click();
    // GraphiQL writes half a second after the last change.
    await page.waitForTimeout(1000);
    const stored = await page.evaluate(() => JSON.stringify(['localStorage', 'sessionStorage'].map((name) => ({ ...(Reflect.get(globalThis, name) as Record<string, string>) }))));
    expect(stored).toContain('Linked');
    expect(stored).not.toContain('canary-of-a-token');
  });

  test('the button puts operation and variables into the address, which opens them again, and no header', async () => {
    const { page } = visit;
    await page.getByLabel('Link to this operation').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('query')).toContain('query Linked');
    expect(page.url()).not.toContain('canary-of-a-token');
    const link = new URL(page.url());
    link.searchParams.set('variables', '{ "first": 2 }');
    const other = await open(link.href);
    await expect.poll(() => textOf(other.page, 'variables')).toContain('"first": 2');
    await expect.poll(() => textOf(other.page, 'operation')).toContain('query Linked');
    expect(await other.page.evaluate(() => JSON.stringify(Object.values(Reflect.get(globalThis, 'localStorage') as object)))).not.toContain('canary-of-a-token');
    await other.context.close();
  });

  test('nothing is said of a simulator', async () => {
    expect(visit.asked.some(({ body }) => body.includes('isSimulated'))).toBe(true);
    expect(await visit.page.getByText('Simulated data:').count()).toBe(0);
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

describe('one visit to a server that asks who is calling', () => {
  let visit: Visit;
  beforeAll(async () => void (visit = await open(`${guarded.url}/?query=${encodeURIComponent('query Mine { jobs(first: 3) { nodes { product } } }')}`)));
  afterAll(() => visit.context.close());

  test('the page comes, and neither schema nor jobs', async () => {
    expect(await runAndRead(visit.page)).toContain('UNAUTHENTICATED');
    expect(visit.asked.length).toBeGreaterThan(1);
    expect(new Set(visit.asked.map(({ status }) => status))).toEqual(new Set([401]));
  });

  test('with a key among the headers both do', async () => {
    const { page } = visit;
    await page.getByText('Headers', { exact: true }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
    await page.keyboard.type('{"x-api-key": "a-key-of-a-person"');
    await expect.poll(() => textOf(page, 'header')).toContain('a-key-of-a-person');
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => textOf(page, 'response'), { timeout: 15_000 }).toContain('"SALESFORCE"');
    await page.getByLabel('Re-fetch GraphQL schema').click();
    await expect.poll(() => visit.asked.filter(({ body, status }) => status === 200 && body.includes('__schema')).length).toBe(1);
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});

import type { AddressInfo } from 'node:net';

import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { assemble } from '../../../src/assemble.js';
import { readConfig } from '../../../src/config.js';
import { writeKeyFile } from '../../support/key-file.js';
import { startWorld, type World } from '../../support/world.js';
import { launchBrowser, type TestBrowser } from '../browser.js';
import { leave, type Visit } from '../visit.js';
import { historyOf, open, runAndRead, textOf, typeHeaders } from './open.js';

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

describe('one visit to the page at /, without credentials', () => {
  let visit: Visit;
  beforeAll(async () => void (visit = await open(chromium, simulated.url)));
  afterAll(() => leave(visit));

  test('says that the data are simulated', async () => {
    await visit.page.getByText('Simulated data:').waitFor();
    expect(await visit.page.getByRole('status').first().textContent()).toContain('AVEPOINT_CLIENT_ID');
  });

  test('opens with a query for what failed of late, and shows it', async () => {
    expect(await textOf(visit.page, 'operation')).toContain('query FailedLast24Hours');
    const answer = JSON.parse(await runAndRead(visit.page)) as { data: { jobs: { nodes: { jobId: string; status: string; finishedAt: string }[]; isComplete: boolean } } };
    const { nodes, isComplete } = answer.data.jobs;
    expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(['FAILED', 'PARTIAL']));
    expect(Math.min(...nodes.map(({ finishedAt }) => Date.parse(finishedAt)))).toBeGreaterThan(Date.now() - 25 * 3_600_000);
    expect(isComplete).toBe(true);
    await expect.poll(() => visit.page.locator('.result-window').textContent()).toContain(answer.data.jobs.nodes[0]?.jobId);
  });

  test('has a tab for every example', async () => {
    expect(await visit.page.locator('.graphiql-tab-button').allTextContents()).toEqual([
      'FailedLast24Hours', 'FailuresByTenantAndProduct', 'SuccessRateByDay', 'WhyJobsFailed', 'StaleBackups', 'ThreeFailuresInARow', 'SlaByTenant', 'RestoreTested', 'LongestJobs', 'UnusualJobs', 'NewestJobs', 'RunningNow', 'SalesforceJobs', 'FindJob', 'NextPage', 'SourceHealth', 'Tenants', 'FailuresOfTenants',
    ]);
  });

  test.each([
    ['SuccessRateByDay', '"successRate"'],
    ['WhyJobsFailed', '"jobFailureDigest"'],
    ['StaleBackups', '"jobWorkloads"'],
    ['ThreeFailuresInARow', '"jobWorkloads"'],
    ['SlaByTenant', '"compliant"'],
    ['RestoreTested', '"restored"'],
    ['LongestJobs', '"longestJobs"'],
    ['UnusualJobs', '"unusualJobs"'],
    ['NewestJobs', '"isComplete": true'],
    ['RunningNow', '"progress"'],
    ['SalesforceJobs', '"salesforceJobs"'],
    ['FindJob', '"findJobs"'],
    ['NextPage', '"endCursor"'],
    ['SourceHealth', '"jobSources"'],
  ])('and runs it: %s', async (name, shown) => {
    await visit.page.locator('.graphiql-tab-button').getByText(name, { exact: true }).click();
    await expect.poll(() => textOf(visit.page, 'operation')).toContain(`query ${name}`);
    await visit.page.locator('.graphiql-execute-button').click();
    await expect.poll(() => textOf(visit.page, 'response')).toContain(shown);
    expect(await textOf(visit.page, 'response')).not.toContain('"errors"');
  });

  test('completes what is typed', async () => {
    const { page } = visit;
    await page.locator('.graphiql-tab-button').getByText('SourceHealth', { exact: true }).click();
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'isSimulated' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('\n');
    await page.keyboard.type('displ');
    await page.locator('.suggest-widget.visible .monaco-list-row').getByText('displayName', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, 'operation')).toMatch(/isSimulated\s+displayName\s/);
  });

  test('shows the documentation of the schema', async () => {
    await visit.page.getByLabel('Show Documentation Explorer').click();
    await visit.page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
    await visit.page.getByText('newest start first; jobs without a start lead').first().waitFor();
  });

  test('lets fields be picked, and keeps the history', async () => {
    await visit.page.getByLabel('Show GraphiQL Explorer').click();
    const field = visit.page.locator('.graphiql-explorer-root [data-field-name="lastSuccessAt"]');
    await field.click();
    await expect.poll(() => textOf(visit.page, 'operation')).not.toContain('lastSuccessAt');
    await field.click();
    await expect.poll(() => textOf(visit.page, 'operation')).toContain('lastSuccessAt');
    expect(await historyOf(visit.page)).toEqual(['SourceHealth', 'NextPage', 'FindJob', 'SalesforceJobs', 'RunningNow', 'NewestJobs', 'UnusualJobs', 'LongestJobs', 'RestoreTested', 'SlaByTenant', 'ThreeFailuresInARow', 'StaleBackups', 'WhyJobsFailed', 'SuccessRateByDay', 'FailedLast24Hours']);
  });

  test('and in all of that asks nobody else, and complains of nothing', () => {
    expect(visit.asked.some(({ query }) => query.includes('__schema'))).toBe(true);
    expect(visit.statuses.filter((status) => status !== 200)).toEqual([]);
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

describe('one visit with credentials, and a query in the address', () => {
  const query = 'query Linked { jobs(first: 3) { nodes { jobId } isComplete } }';
  let visit: Visit;
  beforeAll(async () => void (visit = await open(chromium, `${world.url}/?query=${encodeURIComponent(query)}`)));
  afterAll(() => leave(visit));

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

  test('the button puts operation and variables into the address, which opens them again, and no header', async () => {
    const { page } = visit;
    await typeHeaders(page, '{"authorization": "Bearer canary-of-a-token"');
    await page.getByLabel('Link to this operation').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('query')).toContain('query Linked');
    expect(page.url()).not.toContain('canary-of-a-token');
    const link = new URL(page.url());
    link.searchParams.set('variables', '{ "first": 2 }');
    const other = await open(chromium, link.href);
    await expect.poll(() => textOf(other.page, 'variables')).toContain('"first": 2');
    await expect.poll(() => textOf(other.page, 'operation')).toContain('query Linked');
    await leave(other);
  });

  test('nothing is said of a simulator', async () => {
    expect(visit.asked.some(({ query: asked }) => asked.includes('isSimulated'))).toBe(true);
    expect(await visit.page.getByText('Simulated data:').count()).toBe(0);
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

describe('one visit to a server that asks who is calling', () => {
  let visit: Visit;
  beforeAll(async () => void (visit = await open(chromium, `${guarded.url}/?query=${encodeURIComponent('query Mine { jobs(first: 3) { nodes { product } } }')}`)));
  afterAll(() => leave(visit));

  test('the page comes, and neither schema nor jobs', async () => {
    await visit.page.getByRole('button', { name: 'Not now' }).click();
    expect(await runAndRead(visit.page)).toContain('UNAUTHENTICATED');
    await expect.poll(() => visit.statuses.length).toBeGreaterThan(1);
    expect(new Set(visit.statuses)).toEqual(new Set([401]));
    await visit.page.getByRole('button', { name: 'Not now' }).click();
  });

  test('with a key among the headers both do', async () => {
    const { page } = visit;
    await typeHeaders(page, '{"x-api-key": "a-key-of-a-person"');
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => textOf(page, 'response')).toContain('"SALESFORCE"');
    const [schema] = await Promise.all([page.waitForResponse('**/graphql'), page.getByLabel('Re-fetch GraphQL schema').click()]);
    expect(await schema.text()).toContain('"__schema"');
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});

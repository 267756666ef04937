import { writeFileSync } from 'node:fs';

import { afterEach, beforeAll, describe, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { ask } from '../support/ask.js';
import { build, startBuilt, type BuiltServer } from '../support/built-server.js';
import { entryFor, variableOf, writeTenants, type Entry } from '../support/tenants-file.js';

beforeAll(build, 180_000);

/** Empty counts as not set. */
const NONE = { AVEPOINT_CLIENT_ID: '', AVEPOINT_CLIENT_SECRET: '', AVEPOINT_GRAPH_URL: '', AVEPOINT_IDENTITY_URL: '', AVEPOINT_PRODUCTS: '' };

let simulator: Simulator;
let server: BuiltServer;
let file: string;
afterEach(async () => {
  server.kill('SIGTERM');
  await server.exit;
  await simulator.close();
});

const entry = (key: string, more: Entry = {}): Entry => entryFor(key, simulator, { products: ['salesforce'], ...more });

async function start(): Promise<void> {
  simulator = await startSimulator({ jobsPerProduct: 30, days: 10 });
  file = writeTenants({ tenants: [entry('contoso')] });
  const secrets = Object.fromEntries(['contoso', 'fabrikam'].map((key) => [variableOf(key), simulator.clientSecret]));
  server = await startBuilt(simulator, { ...NONE, ...secrets, AVEPOINT_TENANTS_FILE: file, PAGE_MEMORY_SECONDS: '0', DRAIN_SECONDS: '0' });
}

const linesOf = (words: string): Record<string, unknown>[] => server.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => String(msg).includes(words));

/** Writes the file anew, and waits for what the server says of it. */
async function reload(content: unknown, words: string): Promise<void> {
  const before = linesOf(words).length;
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  server.kill('SIGHUP');
  await expect.poll(() => linesOf(words).length, { timeout: 10_000 }).toBe(before + 1);
}

interface Found {
  readonly jobTenants: readonly { readonly key: string; readonly displayName: string; readonly health: string }[];
}

async function tenants(): Promise<unknown> {
  const { data } = await ask<Found>(server, '{ jobTenants { key displayName health } }');
  return data?.jobTenants.map(({ key, displayName, health }) => [key, displayName, health].join(' '));
}

const list = (args = '') => ask<{ jobs: { nodes: unknown[]; isComplete: boolean; pageInfo: { endCursor: string } } }>(server, `{ jobs(first: 3, window: { last: "P5D" } ${args}) { nodes { id } isComplete pageInfo { endCursor } } }`);

const READ = 'the tenants were read again';

describe('T8: SIGHUP', () => {
  test('brings tenants, changes and removes them; those that stay keep their health and their tokens', async () => {
    await start();
    await list();
    expect(await tenants()).toEqual(['contoso contoso HEALTHY']);
    await reload({ tenants: [entry('fabrikam'), entry('contoso')] }, READ);
    expect(await tenants()).toEqual(['fabrikam fabrikam UNTESTED', 'contoso contoso HEALTHY']);
    await list();
    expect(simulator.tokenCalls).toHaveLength(2);
    await reload({ tenants: [entry('fabrikam'), entry('contoso', { name: 'Contoso Ltd' })] }, READ);
    expect(await tenants()).toEqual(['fabrikam fabrikam HEALTHY', 'contoso Contoso Ltd UNTESTED']);
    await reload({ tenants: [entry('fabrikam')] }, READ);
    expect(await tenants()).toEqual(['fabrikam fabrikam HEALTHY']);
    expect(linesOf(READ).at(-1)?.['sources']).toEqual(['fabrikam/us/salesforce']);
  });

  test('changes what is expected, and when it is stale', async () => {
    await start();
    const rows = async (): Promise<unknown> => {
      const { data } = await ask<{ board: { nodes: { workload: { code: string }; isStale: boolean; expectation: { interval: string; basis: string } | null }[] } }>(server, '{ board: jobWorkloads { nodes { workload { code } isStale expectation { interval basis } } } }');
      return data?.board.nodes.filter(({ workload }) => workload.code === 'never').map(({ isStale, expectation }) => [isStale, expectation?.interval, expectation?.basis]);
    };
    const expecting = (every: string, more: Entry = {}): Entry => entry('contoso', { expected: [{ product: 'salesforce', organizations: ['never'], operation: 'BACKUP', every }], ...more });
    expect(await rows()).toEqual([]);
    await reload({ tenants: [expecting('PT6H')] }, READ);
    expect(await rows()).toEqual([[true, 'PT6H', 'CONFIGURATION']]);
    await reload({ tenants: [expecting('PT12H', { staleAfter: 'P30D' })] }, READ);
    expect(await rows()).toEqual([[null, 'PT12H', 'CONFIGURATION']]);
    await reload({ tenants: [entry('contoso')] }, READ);
    expect(await rows()).toEqual([]);
  });

  test('cursors of a list whose streams changed are refused, those of others hold', async () => {
    await start();
    const whole = (await list()).data?.jobs.pageInfo.endCursor ?? '';
    const own = (await list(', filter: { tenants: ["contoso"] }')).data?.jobs.pageInfo.endCursor ?? '';
    await reload({ tenants: [entry('contoso'), entry('fabrikam')] }, READ);
    expect((await list(`, after: "${whole}"`)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    expect((await list(`, filter: { tenants: ["contoso"] }, after: "${own}"`)).errors).toBeUndefined();
  });

  test('a file with a fault changes nothing, and every fault is logged', async () => {
    await start();
    const words = 'SIGHUP changes nothing';
    await reload({ tenants: [entry('contoso', { region: 'canary' }), entry('fabrikam', { products: ['canary'] })] }, words);
    expect(linesOf(words)[0]?.['faults']).toEqual([expect.stringMatching(/contoso: region/), expect.stringMatching(/fabrikam: products\.0\.name/)]);
    expect(server.log.join()).not.toContain('canary');
    await reload('tenants: [', words);
    expect(await tenants()).toEqual(['contoso contoso UNTESTED']);
    expect((await list()).data?.jobs.isComplete).toBe(true);
  });

  test('an operation under way goes on with the tenants that it began with', async () => {
    await start();
    simulator.set({ salesforce: { latencyMs: 1500 } });
    const begun = list();
    await expect.poll(() => simulator.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await reload({ tenants: [entry('fabrikam')] }, READ);
    const { data, errors } = await begun;
    expect([errors, data?.jobs.isComplete, data?.jobs.nodes.length]).toEqual([undefined, true, 3]);
  });

  test('without a file does nothing but say so', async () => {
    simulator = await startSimulator({ jobsPerProduct: 5, days: 5 });
    server = await startBuilt(simulator, { DRAIN_SECONDS: '0' });
    for (const times of [1, 2]) {
      server.kill('SIGHUP');
      await expect.poll(() => linesOf('SIGHUP does nothing').length, { timeout: 10_000 }).toBe(times);
    }
    expect((await list()).data?.jobs.isComplete).toBe(true);
  });
});

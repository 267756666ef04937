import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { readConfig } from '../../src/config.js';
import { build } from '../support/built-server.js';
import { post } from '../support/world.js';

let example: ChildProcess;
let url = '';

/** From what is built, in a process group of its own, as from a terminal. */
beforeAll(async () => {
  build();
  example = spawn(process.execPath, ['dist/examples/tenants/main.js'], { detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { PORT: '0', AVEPOINT_PAGE_SIZE: '1000' } });
  const ended = once(example, 'exit').then(() => expect.fail('the example has ended'));
  const ready = new Promise<string>((resolve) => {
    if (example.stdout === null) return;
    createInterface(example.stdout).on('line', (line) => {
      const [, address] = /^\{.*"address":"(http:[^"]+)"/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  url = await Promise.race([ready, ended]);
}, 180_000);
afterAll(() => {
  if (example.exitCode === null && example.pid !== undefined) process.kill(-example.pid, 'SIGKILL');
});

test('the file of the example is one', () => {
  const { tenants, sources } = readConfig({ AVEPOINT_TENANTS_FILE: 'examples/tenants/tenants.yaml', CONTOSO_SECRET: 'a', FABRIKAM_SECRET: 'b', NORTHWIND_SECRET: 'c' });
  expect(tenants.map(({ key, displayName }) => [key, displayName])).toEqual([['contoso', 'Contoso Ltd'], ['fabrikam', 'Fabrikam GmbH'], ['northwind', 'Northwind Traders']]);
  expect(sources).toHaveLength(7);
});

test('every tenant of it answers, from its own simulator', async () => {
  const { data, errors } = await post<{ jobTenants: { key: string }[]; jobs: { isComplete: boolean; sources: { source: { id: string; isSimulated: boolean } }[] }; gold: { groups: { key: { tenant: string } }[] } }>(
    url,
    `{
      jobTenants { key }
      jobs(first: 50) { isComplete sources { source { id isSimulated } } }
      gold: jobStats(filter: { tenantLabels: [{ name: "tier", value: "gold" }] }, groupBy: [TENANT], period: { last: "P2D" }) { groups { key { tenant } } }
    }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.jobTenants.map(({ key }) => key)).toEqual(['contoso', 'fabrikam', 'northwind']);
  expect([data?.jobs.isComplete, data?.jobs.sources.length]).toEqual([true, 7]);
  expect(data?.gold.groups.map(({ key }) => key.tenant).sort()).toEqual(['contoso', 'northwind']);
});

test('ends with all it started on SIGINT', async () => {
  const exit = once(example, 'exit');
  if (example.pid !== undefined) process.kill(-example.pid, 'SIGINT');
  await exit;
  await expect.poll(() => fetch(url).then(() => 'answers', () => 'gone'), { timeout: 5000 }).toBe('gone');
});

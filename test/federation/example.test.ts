import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
const section = /^## In a federated graph$.*?(?=^## )/ms.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[0] ?? '';
const [toOthers, toJobs] = [...section.matchAll(/```graphql\n(.*?)```/gs)].map(([, query = '']) => query);

let example: ChildProcess;
let urls: Readonly<Record<string, string>>;

/** As the README says, from what `npm run build` compiled; in a process group of its own, as from a terminal. */
beforeAll(async () => {
  const [, ...script] = scripts['example:federation']?.split(' ') ?? [];
  example = spawn(process.execPath, script, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { PORT: '0' } });
  urls = await new Promise((resolve, reject) => {
    let text = '';
    example.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
    example.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const named = [...text.matchAll(/^(\w+) +(http:\S+)$/gm)].map(([, name = '', url = '']) => [name, url] as const);
      if (named.length === 3) resolve(Object.fromEntries(named));
    });
  });
});
afterAll(() => {
  if (example.exitCode === null) signalGroup('SIGKILL');
});

function signalGroup(signal: 'SIGINT' | 'SIGKILL'): void {
  if (example.pid !== undefined) process.kill(-example.pid, signal);
}

async function ask<Data>(query = ''): Promise<Data> {
  const response = await fetch(urls['gateway'] ?? '', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

test("the README's query from jobs to owners and tickets", async () => {
  const { jobs } = await ask<{ jobs: { nodes: { owner: { name: string } | null; tickets: unknown[] }[] } }>(toOthers);
  expect(jobs.nodes.length).toBeGreaterThan(0);
  // The example has no owner for a source that it does not know.
  const owners = jobs.nodes.flatMap(({ owner }) => owner ?? []);
  expect(owners).not.toEqual([]);
  for (const { name } of owners) expect(name).not.toBe('');
  // One that has failed since the start has no ticket.
  expect(jobs.nodes.flatMap(({ tickets }) => tickets)).not.toEqual([]);
});

test("the README's query from tickets to jobs, with a field of one product", async () => {
  const { tickets } = await ask<{ tickets: { job: { product: string; type?: string } }[] }>(toJobs);
  expect(tickets).toHaveLength(20);
  expect(tickets.map(({ job }) => job.type !== undefined)).toEqual(tickets.map(({ job }) => job.product === 'SALESFORCE'));
});

test('ends with all it started on SIGINT', async () => {
  signalGroup('SIGINT');
  await once(example, 'exit');
  for (const url of Object.values(urls)) await expect.poll(() => fetch(url).then(() => 'answers', () => 'gone'), { timeout: 5000 }).toBe('gone');
});

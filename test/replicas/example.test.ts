import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { build } from '../support/built-server.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { post } from '../support/world.js';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/bin';
const NOTHING_INSTALLED = mkdtempSync(join(tmpdir(), 'path-'));
const isInstalled = (program: string): boolean => spawnSync(program, ['-v'], { env: { PATH } }).error === undefined;

beforeAll(() => build(), 180_000);

/** From what is built, in a process group of its own, as from a terminal. */
const spawnExample = (env: NodeJS.ProcessEnv): ChildProcess => spawn(process.execPath, ['dist/examples/replicas/main.js'], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { PORT: '0', ...env } });

describe.skipIf(!hasStore).each([
  { balancer: 'nginx', isThere: isInstalled('nginx') && isInstalled('redis-server'), settings: async () => ({ PATH }) },
  { balancer: 'a round robin', isThere: true, settings: async (store: TestStore) => ({ PATH: NOTHING_INSTALLED, SHARED_MEMORY_URL: store.url }) },
])('three replicas behind $balancer', ({ balancer, isThere, settings }) => {
  describe.skipIf(!isThere)('show that they are one', () => {
    let store: TestStore;
    let example: ChildProcess;
    let said = '';
    beforeAll(async () => {
      store = await startStore();
      example = spawnExample(await settings(store));
      example.stderr?.on('data', (text: Buffer) => (said += text.toString()));
      const ended = once(example, 'exit').then(() => expect.fail(`the example has ended: ${said}`));
      const shown = new Promise<void>((resolve) => {
        if (example.stdout === null) return;
        createInterface(example.stdout).on('line', (line) => {
          said += `${line}\n`;
          if (line.includes('Ctrl-C')) resolve();
        });
      });
      await Promise.race([shown, ended]);
    });
    afterAll(async () => {
      if (example.exitCode === null && example.pid !== undefined) process.kill(-example.pid, 'SIGKILL');
      await store.close();
    });
    const addressOf = (name: string): string => new RegExp(`^${name} +(http:\\S+[^/\\s])`, 'm').exec(said)?.[1] ?? expect.fail(said);

    test('it says where they are, and each answers there', async () => {
      expect(said).toMatch(new RegExp(`^balancer .*${balancer}`, 'm'));
      for (const name of ['replica 1', 'replica 2', 'replica 3', 'balancer']) {
        const { data, errors } = await post<{ jobs: { nodes: unknown[]; isComplete: boolean } }>(addressOf(name), '{ jobs(first: 10) { nodes { jobId } isComplete } }');
        expect([errors, data?.jobs.nodes.length, data?.jobs.isComplete]).toEqual([undefined, 10, true]);
      }
    });

    test('questions and pages go round, each with its upstream calls', () => {
      const answers = [...said.matchAll(/^ {2}(replica [123]), upstream calls: (\d+)$/gm)].map(([, name, calls]) => [name, Number(calls)] as const);
      expect(answers).toHaveLength(6);
      expect(new Set(answers.map(([name]) => name))).toEqual(new Set(['replica 1', 'replica 2', 'replica 3']));
      expect(answers[0]?.[1]).toBeGreaterThan(0);
      expect(answers.slice(3).map(([, calls]) => calls)).toEqual([0, 0, 0]);
      const [, jobs, pages] = /^A list of (\d+) jobs: (\d+) pages of 3 replicas, upstream calls: \d+$/m.exec(said) ?? expect.fail(said);
      expect(Number(pages)).toBe(Math.ceil(Number(jobs) / 50));
      expect(Number(pages)).toBeGreaterThan(3);
    });

    test('nothing is lost while one is killed and one is stopped', () => {
      expect(said).toMatch(/replica 2 is killed\n +replica 2 is back\n +replica 3 is stopped\n +replica 3 is back\n/);
      expect(Number(/^ {2}(\d+) lists read to the end/m.exec(said)?.[1])).toBeGreaterThan(7);
      expect(said).toContain('Nothing was lost, and nothing came twice.');
    });

    test('it ends with all that it started on SIGINT', async () => {
      const exit = once(example, 'exit');
      if (example.pid !== undefined) process.kill(-example.pid, 'SIGINT');
      await exit;
      for (const name of ['replica 1', 'replica 2', 'replica 3', 'simulator', 'balancer']) {
        await expect.poll(() => fetch(addressOf(name)).then(() => 'answers', () => 'gone')).toBe('gone');
      }
    });
  });
});

test('without a store it says what to install', async () => {
  const example = spawnExample({ PATH: NOTHING_INSTALLED });
  let said = '';
  example.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(example, 'close')) as [number];
  expect(code).toBe(1);
  expect(said).toMatch(/Install Redis.*Valkey.*SHARED_MEMORY_URL/);
});

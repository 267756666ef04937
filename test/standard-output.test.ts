import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from 'vitest';

import { build, main, residentMegabytes } from './support/built-server.js';

beforeAll(build, 120_000);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly stderr: () => string;
}

/** The server on the simulator, which warns at once; its own line that says where it listens may not come. */
async function start(stdio: StdioOptions): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], { env: { PORT: String(port), AVEPOINT_SIMULATOR: '1' }, stdio });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
  const url = `http://127.0.0.1:${port}`;
  return { child, url, stderr: () => stderr };
}

const isLive = ({ url }: Running): Promise<boolean> => fetch(`${url}/health/live`).then(({ ok }) => ok, () => false);

/** Each has a line in the log of some 400 bytes. */
async function operate({ url }: Running, count: number): Promise<number[]> {
  const one = async (): Promise<number> => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: `query ${'x'.repeat(250)} { __typename }` }) });
    await response.text();
    return response.status;
  };
  const statuses = [];
  for (let done = 0; done < count; done += 20) statuses.push(...(await Promise.all(Array.from({ length: Math.min(20, count - done) }, one))));
  return [...new Set(statuses)];
}

async function endOf({ child }: Running): Promise<readonly [number | null, NodeJS.Signals | null]> {
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
  child.kill('SIGTERM');
  return Promise.race([ended, sleep(15_000, [null, null] as const, { ref: false })]);
}

const full = (): number => openSync('/dev/full', 'w');

describe('standard output that takes nothing: it serves on, says so once, and ends when it is told to', () => {
  test.each<[string, () => StdioOptions, (running: Running) => void, RegExp]>([
    ['a full disk', () => ['ignore', full(), 'pipe'], () => undefined, /\(ENOSPC\)/],
    ['a pipe that is closed', () => ['ignore', 'pipe', 'pipe'], ({ child }) => void child.stdout?.destroy(), /\((EPIPE|ECONNRESET)\)/],
    ['a pipe that nobody reads', () => ['ignore', 'pipe', 'pipe'], ({ child }) => void child.stdout?.pause(), /\(nobody reads it\)/],
  ])('%s', { timeout: 120_000 }, async (_title, stdioOf, spoil, reason) => {
    const running = await start(stdioOf());
    spoil(running);
    try {
      await expect.poll(() => isLive(running), { timeout: 20_000 }).toBe(true);
      expect(await operate(running, 4000)).toEqual([200]);
      const pid = running.child.pid ?? 0;
      const before = residentMegabytes({ pid });
      expect(await operate(running, 4000)).toEqual([200]);
      expect(residentMegabytes({ pid }) - before).toBeLessThan(150);
      await expect.poll(running.stderr).toMatch(reason);
      expect(await endOf(running)).toEqual([0, null]);
      expect(running.stderr().match(/Standard output does not take the log/g)).toHaveLength(1);
      expect(running.stderr().trim().split('\n')).toHaveLength(1);
    } finally {
      running.child.kill('SIGKILL');
    }
  });

  test.each<[string, () => StdioOptions, (running: Running) => void]>([
    ['full', () => ['ignore', full(), full()], () => undefined],
    ['closed', () => ['ignore', 'pipe', 'pipe'], ({ child }) => [child.stdout, child.stderr].forEach((stream) => stream?.destroy())],
  ])('nor does standard error, which is %s too', { timeout: 60_000 }, async (_title, stdioOf, spoil) => {
    const running = await start(stdioOf());
    spoil(running);
    try {
      await expect.poll(() => isLive(running), { timeout: 20_000 }).toBe(true);
      expect(await operate(running, 100)).toEqual([200]);
      expect(await endOf(running)).toEqual([0, null]);
    } finally {
      running.child.kill('SIGKILL');
    }
  });
});

test('a reader that is slow at first has the lines that waited for it', { timeout: 60_000 }, async () => {
  const running = await start(['ignore', 'pipe', 'pipe']);
  const { stdout } = running.child;
  stdout?.pause();
  await expect.poll(() => isLive(running), { timeout: 20_000 }).toBe(true);
  // More than a pipe holds, and less than is kept.
  expect(await operate(running, 1000)).toEqual([200]);
  let log = '';
  stdout?.setEncoding('utf8').on('data', (text: string) => void (log += text)).resume();
  const operations = (): number => log.split('\n').filter((line) => line.includes('"msg":"operation"')).length;
  await expect.poll(operations, { timeout: 10_000 }).toBe(1000);
  expect(await endOf(running)).toEqual([0, null]);
  expect(running.stderr()).toBe('');
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
});

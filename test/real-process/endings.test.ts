import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from 'vitest';

import { build, main, runBuilt } from '../support/built-server.js';
import { withBuilt } from '../support/built-world.js';

beforeAll(build, 120_000);

interface Line {
  readonly level: string | number;
  readonly msg: string;
  readonly err?: { readonly code?: string; readonly message?: string; readonly stack: readonly string[] };
  readonly signal?: string;
}

const linesOf = (text: string): Line[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);

/** Of an ephemeral port, while something else listens there. */
async function whileTaken<T>(use: (port: string) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(String((server.address() as AddressInfo).port));
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A process of its own, with standard output where a run by `runBuilt` cannot lead it. */
async function runInto(stdout: number, settings: Record<string, string>, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child: ChildProcess = spawn(process.execPath, [main, ...args], { env: settings, stdio: ['ignore', stdout, 'pipe'] });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr })));
}

const full = (): number => openSync('/dev/full', 'w');

describe('a start that fails ends with 1 and says in one line what to do', () => {
  test.concurrent('the port is taken', () =>
    whileTaken(async (PORT) => {
      const { code, stdout, stderr } = await runBuilt({ PORT, AVEPOINT_SIMULATOR: '1', LOG_LEVEL: 'error' });
      expect([code, stderr]).toEqual([1, '']);
      const lines = linesOf(stdout);
      expect(lines).toHaveLength(1);
      expect(lines[0]?.msg).toMatch(/^PORT is taken.*set PORT to another/);
      expect(lines[0]?.err).toMatchObject({ code: 'EADDRINUSE', message: expect.stringContaining(PORT) as unknown });
    }));

  test.concurrent.each([
    ['a host that does not resolve', 'no-such-host.invalid', /HOST does not resolve.*127\.0\.0\.1/],
    ['an address of another machine', '192.0.2.1', /HOST is no address of this machine.*127\.0\.0\.1/],
  ])('%s', async (_title, HOST, words) => {
    const { code, stdout, stderr } = await runBuilt({ PORT: '0', HOST, AUTH_DISABLED: '1', AVEPOINT_SIMULATOR: '1', LOG_LEVEL: 'error' });
    expect([code, stderr]).toEqual([1, '']);
    const lines = linesOf(stdout);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.msg).toMatch(words);
  });

  test.concurrent('the port of the metrics is taken', () =>
    whileTaken(async (METRICS_PORT) => {
      const { code, stdout, stderr } = await runBuilt({ PORT: '0', METRICS_PORT, AVEPOINT_SIMULATOR: '1', LOG_LEVEL: 'error' });
      expect([code, stderr]).toEqual([1, '']);
      expect(linesOf(stdout).map(({ msg }) => msg)).toEqual([expect.stringMatching(/^METRICS_PORT is taken on this METRICS_HOST.*set METRICS_PORT to another/)]);
    }));

  test.concurrent.each([
    ['on a full disk', 'error', 2],
    ['where nothing is to be logged', 'silent', 1],
  ])('%s standard error has it', (_title, LOG_LEVEL, count) =>
    whileTaken(async (PORT) => {
      const { code, stderr } = await runInto(full(), { PORT, AVEPOINT_SIMULATOR: '1', LOG_LEVEL });
      expect(code).toBe(1);
      expect(stderr.trim().split('\n')).toHaveLength(count);
      expect(stderr).toMatch(/^PORT is taken.*EADDRINUSE.*$/m);
    }));
});

test.concurrent('an unhandled rejection ends it with 1, and the log says where it came from', () => {
  const preload = "process.on('SIGWINCH', () => void Promise.reject(new RangeError('nobody caught this')));";
  return withBuilt({ environment: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` } }, async ({ server }) => {
    server.kill('SIGWINCH');
    expect(await server.exit).toEqual([1, null]);
    const fatal = linesOf(server.log.join('\n')).filter(({ err }) => err !== undefined);
    expect(fatal).toHaveLength(1);
    expect(fatal[0]?.msg).toMatch(/Start it again, and report this line/);
    expect(fatal[0]?.err).toMatchObject({ type: 'RangeError', message: 'nobody caught this' });
    expect(fatal[0]?.err?.stack.length).toBeGreaterThan(0);
  });
});

test.concurrent.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('%s is logged, once', (signal) =>
  withBuilt({}, async ({ server }) => {
    server.kill(signal);
    expect(await server.exit).toEqual([0, null]);
    // What is still in the pipe.
    await sleep(100);
    const lines = linesOf(server.log.join('\n')).filter((line) => line.signal !== undefined);
    expect(lines).toMatchObject([{ signal, msg: expect.stringMatching(/^stopping/) as unknown }]);
  }));

test.concurrent('the doctor does not end well where nothing takes its answer', async () => {
  const { code, stderr } = await runInto(full(), { AVEPOINT_SIMULATOR: '1', AVEPOINT_PRODUCTS: 'salesforce' }, 'doctor');
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toMatch(/full disk/);
});

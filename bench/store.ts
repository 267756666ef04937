import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { createClient } from '@redis/client';

/** What replicas share, in a process of its own. */
export interface Store {
  readonly url: string;
  /** All that it holds is gone then. */
  kill(): Promise<void>;
  /** At the same address, after it was killed. */
  start(): Promise<void>;
  /** What it has done since it was started; null while it is away. */
  tally(): Promise<StoreTally | null>;
  close(): Promise<void>;
}

export interface StoreTally {
  readonly scripts: number;
  readonly peakMegabytes: number;
}

/** Valkey takes the same arguments as Redis. */
const PROGRAMS = ['redis-server', 'valkey-server'];

/** Null where none is installed. */
export async function startStore(): Promise<Store | null> {
  const program = PROGRAMS.find((name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined);
  if (program === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'];
  const url = `redis://127.0.0.1:${port}`;
  let child = await startProgram(program, args);
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    kill,
    async start() {
      child = await startProgram(program, args);
    },
    tally: () => readTally(url),
    async close() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function startProgram(program: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}.`)));
    createInterface(child.stdout).on('line', (line) => line.includes('Ready to accept connections') && resolve());
  });
  return child;
}

export async function readTally(url: string): Promise<StoreTally | null> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    return null;
  }
  const commands = await client.sendCommand<string>(['INFO', 'commandstats']);
  const memory = await client.sendCommand<string>(['INFO', 'memory']);
  client.destroy();
  const scripts = [...commands.matchAll(/^cmdstat_evalsha:calls=(\d+)/gm)].reduce((sum, [, calls]) => sum + Number(calls), 0);
  return { scripts, peakMegabytes: Number(/^used_memory_peak:(\d+)/m.exec(memory)?.[1]) / 1024 / 1024 };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

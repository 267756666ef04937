import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createClient, RESP_TYPES } from '@redis/client';

/** A real store, behind a front that can be cut, held up and refused. */
export interface TestStore {
  /** Leads through the front. */
  readonly url: string;
  /** What happens to what is sent from now on. */
  meet(trouble: Trouble): void;
  /** Ends every connection. */
  cut(): void;
  /** To the store itself; texts as bytes. */
  send(...command: (string | Buffer)[]): Promise<unknown>;
  /** The names of all that it holds. */
  names(): Promise<readonly string[]>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export type Trouble =
  | { readonly kind: 'none' }
  /** Answers come so much later. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Nothing that is sent gets through, and nobody hears of it. */
  | { readonly kind: 'silent' }
  /** Connections are taken and closed. */
  | { readonly kind: 'closing' };

const PREFIX = 'avepoint-jobs-graphql:';
/** Own or Debian's; Valkey takes the same arguments. */
const SERVERS = ['redis-server', 'valkey-server'];

const given = process.env['SHARED_MEMORY_URL'];
const installed = SERVERS.find((name) => spawnSync(name, ['--version']).status === 0);

export const hasStore = given !== undefined || installed !== undefined;

export async function startStore(settings: readonly string[] = []): Promise<TestStore> {
  const own = given === undefined || settings.length > 0 ? await startServer(settings) : null;
  const url = new URL(own?.url ?? given ?? '');
  const client = createClient({ url: url.href }).withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  client.on('error', () => undefined);
  await client.connect();
  const front = await startFront(url);
  const names = async (): Promise<string[]> => (await client.sendCommand<Buffer[]>(['KEYS', `${PREFIX}*`])).map(String);
  return {
    ...front,
    names,
    send: (...command) => client.sendCommand(command),
    async flush() {
      const all = await names();
      if (all.length > 0) await client.sendCommand(['DEL', ...all]);
    },
    async close() {
      await front.close();
      client.destroy();
      await own?.stop();
    },
  };
}

async function startServer(settings: readonly string[]): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  for (let attempts = 0; attempts < 5; attempts += 1) {
    const port = await freePort();
    const child = spawn(installed ?? 'redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, ...settings], { stdio: ['ignore', 'pipe', 'ignore'] });
    if (!(await isReady(child))) continue;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    return {
      url: `redis://127.0.0.1:${port}`,
      async stop() {
        child.kill('SIGKILL');
        await ended;
        rmSync(folder, { recursive: true });
      },
    };
  }
  throw new Error(`${installed} did not start.`);
}

/** Another process may have taken the port. */
function isReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve(false));
    child.stdout?.on('data', (text: Buffer) => text.includes('Ready to accept connections') && resolve(true));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startFront(target: URL): Promise<Pick<TestStore, 'url' | 'meet' | 'cut' | 'close'>> {
  let trouble: Trouble = { kind: 'none' };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    if (trouble.kind === 'closing') return void socket.destroy();
    const behind = connect(Number(target.port || 6379), target.hostname);
    for (const each of [socket, behind]) {
      sockets.add(each);
      each.on('error', () => undefined).on('close', () => [socket, behind].forEach((end) => sockets.delete(end) && end.destroy()));
    }
    socket.on('data', (bytes) => void (trouble.kind !== 'silent' && behind.write(bytes)));
    behind.on('data', (bytes) => void pass(bytes, socket));
  });

  async function pass(bytes: Buffer, socket: Socket): Promise<void> {
    if (trouble.kind === 'silent') return;
    if (trouble.kind === 'slow') await sleep(trouble.milliseconds);
    if (!socket.destroyed) socket.write(bytes);
  }

  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: url.href,
    meet: (next) => void (trouble = next),
    cut,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

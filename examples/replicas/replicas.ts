import { randomBytes } from 'node:crypto';

import { end, start, type Started } from './children.js';

export interface Replica {
  readonly name: string;
  readonly url: string;
  /** Another process in its place, at the same address. */
  restart(signal: NodeJS.Signals): Promise<void>;
}

/** In the place of AvePoint; gives the settings that lead to it. */
export async function startSimulator(): Promise<Readonly<Record<string, string>>> {
  const { lines } = await start(process.execPath, ['dist/simulator/main.js'], process.env, (line) => line.startsWith('AVEPOINT_CLIENT_SECRET='));
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2) as [string, string]));
}

/** Replicas have the same settings: the same upstream, the same store, and the same keys for cursors and for what lies in the store. */
export function startReplicas(count: number, upstream: Readonly<Record<string, string>>, storeUrl: string): Promise<readonly Replica[]> {
  const keys = process.env['CURSOR_KEYS'] ?? randomBytes(32).toString('base64');
  const settings = { ...process.env, ...upstream, SHARED_MEMORY_URL: storeUrl, CURSOR_KEYS: keys, HOST: '127.0.0.1', LOG_LEVEL: 'info' };
  return Promise.all(Array.from({ length: count }, (_, index) => startReplica(`replica ${index + 1}`, settings)));
}

async function startReplica(name: string, settings: NodeJS.ProcessEnv): Promise<Replica> {
  let started = await startAt('0', settings);
  const url = addressOf(started);
  return {
    name,
    url,
    async restart(signal) {
      await end(started.child, signal);
      started = await startAt(new URL(url).port, settings);
    },
  };
}

function startAt(port: string, settings: NodeJS.ProcessEnv): Promise<Started> {
  return start(process.execPath, ['dist/server/main.js'], { ...settings, PORT: port }, isReady);
}

const isReady = (line: string): boolean => (JSON.parse(line) as { readonly msg: string }).msg === 'ready';

function addressOf({ lines }: Started): string {
  const { address } = JSON.parse(lines.find(isReady) ?? '{}') as { readonly address: string };
  return address;
}

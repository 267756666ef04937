import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, isInstalled, start } from './children.js';

export interface Store {
  /** For people: no password is in it. */
  readonly address: string;
  readonly url: string;
}

/** Valkey takes the same arguments as Redis. */
const PROGRAMS = ['redis-server', 'valkey-server'];

/** The one that SHARED_MEMORY_URL names, or one of its own; null where there is neither. */
export async function startStore(): Promise<Store | null> {
  const given = process.env['SHARED_MEMORY_URL'];
  if (given !== undefined) return { address: `${new URL(given).host} (SHARED_MEMORY_URL)`, url: given };
  const program = PROGRAMS.find(isInstalled);
  if (program === undefined) return null;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  // It forgets all that it has when it ends, and what was used least when it is full.
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no', '--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'];
  await start(program, args, process.env, (line) => line.includes('Ready to accept connections'));
  return { address: `127.0.0.1:${port} (${program})`, url: `redis://127.0.0.1:${port}` };
}

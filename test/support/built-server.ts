import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { Simulator } from '../../simulator/index.js';
import { everyProduct } from '../products/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm start` runs. */
export const main = `${root}dist/server/main.js`;

/** The server as it is run: a process of its own, from compiled output. */
export interface BuiltServer {
  readonly url: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, and the signal that ended it if one did. */
  readonly exit: Promise<readonly [number | null, NodeJS.Signals | null]>;
  /** Lines of its log, as written. */
  readonly log: readonly string[];
}

/** Builds where a source is newer than what was built from it. */
export function build(): void {
  const sources = ['src', 'simulator', 'packaging', 'examples/federation', 'examples/tenants', 'examples/replicas'].flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => `${root}${folder}/${path}`));
  const isStale = !existsSync(main) || sources.some((path) => statSync(path).mtimeMs > statSync(main).mtimeMs);
  if (isStale) execFileSync('npm', ['run', 'build:server'], { cwd: root, stdio: 'pipe' });
}

/** What leads to the simulator, and to all that it has. */
export const settingsFor = (simulator: Simulator): Record<string, string> => ({
  AVEPOINT_CLIENT_ID: simulator.clientId,
  AVEPOINT_CLIENT_SECRET: simulator.clientSecret,
  AVEPOINT_GRAPH_URL: simulator.graphUrl,
  AVEPOINT_IDENTITY_URL: simulator.identityUrl,
  ...everyProduct,
});

export async function startBuilt(simulator: Simulator, settings: Record<string, string> = {}, script = main): Promise<BuiltServer> {
  const child = spawn(process.execPath, [script], { env: { ...settingsFor(simulator), PORT: '0', ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
  const log: string[] = [];
  const lines = createInterface(child.stdout);
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      log.push(line);
      const { msg, address } = JSON.parse(line) as { msg?: string; address?: string };
      if (msg === 'ready' && address !== undefined) resolve(address);
    });
    void exit.then(() => reject(new Error(`The server ended before it was ready: ${log.join('\n')}`)));
  });
  return { url, pid: child.pid ?? 0, exit, log, kill: (signal) => void child.kill(signal) };
}

/** What comes of a run that ends by itself: the doctor, or a start that is refused. */
export function runBuilt(settings: Record<string, string>, ...args: readonly string[]): Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env: settings, timeout: 60_000 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }));
  });
}

export const openFiles = ({ pid }: BuiltServer): number => readdirSync(`/proc/${pid}/fd`).length;

export function residentMegabytes({ pid }: Pick<BuiltServer, 'pid'>): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

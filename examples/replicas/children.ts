import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit());
process.once('exit', () => running.forEach((child) => child.kill()));

export interface Started {
  readonly child: ChildProcess;
  /** What it printed until it was ready. */
  readonly lines: readonly string[];
}

/** Waits for the line that says that it is ready. Who ends unasked ends this process too, and nobody outlives it. */
export async function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv, isReady: (line: string) => boolean): Promise<Started> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('exit', (code) => {
    if (!running.has(child)) return;
    process.stderr.write(`${command} ${args[0] ?? ''} has ended with ${code}.\n`);
    process.exit(1);
  });
  const lines: string[] = [];
  await new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (isReady(line)) resolve();
    });
  });
  return { child, lines };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  running.delete(child);
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

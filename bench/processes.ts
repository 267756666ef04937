import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server of its own process, so that each is measured alone. */
export interface Running {
  readonly url: string;
  /** What the process printed when it was ready, as `NAME=value` lines. */
  readonly printed: Readonly<Record<string, string>>;
  residentMegabytes(): number;
  stop(): Promise<void>;
}

const START_MS = 120_000;

/** Starts a compiled script and waits until it prints `isReady`. */
export async function startProcess(script: string, environment: Record<string, string>, isReady: RegExp, ...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    env: { PATH: '/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Nobody else would end it when this process fails.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const text = await waitFor(child, isReady);
  return {
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '',
    printed: Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])),
    residentMegabytes: () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function waitFor(child: ChildProcess, isReady: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`not ready in ${START_MS} ms: ${text}`)), START_MS);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!isReady.test(text)) return;
      clearTimeout(timer);
      resolve(text);
    });
  });
}

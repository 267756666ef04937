import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { onCore } from './cores.js';

/** A server of its own process, so that each is measured alone. */
export interface Running {
  readonly url: string;
  /** What the process printed when it was ready, as `NAME=value` lines. */
  readonly printed: Readonly<Record<string, string>>;
  residentMegabytes(): number;
  /** Of a processor, all threads together, in steps of 10 ms; only Linux says. */
  cpuMicroseconds(): number;
  /** Since the last time, or since the start: milliseconds in which the event loop did not come round. Where `isWatched`. */
  longestPause(): Promise<number>;
  /** In use once all garbage is collected. Where `isWatched`. */
  heapBytes(): Promise<number>;
  stop(): Promise<void>;
  /** Without a word to its clients. */
  kill(): Promise<void>;
}

export interface Start {
  readonly environment?: Readonly<Record<string, string>>;
  /** What it prints when it is ready. */
  readonly isReady: RegExp;
  readonly args?: readonly string[];
  /** Which one alone it may use. */
  readonly core?: number | null;
  /** Whether `probe.ts` runs in it. */
  readonly isWatched?: boolean;
}

const START_MS = 120_000;
/** The unit of /proc/<pid>/stat. */
const TICK_MICROSECONDS = 10_000;

/** Starts a compiled script and waits until it is ready. */
export async function startProcess(script: string, { environment = {}, isReady, args = [], core = null, isWatched = false }: Start): Promise<Running> {
  const node = [process.execPath, ...(isWatched ? ['--import', new URL('./probe.js', import.meta.url).href] : []), fileURLToPath(new URL(script, import.meta.url)), ...args];
  const [program = '', ...rest] = core === null ? node : onCore(core, node);
  const child = spawn(program, rest, { env: { PATH: '/usr/bin:/bin', ...environment }, stdio: ['ignore', 'pipe', 'inherit', ...(isWatched ? (['ipc'] as const) : [])] });
  // Nobody else would end it when this process fails.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const text = await waitFor(child, isReady);
  const pid = child.pid ?? 0;
  return {
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '',
    printed: Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])),
    residentMegabytes: () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024),
    cpuMicroseconds: () => ticksOf(pid) * TICK_MICROSECONDS,
    longestPause: () => askProbe(child, 'longest pause?'),
    heapBytes: () => askProbe(child, 'heap?'),
    stop: () => endBy(child, 'SIGTERM'),
    kill: () => endBy(child, 'SIGKILL'),
  };
}

async function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

function askProbe(child: ChildProcess, question: string): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (answer) => resolve(Number(answer)));
    child.send(question);
  });
}

function ticksOf(pid: number): number {
  // The name of the program stands in brackets before the numbers.
  const [, user = '', system = ''] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return Number(user) + Number(system);
}

async function waitFor(child: ChildProcess, isReady: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`not ready in ${START_MS} ms: ${text}`)), START_MS);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      if (!isReady.test(text)) return;
      clearTimeout(timer);
      // The lines that follow are many.
      child.stdout?.off('data', read).resume();
      resolve(text);
    };
    child.stdout?.on('data', read);
  });
}

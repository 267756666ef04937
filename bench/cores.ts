import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What is measured has one core, and what loads it another. */
export const SERVER_CORE = 0;
const LOAD_CORE = 1;

/** Keeps this process, and what it starts meanwhile, to the core of the load, and says whether this machine can keep the two apart. */
export async function withCoresApart(measure: (isApart: boolean) => Promise<void>): Promise<void> {
  const cores = availableParallelism();
  const isApart = cores > 1 && keepTo(String(LOAD_CORE));
  await measure(isApart);
  if (isApart) keepTo(`0-${cores - 1}`);
}

function keepTo(cores: string): boolean {
  try {
    execFileSync('taskset', ['-acp', cores, String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The command that runs another on one core. */
export function onCore(core: number, command: readonly string[]): readonly string[] {
  return ['taskset', '-c', String(core), ...command];
}

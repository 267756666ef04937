import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyBaseLogger } from 'fastify';

import type { StandardOutput } from './standard-output.js';

/** For standard output to take the line; a pipe that nobody reads never does. */
const TAKING_MS = 1_000;

/** While the server starts, while the listener of its metrics opens, or once it serves. */
export type Stage = 'start' | 'metrics' | 'serving';

/** What to do about it, by the code of the error. */
const adviceOfListening = (port: string, host: string): Readonly<Record<string, string>> => ({
  EADDRINUSE: `${port} is taken on this ${host}. Stop what listens there, or set ${port} to another one.`,
  EACCES: `This process may not listen on ${port}. Set it to 1024 or above.`,
  EADDRNOTAVAIL: `${host} is no address of this machine. Set it to one that is, such as 127.0.0.1.`,
  ENOTFOUND: `${host} does not resolve. Set it to an address of this machine, such as 127.0.0.1.`,
  EAI_AGAIN: `${host} does not resolve at the moment. Set it to an address of this machine, such as 127.0.0.1, or check DNS.`,
});
const OF_LISTENING: Readonly<Record<Stage, Readonly<Record<string, string>>>> = {
  start: adviceOfListening('PORT', 'HOST'),
  metrics: adviceOfListening('METRICS_PORT', 'METRICS_HOST'),
  serving: {},
};
const OF_STARTING = 'The server cannot start. The error says why; if it is none of your settings, report this line.';
const OF_SERVING = 'An error that nobody expected ends the server. Start it again, and report this line.';
const OF_ALL: Readonly<Record<string, string>> = {
  ENOSPC: 'A disk is full. Make room there, and start the server again.',
  EMFILE: 'This process may open no more files. Raise its limit (`ulimit -n`), and start the server again.',
};

/** Why the process ends, on one line of the log; standard error has it where the log does not take it. */
export async function sayLast(error: unknown, stage: Stage, logger: FastifyBaseLogger, output: StandardOutput): Promise<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = OF_ALL[code] ?? OF_LISTENING[stage][code] ?? (stage === 'serving' ? OF_SERVING : OF_STARTING);
  logger.fatal({ err: error }, words);
  const isTaken = logger.level !== 'silent' && (await Promise.race([output.flush(), sleep(TAKING_MS, false)]));
  if (!isTaken) process.stderr.write(`${words} (${String(error)})\n`);
}

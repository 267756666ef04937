import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyBaseLogger } from 'fastify';

import type { StandardOutput } from './standard-output.js';

/** For standard output to take the line; a pipe that nobody reads never does. */
const TAKING_MS = 1_000;

/** What to do about it, by the code of the error. */
const OF_LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT is taken on this HOST. Stop what listens there, or set PORT to another one.',
  EACCES: 'This process may not listen on PORT. Set it to 1024 or above.',
  EADDRNOTAVAIL: 'HOST is no address of this machine. Set it to one that is, such as 127.0.0.1.',
  ENOTFOUND: 'HOST does not resolve. Set it to an address of this machine, such as 127.0.0.1.',
  EAI_AGAIN: 'HOST does not resolve at the moment. Set it to an address of this machine, such as 127.0.0.1, or check DNS.',
};
const OF_STARTING = 'The server cannot start. The error says why; if it is none of your settings, report this line.';
const OF_SERVING = 'An error that nobody expected ends the server. Start it again, and report this line.';
const OF_ALL: Readonly<Record<string, string>> = {
  ENOSPC: 'A disk is full. Make room there, and start the server again.',
  EMFILE: 'This process may open no more files. Raise its limit (`ulimit -n`), and start the server again.',
};

/** Why the process ends, on one line of the log; standard error has it where the log does not take it. */
export async function sayLast(error: unknown, hasStarted: boolean, logger: FastifyBaseLogger, output: StandardOutput): Promise<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = OF_ALL[code] ?? (hasStarted ? OF_SERVING : (OF_LISTENING[code] ?? OF_STARTING));
  logger.fatal({ err: error }, words);
  const isTaken = logger.level !== 'silent' && (await Promise.race([output.flush(), sleep(TAKING_MS, false)]));
  if (!isTaken) process.stderr.write(`${words} (${String(error)})\n`);
}

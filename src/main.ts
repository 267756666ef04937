#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import closeWithGrace from 'close-with-grace';

import { assemble, type Assembly } from './assemble.js';
import { readConfig, type Config } from './config.js';
import { FINISH_MS } from './deadlines.js';
import { consultDoctor } from './doctor/index.js';
import { ConfigError } from './errors.js';
import { allocateYoung, collectStart } from './heap.js';
import { sayLast, type Stage } from './last-words.js';
import { createLogger } from './logger.js';
import { packageRoot } from './package-root.js';
import { readAgain } from './read-again.js';
import { standardOutput } from './standard-output.js';
import { forTerminal } from './terminal-log.js';

const USAGE = `Usage: avepoint-jobs-graphql              serves
       avepoint-jobs-graphql doctor       says what is wrong with the settings, and how the upstream behaves; --json for machines,
                                          --tenant with a key for one of several
       avepoint-jobs-graphql --help       says this
       avepoint-jobs-graphql --version    says which version it is

Settings come from the environment: docs/operations.md has them all. Without any, simulated data is served at http://127.0.0.1:4000.`;
interface DoctorOptions {
  readonly json?: boolean | undefined;
  readonly tenant?: string | undefined;
}

const STOPPING = 'stopping: requests in flight are finished first; a second signal ends the process at once';
/** Of the doctor, whose 1 says that something is wrong. */
const BAD_CONFIGURATION = 2;

function loadConfig(exitCode: number): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(exitCode);
  }
}

async function serve(): Promise<void> {
  allocateYoung();
  const config = loadConfig(1);
  const output = standardOutput();
  const logger = createLogger(config.logLevel, process.stdout.isTTY ? await forTerminal(output) : output);

  async function giveUp(error: unknown, stage: Stage): Promise<never> {
    await sayLast(error, stage, logger, output);
    process.exit(1);
  }

  // Without one, the signal would end the process; before there are tenants, there are none to change.
  let changeTenants: Assembly['changeTenants'] | null = null;
  process.on('SIGHUP', () => readAgain(config, readConfig, changeTenants, logger));
  try {
    const { server, sourceIds, listenForMetrics, close, ...assembly } = await assemble(config, logger);
    changeTenants = assembly.changeTenants;
    closeWithGrace({ delay: config.drainMs + FINISH_MS, logger, skip: ['SIGHUP'] }, async ({ signal, err }) => {
      if (err === undefined) logger.info({ signal }, STOPPING);
      else await sayLast(err, 'serving', logger, output);
      await close();
    });
    const metricsAddress = await listenForMetrics().catch((error: unknown) => giveUp(error, 'metrics'));
    collectStart();
    // Without a text, Fastify's own lines about it are left out.
    const address = await server.app.listen({ host: config.host, port: config.port, listenTextResolver: () => '' });
    const pages = config.access.hasPage ? { playground: `${address}/`, dashboard: `${address}/dashboard` } : {};
    logger.info({ sources: sourceIds, address, ...pages, ...(metricsAddress !== null && { metricsAddress }) }, 'ready');
  } catch (error) {
    await giveUp(error, 'start');
  }
}

async function doctor({ json, tenant }: DoctorOptions): Promise<void> {
  const config = loadConfig(BAD_CONFIGURATION);
  if (tenant !== undefined && !config.tenants.some(({ key }) => key === tenant)) {
    console.error('--tenant takes the key of a tenant that is configured.');
    process.exitCode = BAD_CONFIGURATION;
    return;
  }
  const { exitCode, text } = await consultDoctor(config, json === true, tenant ?? null);
  process.exitCode = exitCode;
  print(text);
}

/** Null where there are others. */
function readDoctorOptions(args: string[]): DoctorOptions | null {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' }, tenant: { type: 'string' } } }).values;
  } catch {
    return null;
  }
}

function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

/** What was asked for is lost where nothing takes it, which no other exit code tells. */
function print(text: string): void {
  process.stdout.on('error', ({ message }) => {
    console.error(`Standard output does not take the answer (${message}). Check where it leads to: a full disk, or a reader that has ended.`);
    process.exitCode = BAD_CONFIGURATION;
  });
  process.stdout.write(`${text}\n`);
}

const [command, ...options] = process.argv.slice(2);
const doctorOptions = command === 'doctor' ? readDoctorOptions(options) : null;
if (command === undefined) await serve();
else if (command === '--help' || options.includes('--help')) print(USAGE);
else if (command === '--version' && options.length === 0) print(version());
else if (doctorOptions !== null) await doctor(doctorOptions);
else {
  console.error(USAGE);
  process.exitCode = BAD_CONFIGURATION;
}

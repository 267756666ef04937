#!/usr/bin/env node
import closeWithGrace from 'close-with-grace';

import { assemble } from './assemble.js';
import { readConfig, type Config } from './config.js';
import { FINISH_MS } from './deadlines.js';
import { consultDoctor } from './doctor/index.js';
import { ConfigError } from './errors.js';
import { createLogger } from './logger.js';
import { standardOutput } from './standard-output.js';

const USAGE = `Usage: avepoint-jobs-graphql           serves
       avepoint-jobs-graphql doctor    says what is wrong with the settings, and how the upstream behaves; --json for machines`;
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
  const config = loadConfig(1);
  const logger = createLogger(config.logLevel, standardOutput());
  const { server, sourceIds, listenForMetrics, close } = await assemble(config, logger);
  closeWithGrace({ delay: config.drainMs + FINISH_MS, logger }, close);
  const metricsAddress = await listenForMetrics();
  const address = await server.app.listen({ host: config.host, port: config.port });
  logger.info({ address, sources: sourceIds, ...(metricsAddress !== null && { metricsAddress }) }, 'ready');
}

async function doctor(isJson: boolean): Promise<void> {
  const { exitCode, text } = await consultDoctor(loadConfig(BAD_CONFIGURATION), isJson);
  console.log(text);
  process.exitCode = exitCode;
}

const [command, ...options] = process.argv.slice(2);
if (command === undefined) await serve();
else if (command === 'doctor' && options.every((option) => option === '--json')) await doctor(options.length > 0);
else {
  console.error(USAGE);
  process.exitCode = BAD_CONFIGURATION;
}

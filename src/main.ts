#!/usr/bin/env node
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';

import { assemble } from './assemble.js';
import { readConfig, type Config } from './config.js';
import { ConfigError } from './errors.js';

const STOP_MS = 10_000;

function loadConfig(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const config = loadConfig();
const logger = pino({ level: config.logLevel });
const { server, sourceIds, close } = await assemble(config, logger);
closeWithGrace({ delay: STOP_MS, logger }, close);
const address = await server.app.listen({ host: config.host, port: config.port });
logger.info({ address, sources: sourceIds }, 'ready');

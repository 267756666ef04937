#!/usr/bin/env node
import closeWithGrace from 'close-with-grace';

import { assemble } from './assemble.js';
import { readConfig, type Config } from './config.js';
import { ConfigError } from './errors.js';
import { createLogger } from './logger.js';

/** Longer than any operation takes; Kubernetes kills after 30 s. */
const STOP_MS = 28_000;

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
const logger = createLogger(config.logLevel);
const { server, sourceIds, close } = await assemble(config, logger);
closeWithGrace({ delay: STOP_MS, logger }, close);
const address = await server.app.listen({ host: config.host, port: config.port });
logger.info({ address, sources: sourceIds }, 'ready');

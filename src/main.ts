#!/usr/bin/env node
import { randomBytes } from 'node:crypto';

import closeWithGrace from 'close-with-grace';
import { type Logger, pino } from 'pino';

import { readConfig, type Config, type Credentials } from './config.js';
import { ConfigError } from './errors.js';
import { createSource } from './loaders/source.js';
import { createCursorSealer } from './paging/cursor.js';
import { products } from './products/index.js';
import { createServer } from './server.js';
import { createAccessTokens } from './upstream/access-tokens.js';
import { createApiClient } from './upstream/client.js';
import { createHttp } from './upstream/http.js';

interface Upstream {
  readonly credentials: Credentials;
  readonly graphUrl: URL | null;
  close(): Promise<void>;
}

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

/** AvePoint, or without credentials the simulator in this very process. */
async function reachUpstream({ credentials }: Config, logger: Logger): Promise<Upstream> {
  if (credentials !== null) return { credentials, graphUrl: null, close: async () => {} };
  const { startSimulator } = await import('../simulator/index.js');
  const simulator = await startSimulator();
  logger.warn('SIMULATED DATA: no credentials are set, so the built-in simulator answers. Set AVEPOINT_CLIENT_ID and AVEPOINT_CLIENT_SECRET for a real tenant.');
  return {
    credentials: { identityUrl: new URL(simulator.identityUrl), clientId: simulator.clientId, clientSecret: simulator.clientSecret },
    graphUrl: new URL(simulator.graphUrl),
    close: () => simulator.close(),
  };
}

function cursorKeys({ cursorKeys, credentials }: Config, logger: Logger): readonly Buffer[] {
  if (cursorKeys !== null) return cursorKeys;
  if (credentials !== null) logger.warn('CURSOR_KEYS is not set: cursors end with this process, and other replicas refuse them.');
  return [randomBytes(32)];
}

const config = loadConfig();
const logger = pino({ level: config.logLevel });
const upstream = await reachUpstream(config, logger);
const http = createHttp();
const call = createApiClient(http, createAccessTokens(http, upstream.credentials));
const sources = config.sources.map((source) =>
  createSource({ ...source, baseUrl: source.baseUrl ?? (upstream.graphUrl as URL), isSimulated: config.credentials === null }, call),
);
const server = await createServer({
  sources,
  connectionFields: ['jobs', ...Object.values(products).map(({ queryField }) => queryField)],
  cursors: createCursorSealer(cursorKeys(config, logger)),
  logger,
});

closeWithGrace({ delay: STOP_MS, logger }, async () => {
  server.startDraining();
  await server.app.close();
  await http.close();
  await upstream.close();
});

const address = await server.app.listen({ host: config.host, port: config.port });
logger.info({ address, sources: sources.map(({ id }) => id) }, 'ready');

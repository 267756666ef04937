import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.js';
import { assemble } from '../../src/assemble.js';
import type { Compiling } from '../../src/compiled-execution.js';
import { readConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { everyProduct } from '../products/index.js';

/** The whole server over real HTTP, against a simulator of its own. */
export interface World {
  readonly simulator: Simulator;
  /** Base URL of the server; another one after a restart. */
  readonly url: string;
  /** Log lines of the server, parsed. */
  readonly log: readonly Record<string, unknown>[];
  query<Data = Record<string, unknown>>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Another server before the same simulator: one that remembers no token, no failure and no throttling. */
  restart(): Promise<void>;
  /** One more server beside this one, with the same settings and a memory of its own; it closes with the world. */
  startReplica(): Promise<Pick<World, 'url' | 'query'>>;
  close(): Promise<void>;
}

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: Record<string, unknown> }[];
}

export interface WorldOptions {
  readonly simulator?: SimulatorOptions;
  /** Settings beside those that lead to the simulator. */
  readonly environment?: Record<string, string>;
  readonly compiling?: Compiling;
  /** How long a request waits for the store that replicas share; generous, since the machine may be busy. */
  readonly patienceMs?: number;
}

export async function startWorld({ simulator: options, environment, compiling, patienceMs = 5000 }: WorldOptions = {}): Promise<World> {
  const simulator = await startSimulator(options);
  const read = readConfig({
    AVEPOINT_CLIENT_ID: simulator.clientId,
    AVEPOINT_CLIENT_SECRET: simulator.clientSecret,
    AVEPOINT_GRAPH_URL: simulator.graphUrl,
    AVEPOINT_IDENTITY_URL: simulator.identityUrl,
    ...everyProduct,
    // Cursors outlive a restart.
    CURSOR_KEYS: randomBytes(32).toString('base64'),
    // Tests change the upstream between two queries.
    PAGE_MEMORY_SECONDS: '0',
    DRAIN_SECONDS: '0',
    ...environment,
  });
  const config = { ...read, sharedMemory: read.sharedMemory && { ...read.sharedMemory, patienceMs } };
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('debug', { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) });

  async function serve(): Promise<{ readonly url: string; close(): Promise<void> }> {
    const lines = log.length;
    const { server, close } = await assemble(config, logger, compiling);
    if (config.sharedMemory !== null) await untilShared(() => log.slice(lines));
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    return { url: `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`, close };
  }

  const replicas: { close(): Promise<void> }[] = [];
  let serving = await serve();
  return {
    simulator,
    get url() {
      return serving.url;
    },
    log,
    query: (query, variables) => post(serving.url, query, variables),
    async startReplica() {
      const replica = await serve();
      replicas.push(replica);
      return { url: replica.url, query: (query, variables) => post(replica.url, query, variables) };
    },
    async restart() {
      await serving.close();
      serving = await serve();
    },
    async close() {
      await Promise.all([serving, ...replicas].map(({ close }) => close()));
      await simulator.close();
    },
  };
}

export async function post<Data>(url: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<Data>;
}

const SHARED_MS = 5000;

/** The first look at the store may be too early on a busy machine; where there is none, none is waited for long. */
async function untilShared(lines: () => readonly Record<string, unknown>[]): Promise<void> {
  const endsAt = performance.now() + SHARED_MS;
  while (performance.now() < endsAt && !lines().some(({ msg }) => msg === 'The shared memory answers.')) await sleep(50);
}

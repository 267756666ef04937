import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyBaseLogger } from 'fastify';

import { METRICS } from './auth/caller.js';
import type { Compiling } from './compiled-execution.js';
import type { Config } from './config.js';
import { connect, type ConnectedTenant, connectTenants } from './connect.js';
import { createContext, type Reach, type Shared } from './context.js';
import type { ListField } from './listing/jobs-request.js';
import { createLookbacks } from './loaders/lookbacks.js';
import { createPageMemory } from './loaders/page-memory.js';
import { createCursorSealer } from './paging/cursor.js';
import { products } from './products/index.js';
import { createServer, type Server } from './server.js';
import type { Answers } from './shared-memory/answers.js';
import { watchAll } from './sources/follow-calls.js';
import { traceCalls } from './tracing/calls.js';
import { traceOperations } from './tracing/operations.js';
import { fetchOver } from './upstream/fetch.js';

export const listFields: readonly ListField[] = [{ name: 'jobs', product: null }, ...Object.values(products).map(({ product, queryField }) => ({ name: queryField, product }))];

export interface Assembly {
  readonly server: Server;
  readonly sourceIds: readonly string[];
  /** For operations that begin later; gives the ids of all sources then. */
  changeTenants(next: Pick<Config, 'tenants' | 'sources'>): readonly string[];
  /** Opens the listener of the metrics, where there is one, and says where. */
  listenForMetrics(): Promise<string | null>;
  /** Says that it is about to stop, lets requests in flight finish, then frees everything. */
  close(): Promise<void>;
}

/** Puts the parts together as the configuration says; the server does not listen yet. */
export async function assemble(config: Config, logger: FastifyBaseLogger, compiling?: Compiling): Promise<Assembly> {
  const keys = cursorKeys(config, logger);
  const sharing = config.sharedMemory === null ? null : await (await import('./shared-memory/sharing.js')).createSharing(config.sharedMemory, keys[0] as Buffer, logger);
  const connections = await connect(config, sharing);
  if (connections.simulator !== null) {
    logger.warn('SIMULATED DATA: no credentials are set, so the built-in simulator answers. Set AVEPOINT_CLIENT_ID and AVEPOINT_CLIENT_SECRET for a real tenant.');
  }
  // Nobody else waits for what they are made of to be loaded.
  const metrics = config.metrics === null ? null : (await import('./metrics/metrics.js')).createMetrics(config.metrics);
  const watchCall = metrics === null ? traceCalls : watchAll([traceCalls, metrics.watchCall]);
  let tenants = connectTenants(config, connections, watchCall);
  // What pages are not kept for, nobody else can be given.
  const answers = sharing === null || config.pageMemory.ttlMs === 0 ? null : sharing.createAnswers(config.pageMemory.ttlMs);
  let reach = reachOf(tenants, config, answers);
  if (config.access.isOpen && !config.access.isLoopbackOnly) logger.warn('AUTH_DISABLED is set: whoever reaches this server can read every job.');
  const shared: Shared = {
    reach: () => reach,
    callBudget: config.callBudget,
    scanBudget: config.scanBudget,
    hasFailureExamples: config.hasFailureExamples,
    cursors: createCursorSealer(keys),
    createPatience: sharing?.store.createPatience ?? null,
  };
  const server = await createServer({
    ...shared,
    schema: { listFields, isSubgraph: config.isSubgraph },
    access: config.access,
    fetchKeys: fetchOver(connections.http, 'AUTH_JWKS_URL'),
    limits: config.limits,
    quotas: sharing?.quotas ?? null,
    compiling,
    watchers: [traceOperations(), ...(metrics === null ? [] : [metrics.watchOperations])],
    logger,
  });
  metrics?.watchStates({ reach: () => reach, tokenFetches: connections.tokenFetches, openOperations: server.openOperations });
  if (sharing !== null) metrics?.watchSharedMemory(sharing);
  if (config.metrics?.hasWorkloads === true) metrics?.watchWorkloads((signal) => createContext(shared, METRICS, signal, logger), logger);
  return {
    server,
    sourceIds: idsOf(reach),
    changeTenants(next) {
      tenants = connectTenants(next, connections, watchCall, tenants);
      reach = reachOf(tenants, config, answers);
      return idsOf(reach);
    },
    listenForMetrics: async () => (await metrics?.listen()) ?? null,
    async close() {
      server.startDraining();
      await sleep(config.drainMs);
      await server.app.close();
      await metrics?.close();
      await connections.close();
      await sharing?.store.close();
    },
  };
}

/** Pages that were read of other tenants are no use, even where one has kept its key. */
function reachOf(tenants: readonly ConnectedTenant[], { pageMemory }: Config, answers: Answers | null): Reach {
  return { sources: tenants.flatMap(({ sources }) => sources), memory: createPageMemory(pageMemory, answers), lookbacks: createLookbacks(pageMemory.ttlMs) };
}

const idsOf = ({ sources }: Reach): readonly string[] => sources.map(({ id }) => id);

function cursorKeys({ cursorKeys, tenants }: Config, logger: FastifyBaseLogger): readonly Buffer[] {
  if (cursorKeys !== null) return cursorKeys;
  if (tenants.every(({ credentials }) => credentials !== null)) logger.warn('CURSOR_KEYS is not set: cursors end with this process, and other replicas refuse them.');
  return [randomBytes(32)];
}

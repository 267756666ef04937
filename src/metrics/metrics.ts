import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Registry } from 'prom-client';

import type { Context, RequestLog } from '../context.js';
import type { Sharing } from '../shared-memory/sharing.js';
import type { WatchCall } from '../sources/follow-calls.js';
import { readBoard, type BeginContext, type Board } from './board.js';
import { countCalls } from './calls.js';
import { keepReading, type KeptReading } from './kept-reading.js';
import { close, createListener, listen } from './listener.js';
import { countOperations } from './operations.js';
import { readSharedMemory } from './shared-memory.js';
import { countSpending } from './spending.js';
import { readStates, type Watched } from './states.js';
import { tellWorkloads } from './workloads.js';

export interface Metrics {
  readonly watchCall: WatchCall;
  readonly watchOperations: ApolloServerPlugin<Context>;
  watchStates(watched: Watched): void;
  watchSharedMemory(sharing: Sharing): void;
  /** Reads all backups for whoever comes, a minute at a time. */
  watchWorkloads(beginContext: BeginContext, log: RequestLog): void;
  /** Says where it listens. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** No label holds a caller, a job or anything else that a request brings; those of workloads hold what they are called. */
export function createMetrics({ host, port }: { readonly host: string; readonly port: number }): Metrics {
  const registry = new Registry();
  // Of the process: event loop, memory, processor time, garbage collection.
  collectDefaultMetrics({ register: registry });
  const countSpent = countSpending(registry);
  let board: KeptReading<Board> | null = null;
  const listener = createListener(registry, async (limitMs) => board?.refresh(limitMs));
  return {
    watchCall: countCalls(registry),
    watchOperations: countOperations(registry, countSpent),
    watchStates: (watched) => readStates(registry, watched),
    watchSharedMemory: (sharing) => readSharedMemory(registry, sharing),
    watchWorkloads(beginContext, log) {
      const kept = keepReading((closing) => readBoard(beginContext, closing, countSpent), (err) => log.error({ err }, 'workloads could not be read for metrics'));
      tellWorkloads(registry, kept.latest);
      board = kept;
    },
    listen: () => listen(listener, host, port),
    close() {
      board?.close();
      return close(listener);
    },
  };
}

import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Registry } from 'prom-client';

import type { Context } from '../context.js';
import type { WatchCall } from '../sources/follow-calls.js';
import { countCalls } from './calls.js';
import { close, createListener, listen } from './listener.js';
import { countOperations } from './operations.js';
import { readStates, type Watched } from './states.js';

export interface Metrics {
  readonly watchCall: WatchCall;
  readonly watchOperations: ApolloServerPlugin<Context>;
  watchStates(watched: Watched): void;
  /** Says where it listens. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** No label holds a caller, a job or anything else that a request brings. */
export function createMetrics({ host, port }: { readonly host: string; readonly port: number }): Metrics {
  const registry = new Registry();
  // Of the process: event loop, memory, processor time, garbage collection.
  collectDefaultMetrics({ register: registry });
  const listener = createListener(registry);
  return {
    watchCall: countCalls(registry),
    watchOperations: countOperations(registry),
    watchStates: (watched) => readStates(registry, watched),
    listen: () => listen(listener, host, port),
    close: () => close(listener),
  };
}

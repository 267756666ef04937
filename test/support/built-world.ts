import { setTimeout as sleep } from 'node:timers/promises';

import { startSimulator } from '../../simulator/index.js';
import { startBuilt, type BuiltServer } from './built-server.js';
import { post, type World, type WorldOptions } from './world.js';

/** The server as it is run, before a simulator of its own. */
export interface BuiltWorld extends Pick<World, 'simulator' | 'url' | 'query'> {
  readonly server: BuiltServer;
  /** Steps the clocks of a server that was started with `steppedClock`. */
  step(): Promise<void>;
}

export async function withBuilt({ simulator: options, environment }: WorldOptions, use: (world: BuiltWorld) => Promise<void>): Promise<void> {
  const simulator = await startSimulator({ jobsPerProduct: 30, days: 10, ...options });
  const server = await startBuilt(simulator, { PAGE_MEMORY_SECONDS: '0', DRAIN_SECONDS: '0', ...environment });
  try {
    await use({
      simulator,
      server,
      url: server.url,
      query: (document, variables) => post(server.url, document, variables),
      async step() {
        server.kill('SIGWINCH');
        await sleep(200);
      },
    });
  } finally {
    server.kill('SIGTERM');
    await server.exit;
    await simulator.close();
  }
}

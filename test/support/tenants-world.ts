import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';

import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.js';
import { assemble } from '../../src/assemble.js';
import { readConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { entryFor, type Entry, variableOf, writeTenants } from './tenants-file.js';
import type { World } from './world.js';

/** One server for many tenants, each before a simulator of its own. */
export interface TenantsWorld extends Pick<World, 'url' | 'log'> {
  simulatorOf(key: string): Simulator;
  /** Of all tenants. */
  calls(): number;
  forgetCalls(): void;
  close(): Promise<void>;
}

export interface TenantOptions {
  readonly simulator?: SimulatorOptions;
  /** What the file says of it besides. */
  readonly entry?: Entry;
}

export interface TenantsWorldOptions {
  readonly tenants: Readonly<Record<string, TenantOptions>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startTenants({ tenants, environment }: TenantsWorldOptions): Promise<TenantsWorld> {
  const started = await Promise.all(Object.entries(tenants).map(async ([key, { simulator, entry }], index) => ({ key, entry, simulator: await startSimulator({ seed: index + 1, jobsPerProduct: 20, days: 10, ...simulator }) })));
  const simulators = new Map(started.map(({ key, simulator }) => [key, simulator]));
  const config = readConfig({
    AVEPOINT_TENANTS_FILE: writeTenants({ tenants: started.map(({ key, entry, simulator }) => entryFor(key, simulator, entry)) }),
    ...Object.fromEntries(started.map(({ key, simulator }) => [variableOf(key), simulator.clientSecret])),
    CURSOR_KEYS: randomBytes(32).toString('base64'),
    PAGE_MEMORY_SECONDS: '0',
    DRAIN_SECONDS: '0',
    ...environment,
  });
  const log: Record<string, unknown>[] = [];
  const { server, close } = await assemble(config, createLogger('debug', { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) }));
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`,
    log,
    simulatorOf(key) {
      const simulator = simulators.get(key);
      if (simulator === undefined) throw new Error(`There is no tenant ${key}.`);
      return simulator;
    },
    calls: () => started.reduce((sum, { simulator }) => sum + simulator.calls.length + simulator.tokenCalls.length, 0),
    forgetCalls: () => started.forEach(({ simulator }) => simulator.forgetCalls()),
    async close() {
      await close();
      await Promise.all(started.map(({ simulator }) => simulator.close()));
    },
  };
}

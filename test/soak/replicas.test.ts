import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';

import { pino } from 'pino';
import { describe, expect, test } from 'vitest';

import { readTally } from '../../bench/store.js';
import { startRoundRobin } from '../../examples/replicas/round-robin.js';
import { drawDialects, together } from '../../soak/dialects.js';
import { faultsAt, KINDS } from '../../soak/faults.js';
import { isGood, report } from '../../soak/report.js';
import { startSimulatedUpstream } from '../../soak/simulated-upstream.js';
import { soak } from '../../soak/soak.js';
import type { SoakServer } from '../../soak/stage.js';
import { createRandom } from '../../simulator/random.js';
import { assemble } from '../../src/assemble.js';
import { readConfig, type Config } from '../../src/config.js';
import { LEAST_COMPLETE } from '../support/short-soak.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';

/** Three in this process, behind a round robin; `npm run soak -- --replicas 3` is the long one. */
async function startReplicasHere(config: Config, behind: TestStore): Promise<SoakServer> {
  async function start() {
    const { server, close } = await assemble(config, pino({ level: 'silent' }));
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    return { url: `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`, close };
  }
  const replicas = [await start(), await start(), await start()];
  const urls = replicas.map(({ url }) => url);
  const balancer = await startRoundRobin(urls);
  let turn = 0;
  return {
    url: balancer.url,
    async restart() {
      const index = turn++ % replicas.length;
      const [before, next] = [replicas[index], await start()];
      replicas[index] = next;
      urls[index] = next.url;
      await before?.close();
    },
    residentMegabytes: () => null,
    store: {
      async kill() {
        behind.meet({ kind: 'closing' });
        behind.cut();
        await behind.flush();
      },
      async start() {
        behind.meet({ kind: 'none' });
      },
      tally: () => readTally(behind.url),
    },
    async close() {
      balancer.close();
      await Promise.all(replicas.map(({ close }) => close()));
    },
  };
}

describe.skipIf(!hasStore)('three replicas', () => {
  test('400 upstream requests, 5 % of which fail, and a store that goes and comes back: nothing wrong, lost, repeated or silently short', { timeout: 180_000 }, async () => {
    // A hang takes ten seconds to be noticed.
    const kinds = KINDS.filter(({ kind }) => kind !== 'hang');
    const upstream = await startSimulatedUpstream(3, 300, together(drawDialects(createRandom(3)), faultsAt(0.05, kinds)));
    const behind = await startStore();
    const config = readConfig({ ...upstream.settings, SHARED_MEMORY_URL: behind.url, CURSOR_KEYS: randomBytes(32).toString('base64'), PAGE_MEMORY_SECONDS: '1', AVEPOINT_PAGE_SIZE: '20', DRAIN_SECONDS: '0' });
    const server = await startReplicasHere(config, behind);
    const result = await soak(upstream, server, { seed: 3, requests: 400, milliseconds: 120_000, clients: 8, restartsAt: [0.2, 0.5], storeAway: [0.4, 0.6], memoryMs: 2000 });
    await server.close();
    await behind.close();
    await upstream.close();

    expect([result.restarts, result.storeKills]).toEqual([2, 1]);
    expect(result.storeTally?.scripts).toBeGreaterThan(0);
    expect(Object.keys(result.tally.faults).length).toBeGreaterThan(5);
    expect(result.finishedWalks).toBeGreaterThan(5);
    expect(result.lookups).toBeGreaterThan(5);
    expect(isGood(result, LEAST_COMPLETE), report(result, 'soak')).toBe(true);
  });
});

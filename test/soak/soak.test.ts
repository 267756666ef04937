import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';

import { pino } from 'pino';
import { expect, test } from 'vitest';

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

/** The soak without processes of its own; `npm run soak` is the long one. */
async function startServerHere(config: Config): Promise<SoakServer> {
  async function start() {
    const { server, close } = await assemble(config, pino({ level: 'silent' }));
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    return { url: `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`, close };
  }
  let serving = await start();
  return {
    get url() {
      return serving.url;
    },
    async restart() {
      const before = serving;
      serving = await start();
      await before.close();
    },
    residentMegabytes: () => null,
    close: () => serving.close(),
  };
}

test('500 upstream requests, 5 % of which fail: nothing wrong, lost, repeated or silently short', { timeout: 150_000 }, async () => {
  // A hang takes ten seconds to be noticed.
  const kinds = KINDS.filter(({ kind }) => kind !== 'hang');
  const upstream = await startSimulatedUpstream(1, 300, together(drawDialects(createRandom(1)), faultsAt(0.05, kinds)));
  const config = readConfig({ ...upstream.settings, CURSOR_KEYS: randomBytes(32).toString('base64'), PAGE_MEMORY_SECONDS: '0', AVEPOINT_PAGE_SIZE: '50', DRAIN_SECONDS: '0' });
  const server = await startServerHere(config);
  const result = await soak(upstream, server, { seed: 1, requests: 500, milliseconds: 90_000, clients: 12, restartsAt: [0.3], memoryMs: 1000 });
  await server.close();
  await upstream.close();

  expect(result.tally.calls).toBeGreaterThanOrEqual(500);
  expect(Object.keys(result.tally.faults).length).toBeGreaterThan(5);
  expect(result.restarts).toBe(1);
  expect(result.finishedWalks).toBeGreaterThan(5);
  expect(result.jobsAdded).toBeGreaterThan(0);
  expect(result.lookups).toBeGreaterThan(5);
  expect(isGood(result, LEAST_COMPLETE), report(result, 'soak')).toBe(true);
});

test('the oracle notices what it is there for', async () => {
  const upstream = await startSimulatedUpstream(2, 100, { salesforce: { omit: ['failedObjects'] }, 'google-workspace': { timeFilter: 'start', ignoredFilters: 'all', overlap: 1 } });
  const config = readConfig({ ...upstream.settings, PAGE_MEMORY_SECONDS: '0', AVEPOINT_PAGE_SIZE: '20', DRAIN_SECONDS: '0' });
  const server = await startServerHere(config);
  const result = await soak(upstream, server, { seed: 2, requests: 60, milliseconds: 20_000, clients: 2, restartsAt: [], memoryMs: 1000 });
  await server.close();
  await upstream.close();
  expect(result.wrong).toBeGreaterThan(0);
  expect(isGood(result, 0)).toBe(false);
  expect(report(result, 'soak')).toContain('salesforce/');
});

import { setTimeout as sleep } from 'node:timers/promises';

import type { Fault } from '../simulator/index.js';
import { createHttp } from '../src/upstream/http.js';
import { startSimulator } from '../simulator/index.js';
import { benchBesideAGreedyCaller } from './beside-a-greedy-caller.js';
import { benchEventLoop } from './event-loop.js';
import { benchLookUpsOfNothing } from './look-ups-of-nothing.js';
import { serve } from './served.js';

const ATTEMPT_MS = 10_000;
const PARALLEL = 8;

const slow: Readonly<Record<string, Fault>> = {
  'accept, then silence': { kind: 'hang' },
  'slow headers': { kind: 'slow-headers', delayMs: 60_000 },
  'slow drip': { kind: 'slow-drip', everyMs: 100 },
};

const huge: Readonly<Record<string, Fault>> = {
  'a million rows': { kind: 'giant', rows: 1_000_000 },
  'a million rows, gzipped': { kind: 'giant', rows: 1_000_000, gzip: true },
};

/** How exactly deadlines hold, and what an endless answer takes of memory. */
export async function benchLimits(): Promise<void> {
  console.log(`\nA deadline of ${ATTEMPT_MS} ms, ${PARALLEL} calls at once: milliseconds over it`);
  console.table(Object.fromEntries(await Promise.all(Object.entries(slow).map(async ([name, fault]) => [name, await overshoot(fault)] as const))));
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, fault] of Object.entries(huge)) rows[name] = await growth(fault);
  console.log('\nAnswers without an end, 40 of them, 8 at once: resident megabytes of the server');
  console.table(rows);
  await benchLookUpsOfNothing();
  await benchBesideAGreedyCaller();
  await benchEventLoop();
}

async function overshoot(fault: Fault): Promise<Record<string, string>> {
  const simulator = await startSimulator({ jobsPerProduct: 50, switches: { salesforce: { fault } } });
  const http = createHttp();
  const token = await accessToken(simulator);
  const url = new URL(`${simulator.graphUrl}/backup/sfbapi/jobs?startTime=2000-01-01&finishTime=2100-01-01`);
  const times = await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      const startedAt = performance.now();
      await http.send({ method: 'GET', url, headers: { authorization: `Bearer ${token}` }, signal: new AbortController().signal }).catch(() => undefined);
      return performance.now() - startedAt - ATTEMPT_MS;
    }),
  );
  await http.close();
  await simulator.close();
  return { least: Math.min(...times).toFixed(0), most: Math.max(...times).toFixed(0) };
}

async function accessToken({ identityUrl, clientId, clientSecret }: { readonly identityUrl: string; readonly clientId: string; readonly clientSecret: string }): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'salesforce.public.read.all' });
  const response = await fetch(identityUrl, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function growth(fault: Fault): Promise<Record<string, number>> {
  const served = await serve({ jobsPerProduct: 50 });
  const ask = (): Promise<unknown> => served.ask('{ page: salesforceJobs(first: 20) { isComplete nodes { jobId } } }');
  for (let turn = 0; turn < 20; turn += 1) await ask();
  const before = served.server.residentMegabytes();
  served.simulator.set({ salesforce: { fault } });
  let most = before;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      most = Math.max(most, served.server.residentMegabytes());
      await sleep(50);
    }
  })();
  for (let turn = 0; turn < 5; turn += 1) await Promise.all(Array.from({ length: PARALLEL }, ask));
  isDone = true;
  await watching;
  await served.stop();
  return { before, most, growth: most - before };
}

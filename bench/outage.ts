import { setTimeout as sleep } from 'node:timers/promises';

import { forEachProduct, type Fault } from '../simulator/index.js';
import { serve, type Served } from './served.js';

const OUTAGE_MS = 30_000;
const CLIENTS = 16;
/** Of people who look again and again. */
const PAUSE_MS = 50;
const QUERY = '{ page: jobs(first: 20) { isComplete nodes { jobId } } }';

const outages: Readonly<Record<string, Fault>> = {
  'connections reset': { kind: 'reset' },
  '503 to everything': { kind: 'status', status: 503 },
  'nothing answers': { kind: 'hang' },
};

/** What reaches an upstream that is down, and how soon all is well after it. */
export async function benchOutage(): Promise<void> {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const [name, fault] of Object.entries(outages)) rows[name] = await measure(fault);
  console.log(`\nAn outage of ${OUTAGE_MS / 1000} s under ${CLIENTS} clients, who read a page of all products`);
  console.table(rows);
}

async function measure(fault: Fault): Promise<Record<string, number | string>> {
  const served = await serve({ jobsPerProduct: 200 });
  await served.ask(QUERY);
  const callsAPage = served.simulator.calls.length;
  served.simulator.set(forEachProduct(() => ({ fault })));
  served.simulator.forgetCalls();
  const operations = await askFor(served, OUTAGE_MS);
  const calls = served.simulator.calls.length;
  served.simulator.resetSwitches();
  const recovery = await untilComplete(served);
  await served.stop();
  const bound = 1.2 * callsAPage * operations + (3 * OUTAGE_MS) / 1000;
  return { 'calls a page': callsAPage, operations, calls, 'most allowed': Math.round(bound), 'calls a second': (calls / (OUTAGE_MS / 1000)).toFixed(1), 'seconds to full service': (recovery / 1000).toFixed(1) };
}

/** How many operations were answered. */
async function askFor(served: Served, forMs: number): Promise<number> {
  const endsAt = performance.now() + forMs;
  let operations = 0;
  async function ask(): Promise<void> {
    while (performance.now() < endsAt) {
      await Promise.race([served.ask(QUERY), sleep(endsAt - performance.now())]);
      operations += 1;
      await sleep(PAUSE_MS);
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, ask));
  return operations;
}

async function untilComplete(served: Served): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < 60_000) {
    const { data } = await served.ask(QUERY);
    if (data?.page?.isComplete === true) break;
    await sleep(PAUSE_MS);
  }
  return performance.now() - startedAt;
}

import { setTimeout as sleep } from 'node:timers/promises';

import { startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { median } from './medians.js';
import type { Running } from './processes.js';
import { printTargets } from './targets.js';

const JOBS = 100_000;
const ROUNDS = 3;
const HEAP_EVERY_MS = 100;
const SETTLE_MS = 1000;
const QUERY = '{ jobStats(period: { last: "P30D" }) { total { counts { total } } } }';

/** One stream of many jobs, read to its end: a thousand pages. */
export function benchReading(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: JOBS });
  const server = await startOwn(upstream, { isApart, isWatched: true }, { AVEPOINT_PRODUCTS: 'salesforce', AVEPOINT_SCAN_BUDGET: '1000', PAGE_MEMORY_SECONDS: '0' });
  // What comes first is compiled meanwhile.
  await count(server);
  await server.longestPause();
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureCount(server));
  const longestPause = await server.longestPause();
  const heap = await heapOf(server);
  await server.stop();
  await upstream.stop();
  console.log(`\n${rounds.map(({ jobs }) => jobs).join(', ')} and ${heap.jobs} of ${JOBS} jobs of one stream counted, 100 a page: all, where the machine has no other work that takes the 15 s of an operation`);
  printTargets([
    { what: 'CPU us a job', measured: median(rounds.map(({ cpuMicroseconds, jobs }) => cpuMicroseconds / jobs)), atMost: 10 },
    { what: 'bytes a job until the reading ends', measured: heap.most / heap.jobs, atMost: 150 },
    { what: 'bytes a job after it', measured: heap.after / heap.jobs, atMost: 5 },
    { what: 'longest pause of the event loop, ms', measured: longestPause, atMost: 30 },
  ]);
}

interface Round {
  readonly jobs: number;
  readonly cpuMicroseconds: number;
}

async function measureCount(server: Running): Promise<Round> {
  const before = server.cpuMicroseconds();
  const jobs = await count(server);
  return { jobs, cpuMicroseconds: server.cpuMicroseconds() - before };
}

interface Heap {
  readonly jobs: number;
  readonly most: number;
  readonly after: number;
}

/** Above what is used before, with all garbage collected over and over: a reading of its own, since that takes time. */
async function heapOf(server: Running): Promise<Heap> {
  const before = await settledBytes(server);
  let [most, isCounting] = [before, true];
  const counting = count(server).finally(() => (isCounting = false));
  while (isCounting) {
    most = Math.max(most, await server.heapBytes());
    await sleep(HEAP_EVERY_MS);
  }
  return { jobs: await counting, most: most - before, after: (await settledBytes(server)) - before };
}

/** What an operation needed is let go of a little after its answer, and some of it by a second collection alone. */
async function settledBytes(server: Running): Promise<number> {
  await sleep(SETTLE_MS);
  await server.heapBytes();
  return server.heapBytes();
}

async function count(server: Running): Promise<number> {
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: QUERY }) });
  const { data } = (await response.json()) as { readonly data: { readonly jobStats: { readonly total: { readonly counts: { readonly total: number } } } } };
  return data.jobStats.total.counts.total;
}

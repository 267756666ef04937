import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { productNames, startSimulator, type Simulator } from '../simulator/index.js';
import { createRandom } from '../simulator/random.js';
import { median } from './medians.js';
import { startProcess, type Running } from './processes.js';
import { createTask, MIX, type Asked } from './replica-mix.js';
import type { Store } from './store.js';
import { printTargets } from './targets.js';

const CLIENTS = 50;
const SECONDS = 45;
/** Of each client, whatever the answers take: what is remembered for a while is asked for as often by all. */
const EVERY_MS = 1000;
const LATENCY_MS = 20;

interface Outcome {
  readonly operations: number;
  readonly failures: number;
  readonly calls: number;
  readonly medianMs: number;
  readonly cpuSeconds: number;
}

/** The same clients with the same questions before one replica, three that know nothing of each other, and three that share. */
export async function benchCalls(store: Store): Promise<void> {
  const one = await measure(1, {});
  const apart = await measure(3, {});
  const sharing = await measure(3, { SHARED_MEMORY_URL: store.url });
  const tally = await store.tally();
  console.log(`\n${CLIENTS} clients, a request each every ${EVERY_MS} ms for ${SECONDS} s, through a round robin: ${MIX.map(({ name, share }) => `${share} % ${name}`).join(', ')}`);
  console.table({ 'one replica': rowOf(one), 'three, each for itself': rowOf(apart), 'three that share': rowOf(sharing) });
  console.log(`The store ran ${tally?.scripts} scripts and held ${tally?.peakMegabytes.toFixed(1)} MB at most.`);
  printTargets([
    { what: 'upstream calls of three that share, to those of one', measured: sharing.calls / one.calls, atMost: 1.1 },
    { what: 'operations that failed', measured: one.failures + apart.failures + sharing.failures, atMost: 0 },
  ]);
}

async function measure(count: number, environment: Readonly<Record<string, string>>): Promise<Outcome> {
  const simulator = await startSimulator({ callsKept: 2, switches: Object.fromEntries(productNames.map((name) => [name, { latencyMs: LATENCY_MS }])) });
  const keys = randomBytes(32).toString('base64');
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(simulator, { ...environment, CURSOR_KEYS: keys })));
  const times: number[] = [];
  let [failures, turn] = [0, 0];

  /** Each request goes to the next replica, so that every page of a walk is read by another. */
  async function send(asked: Asked): Promise<string | null> {
    const startedAt = performance.now();
    const { url } = replicas[turn++ % count] as Running;
    const { isWhole, endCursor } = await post(url, asked);
    times.push(performance.now() - startedAt);
    if (!isWhole) failures += 1;
    return endCursor;
  }

  async function client(number: number): Promise<void> {
    const random = createRandom(number);
    const startsAt = performance.now() + (number * EVERY_MS) / CLIENTS;
    let sent = 0;
    while (sent < (SECONDS * 1000) / EVERY_MS) {
      const task = createTask(random, simulator);
      let after: string | null = null;
      for (let page = 0; page < task.pages && (page === 0 || after !== null); page += 1) {
        await sleep(startsAt + sent * EVERY_MS - performance.now());
        after = await send(task.ask(after));
        sent += 1;
      }
    }
  }

  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  const cpuSeconds = replicas.reduce((sum, replica) => sum + replica.cpuMicroseconds(), 0) / 1_000_000;
  await Promise.all(replicas.map((replica) => replica.stop()));
  await simulator.close();
  return { operations: times.length, failures, calls: simulator.tally.calls, medianMs: median(times), cpuSeconds };
}

function startReplica({ graphUrl, identityUrl, clientId, clientSecret }: Simulator, environment: Readonly<Record<string, string>>): Promise<Running> {
  const upstream = { AVEPOINT_GRAPH_URL: graphUrl, AVEPOINT_IDENTITY_URL: identityUrl, AVEPOINT_CLIENT_ID: clientId, AVEPOINT_CLIENT_SECRET: clientSecret, AVEPOINT_PRODUCTS: productNames.join(',') };
  return startProcess('../server/main.js', { environment: { ...upstream, LOG_LEVEL: 'info', PORT: '0', ...environment }, isReady: /"ready"/ });
}

interface Answer {
  readonly data?: { readonly page: { readonly isComplete?: boolean; readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null } } | readonly unknown[] | null };
  readonly errors?: readonly unknown[];
}

async function post(url: string, asked: Asked): Promise<{ readonly isWhole: boolean; readonly endCursor: string | null }> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) });
  const { data, errors } = (await response.json()) as Answer;
  const page = data?.page ?? null;
  const info = page !== null && 'pageInfo' in page ? page.pageInfo : undefined;
  const isIncomplete = page === null || ('isComplete' in page && page.isComplete === false);
  return { isWhole: errors === undefined && !isIncomplete, endCursor: info?.hasNextPage === true ? info.endCursor : null };
}

function rowOf({ operations, failures, calls, medianMs, cpuSeconds }: Outcome): Readonly<Record<string, number>> {
  return { operations, failed: failures, 'upstream calls': calls, 'median ms': Math.round(medianMs), 'CPU of all, s': Math.round(cpuSeconds) };
}

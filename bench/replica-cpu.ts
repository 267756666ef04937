import { randomBytes } from 'node:crypto';

import { startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { median } from './medians.js';
import type { Running } from './processes.js';
import type { Store } from './store.js';
import { printTargets } from './targets.js';

const BLOCKS = 12;
/** For what is compiled on the way. */
const WARM_UP_BLOCKS = 12;
const PAGES = 100;
const JOBS = (BLOCKS + WARM_UP_BLOCKS) * PAGES * 100;
const QUERY = `query ($after: String) {
  salesforceJobs(first: 100, after: $after, window: { from: "2000-01-01T00:00:00Z" }) { nodes { id status startedAt } pageInfo { endCursor } }
}`;
const SETTINGS = { AVEPOINT_PRODUCTS: 'salesforce', PAGE_MEMORY_SECONDS: '600', PAGE_MEMORY_MB: '64' };

/** Milliseconds of processor time a page, one figure a block. */
type Figures = Record<'alone, from upstream' | 'alone, from own memory' | 'sharing, from upstream' | 'sharing, from own memory' | "sharing, another's", number[]>;

/** What a page costs the replica that reads it first, the one that takes it from the store, and one that shares with nobody. */
export function benchCpu(store: Store): Promise<void> {
  return withCoresApart((isApart) => measure(store, isApart));
}

async function measure(store: Store, isApart: boolean): Promise<void> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: JOBS });
  const settings = { ...SETTINGS, CURSOR_KEYS: randomBytes(32).toString('base64') };
  const alone = await startOwn(upstream, { isApart }, settings);
  const [first, second] = [await startOwn(upstream, { isApart }, { ...settings, SHARED_MEMORY_URL: store.url }), await startOwn(upstream, { isApart }, { ...settings, SHARED_MEMORY_URL: store.url })];
  const figures: Figures = { 'alone, from upstream': [], 'alone, from own memory': [], 'sharing, from upstream': [], "sharing, another's": [], 'sharing, from own memory': [] };
  let callsOfSecond = 0;
  let after: string | null = null;
  for (let block = 0; block < WARM_UP_BLOCKS + BLOCKS; block += 1) {
    const cursors: (string | null)[] = [];
    const readFirst = await timed(first, async () => {
      for (let page = 0; page < PAGES; page += 1) {
        cursors.push(after);
        after = (await ask(first, after)).endCursor;
      }
    });
    const readAgain = (server: Running) =>
      timed(server, async () => {
        let calls = 0;
        for (const cursor of cursors) calls += (await ask(server, cursor)).upstreamCalls;
        return calls;
      });
    const [alones, taken, aloneAgain, own] = [await readAgain(alone), await readAgain(second), await readAgain(alone), await readAgain(second)];
    callsOfSecond += taken.result;
    if (block < WARM_UP_BLOCKS) continue;
    figures['alone, from upstream'].push(alones.milliseconds);
    figures['alone, from own memory'].push(aloneAgain.milliseconds);
    figures['sharing, from upstream'].push(readFirst.milliseconds);
    figures["sharing, another's"].push(taken.milliseconds);
    figures['sharing, from own memory'].push(own.milliseconds);
  }
  await Promise.all([first, second, alone].map((server) => server.stop()));
  await upstream.stop();
  console.log(`\nA page of 100 jobs, milliseconds of processor time, medians of ${BLOCKS} times ${PAGES}${isApart ? '; servers on one core' : ''}`);
  console.table(Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, Math.round(median(values) * 100) / 100])));
  const more = (name: keyof Figures, than: keyof Figures): number => median(figures[name].map((value, index) => value - (figures[than][index] ?? Number.NaN)));
  printTargets([
    { what: 'upstream calls for what another replica has read', measured: callsOfSecond, atMost: 0 },
    { what: "CPU of another's page, more than of one's own, ms", measured: more("sharing, another's", 'sharing, from own memory'), atMost: 1 },
    { what: 'CPU from own memory with a store, more than without, ms', measured: more('sharing, from own memory', 'alone, from own memory'), atMost: 0.1 },
  ]);
}

async function timed<T>(server: Running, work: () => Promise<T>): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const before = server.cpuMicroseconds();
  const result = await work();
  return { result, milliseconds: (server.cpuMicroseconds() - before) / 1000 / PAGES };
}

interface Answer {
  readonly data: { readonly salesforceJobs: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly endCursor: string | null } } };
  readonly extensions: { readonly cost: { readonly upstreamCalls: number } };
}

async function ask({ url }: Running, after: string | null): Promise<{ readonly endCursor: string | null; readonly upstreamCalls: number }> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', 'x-query-cost': '1' }, body: JSON.stringify({ query: QUERY, variables: { after } }) });
  const { data, extensions } = (await response.json()) as Answer;
  return { endCursor: data.salesforceJobs.pageInfo.endCursor, upstreamCalls: extensions.cost.upstreamCalls };
}

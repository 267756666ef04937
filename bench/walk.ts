import { CANNED_PRODUCTS, startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { WARM_UP_REQUESTS } from './load.js';
import { median } from './medians.js';
import type { Running } from './processes.js';
import { printTargets, type Target } from './targets.js';

interface Page {
  readonly data: { readonly jobs: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } };
}

interface Walked {
  readonly cpuMicroseconds: number;
  /** Of each page. */
  readonly milliseconds: readonly number[];
  /** Every few pages. */
  readonly megabytes: readonly number[];
  readonly longestPause: number;
}

interface Walker {
  readonly name: string;
  readonly upstream: Running;
  readonly server: Running;
  readonly megabytesBefore: number;
  readonly walks: Walked[];
}

const JOBS = 100_000;
const FIRST = 200;
const WARM_UP_WALKS = Math.ceil(WARM_UP_REQUESTS / (JOBS / FIRST));
const ROUNDS = 3;
const MEASURE_EVERY = 10;
const QUERY = `query ($after: String) {
  jobs(first: ${FIRST}, after: $after, window: { from: "2000-01-01T00:00:00Z" }) { nodes { id status startedAt } pageInfo { hasNextPage endCursor } }
}`;

/** A small heap, old and young, so that garbage that waits to be collected does not look like growth. */
const HEAP = '--max-old-space-size=192 --max-semi-space-size=8';

/** Deep walks: time and memory have to be the same on the last page as on the first. */
export function benchWalk(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const walkers = [await startWalker('one product', ['salesforce'], isApart), await startWalker(`${CANNED_PRODUCTS.length} products merged`, CANNED_PRODUCTS, isApart)];
  for (let round = 0; round < WARM_UP_WALKS + ROUNDS; round += 1) for (const walker of walkers) walker.walks.push(await walk(walker.server));
  console.log(`\nWalks of ${JOBS} jobs by ${FIRST}, turn by turn; milliseconds a page are medians of the second and of the last tenth, megabytes are resident`);
  console.table(Object.fromEntries(walkers.flatMap(({ name, walks }) => walks.map((walked, round) => [`${name}, walk ${round + 1} of the process`, rowOf(walked)]))));
  printTargets(walkers.flatMap(targetsOf));
  for (const { upstream, server } of walkers) await Promise.all([server.stop(), upstream.stop()]);
}

async function startWalker(name: string, products: readonly string[], isApart: boolean): Promise<Walker> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: JOBS / products.length });
  const server = await startOwn(upstream, { isApart, isWatched: true }, { AVEPOINT_PRODUCTS: products.join(','), NODE_OPTIONS: HEAP });
  return { name, upstream, server, megabytesBefore: server.residentMegabytes(), walks: [] };
}

async function walk(server: Running): Promise<Walked> {
  const cpuBefore = server.cpuMicroseconds();
  const milliseconds: number[] = [];
  const megabytes: number[] = [];
  let [after, jobs]: [string | null, number] = [null, 0];
  for (;;) {
    const startedAt = performance.now();
    const { data }: Page = await ask(server, after);
    milliseconds.push(performance.now() - startedAt);
    jobs += data.jobs.nodes.length;
    if (milliseconds.length % MEASURE_EVERY === 0) megabytes.push(server.residentMegabytes());
    // What starting took is no pause of a walk.
    if (after === null) await server.longestPause();
    if (!data.jobs.pageInfo.hasNextPage) break;
    after = data.jobs.pageInfo.endCursor;
  }
  if (jobs !== JOBS) throw new Error(`${jobs} jobs came of ${JOBS}`);
  return { cpuMicroseconds: server.cpuMicroseconds() - cpuBefore, milliseconds, megabytes, longestPause: await server.longestPause() };
}

function rowOf(walked: Walked): Readonly<Record<string, number | string>> {
  const { megabytes } = walked;
  const { first, last } = tenthsOf(walked);
  const at = (part: number): number => megabytes[Math.ceil(megabytes.length * part) - 1] ?? 0;
  return {
    'CPU us a job': (walked.cpuMicroseconds / JOBS).toFixed(1),
    'first ms': first.toFixed(1),
    'last ms': last.toFixed(1),
    'longest pause ms': walked.longestPause.toFixed(1),
    'MB at 1/4': at(1 / 4),
    '2/4': at(2 / 4),
    '3/4': at(3 / 4),
    '4/4': at(1),
    most: Math.max(...megabytes),
  };
}

function targetsOf({ name, megabytesBefore, walks }: Walker): Target[] {
  const warm = walks.slice(WARM_UP_WALKS);
  const mostMegabytes = Math.max(...walks.flatMap(({ megabytes }) => megabytes));
  return [
    { what: `${name}: CPU us a job`, measured: median(warm.map(({ cpuMicroseconds }) => cpuMicroseconds / JOBS)), atMost: 20 },
    { what: `${name}: MB above the start`, measured: mostMegabytes - megabytesBefore, atMost: 60 },
    { what: `${name}: longest pause of the event loop, ms`, measured: Math.max(...walks.map(({ longestPause }) => longestPause)), atMost: 30 },
    { what: `${name}: last page to first`, measured: median(warm.map(tenthsOf).map(({ first, last }) => last / first)), atMost: 1.2 },
  ];
}

/** The very first pages warm the process up. */
function tenthsOf({ milliseconds }: Walked): { readonly first: number; readonly last: number } {
  const tenth = Math.ceil(milliseconds.length / 10);
  return { first: median(milliseconds.slice(tenth, 2 * tenth)), last: median(milliseconds.slice(-tenth)) };
}

async function ask(server: Running, after: string | null): Promise<Page> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify({ query: QUERY, variables: { after } }),
  });
  return (await response.json()) as Page;
}

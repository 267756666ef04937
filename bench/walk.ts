import { CANNED_PRODUCTS, startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { median } from './medians.js';
import type { Running } from './processes.js';
import { printTargets, type Target } from './targets.js';

interface Page {
  readonly data: { readonly jobs: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } };
}

interface Walked {
  readonly jobs: number;
  readonly cpuMicroseconds: number;
  /** Of each page. */
  readonly milliseconds: readonly number[];
  readonly megabytesBefore: number;
  /** Every few pages. */
  readonly megabytes: readonly number[];
  readonly longestPause: number;
}

const JOBS = 100_000;
const MEASURE_EVERY = 10;
const QUERY = `query ($after: String) {
  jobs(first: 200, after: $after, window: { from: "2000-01-01T00:00:00Z" }) { nodes { id status startedAt } pageInfo { hasNextPage endCursor } }
}`;

/** A small heap, so that garbage that waits to be collected does not look like growth. */
const HEAP = '--max-old-space-size=192';

/** Deep walks: time and memory have to be the same on the last page as on the first. */
export function benchWalk(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const one = await walk(JOBS, ['salesforce'], isApart);
  const all = await walk(JOBS / CANNED_PRODUCTS.length, CANNED_PRODUCTS, isApart);
  console.log(`\nWalks of ${JOBS} jobs by 200; milliseconds a page are medians of the second and of the last tenth, megabytes are resident`);
  console.table({ 'one product': rowOf(one), [`${CANNED_PRODUCTS.length} products merged`]: rowOf(all) });
  printTargets([...targetsOf('one product', one), ...targetsOf(`${CANNED_PRODUCTS.length} products`, all)]);
}

async function walk(jobsPerProduct: number, products: readonly string[], isApart: boolean): Promise<Walked> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct });
  const server = await startOwn(upstream, { isApart, isWatched: true }, { AVEPOINT_PRODUCTS: products.join(','), NODE_OPTIONS: HEAP });
  const [megabytesBefore, cpuBefore] = [server.residentMegabytes(), server.cpuMicroseconds()];
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
  const walked = { jobs, cpuMicroseconds: server.cpuMicroseconds() - cpuBefore, milliseconds, megabytesBefore, megabytes, longestPause: await server.longestPause() };
  await server.stop();
  await upstream.stop();
  if (jobs !== JOBS) throw new Error(`${jobs} jobs came of ${JOBS}`);
  return walked;
}

function rowOf(walked: Walked): Readonly<Record<string, number | string>> {
  const { megabytesBefore, megabytes } = walked;
  const { first, last } = tenthsOf(walked);
  const at = (part: number): number => megabytes[Math.ceil(megabytes.length * part) - 1] ?? 0;
  return {
    'CPU us a job': (walked.cpuMicroseconds / walked.jobs).toFixed(1),
    'first ms': first.toFixed(1),
    'last ms': last.toFixed(1),
    'longest pause ms': walked.longestPause.toFixed(1),
    'MB before': megabytesBefore,
    'after 1/4': at(1 / 4),
    '2/4': at(2 / 4),
    '3/4': at(3 / 4),
    '4/4': at(1),
    most: Math.max(...megabytes),
  };
}

function targetsOf(name: string, walked: Walked): Target[] {
  const { first, last } = tenthsOf(walked);
  return [
    { what: `${name}: CPU us a job`, measured: walked.cpuMicroseconds / walked.jobs, atMost: 20 },
    { what: `${name}: MB above the start`, measured: Math.max(...walked.megabytes) - walked.megabytesBefore, atMost: 60 },
    { what: `${name}: longest pause of the event loop, ms`, measured: walked.longestPause, atMost: 30 },
    { what: `${name}: last page to first`, measured: last / first, atMost: 1.2 },
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

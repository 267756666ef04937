import { startOwn, startRival, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { loadInTurn, medianOf, medianRatio, type Contender, type Pace, type Rounds } from './load.js';
import type { Running } from './processes.js';
import { printTargets, type Target } from './targets.js';

const PACE: Pace = { rounds: 3, seconds: 4, connections: 16 };
const SLOW_PACE: Pace = { rounds: 3, seconds: 3, connections: 8 };
const SLOW_MS = 20;
const JOBS = 100_000;

const COMMON_FIELDS = 'id jobId status operation startedAt finishedAt';
const FIELDS = `${COMMON_FIELDS} type dataSizeKilobytes`;
/** As many rows a request as the others read. */
const NO_MEMORY = { PAGE_MEMORY_SECONDS: '0', AVEPOINT_PAGE_SIZE: '50' };

const STOCK = 'stock Apollo Server, standalone';
const COLD = 'this server, cold, end cursor';
const COLD_CURSORS = 'this server, cold, all cursors';
const MEMORY = 'this server, from memory, end cursor';
const MEMORY_CURSORS = 'this server, from memory, all cursors';
const ONE_PRODUCT = 'this server, from memory, fields of all products';
const MERGED = 'this server, from memory, four products merged';

function listOf(field: string, fields: string, cursor = ''): string {
  return `{ page: ${field}(first: 50) { edges { ${cursor} node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
}

/** A page of 50 jobs: this server beside others that read, normalise and page the same, all on one upstream, turn by turn. */
export function benchPage(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const pages = await loadPages(isApart);
  console.log(`\nA page of 50 jobs with 8 fields, ${textOf(PACE)}; ${isApart ? 'servers on one core, load and upstream on another' : 'on all cores'}`);
  console.table(Object.fromEntries([...pages.rounds.keys()].map((name) => [name, { ...rowOf(pages.rounds, name), MB: pages.megabytes.get(name) }])));
  const slow = await loadOverSlowUpstream(isApart);
  console.log(`\nThe same over an upstream that takes ${SLOW_MS} ms, ${textOf(SLOW_PACE)}: milliseconds added`);
  console.table(Object.fromEntries([...slow.keys()].map((name) => [name, { p50: medianOf(slow, name, 'p50') - SLOW_MS, p99: medianOf(slow, name, 'p99') - SLOW_MS }])));
  printTargets(targetsOf(pages.rounds, slow));
}

function targetsOf(rounds: Rounds, slow: Rounds): Target[] {
  const toStock = (name: string): number => medianRatio(rounds, name, STOCK, 'perSecond');
  return [
    { what: 'cold, end cursor: requests a second, to stock Apollo', measured: toStock(COLD), atLeast: 2.5 },
    { what: 'cold, all cursors: likewise', measured: toStock(COLD_CURSORS), atLeast: 2 },
    { what: 'from memory, end cursor: likewise', measured: toStock(MEMORY), atLeast: 3 },
    { what: 'four products merged: CPU, to the same page of one', measured: medianRatio(rounds, MERGED, ONE_PRODUCT, 'cpuMicroseconds'), atMost: 1.6 },
    { what: `added p50 over ${SLOW_MS} ms, cold, end cursor`, measured: medianOf(slow, COLD, 'p50') - SLOW_MS, atMost: 6 },
  ];
}

function rowOf(rounds: Rounds, name: string): Readonly<Record<string, number | string>> {
  return {
    'to stock': medianRatio(rounds, name, STOCK, 'perSecond').toFixed(2),
    'requests/s': Math.round(medianOf(rounds, name, 'perSecond')),
    'CPU, to stock': medianRatio(rounds, STOCK, name, 'cpuMicroseconds').toFixed(2),
    'CPU us': Math.round(medianOf(rounds, name, 'cpuMicroseconds')),
    'p50 ms': medianOf(rounds, name, 'p50'),
    'p99 ms': medianOf(rounds, name, 'p99'),
  };
}

async function loadPages(isApart: boolean): Promise<{ readonly rounds: Rounds; readonly megabytes: ReadonlyMap<string, number> }> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: JOBS });
  const rivals = await startRivals(upstream, isApart);
  const cold = await startOwn(upstream, { isApart }, NO_MEMORY);
  const memory = await startOwn(upstream, { isApart });
  const contenders = [
    ...rivals,
    own(COLD, cold, listOf('salesforceJobs', FIELDS)),
    own(COLD_CURSORS, cold, listOf('salesforceJobs', FIELDS, 'cursor')),
    own(MEMORY, memory, listOf('salesforceJobs', FIELDS)),
    own(MEMORY_CURSORS, memory, listOf('salesforceJobs', FIELDS, 'cursor')),
    own(ONE_PRODUCT, memory, listOf('salesforceJobs', COMMON_FIELDS)),
    own(MERGED, memory, listOf('jobs', COMMON_FIELDS)),
  ];
  const rounds = await loadInTurn(contenders, PACE);
  const megabytes = new Map(contenders.map(({ name, server }) => [name, server.residentMegabytes()]));
  await stopAll([...rivals.map(({ server }) => server), cold, memory, upstream]);
  return { rounds, megabytes };
}

async function loadOverSlowUpstream(isApart: boolean): Promise<Rounds> {
  const upstream = await startUpstream({ delayMs: SLOW_MS, jobsPerProduct: JOBS });
  const contenders = [...(await startRivals(upstream, isApart)), own(COLD, await startOwn(upstream, { isApart }, NO_MEMORY), listOf('salesforceJobs', FIELDS))];
  const rounds = await loadInTurn(contenders, SLOW_PACE);
  await stopAll([...contenders.map(({ server }) => server), upstream]);
  return rounds;
}

async function startRivals(upstream: Running, isApart: boolean): Promise<Contender[]> {
  const rival = async (name: string, script: string): Promise<Contender> => ({ name, server: await startRival(script, upstream, { isApart }), path: '/', query: listOf('salesforceJobs', FIELDS) });
  return [await rival('no GraphQL: the floor', 'floor'), await rival('mercurius, compiled', 'mercurius'), await rival(STOCK, 'stock-apollo')];
}

function own(name: string, server: Running, query: string): Contender {
  return { name, server, path: '/graphql', query };
}

async function stopAll(servers: readonly Running[]): Promise<void> {
  for (const server of servers) await server.stop();
}

function textOf({ rounds, seconds, connections }: Pace): string {
  return `${connections} connections, medians of ${rounds} rounds of ${seconds} s in turn`;
}

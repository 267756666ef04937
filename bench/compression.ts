import { request } from 'undici';

import { startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { loadInTurn, medianOf, medianRatio, type Contender, type Pace } from './load.js';
import type { Running } from './processes.js';
import { printTargets, type Target } from './targets.js';

const PACE: Pace = { rounds: 3, seconds: 3, connections: 16 };
const JOBS = 100_000;
const SIZES = [20, 50, 200];
const OFF = 'compression off';
const MOST_CPU = 1.75;
/** What clients say that they take. */
const CLIENTS: Readonly<Record<string, string>> = { 'as it is': 'identity', gzip: 'gzip', brotli: 'br' };

/** What it costs to compress answers, and what it saves: pages from memory, with compression and without, turn by turn. */
export function benchCompression(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: JOBS });
  const [on, off] = [await startOwn(upstream, { isApart }), await startOwn(upstream, { isApart }, { COMPRESSION: 'off' })];
  const targets: Target[] = [];
  for (const size of SIZES) targets.push(...(await measurePage(size, { on, off })));
  printTargets(targets);
  for (const server of [on, off, upstream]) await server.stop();
}

async function measurePage(size: number, { on, off }: { readonly on: Running; readonly off: Running }): Promise<Target[]> {
  const query = `{ page: salesforceJobs(first: ${size}) { edges { node { id jobId status operation startedAt finishedAt type dataSizeKilobytes } } pageInfo { hasNextPage endCursor } } }`;
  const contenders: Contender[] = [
    { name: OFF, server: off, path: '/graphql', query },
    ...Object.entries(CLIENTS).map(([name, accepted]) => ({ name, server: on, path: '/graphql', query, headers: { 'accept-encoding': accepted } })),
  ];
  const rounds = await loadInTurn(contenders, PACE);
  const rows: [name: string, row: object][] = [];
  for (const contender of contenders) {
    const { name } = contender;
    rows.push([
      name,
      {
        bytes: await bytesOf(contender),
        'CPU us': Math.round(medianOf(rounds, name, 'cpuMicroseconds')),
        'CPU, to off': medianRatio(rounds, name, OFF, 'cpuMicroseconds').toFixed(2),
        'requests/s, to off': medianRatio(rounds, name, OFF, 'perSecond').toFixed(2),
        'p50 ms': medianOf(rounds, name, 'p50'),
      },
    ]);
  }
  console.log(`\nA page of ${size} jobs, ${PACE.connections} connections, medians of ${PACE.rounds} rounds of ${PACE.seconds} s in turn`);
  console.table(Object.fromEntries(rows));
  return ['gzip', 'brotli'].map((name) => ({ what: `${size} jobs in ${name}: CPU, to off`, measured: medianRatio(rounds, name, OFF, 'cpuMicroseconds'), atMost: MOST_CPU }));
}

/** Of an answer's body, on the wire. */
async function bytesOf({ server, path, query, headers }: Contender): Promise<number> {
  const { body } = await request(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
  return (await body.arrayBuffer()).byteLength;
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { productNames, startSimulator, type Simulator } from '../simulator/index.js';
import { CANNED_PRODUCTS } from './canned.js';
import { median } from './medians.js';
import { startProcess, type Running } from './processes.js';
import { printTargets } from './targets.js';

const TENANTS = 200;
const STARTS = 3;
/** So that calls of one operation overlap where they may. */
const LATENCY_MS = 3;
const SECRET = 'SIMULATED_SECRET';

interface Board {
  readonly board: {
    readonly nodes: readonly { readonly id: string; readonly source: { readonly tenant: string } }[];
    readonly isComplete: boolean;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Two hundred tenants of four products before one simulator, which all of them share a host with. */
export async function benchTenants(): Promise<void> {
  const simulator = await startSimulator({ jobsPerProduct: 60, days: 7, switches: Object.fromEntries(productNames.map((name) => [name, { latencyMs: LATENCY_MS }])) });
  const milliseconds: number[] = [];
  for (let start = 1; start < STARTS; start += 1) milliseconds.push(await timeStart(simulator, (server) => server.stop()));
  let server: Running | null = null;
  milliseconds.push(await timeStart(simulator, async (started) => void (server = started)));
  if (server === null) throw new Error('The server has not started.');
  await measure(server, simulator, median(milliseconds));
  await simulator.close();
}

async function timeStart(simulator: Simulator, then: (server: Running) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  const server = await startProcess('../server/main.js', { environment: { AVEPOINT_TENANTS_FILE: writeFile(simulator), [SECRET]: simulator.clientSecret, PAGE_MEMORY_SECONDS: '0', PORT: '0' }, isReady: /"ready"/ });
  const took = performance.now() - startedAt;
  await then(server);
  return took;
}

async function measure(server: Running, simulator: Simulator, startMs: number): Promise<void> {
  const before = server.residentMegabytes();
  const cpuBefore = server.cpuMicroseconds();
  const { jobTenants } = await ask<{ jobTenants: readonly unknown[] }>(server, '{ jobTenants { key displayName labels { name value } health sources { id } } }');
  const callsOfList = simulator.tally.calls + simulator.tally.tokenCalls;
  const seen: string[] = [];
  const pages = await walkBoard(server, seen);
  const tenantsSeen = new Set(seen.map((id) => id.split(' ')[0]));
  console.log(`\n${TENANTS} tenants of ${CANNED_PRODUCTS.length} products on one host: a board by source, read to its end`);
  console.table({
    'start to ready, ms': Math.round(startMs),
    'resident MB, started': before,
    'resident MB, the board read': server.residentMegabytes(),
    'CPU of it, s': Math.round((server.cpuMicroseconds() - cpuBefore) / 100_000) / 10,
    'workloads': seen.length,
    'pages of the board': pages,
    'upstream calls': simulator.tally.calls,
    'connections in use at most': simulator.open.most,
  });
  printTargets([
    { what: 'start to ready, ms', measured: startMs, atMost: 3000 },
    { what: 'tenants listed', measured: jobTenants.length, atLeast: TENANTS },
    { what: 'calls to list them', measured: callsOfList, atMost: 0 },
    { what: 'tenants on the board', measured: tenantsSeen.size, atLeast: TENANTS },
    { what: 'workloads that came twice', measured: seen.length - new Set(seen).size, atMost: 0 },
    { what: 'connections to the host', measured: simulator.open.most, atMost: 64 },
  ]);
  await server.stop();
}

/** Answers with how many pages it had. */
async function walkBoard(server: Running, seen: string[]): Promise<number> {
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const { board }: Board = await ask<Board>(server, boardQuery(after));
    if (!board.isComplete) throw new Error('The board is not complete.');
    seen.push(...board.nodes.map(({ id, source }) => `${source.tenant} ${id}`));
    if (!board.pageInfo.hasNextPage) return page;
    after = board.pageInfo.endCursor;
  }
}

function boardQuery(after: string | null): string {
  const place = after === null ? '' : `, after: "${after}"`;
  return `{ board: jobWorkloads(first: 100${place}) { nodes { id source { tenant } } isComplete pageInfo { hasNextPage endCursor } } }`;
}

async function ask<Data>({ url }: Running, query: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { readonly data: Data; readonly errors?: readonly { readonly message: string }[] };
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}

function writeFile({ clientId, graphUrl, identityUrl }: Simulator): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tenants-')), 'tenants.yaml');
  const entry = { graphUrl, identityUrl, credentials: { clientId, clientSecretEnv: SECRET }, products: CANNED_PRODUCTS.map((name) => ({ name, timeFilter: 'start' })) };
  const tenants = Array.from({ length: TENANTS }, (_, index) => ({ key: `tenant-${index}`, name: `Tenant ${index}`, labels: { tier: index % 4 === 0 ? 'gold' : 'silver' }, ids: { crm: String(index) }, ...entry }));
  writeFileSync(path, JSON.stringify({ tenants }));
  return path;
}

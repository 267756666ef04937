import { readdirSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { packageRoot } from '../../src/package-root.js';
import { build, openFiles, residentMegabytes, startBuilt, type BuiltServer } from '../support/built-server.js';
import { until } from '../support/faults.js';
import { connectTo, getText, operationText } from '../support/raw-requests.js';

/** More than the buffers of a connection hold, whose other end reads nothing. */
const BIG = `{ ${Array.from({ length: 64 }, (_, index) => `l${index}: salesforceJobs(first: 200) { ...F }`).join(' ')} }
fragment F on SalesforceJobConnection { edges { cursor operation node { id jobId product status startedAt finishedAt upstreamStatus { code label } source { id } duration { iso seconds } } } }`;
const GREEDY = '127.0.0.2';
const MEGABYTE = 1024 * 1024;

let simulator: Simulator;
let server: BuiltServer;
beforeAll(async () => {
  build();
  simulator = await startSimulator({ jobsPerProduct: 220, days: 10 });
  server = await startBuilt(simulator, { LIMIT_OPERATIONS: '6', LIMIT_SEND_SECONDS: '4', LIMIT_ALIASES: '100', LIMIT_SELECTIONS: '10000', LIMIT_COST: '10000', LIMIT_ROWS: '20000', PAGE_MEMORY_SECONDS: '300', AVEPOINT_PAGE_SIZE: '200' });
}, 120_000);
afterEach(() => simulator.resetSwitches());
afterAll(async () => {
  server.kill('SIGTERM');
  await server.exit;
  await simulator.close();
});

async function ask(query: string): Promise<number> {
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return (await response.text(), response.status);
}

const closeOf = (socket: Socket): Promise<void> => new Promise((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));

/** A client that sends, and then reads nothing; it learns of an end only by what cannot be sent any more. */
function neverRead(text: string, localAddress?: string): Socket {
  const socket = connectTo(server.url, localAddress);
  socket.write(text);
  const poke = setInterval(() => socket.write('\r\n'), 100);
  return socket.once('close', () => clearInterval(poke));
}

test('an answer is whole, however long it is', async () => {
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' }, body: JSON.stringify({ query: BIG }) });
  const text = await response.text();
  expect(text.length).toBeGreaterThan(6 * MEGABYTE);
  expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(text));
  const { data } = JSON.parse(text) as { data: Record<string, { edges: unknown[] }> };
  expect(Object.values(data).map(({ edges }) => edges.length)).toEqual(Array<number>(64).fill(200));
});

test('a client that takes nothing is left after the time that is set, also when it keeps sending bytes', { timeout: 60_000 }, async () => {
  const before = openFiles(server);
  const startedAt = performance.now();
  await closeOf(neverRead(operationText(BIG)));
  expect(performance.now() - startedAt).toBeGreaterThan(3500);
  await expect.poll(() => openFiles(server)).toBeLessThanOrEqual(before);
});

test('a client that is slow and goes on has it all', { timeout: 90_000 }, async () => {
  const socket = connectTo(server.url);
  socket.write(operationText(BIG));
  let [received, head] = [0, ''];
  const closed = closeOf(socket).then(() => 'closed');
  const length = (): number => Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.POSITIVE_INFINITY) + head.indexOf('\r\n\r\n') + 4;
  const startedAt = performance.now();
  // A megabyte a second, as far as there is one.
  while (received < length()) {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) {
      if ((await Promise.race([sleep(50, 'waited'), closed])) === 'closed') break;
      continue;
    }
    received += chunk.length;
    if (head.length < 4096) head += chunk.toString('latin1');
    await sleep(chunk.length / 1000);
  }
  expect(received).toBe(length());
  expect(performance.now() - startedAt).toBeGreaterThan(5000);
  socket.destroy();
});

test('the time to compute an answer is none to send it', { timeout: 60_000 }, async () => {
  simulator.set({ 'iaas-paas': { latencyMs: 5500 } });
  expect(await ask('{ iaasPaasJobs(first: 1) { nodes { id } } }')).toBe(200);
});

test('clients that take nothing do not keep the places from others, and what they held comes back', { timeout: 120_000 }, async () => {
  await ask(BIG);
  const [files, memory] = [openFiles(server), residentMegabytes(server)];
  const sockets = Array.from({ length: 9 }, () => neverRead(operationText(BIG, { connection: 'close' }), GREEDY));
  await until(() => sockets.filter(({ closed }) => closed).length >= 3, 30_000);
  // While the answers are made, the places are theirs.
  await expect.poll(() => ask('{ jobSources { id } }'), { timeout: 20_000 }).toBe(200);
  const statuses = [];
  for (let round = 0; round < 5; round++) statuses.push(await ask('{ jobSources { id } }'));
  expect(statuses).toEqual(Array(5).fill(200));
  await Promise.all(sockets.map(closeOf));
  await expect.poll(() => openFiles(server), { timeout: 10_000 }).toBeLessThanOrEqual(files + 1);
  expect(await Promise.all(Array.from({ length: 6 }, () => ask('{ jobSources { id } }')))).toEqual(Array(6).fill(200));
  expect(residentMegabytes(server)).toBeLessThan(memory + 400);
});

test('nor do clients that take no files', { timeout: 60_000 }, async () => {
  const before = openFiles(server);
  const folder = join(packageRoot, 'dist', 'playground', 'assets');
  const [, largest] = readdirSync(folder).map((name): [number, string] => [statSync(join(folder, name)).size, name]).reduce((a, b) => (a[0] > b[0] ? a : b));
  const sockets = Array.from({ length: 5 }, () => neverRead(getText(`/assets/${largest}`).repeat(9), GREEDY));
  await sleep(500);
  await Promise.all(sockets.map(closeOf));
  await expect.poll(() => openFiles(server), { timeout: 10_000 }).toBeLessThanOrEqual(before + 1);
});

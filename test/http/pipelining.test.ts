import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { Pool } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { build, openFiles, startBuilt, type BuiltServer } from '../support/built-server.js';
import { until } from '../support/faults.js';
import { startIssuer } from '../support/issuer.js';
import { connectTo, getText, operationText, readAll } from '../support/raw-requests.js';

const PLACES = 8;
const SLOW = '{ salesforceJobs(first: 1) { nodes { id } } }';

let simulator: Simulator;
let server: BuiltServer;
beforeAll(async () => {
  build();
  simulator = await startSimulator({ jobsPerProduct: 20, days: 10 });
  server = await startBuilt(simulator, { LIMIT_OPERATIONS: String(PLACES), PAGE_MEMORY_SECONDS: '0' });
}, 120_000);
afterEach(() => simulator.resetSwitches());
afterAll(async () => {
  server.kill('SIGTERM');
  await server.exit;
  await simulator.close();
});

async function ask({ url }: BuiltServer, query: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
  await response.text();
  return response.status;
}

/** As many operations at the same time as there are places. */
async function expectAllPlaces(of: BuiltServer, headers: Record<string, string> = {}): Promise<void> {
  simulator.set({ salesforce: { latencyMs: 300 } });
  await expect.poll(async () => [...new Set(await Promise.all(Array.from({ length: PLACES }, () => ask(of, SLOW, headers))))], { timeout: 8000 }).toEqual([200]);
}

async function assetOf({ url }: BuiltServer): Promise<string> {
  const html = await fetch(url).then((response) => response.text());
  return /src="\.(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? expect.fail('no script');
}

describe('a client that sends ahead, reads nothing and leaves', () => {
  test('3,000 files: none stays open', async () => {
    const asset = await assetOf(server);
    await sleep(100);
    const before = openFiles(server);
    const socket = connectTo(server.url);
    socket.write(getText(asset).repeat(3000));
    await sleep(2000);
    expect(openFiles(server)).toBeLessThan(before + 20);
    socket.destroy();
    await expect.poll(() => openFiles(server), { timeout: 5000 }).toBeLessThanOrEqual(before + 1);
    expect(await ask(server, '{ __typename }')).toBe(200);
  });

  test.each([1, 2, 9, 61, 2000])('%i operations: every place is free again, and none twice', async (count) => {
    simulator.set({ salesforce: { latencyMs: 1000 } });
    simulator.forgetCalls();
    const sockets = [1, 2, 3].map(() => connectTo(server.url));
    for (const socket of sockets) socket.write(operationText(SLOW).repeat(count));
    // Equal reads are one call.
    if (count < 10) await until(() => simulator.open.now > 0);
    await sleep(300);
    for (const socket of sockets) socket.destroy();
    await expectAllPlaces(server);
    const statuses = await Promise.all(Array.from({ length: PLACES * 2 }, () => ask(server, SLOW)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(PLACES);
  });

  test('one that is cut off in the middle of its second request', async () => {
    simulator.set({ salesforce: { latencyMs: 1000 } });
    const socket = connectTo(server.url);
    socket.write(operationText(SLOW) + operationText(SLOW).slice(0, -5));
    await sleep(200);
    socket.resetAndDestroy();
    await expectAllPlaces(server);
  });
});

test('clients that leave while the keys of the issuer are fetched take no place', { timeout: 60_000 }, async () => {
  const issuer = await startIssuer();
  const guarded = await startBuilt(simulator, { ...issuer.environment, LIMIT_OPERATIONS: String(PLACES), PAGE_MEMORY_SECONDS: '0' });
  const headers = { authorization: `Bearer ${await issuer.sign()}` };
  issuer.setSlow(800);
  const sockets = Array.from({ length: 20 }, () => connectTo(guarded.url));
  const asText = operationText('{ jobSources { id } }', headers);
  const inUrl = getText('/graphql?query=%7BjobSources%7Bid%7D%7D').replace('\r\n\r\n', `\r\nApollo-Require-Preflight: 1\r\nAuthorization: ${headers.authorization}\r\n\r\n`);
  for (const [index, socket] of sockets.entries()) socket.write(index % 2 === 0 ? asText : inUrl);
  await until(() => issuer.fetches > 0);
  await sleep(200);
  for (const socket of sockets) socket.destroy();
  await sleep(1000);
  await expectAllPlaces(guarded, headers);
  guarded.kill('SIGTERM');
  expect(await guarded.exit).toEqual([0, null]);
  await issuer.close();
});

describe('a client that waits for its answers', () => {
  test('may send a few requests ahead, and has the answers in their order', async () => {
    const asset = await assetOf(server);
    const socket = connectTo(server.url);
    socket.write(getText('/health/live') + getText('/nothing') + getText(asset) + operationText('{ __typename }') + getText('/health/ready').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    const received = await readAll(socket);
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual([200, 404, 200, 200, 200].map((status) => `HTTP/1.1 ${status}`));
    expect(received).toMatch(/\{"data":\{"__typename":"Query"\}\}\s*HTTP/);
  });

  test('keeps its connection: files and operations by turns, each right behind the one before', async () => {
    const asset = await assetOf(server);
    const pool = new Pool(server.url, { connections: 1 });
    let connections = 0;
    pool.on('connect', () => void (connections += 1));
    for (let round = 0; round < 30; round++) {
      const file = await pool.request({ method: 'GET', path: asset });
      expect([file.statusCode, (await file.body.arrayBuffer()).byteLength]).toEqual([200, Number(file.headers['content-length'])]);
      const operation = await pool.request({ method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
      expect([operation.statusCode, await operation.body.text()]).toEqual([200, expect.stringContaining('Query')]);
    }
    expect(connections).toBe(1);
    await pool.close();
  });

  test('one that sends the next request with the last byte of a file', async () => {
    const asset = await assetOf(server);
    const socket = connectTo(server.url);
    let [received, answers, left] = ['', 0, 0];
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text;
      const head = left === 0 ? /^HTTP\/1\.1 200[^]*?content-length: (\d+)[^]*?\r\n\r\n/i.exec(received) : null;
      if (head !== null) [received, left] = [received.slice(head[0].length), Number(head[1])];
      if (left === 0 || received.length < left) return;
      [received, left, answers] = [received.slice(left), 0, answers + 1];
      if (answers === 50) socket.destroy();
      else socket.write(getText(asset));
    });
    socket.resume().write(getText(asset));
    await once(socket, 'close');
    expect(answers).toBe(50);
  });
});

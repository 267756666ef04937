import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { startRoundRobin } from '../../examples/replicas/round-robin.js';

let servers: Server[];
let balancer: { readonly url: string; close(): void } | null;
beforeEach(() => {
  servers = [];
  balancer = null;
});
afterEach(() => {
  balancer?.close();
  for (const server of servers) server.close().closeAllConnections();
});

async function startAll(...listeners: readonly RequestListener[]): Promise<string[]> {
  servers = listeners.map((listener) => createServer(listener).listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  return servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** Answers with its name and what it was sent. */
const echo =
  (name: string): RequestListener =>
  (request, response) =>
    void text(request).then((body) => response.writeHead(request.url === '/refused' ? 400 : 200, { 'x-name': name }).end(`${name} ${request.method} ${request.url} ${request.headers['x-own']?.toString() ?? ''} ${body}`));

async function ask(path = '/graphql?a=1', body = 'question'): Promise<string> {
  const response = await fetch(`${balancer?.url}${path}`, { method: 'POST', headers: { 'x-own': 'here' }, body });
  return `${response.status} ${await response.text()}`;
}

test('requests go round, as they came', async () => {
  const replicas = await startAll(echo('a'), echo('b'), echo('c'));
  balancer = await startRoundRobin(replicas);
  const answers = [await ask(), await ask(), await ask(), await ask('/refused')];
  expect(answers).toEqual(['200 a POST /graphql?a=1 here question', '200 b POST /graphql?a=1 here question', '200 c POST /graphql?a=1 here question', '400 a POST /refused here question']);
  const { headers } = await fetch(balancer.url);
  expect([headers.get('x-name'), headers.get('x-replica')]).toEqual(['b', new URL(replicas[1] ?? '').host]);
});

test('the next one is asked where a connection ends before its answer does, and where there is none', async () => {
  const torn: RequestListener = (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
  const [gone = '', ...replicas] = await startAll(echo('gone'), torn, echo('b'));
  servers[0]?.close().closeAllConnections();
  balancer = await startRoundRobin([gone, ...replicas]);
  expect(await ask()).toBe('200 b POST /graphql?a=1 here question');
  expect(await ask()).toBe('200 b POST /graphql?a=1 here question');
});

test('however many are asked at once, none is lost while one is gone', async () => {
  const [gone = '', ...replicas] = await startAll(echo('gone'), echo('b'), echo('c'));
  servers[0]?.close().closeAllConnections();
  balancer = await startRoundRobin([gone, ...replicas]);
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
  expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
});

test('one that comes and goes is asked while it is there, and 502 is the answer where nobody is', async () => {
  const [first = '', second = ''] = await startAll(echo('a'), echo('b'));
  const replicas = [first];
  balancer = await startRoundRobin(replicas);
  expect(await ask()).toContain(' a ');
  replicas[0] = second;
  expect(await ask()).toContain(' b ');
  for (const server of servers) server.close().closeAllConnections();
  expect(await ask()).toBe('502 ');
});

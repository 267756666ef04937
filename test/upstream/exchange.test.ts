import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Pool } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { exchange } from '../../src/upstream/exchange.js';

let answer: RequestListener;
const received: IncomingMessage[] = [];
const server = createServer((request, response) => {
  received.push(request);
  answer(request, response);
});
let pool: Pool;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 1, pipelining: 1 });
});
afterEach(() => void (received.length = 0));
afterAll(async () => {
  await pool.destroy();
  server.closeAllConnections();
  server.close();
});

interface Options {
  readonly ms?: number;
  readonly signal?: AbortSignal;
  take?(text: string): void;
}

/** What came, in order. */
async function send({ ms = 60_000, signal = new AbortController().signal, take }: Options = {}, seen: unknown[] = []): Promise<unknown[]> {
  await exchange(pool, { method: 'GET', path: '/' }, { ms, signal }, {
    begin: (status, headers) => void seen.push(status, headers['x-is']),
    take(chunk) {
      seen.push(chunk.toString());
      take?.(chunk.toString());
    },
  });
  return seen;
}

/** Whether the server noticed that its connection was closed. */
const isCutOff = (response: ServerResponse) => expect.poll(() => response.closed && !response.writableFinished).toBe(true);

/** Begins an answer that never ends. */
function trickle(): Promise<ServerResponse> {
  return new Promise((resolve) => {
    answer = (_, response) => {
      response.writeHead(200, { 'x-is': 'slow' }).write('a');
      resolve(response);
    };
  });
}

describe('an exchange', () => {
  test('hands on what comes, and nothing of what comes before the answer', async () => {
    answer = (_, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' }, () => response.writeHead(404, { 'x-is': 'last' }).end('text'));
    };
    expect(await send()).toEqual([404, 'last', 'text']);
  });

  test('ends when its time is up, however much has come', async () => {
    const begun = trickle();
    await expect(send({ ms: 200 })).rejects.toMatchObject({ name: 'TimeoutError' });
    await isCutOff(await begun);
  });

  test('ends as its signal says', async () => {
    const begun = trickle();
    const controller = new AbortController();
    const reason = new Error('gone');
    const sent = send({ signal: controller.signal });
    void begun.then(() => controller.abort(reason));
    await expect(sent).rejects.toBe(reason);
    await isCutOff(await begun);
  });

  test('ends with what its taker throws', async () => {
    const begun = trickle();
    const failure = new Error('too much');
    await expect(send({ take: () => { throw failure; } })).rejects.toBe(failure);
    await isCutOff(await begun);
  });

  test('is not begun where the signal has aborted', async () => {
    const reason = new Error('gone');
    await expect(send({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(received).toEqual([]);
  });

  test('that waits for a connection is left at once, and never sent', async () => {
    const begun = trickle();
    const controller = new AbortController();
    const first = send({ signal: controller.signal });
    const response = await begun;
    await expect(send({ ms: 50 })).rejects.toMatchObject({ name: 'TimeoutError' });
    controller.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await isCutOff(response);
    answer = (_, next) => void next.end('next');
    expect(await send()).toEqual([200, undefined, 'next']);
    expect(received.length).toBe(2);
  });

  test('fails where the connection breaks', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-length': 10 }).write('half', () => response.destroy());
    const seen: unknown[] = [];
    await expect(send({}, seen)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(seen).toEqual([200, undefined, 'half']);
  });
});

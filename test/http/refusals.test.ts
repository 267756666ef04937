import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';

import { answerFaults } from '../../src/http/refusals.js';
import { limitSending } from '../../src/http/sending.js';
import { createLogger } from '../../src/logger.js';

let log: string[];
beforeEach(() => void (log = []));

function createApp(): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = createLogger('error', { write: (line: string) => void log.push(line) });
  const app = fastify({ loggerInstance });
  answerFaults(app);
  return app;
}

test('a client that leaves before its long answer is sent is no fault of the server', async () => {
  const app = createApp();
  app.post('/', () => 'x'.repeat(100_000));
  const left = new Promise<void>((resolve) => {
    // As while an answer is compressed.
    app.addHook('onSend', async (_request, reply) => {
      socket.destroy();
      await once(reply.raw, 'close');
      resolve();
    });
  });
  limitSending(app, () => 30_000);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
  await left;
  // For the stream to end.
  await sleep(50);
  await app.close();
  expect(log).toEqual([]);
});

test('a fault is', async () => {
  const app = createApp();
  app.get('/', () => {
    throw new TypeError('broken');
  });
  expect((await app.inject('/')).statusCode).toBe(500);
  expect(log).toHaveLength(1);
});

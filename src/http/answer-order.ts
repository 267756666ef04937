import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** Requests on a connection that have no whole answer yet. */
const MAX_OUTSTANDING = 10;

/**
 * Begins a request when those before it on its connection are answered. Node would begin them all, and says nothing to the answers that
 * wait when their connection closes: what they hold would be held for good. Clients seldom send ahead, but the last byte of a file may
 * reach one before this side knows that the file has ended.
 */
export function answerInOrder(app: FastifyInstance): void {
  const waiting = new WeakMap<Socket, number>();

  app.addHook('onRequest', async ({ raw: { socket } }, { raw: answer }) => {
    // An answer has the socket when it is its turn.
    if (answer.socket !== null) return;
    const ahead = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, ahead);
    if (ahead >= MAX_OUTSTANDING) socket.destroy();
    await new Promise<void>((resolve) => answer.once('socket', () => resolve()));
    waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
  });
}

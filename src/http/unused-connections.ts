import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** Browsers connect before they have anything to ask. Node takes a connection that never sent a byte for a busy one, and would wait for it at the end. */
export function closeUnusedConnections(app: FastifyInstance): void {
  const connections = new Set<Socket>();
  app.server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  app.addHook('preClose', async () => {
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
}

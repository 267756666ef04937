import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import type { Registry } from 'prom-client';

const PATH = '/metrics';
const CLOSE_ALL_AFTER_MS = 1_000;

/** Where Prometheus comes to read. Not listening yet. */
export function createListener(registry: Registry): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== PATH) return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
}

/** Says where it listens. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await once(server.listen(port, host), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener of the metrics has no address.');
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}${PATH}`;
}

/** Whoever does not take its answer holds nothing up. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_ALL_AFTER_MS).unref();
  await closed;
  clearTimeout(timer);
}

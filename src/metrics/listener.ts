import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

import type { Registry } from 'prom-client';

const PATH = '/metrics';
const CLOSE_ALL_AFTER_MS = 1_000;
/** Prometheus says of each scrape how long it waits; its own default otherwise. */
const TIMEOUT_HEADER = 'x-prometheus-scrape-timeout-seconds';
const DEFAULT_TIMEOUT_MS = 10_000;

/** Where Prometheus comes to read. Not listening yet. `prepare`: what is done first, in this time at most. */
export function createListener(registry: Registry, prepare: (limitMs: number) => Promise<void>): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== PATH) return void response.writeHead(404).end();
    const text = prepare(timeoutOf(request) / 2).then(() => registry.metrics());
    text.then(
      (found) => response.writeHead(200, { 'content-type': registry.contentType }).end(found),
      () => response.writeHead(500).end(),
    );
  });
}

/** More than the default is not made use of. */
function timeoutOf({ headers }: IncomingMessage): number {
  const milliseconds = Number(headers[TIMEOUT_HEADER]) * 1000;
  return milliseconds >= 0 ? Math.min(milliseconds, DEFAULT_TIMEOUT_MS) : DEFAULT_TIMEOUT_MS;
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

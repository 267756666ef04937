import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';

import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** What a page of this server may do. The editor writes style sheets as it runs, and starts its workers from blobs. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const REQUEST_HEADERS = ['content-type', 'authorization', 'x-api-key', 'apollo-require-preflight', 'x-query-cost', 'traceparent'];
const PREFLIGHT_SECONDS = 600;

/** Headers of every answer; other sites' pages are let in only where they are named. */
export async function setHeaders(app: FastifyInstance, corsOrigins: readonly string[]): Promise<void> {
  const headers = askHelmet();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  if (corsOrigins.length > 0) {
    await app.register(fastifyCors, {
      origin: [...corsOrigins],
      methods: ['GET', 'POST'],
      allowedHeaders: REQUEST_HEADERS,
      exposedHeaders: ['retry-after', 'x-request-id'],
      credentials: false,
      maxAge: PREFLIGHT_SECONDS,
    });
  }
  // Files of the page have a header of their own.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
  });
}

/** What helmet says of every answer alike, asked once. */
function askHelmet(): OutgoingHttpHeaders {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  const setAll = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    // Said by whoever holds the certificate.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  setAll(answer.req, answer, () => undefined);
  return answer.getHeaders();
}

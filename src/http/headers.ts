import type { OutgoingHttpHeaders } from 'node:http';

import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

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
  await app.register(fastifyHelmet, {
    // It would work its headers out anew for every answer.
    global: false,
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    // Said by whoever holds the certificate.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  let headers: OutgoingHttpHeaders | null = null;
  app.addHook('onRequest', (_request, reply, done) => {
    headers ??= askHelmet(reply);
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

/** What helmet says of every answer alike; it writes that into the answer below Fastify's. */
function askHelmet(reply: FastifyReply): OutgoingHttpHeaders {
  reply.helmet();
  const headers = reply.raw.getHeaders();
  for (const name of Object.keys(headers)) reply.raw.removeHeader(name);
  return headers;
}

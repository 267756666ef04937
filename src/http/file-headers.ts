import type { FastifyInstance } from 'fastify';

import { varyByEncoding } from './compression.js';

/** What caches may do with the files of `scope`: those in `assets/` have names that change with what is in them. */
export function setFileHeaders(scope: FastifyInstance): void {
  scope.addHook('onSend', async ({ routeOptions: { url = '' } }, reply) => {
    varyByEncoding(reply);
    if (reply.statusCode < 400) reply.header('cache-control', url.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
}

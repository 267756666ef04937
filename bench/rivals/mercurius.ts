import type { AddressInfo } from 'node:net';

import fastify from 'fastify';
import mercurius from 'mercurius';

import { createReader, TYPE_DEFS } from './jobs.js';

/** The fastest of the well-known servers, with compiled queries from the first time on. */
const read = createReader(process.argv[2] ?? '');
const app = fastify();
await app.register(mercurius.default, {
  schema: TYPE_DEFS,
  resolvers: { Query: { salesforceJobs: (_parent: unknown, { first }: { readonly first?: number }) => read(first ?? 50) } },
  jit: 1,
  path: '/',
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`ready http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
process.once('SIGTERM', () => process.exit(0));

import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

import { createReader, TYPE_DEFS } from './jobs.js';

/** Apollo Server as its own documentation starts it. */
const read = createReader(process.argv[2] ?? '');
const server = new ApolloServer({
  typeDefs: TYPE_DEFS,
  resolvers: { Query: { salesforceJobs: (_parent: unknown, { first }: { readonly first?: number }) => read(first ?? 50) } },
  stopOnTerminationSignals: false,
});
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
console.log(`ready ${url.replace('localhost', '127.0.0.1')}`);
process.once('SIGTERM', () => process.exit(0));

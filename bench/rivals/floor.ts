import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createReader } from './jobs.js';

/** No GraphQL at all: read, normalise, write. */
const read = createReader(process.argv[2] ?? '');
const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    void read(50).then((page) => {
      const text = JSON.stringify({ data: { salesforceJobs: { edges: page.edges.map(({ node }) => ({ node })), pageInfo: page.pageInfo } } });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
    });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));

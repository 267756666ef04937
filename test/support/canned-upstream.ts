import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pino } from 'pino';

import { assemble } from '../../src/assemble.js';
import { readConfig } from '../../src/config.js';
import type { Answer } from './world.js';

export interface CannedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Of a POST. */
  readonly body: string;
}

/** The whole server over real HTTP, against an upstream that answers with texts that a test has at hand. */
export interface CannedWorld {
  /** Every call but those for a token. */
  readonly requests: readonly CannedRequest[];
  query<Data>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  close(): Promise<void>;
}

/** `answer` gives the JSON text of a page. */
export async function startCannedWorld(answer: (request: CannedRequest) => string, environment: Readonly<Record<string, string>>): Promise<CannedWorld> {
  const requests: CannedRequest[] = [];
  const upstream = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      const isToken = request.path === '/connect/token';
      if (!isToken) requests.push(request);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(isToken ? '{"access_token":"canned","token_type":"Bearer","expires_in":3600}' : answer(request));
    });
  });
  const upstreamUrl = await listen(upstream);
  const config = readConfig({
    AVEPOINT_CLIENT_ID: 'canned',
    AVEPOINT_CLIENT_SECRET: 'canned',
    AVEPOINT_GRAPH_URL: upstreamUrl,
    AVEPOINT_IDENTITY_URL: `${upstreamUrl}/connect/token`,
    PAGE_MEMORY_SECONDS: '0',
    ...environment,
  });
  const { server, close } = await assemble(config, pino({ level: 'silent' }));
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const url = urlOf(server.app.server);
  return {
    requests,
    async query<Data>(query: string, variables: Record<string, unknown> = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<Data>;
    },
    async close() {
      await close();
      upstream.closeAllConnections();
      await new Promise((resolve) => upstream.close(resolve));
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<CannedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  return { method: incoming.method ?? '', path, query: new URLSearchParams(query), body: Buffer.concat(chunks).toString('utf8') };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return urlOf(server);
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

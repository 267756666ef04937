import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { compose, readSubgraph } from '../../examples/federation/compose.js';
import { startGateway } from '../../examples/federation/gateway.js';
import { startTickets, type Ticket } from '../../examples/federation/tickets.js';
import { startWorld, type Answer, type World, type WorldOptions } from '../support/world.js';

/** What a subgraph was asked, in order. */
export interface Asked {
  readonly query: string;
  readonly variables?: { readonly representations?: readonly Record<string, unknown>[] };
}

/** The example over HTTP, with an ear on the wire between the gateway and each subgraph. */
export interface Graph {
  readonly world: World;
  readonly askedOf: { readonly jobs: readonly Asked[]; readonly tickets: readonly Asked[] };
  query<Data>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Forgets what was asked so far, of the subgraphs and of the simulator. */
  forget(): void;
  stopTickets(): Promise<void>;
  close(): Promise<void>;
}

interface Ear {
  readonly url: string;
  readonly heard: Asked[];
  close(): Promise<void>;
}

/** `openTickets`: about which jobs there are tickets, asked before the gateway starts. */
export async function startGraph(options: WorldOptions, openTickets: (world: World) => Promise<readonly Ticket[]>): Promise<Graph> {
  const world = await startWorld({ ...options, environment: { SUBGRAPH: '1', ...options.environment } });
  const tickets = await startTickets(await openTickets(world));
  const ears = { jobs: await listenBefore(`${world.url}/graphql`), tickets: await listenBefore(tickets.url) };
  const supergraph = compose([await readSubgraph('jobs', ears.jobs.url), await readSubgraph('tickets', ears.tickets.url)]);
  const gateway = await startGateway(supergraph);
  const forget = (): void => {
    ears.jobs.heard.length = 0;
    ears.tickets.heard.length = 0;
    world.simulator.forgetCalls();
  };
  forget();
  return {
    world,
    askedOf: { jobs: ears.jobs.heard, tickets: ears.tickets.heard },
    async query<Data>(query: string, variables: Record<string, unknown> = {}) {
      const response = await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
      return (await response.json()) as Answer<Data>;
    },
    forget,
    stopTickets: tickets.close,
    async close() {
      await gateway.close();
      await Promise.all([ears.jobs.close(), ears.tickets.close(), tickets.close(), world.close()]);
    },
  };
}

/** Hands every request on, and keeps its body. */
async function listenBefore(target: string): Promise<Ear> {
  const heard: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      heard.push(JSON.parse(body) as Asked);
      const answer = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json', accept: request.headers.accept ?? '*/*' }, body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

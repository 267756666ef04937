import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/**
 * A subgraph of owners, accounts and tickets. Of a job it knows the id, and for its owner the gateway brings the id of its source; of a
 * tenant it knows none, and for its account the gateway brings the ids that it has elsewhere.
 */
export const typeDefs = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject", "@external", "@requires"])

  type Query {
    "Newest first."
    tickets(first: Int = 50): [Ticket!]!
  }

  "Any job of any product. What is added here can be null, so that no job is lost when this subgraph does not answer."
  type Job @interfaceObject @key(fields: "id") {
    id: ID!
    source: JobSource! @external
    "Who looks after the source of the job."
    owner: Owner @requires(fields: "source { id }")
    "Tickets about the job."
    tickets: [Ticket!]
  }

  type JobSource @key(fields: "id", resolvable: false) {
    id: ID!
  }

  type JobTenant @key(fields: "id") {
    id: ID!
    externalIds: [JobTenantExternalId!]! @external
    "What the tenant is to sales; the id that it has in their system says which."
    account: Account @requires(fields: "externalIds { system value }")
  }

  type JobTenantExternalId {
    system: String! @external
    value: String! @external
  }

  "A customer."
  type Account {
    number: String!
    manager: String!
  }

  "A team."
  type Owner {
    name: String!
    email: String!
  }

  "A task for people."
  type Ticket @key(fields: "id") {
    id: ID!
    title: String!
    "Null when there is no such job any more."
    job: Job
  }
`);

export interface Ticket {
  readonly id: string;
  readonly title: string;
  readonly jobId: string;
}

interface JobReference {
  readonly id: string;
  readonly source?: { readonly id: string };
}

interface TenantReference {
  readonly id: string;
  readonly externalIds?: readonly { readonly system: string; readonly value: string }[];
}

const accounts: readonly { readonly number: string; readonly manager: string }[] = [
  { number: '4711', manager: 'Ada Lovelace' },
  { number: '4712', manager: 'Grace Hopper' },
];

const owners: Readonly<Record<string, { readonly name: string; readonly email: string }>> = {
  'default/us/dynamics-365': { name: 'Sales Operations', email: 'sales-operations@example.com' },
  'default/us/google-workspace': { name: 'Collaboration', email: 'collaboration@example.com' },
  'default/us/iaas-paas': { name: 'Cloud Platform', email: 'cloud@example.com' },
  'default/us/microsoft-365': { name: 'Collaboration', email: 'collaboration@example.com' },
  'default/us/salesforce': { name: 'Sales Operations', email: 'sales-operations@example.com' },
};

export async function startTickets(tickets: readonly Ticket[], port = 0) {
  const resolvers = {
    Query: {
      tickets: (_parent: unknown, { first }: { readonly first: number }) => tickets.slice(0, first),
    },
    Job: {
      // Whether there is such a job is for the other subgraph to say.
      __resolveReference: (reference: JobReference) => reference,
      owner: ({ source }: JobReference) => owners[source?.id ?? ''] ?? null,
      tickets: ({ id }: JobReference) => tickets.filter(({ jobId }) => jobId === id),
    },
    JobTenant: {
      __resolveReference: (reference: TenantReference) => reference,
      account: ({ externalIds = [] }: TenantReference) => accounts.find(({ number }) => externalIds.some(({ system, value }) => system === 'crm' && value === number)) ?? null,
    },
    Ticket: {
      __resolveReference: ({ id }: { readonly id: string }) => tickets.find((ticket) => ticket.id === id) ?? null,
      job: ({ jobId }: Ticket): JobReference => ({ id: jobId }),
    },
  };
  const server = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs, resolvers }),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
  return { url, close: () => server.stop() };
}

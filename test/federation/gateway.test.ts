import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Ticket } from '../../examples/federation/tickets.js';
import { products } from '../products/index.js';
import type { World } from '../support/world.js';
import { startGraph, type Graph } from './graph.js';

interface Job {
  readonly __typename: string;
  readonly id: string;
  readonly jobId: string;
  readonly product: string;
  readonly status: string;
  readonly owner: { readonly name: string } | null;
  readonly tickets: readonly { readonly title: string }[] | null;
}

interface Jobs {
  readonly jobs: { readonly nodes: readonly Job[] };
}

interface Tickets {
  readonly tickets: readonly { readonly id: string; readonly job: Job | null }[];
}

// The same window for all, so that the pages in memory serve all.
const FIRST_50 = 'jobs(first: 50, window: { from: "2020-01-01T00:00:00Z" })';
const LIST = `{ ${FIRST_50} { nodes { __typename id jobId product status } } }`;
const JOBS = `{ ${FIRST_50} { nodes { id product owner { name } tickets { title } } } }`;
const TICKETS = '{ tickets { id job { __typename id jobId product status ... on SalesforceJob { type } } } }';

/** A ticket about each of the newest 50 jobs. */
async function openTickets(world: World): Promise<Ticket[]> {
  const { data } = await world.query<Jobs>(LIST);
  return (data?.jobs.nodes ?? []).map(({ id }, index) => ({ id: `T-${index}`, title: `About ${id}`, jobId: id }));
}

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ environment: { PAGE_MEMORY_SECONDS: '600' } }, openTickets);
});
afterAll(() => graph.close());
beforeEach(() => graph.forget());

const owners: Readonly<Record<string, string>> = {
  DYNAMICS_365: 'Sales Operations',
  GOOGLE_WORKSPACE: 'Collaboration',
  IAAS_PAAS: 'Cloud Platform',
  MICROSOFT_365: 'Collaboration',
  SALESFORCE: 'Sales Operations',
};

describe('from jobs to what others know of them', () => {
  test('50 jobs make one request to each subgraph', async () => {
    const { data, errors } = await graph.query<Jobs>(JOBS);
    expect(errors).toBeUndefined();
    const nodes = data?.jobs.nodes ?? [];
    expect(nodes).toHaveLength(50);
    expect(new Set(nodes.map(({ product }) => product)).size).toBe(products.length);
    expect(nodes.map(({ owner }) => owner?.name)).toEqual(nodes.map(({ product }) => owners[product]));
    expect(nodes.map(({ tickets }) => tickets)).toEqual(nodes.map(({ id }) => [{ title: `About ${id}` }]));
    expect(graph.askedOf.jobs).toHaveLength(1);
    expect(graph.askedOf.tickets).toHaveLength(1);
    expect(graph.askedOf.tickets[0]?.variables?.representations).toHaveLength(50);
  });
});

test('that nobody was asked reaches whoever asked the gateway', async () => {
  const { data, errors } = await graph.query('{ jobs(filter: { tenants: ["cotoso"] }) { nodes { id } isComplete totalCount } }');
  expect(data).toEqual({ jobs: { nodes: [], isComplete: false, totalCount: null } });
  expect(errors?.map(({ message, path, extensions }) => [message, path, extensions['code']])).toEqual([[expect.stringContaining('tenants: cotoso'), ['jobs'], 'NO_SOURCE']]);
});

test.each([
  ['`first`', 'first: 500', '`first` has to be from 0 to 200.'],
  ['a cursor', 'after: "nonsense"', expect.stringMatching(/cursor/)],
])('why %s is refused reaches whoever asked the gateway, and no address of ours does', async (_title, argument, message) => {
  const { data, errors } = await graph.query(`{ jobs(${argument}) { nodes { id } } }`);
  expect(data).toEqual({ jobs: null });
  expect(errors?.map((error) => [error.message, error.extensions['code']])).toEqual([[message, 'BAD_USER_INPUT']]);
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|Bad Request/);
});

describe('from what others know to jobs', () => {
  test('50 tickets make one request to each subgraph, and no call upstream for jobs in memory', async () => {
    const { data, errors } = await graph.query<Tickets>(TICKETS);
    expect(errors).toBeUndefined();
    expect(data?.tickets).toHaveLength(50);
    const { data: list } = await graph.world.query<Jobs>(LIST);
    expect(data?.tickets.map(({ job }) => job)).toEqual(list?.jobs.nodes.map((job) => (job.__typename === 'SalesforceJob' ? { ...job, type: expect.any(String) as string } : job)));
    expect(graph.askedOf.tickets).toHaveLength(1);
    expect(graph.askedOf.jobs).toHaveLength(1);
    expect(graph.askedOf.jobs[0]?.query).toContain('_entities');
    expect(graph.askedOf.jobs[0]?.variables?.representations).toHaveLength(50);
    expect(graph.world.simulator.calls).toEqual([]);
  });

  test('there and back again within one query: one `_entities` in each direction', async () => {
    const { data, errors } = await graph.query<{ jobs: { nodes: { jobId: string; tickets: { job: Job }[] }[] } }>(`{ ${FIRST_50} { nodes { jobId tickets { job { jobId status } } } } }`);
    expect(errors).toBeUndefined();
    const nodes = data?.jobs.nodes ?? [];
    expect(nodes.map(({ tickets }) => tickets.map(({ job }) => job.jobId))).toEqual(nodes.map(({ jobId }) => [jobId]));
    expect(graph.askedOf.tickets.map(({ query }) => query.includes('_entities'))).toEqual([true]);
    expect(graph.askedOf.jobs.map(({ query }) => query.includes('_entities'))).toEqual([false, true]);
    expect(graph.world.simulator.calls).toEqual([]);
  });
});

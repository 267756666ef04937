import { afterEach, describe, expect, test } from 'vitest';

import { currentSeats, environmentOf, seats } from '../products/index.js';
import { listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { askJob, find, globalId } from './ask.js';

let world: World;
afterEach(() => world.close());

/** A space, a tab and a line break; no-break, thin and ideographic spaces; zero-width ones; marks of direction, and a byte order mark. */
const PASTED = [' ', '\t\r\n', '\u00a0', '\u0085', '\u2009', '\u3000', '\u200b', '\u200c\u200d', '\u2060', '\u200e', '\u202a', '\u202c', '\u2068', '\u2069', '\u061c', '\u00ad', '\ufeff'];

describe.each(seats)('$name', (seat) => {
  test('a pasted id finds what it stands for', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 }, environment: { ...environmentOf(seat), PAGE_MEMORY_SECONDS: '60' } });
    const [job] = world.simulator.records(seat.product);
    const jobId = job?.jobId ?? '';
    const id = globalId(seat.sourceId, jobId);
    for (const around of PASTED) {
      for (const text of [`${jobId}${around}`, `${around}${jobId}`, `${around} ${jobId} ${around}`]) {
        const { data, errors } = await find(world, { jobId: text, sourceIds: [seat.sourceId] });
        expect([JSON.stringify(text), errors, data?.findJobs?.map((found) => found.jobId)]).toEqual([JSON.stringify(text), undefined, [jobId]]);
      }
    }
    expect((await find(world, { jobId: `${jobId.slice(0, 4)}\u200b${jobId.slice(4)}`, sourceIds: [seat.sourceId] })).data?.findJobs).toHaveLength(1);
    const { data, errors } = await world.query<Record<string, unknown>>(
      `query ($id: ID!) { job(id: $id) { jobId } jobsById(ids: [$id]) { jobId } node(id: $id) { ... on Job { jobId } } nodes(ids: [$id]) { ... on Job { jobId } } }`,
      { id: ` \u200b${id}\n` },
    );
    expect([errors, data]).toEqual([undefined, { job: { jobId }, jobsById: [{ jobId }], node: { jobId }, nodes: [{ jobId }] }]);
  });

  test('the exact text comes first', async () => {
    world = await startWorld({ simulator: { jobs: { [seat.product]: [{ jobId: 'FB1' }, { jobId: 'FB1 ' }] } }, environment: environmentOf(seat) });
    for (const jobId of ['FB1', 'FB1 ']) {
      expect((await find(world, { jobId, sourceIds: [seat.sourceId] })).data?.findJobs?.map((job) => job.jobId)).toEqual([jobId]);
      expect((await askJob(world, globalId(seat.sourceId, jobId))).data?.job?.jobId).toBe(jobId);
    }
  });
});

test.each(currentSeats.map(({ product, isFoundById }) => [product, isFoundById ? 2 : 3] as const))('in %s it takes %i calls at most: what is scanned is scanned once', async (product, most) => {
  world = await startWorld({ simulator: { jobsPerProduct: 300, days: 60 }, environment: { AVEPOINT_PRODUCTS: product } });
  const jobId = world.simulator.records(product)[100]?.jobId ?? '';
  expect((await find(world, { jobId: `${jobId} ` })).data?.findJobs).toHaveLength(1);
  expect(world.simulator.calls.length).toBeLessThanOrEqual(most);
});

test('a search is trimmed too, and one for white space alone is one', async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 } });
  for (const { product } of currentSeats) {
    const jobId = world.simulator.records(product)[0]?.jobId ?? '';
    const page = await listPage(world, { filter: { search: `\u200b ${jobId}\u00a0` } });
    expect(page.edges.map(({ node }) => node.jobId)).toEqual([jobId]);
  }
  expect((await listPage(world, { field: 'salesforceJobs', filter: { search: ' ' } })).edges).toEqual([]);
});

describe('texts that are too long cost no call', () => {
  const long = 'F'.repeat(513);
  test.each([
    ['a job id', 'findJobs(jobId: $text) { id }', 'String!', 'jobId', long],
    ['a source of it', 'findJobs(jobId: "FB1", sourceIds: [$text]) { id }', 'ID!', 'sourceIds', long],
    ['a global id', 'job(id: $text) { id }', 'ID!', 'id', globalId('default/us/salesforce', long)],
    ['no id at all', 'job(id: $text) { id }', 'ID!', 'id', long],
    ['one of many', 'jobsById(ids: ["x", $text]) { id }', 'ID!', 'ids', globalId('default/us/salesforce', long)],
    ['a node', 'node(id: $text) { id }', 'ID!', 'id', long],
    ['nodes', 'nodes(ids: [$text]) { id }', 'ID!', 'ids', long],
    ['a search', 'jobs(filter: { search: $text }) { isComplete }', 'String!', 'filter', long],
    ['a search of a product', 'iaasPaasJobs(filter: { search: $text }) { isComplete }', 'String!', 'filter', long],
    ['a source', 'salesforceJobs(filter: { sourceIds: [$text] }) { isComplete }', 'ID!', 'filter', long],
    ['an organization', 'salesforceJobs(filter: { organizationId: $text }) { isComplete }', 'String!', 'filter', long],
    ['a tenant', 'jobSources(tenants: [$text]) { id }', 'String!', 'tenants', long],
  ])('%s', async (_title, field, type, argument, text) => {
    world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
    const { errors } = await world.query(`query ($text: ${type}) { found: ${field} }`, { text });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(errors?.[0]?.message.length).toBeLessThan(300);
    expect(world.simulator.calls).toEqual([]);
  });

  test('a reference that is too long costs the others nothing', async () => {
    world = await startWorld({ simulator: { jobs: { salesforce: [{ jobId: 'FB1' }] } } });
    const ids = [globalId('default/us/salesforce', 'FB1'), globalId('default/us/salesforce', long)];
    const { data, errors } = await world.query<{ _entities: unknown[] }>('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Job { jobId } } }', { of: ids.map((id) => ({ __typename: 'Job', id })) });
    expect(data?._entities).toEqual([{ jobId: 'FB1' }, null]);
    expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT', argument: 'representations' } }]);
  });

  test('512 characters are taken', async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
    const { data, errors } = await askJob(world, globalId('default/us/salesforce', long.slice(1)));
    expect([data?.job, errors]).toEqual([null, undefined]);
  });
});

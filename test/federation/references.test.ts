import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startWorld, type World } from '../support/world.js';

const ENTITIES = `query ($references: [_Any!]!) {
  _entities(representations: $references) { __typename ... on Job { id jobId } ... on JobSource { id product } }
}`;

const SALESFORCE = 'default/us/salesforce';
const jobIds = { salesforce: 'FB20241101000000000001', 'microsoft-365': 'FB20241101000000000002' };
const idOf = (sourceId: string, jobId: string): string => Buffer.from(`${sourceId}/${jobId}`).toString('base64url');
const salesforceId = idOf(SALESFORCE, jobIds.salesforce);
const microsoftId = idOf('default/us/microsoft-365', jobIds['microsoft-365']);

const salesforceJob = { __typename: 'SalesforceJob', id: salesforceId, jobId: jobIds.salesforce };
const microsoftJob = { __typename: 'Microsoft365Job', id: microsoftId, jobId: jobIds['microsoft-365'] };
const source = { __typename: 'JobSource', id: SALESFORCE, product: 'SALESFORCE' };

let world: World;
beforeAll(async () => {
  const startedAt = Date.parse('2024-11-01T00:00:00Z');
  const jobs = { salesforce: [{ jobId: jobIds.salesforce, startedAt }], 'microsoft-365': [{ jobId: jobIds['microsoft-365'], startedAt }] };
  world = await startWorld({ simulator: { jobs }, environment: { SUBGRAPH: '1' } });
});
afterAll(() => world.close());

const entitiesOf = (...references: unknown[]) => world.query<{ _entities: unknown[] }>(ENTITIES, { references });

describe('good references', () => {
  test('to a job by the interface and by its type, and to a source', async () => {
    const { data, errors } = await entitiesOf({ __typename: 'Job', id: salesforceId }, { __typename: 'Microsoft365Job', id: microsoftId }, { __typename: 'JobSource', id: SALESFORCE });
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([salesforceJob, microsoftJob, source]);
  });

  test('to one job, however often, make one lookup', async () => {
    world.simulator.forgetCalls();
    const { data } = await entitiesOf(...Array.from({ length: 20 }, (_, index) => ({ __typename: index % 2 === 0 ? 'Job' : 'Microsoft365Job', id: microsoftId })));
    expect(data?._entities).toEqual(Array.from({ length: 20 }, () => microsoftJob));
    expect(world.simulator.calls).toHaveLength(1);
  });

  test('to nothing are no fault', async () => {
    expect(await entitiesOf()).toMatchObject({ data: { _entities: [] } });
  });
});

test('more than an operation may have rows are refused together', async () => {
  const narrow = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { SUBGRAPH: '1', LIMIT_ROWS: '2' } });
  const ask = (count: number) => narrow.query(ENTITIES, { references: Array.from({ length: count }, () => source) });
  expect(await ask(2)).toMatchObject({ data: { _entities: [source, source] } });
  expect((await ask(3)).errors?.map(({ extensions }) => extensions['code'])).toEqual(['COST_LIMIT_EXCEEDED']);
  await narrow.close();
});

const bad: readonly (readonly [title: string, reference: unknown])[] = [
  ['no id', { __typename: 'Job' }],
  ['the id null', { __typename: 'Job', id: null }],
  ['a number for an id', { __typename: 'Job', id: 7 }],
  ['an object for an id', { __typename: 'Job', id: { in: [salesforceId] } }],
  ['an id that is not ours', { __typename: 'Job', id: 'T-1' }],
  ['the id of a job that there is not', { __typename: 'Job', id: idOf(SALESFORCE, 'FB20241101000000000009') }],
  ['the id of a job of a source that is not configured', { __typename: 'Job', id: idOf('elsewhere/us/salesforce', jobIds.salesforce) }],
  ['the job id that people see', { __typename: 'Job', id: jobIds.salesforce }],
  ["another product's id for a concrete type", { __typename: 'Microsoft365Job', id: salesforceId }],
  ['the id of a source for a job', { __typename: 'Job', id: SALESFORCE }],
  ['the id of a job for a source', { __typename: 'JobSource', id: salesforceId }],
  ['a source that is not configured', { __typename: 'JobSource', id: 'elsewhere/us/salesforce' }],
  ['a source without an id', { __typename: 'JobSource' }],
];

const refused: readonly (readonly [title: string, reference: unknown])[] = [
  ['a type that there is not', { __typename: 'Ticket', id: salesforceId }],
  ['a type that is no entity', { __typename: 'JobCounts', id: salesforceId }],
  ['an interface that is no entity', { __typename: 'Node', id: salesforceId }],
  ['a type that is no object', { __typename: 'JobStatus', id: salesforceId }],
  ['a name of the prototype for a type', { __typename: 'constructor', id: salesforceId }],
  ['no type', { id: salesforceId }],
  ['no object', 'Job'],
];

describe('a bad reference costs the others nothing', () => {
  test.each(bad)('%s: null', async (_title, reference) => {
    const { data, errors } = await entitiesOf({ __typename: 'Job', id: salesforceId }, reference, { __typename: 'JobSource', id: SALESFORCE });
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([salesforceJob, null, source]);
  });

  test.each(refused)('%s: null, and an error of its own', async (_title, reference) => {
    const { data, errors } = await entitiesOf({ __typename: 'Job', id: salesforceId }, reference, { __typename: 'JobSource', id: SALESFORCE });
    expect(data?._entities).toEqual([salesforceJob, null, source]);
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([[['_entities', 1], 'BAD_USER_INPUT']]);
  });

  test('all of them at once', async () => {
    const references = [...bad, ...refused].map(([, reference]) => reference);
    const { data, errors } = await entitiesOf(...references, { __typename: 'SalesforceJob', id: salesforceId });
    expect(data?._entities).toEqual([...references.map(() => null), salesforceJob]);
    expect(errors).toHaveLength(refused.length);
  });

  test('a source that fails: an error for each of its jobs', async () => {
    world.simulator.set({ salesforce: { permitted: false } });
    const { data, errors } = await entitiesOf({ __typename: 'Job', id: salesforceId }, { __typename: 'Job', id: microsoftId }, { __typename: 'JobSource', id: SALESFORCE });
    world.simulator.resetSwitches();
    expect(data?._entities).toEqual([null, microsoftJob, source]);
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([[['_entities', 0], 'UPSTREAM_FORBIDDEN']]);
  });
});

describe('`node` and `nodes`', () => {
  test('are left to others where SUBGRAPH=1', async () => {
    const { errors } = await world.query('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id: salesforceId });
    expect(errors?.map(({ message }) => message)).toEqual([expect.stringContaining('"node"'), expect.stringContaining('"nodes"')]);
  });

  test('are there without', async () => {
    const alone = await startWorld({ simulator: { jobs: { salesforce: [{ jobId: jobIds.salesforce, startedAt: Date.parse('2024-11-01T00:00:00Z') }] } } });
    const { data } = await alone.query('query ($id: ID!, $source: ID!) { node(id: $id) { __typename id } nodes(ids: [$source, $id, "T-1"]) { __typename id } }', { id: salesforceId, source: SALESFORCE });
    await alone.close();
    expect(data).toEqual({
      node: { __typename: 'SalesforceJob', id: salesforceId },
      nodes: [{ __typename: 'JobSource', id: SALESFORCE }, { __typename: 'SalesforceJob', id: salesforceId }, null],
    });
  });
});

test('more references than the budget has calls: those beyond it have an error, and the others are answered', async () => {
  // Without a clock in their ids, they can only be asked for one by one.
  const jobs = Array.from({ length: 30 }, (_, index) => ({ jobId: `JOB${index}` }));
  const crowded = await startWorld({ simulator: { jobs: { 'microsoft-365': jobs } }, environment: { SUBGRAPH: '1', AVEPOINT_CALL_BUDGET: '20' } });
  const references = jobs.map(({ jobId }) => ({ __typename: 'Job', id: idOf('default/us/microsoft-365', jobId) }));
  const { data, errors } = await crowded.query<{ _entities: unknown[] }>(ENTITIES, { references });
  const { length: calls } = crowded.simulator.calls;
  await crowded.close();
  expect(calls).toBe(20);
  expect(data?._entities.filter((entity) => entity !== null)).toHaveLength(20);
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(Array.from({ length: 10 }, () => 'BUDGET_EXHAUSTED'));
});

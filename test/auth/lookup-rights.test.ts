import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { globalId } from '../lookups/ask.js';
import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

const SHARED_ID = 'FB20261027081716326123';
const own = globalId('default/us/salesforce', SHARED_ID);
const others = globalId('default/us/iaas-paas', SHARED_ID);
const sales = { 'x-api-key': 'sales' };
const all = { 'x-api-key': 'all' };

let world: World;
beforeAll(async () => {
  const file = writeKeyFile([
    { name: 'sales', key: 'sales', rights: ['default/salesforce'] },
    { name: 'all', key: 'all', rights: ['*'] },
  ]);
  const jobs = { salesforce: [{ jobId: SHARED_ID }], 'iaas-paas': [{ jobId: SHARED_ID }] };
  // What one caller read is in memory when the other asks.
  world = await startWorld({ simulator: { jobs }, environment: { AUTH_API_KEYS_FILE: file, PAGE_MEMORY_SECONDS: '60' } });
  await ask(world, `{ a: job(id: "${own}") { id } b: job(id: "${others}") { id } }`, all);
});
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

const callsElsewhere = (): readonly string[] => world.simulator.calls.map(({ path }) => path).filter((path) => !path.includes('sfbapi'));

describe('a job outside the rights is null, in memory or not', () => {
  test.each([
    ['job', `{ found: job(id: "${others}") { id } }`, null],
    ['node', `{ found: node(id: "${others}") { id } }`, null],
    ['jobsById', `{ found: jobsById(ids: ["${others}", "${own}"]) { id } }`, [null, { id: own }]],
    ['nodes', `{ found: nodes(ids: ["${others}", "${own}", "default/us/iaas-paas", "default/us/salesforce"]) { id } }`, [null, { id: own }, null, { id: 'default/us/salesforce' }]],
    ['a reference', `{ found: _entities(representations: [{ __typename: "Job", id: "${others}" }, { __typename: "IaasPaasJob", id: "${others}" }, { __typename: "JobSource", id: "default/us/iaas-paas" }]) { __typename } }`, [null, null, null]],
    ['findJobs', `{ found: findJobs(jobId: "${SHARED_ID}") { id } }`, [{ id: own }]],
  ])('%s', async (_title, query, expected) => {
    const { data, errors } = await ask<{ found: unknown }>(world, query, sales);
    expect([errors, data?.found]).toEqual([undefined, expected]);
    expect(callsElsewhere()).toEqual([]);
  });
});

test('findJobs in a source by name finds none, and says that nobody was asked', async () => {
  const { data, errors } = await ask(world, `{ found: findJobs(jobId: "${SHARED_ID}", sourceIds: ["default/us/iaas-paas"]) { id } }`, sales);
  expect([data, errors?.map(({ extensions }) => extensions)]).toEqual([{ found: [] }, [{ code: 'NO_SOURCE' }]]);
  expect(callsElsewhere()).toEqual([]);
});

test('and there for a caller who may read it', async () => {
  const { data } = await ask<{ found: unknown }>(world, `{ found: findJobs(jobId: "${SHARED_ID}") { id } }`, all);
  expect(data?.found).toEqual([{ id: others }, { id: own }]);
});

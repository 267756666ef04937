import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ask, bearer, type Reply } from '../support/ask.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

interface List {
  readonly nodes: readonly unknown[];
  readonly totalCount: number | null;
  readonly isComplete: boolean;
  readonly sources: readonly { readonly outcome: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const LIST = '{ nodes { id } totalCount isComplete sources { outcome } pageInfo { hasNextPage endCursor } }';
const NOBODY = { nodes: [], totalCount: null, isComplete: false, sources: [], pageInfo: { hasNextPage: false, endCursor: null } };
const NOTHING = { ...NOBODY, totalCount: 0, isComplete: true };
const all = { 'x-api-key': 'all' };
const sales = { 'x-api-key': 'sales' };

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  const file = writeKeyFile([{ name: 'all', key: 'all', rights: ['*'] }, { name: 'sales', key: 'sales', rights: ['default/salesforce'] }]);
  issuer = await startIssuer();
  world = await startWorld({
    simulator: { jobsPerProduct: 20, days: 20 },
    environment: { ...issuer.environment, AUTH_API_KEYS_FILE: file, AVEPOINT_PRODUCTS: 'google-workspace,iaas-paas,salesforce' },
  });
});
afterAll(() => Promise.all([world.close(), issuer.close()]));
beforeEach(() => world.simulator.forgetCalls());

const list = (field: string, headers: Record<string, string> = all): Promise<Reply<{ page: List | null }>> => ask(world, `{ page: ${field} ${LIST} }`, headers);

function expectNobody({ data, errors }: Reply<{ page: List | null }>, ...words: readonly string[]): void {
  expect(data?.page).toEqual(NOBODY);
  expect(errors).toEqual([{ message: expect.any(String) as string, path: ['page'], extensions: { code: 'NO_SOURCE' } }]);
  for (const word of words) expect(errors?.[0]?.message).toContain(word);
  expect(world.simulator.calls).toEqual([]);
}

describe('where nobody was asked, the list says so', () => {
  test.each([
    ['jobs(filter: { sourceIds: ["default/us/salesforc"] })', 'sourceIds: default/us/salesforc'],
    ['jobs(filter: { tenants: ["cotoso"] })', 'tenants: cotoso'],
    ['jobs(filter: { products: [MICROSOFT_365] })', 'products: MICROSOFT_365'],
    ['jobs(filter: { tenants: ["default", "cotoso"], products: [MICROSOFT_365] })', 'tenants: cotoso, products: MICROSOFT_365'],
    ['jobs(first: 0, filter: { tenants: ["cotoso"] })', 'cotoso'],
    ['jobs(filter: { products: [SALESFORCE], sourceIds: ["default/us/iaas-paas"] })', 'together'],
    ['jobs(filter: { tenants: ["cotoso"], statuses: [] })', 'cotoso'],
    ['salesforceJobs(filter: { sourceIds: ["default/us/iaas-paas"] })', 'sourceIds: default/us/iaas-paas'],
    ['iaasPaasJobs(filter: { sourceIds: ["nowhere"] })', 'sourceIds: nowhere'],
    ['googleWorkspaceJobs(filter: { sourceIds: [""] })', 'sourceIds'],
    ['microsoft365Jobs', 'configured'],
    ['microsoft365Jobs(filter: { sourceIds: ["default/us/microsoft-365"] })', 'default/us/microsoft-365'],
  ])('%s', async (field, words) => expectNobody(await list(field), words));

  test('what may not be read and what there is not are told alike', async () => {
    const [hidden, missing] = await Promise.all([list('jobs(filter: { sourceIds: ["default/us/iaas-paas"] })', sales), list('jobs(filter: { sourceIds: ["default/us/iaas-pass"] })', sales)]);
    expectNobody(hidden);
    expectNobody(missing);
    expect(hidden.errors?.[0]?.message.replace('iaas-paas', '*')).toBe(missing.errors?.[0]?.message.replace('iaas-pass', '*'));
    const product = await list('jobs(filter: { products: [IAAS_PAAS] })', sales);
    const absent = await list('jobs(filter: { products: [MICROSOFT_365] })', sales);
    expect(product.errors?.[0]?.message.replace('IAAS_PAAS', '*')).toBe(absent.errors?.[0]?.message.replace('MICROSOFT_365', '*'));
  });

  test('rights that name nothing that is configured', async () => {
    const token = bearer(await issuer.sign({ scope: 'jobs:cotoso/salesforce' }));
    expectNobody(await list('jobs', token), 'rights');
    const { data, errors } = await ask(world, '{ salesforceJobs { isComplete } jobSources { id } found: findJobs(jobId: "FB1") { id } }', token);
    expect(data).toEqual({ salesforceJobs: null, jobSources: [], found: [] });
    expect(errors?.map(({ extensions }) => extensions['code']).sort()).toEqual(['FORBIDDEN', 'NO_SOURCE']);
  });

  test('however long the words are, the message repeats 200 letters of them', async () => {
    const sourceIds = Array.from({ length: 300 }, (_, index) => `nowhere-${index}`);
    const { errors } = await ask(world, `query ($sourceIds: [ID!]) { jobs(filter: { sourceIds: $sourceIds }) { isComplete } }`, all, { sourceIds });
    expect(errors?.[0]?.message.length).toBeLessThan(500);
  });
});

describe('what is no such case', () => {
  test.each(['jobs(filter: { products: [] })', 'jobs(filter: { sourceIds: [] })', 'jobs(filter: { tenants: [] })', 'salesforceJobs(filter: { sourceIds: [] })'])('an empty list asks for nothing, and nothing is all there is: %s', async (field) => {
    const { data, errors } = await list(field);
    expect([data?.page, errors]).toEqual([NOTHING, undefined]);
  });

  test('one word that matches is asked, and `sources` says that no other was', async () => {
    const { data, errors } = await list('jobs(first: 1, filter: { products: [SALESFORCE, MICROSOFT_365], tenants: ["default", "cotoso"] })');
    expect([data?.page?.isComplete, data?.page?.sources, errors]).toEqual([true, [{ outcome: 'OK' }], undefined]);
  });

  test('a source that has no such job is skipped, which is complete', async () => {
    const { data, errors } = await list('salesforceJobs(filter: { statuses: [QUEUED] })');
    expect([data?.page?.isComplete, data?.page?.sources, errors]).toEqual([true, [{ outcome: 'SKIPPED' }], undefined]);
  });
});

describe('findJobs', () => {
  const find = (args: string, headers = all) => ask<{ page: unknown[] | null }>(world, `{ page: findJobs(${args}) { id } }`, headers);

  test.each(['jobId: "FB1", sourceIds: ["default/us/microsoft-365"]', 'jobId: "FB1", products: [MICROSOFT_365]', 'jobId: "", products: [MICROSOFT_365]', 'jobId: "FB1", products: [SALESFORCE], sourceIds: ["default/us/iaas-paas"]'])('%s', async (args) => {
    const { data, errors } = await find(args);
    expect([data?.page, errors?.map(({ path, extensions }) => ({ path, extensions }))]).toEqual([[], [{ path: ['page'], extensions: { code: 'NO_SOURCE' } }]]);
    expect(world.simulator.calls).toEqual([]);
  });

  test('an empty list asks nobody on purpose', async () => {
    expect(await find('jobId: "FB1", products: []')).toMatchObject({ data: { page: [] } });
    expect((await find('jobId: "FB1", sourceIds: []')).errors).toBeUndefined();
  });
});

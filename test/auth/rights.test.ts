import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { mayRead, mayReadEverywhere, parseGrant, textOf } from '../../src/auth/rights.js';
import { currentSeats, products } from '../products/index.js';
import { ask, bearer, type Reply } from '../support/ask.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

interface List {
  readonly nodes: readonly { readonly id: string; readonly jobId: string; readonly product: string; readonly source: { readonly id: string } }[];
  readonly totalCount: number | null;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly sources: readonly { readonly source: { readonly id: string } }[];
}

const LIST = '{ nodes { id jobId product source { id } } totalCount pageInfo { endCursor hasNextPage } sources { source { id } } }';
type Header = Record<string, string>;
const keyOf = (key: string): Header => ({ 'x-api-key': key });
const [sales, cloud, all] = [keyOf('sales'), keyOf('cloud'), keyOf('all')];

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  const file = writeKeyFile([
    { name: 'sales', key: 'sales', rights: ['default/salesforce'] },
    { name: 'cloud', key: 'cloud', rights: ['*/iaas-paas', '*/google-workspace'] },
    { name: 'all', key: 'all', rights: ['*'] },
  ]);
  issuer = await startIssuer();
  // Pages are kept: what one caller read is in memory when the other asks.
  world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 }, environment: { ...issuer.environment, AUTH_API_KEYS_FILE: file, PAGE_MEMORY_SECONDS: '60' } });
});
afterAll(() => Promise.all([world.close(), issuer.close()]));
beforeEach(() => world.simulator.forgetCalls());

describe('two callers with different rights, the same query, the same moment', () => {
  const query = `query ($after: String) { jobs(first: 10, after: $after, window: { from: "2020-01-01T00:00:00Z" }) ${LIST} }`;
  const read = (headers: Header, after?: string): Promise<Reply<{ jobs: List }>> => ask<{ jobs: List }>(world, query, headers, { after });
  const sourcesOf = ({ data }: Reply<{ jobs: List }>): string[] => (data?.jobs.sources ?? []).map(({ source }) => source.id);

  test('neither sees the jobs, totals or sources of the other', async () => {
    await read(all);
    for (let round = 0; round < 5; round += 1) {
      const [mine, theirs, everything] = await Promise.all([read(sales), read(cloud), read(all)]);
      expect(sourcesOf(mine)).toEqual(['default/us/salesforce']);
      expect(sourcesOf(theirs)).toEqual(['default/us/google-workspace', 'default/us/iaas-paas']);
      expect(sourcesOf(everything)).toEqual(currentSeats.map(({ sourceId }) => sourceId));
      expect(new Set(mine.data?.jobs.nodes.map(({ product }) => product))).toEqual(new Set(['SALESFORCE']));
      expect(mine.data?.jobs.nodes).toHaveLength(10);
      const seen = new Set(mine.data?.jobs.nodes.map(({ id }) => id));
      expect(theirs.data?.jobs.nodes.filter(({ id, product }) => seen.has(id) || !['GOOGLE_WORKSPACE', 'IAAS_PAAS'].includes(product))).toEqual([]);
    }
  });

  test('nor can use its cursors, in either direction, and costs no call', async () => {
    const readers = [sales, cloud, all];
    const cursors = await Promise.all(readers.map(async (reader) => (await read(reader)).data?.jobs.pageInfo.endCursor ?? ''));
    expect(new Set(cursors).size).toBe(3);
    for (const [index, reader] of readers.entries()) {
      for (const [owner, cursor] of cursors.entries()) {
        world.simulator.forgetCalls();
        const { status, errors } = await read(reader, cursor);
        expect(status).toBe(owner === index ? 200 : 400);
        if (owner === index) continue;
        expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
        expect(world.simulator.calls).toEqual([]);
      }
    }
  });
});

describe('every route to a job', () => {
  const forbidden = { code: 'FORBIDDEN' };

  test('a field of a product without right is forbidden, for that field alone', async () => {
    const { status, data, errors } = await ask<Record<string, List>>(world, `{ salesforceJobs(first: 1) ${LIST} iaasPaasJobs(first: 1) ${LIST} }`, sales);
    expect(status).toBe(200);
    expect(data?.['salesforceJobs']?.nodes).toHaveLength(1);
    expect(data?.['iaasPaasJobs']).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ path: ['iaasPaasJobs'], extensions: forbidden })]);
    expect(world.simulator.calls.every(({ path }) => path.includes('sfbapi'))).toBe(true);
  });

  test.each([
    ['an alias', `{ salesforceJobs: iaasPaasJobs(first: 1) ${LIST} }`],
    ['a fragment', `{ ...F } fragment F on Query { iaasPaasJobs(first: 1) ${LIST} }`],
    ['an inline fragment', `{ ... on Query { ... { iaasPaasJobs(first: 1) ${LIST} } } }`],
    ['a filter by source', `{ iaasPaasJobs(filter: { sourceIds: ["default/us/iaas-paas"] }) ${LIST} }`],
    ['another product', `{ microsoft365Jobs ${LIST} }`],
  ])('through %s', async (_title, query) => {
    const { data, errors } = await ask(world, query, sales);
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([forbidden]);
    expect(world.simulator.calls).toEqual([]);
  });

  test.each([
    ['products', '{ products: [IAAS_PAAS, MICROSOFT_365] }'],
    ['source ids', '{ sourceIds: ["default/us/iaas-paas"] }'],
    ['tenants that it may not read', '{ tenants: ["contoso"] }'],
  ])('jobs by %s of others are none', async (_title, filter) => {
    const { data } = await ask<{ jobs: List }>(world, `{ jobs(filter: ${filter}) ${LIST} }`, sales);
    expect([data?.jobs.nodes, data?.jobs.sources]).toEqual([[], []]);
    expect(world.simulator.calls).toEqual([]);
  });

  test('through the interface there are only jobs of the caller', async () => {
    const others = products.filter(({ name }) => name !== 'salesforce').map(({ typename }) => typename);
    const { data } = await ask<{ jobs: { nodes: object[] } }>(world, `{ jobs(first: 200) { nodes { ... on Node { id } ${others.map((typename) => `... on ${typename} { jobId }`).join(' ')} } } }`, sales);
    expect(data?.jobs.nodes.length).toBeGreaterThan(10);
    expect(data?.jobs.nodes.filter((node) => 'jobId' in node)).toEqual([]);
  });

  test('a caller of another tenant sees nothing, and learns nothing of the products', async () => {
    const { data, errors } = await ask<Record<string, unknown>>(world, '{ jobSources { id } jobs { nodes { id } sources { source { id } } } salesforceJobs { isComplete } iaasPaasJobs { isComplete } }', bearer(await issuer.sign({ scope: 'jobs:contoso/*' })));
    expect(data).toEqual({ jobSources: [], jobs: { nodes: [], sources: [] }, salesforceJobs: null, iaasPaasJobs: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([forbidden, forbidden, { code: 'NO_SOURCE' }]);
    expect(world.simulator.calls).toEqual([]);
  });

  test('sources are those of the caller', async () => {
    const { data } = await ask<{ jobSources: { id: string }[] }>(world, '{ jobSources(products: [IAAS_PAAS, SALESFORCE, GOOGLE_WORKSPACE]) { id } }', cloud);
    expect(data?.jobSources.map(({ id }) => id)).toEqual(['default/us/google-workspace', 'default/us/iaas-paas']);
  });
});

describe('a right in words', () => {
  test.each([
    ['*', null, null],
    ['*/*', null, null],
    ['contoso', 'contoso', null],
    ['contoso/*', 'contoso', null],
    ['contoso/salesforce', 'contoso', 'salesforce'],
    ['*/salesforce', null, 'salesforce'],
  ])('%s', (text, tenant, product) => expect(parseGrant(text)).toEqual({ tenant, product }));

  test.each(['', '/', 'a/', '/b', 'a/b/c', 'a b', 'a*', '**', 'a/b*', '../..', 'ä'])('none: %j', (text) => expect(parseGrant(text)).toBeNull());

  test('holds for what it names and nothing else', () => {
    const rights = { grants: [{ tenant: 'a', product: 'x' }, { tenant: null, product: 'y' }], mayIntrospect: false };
    expect([mayRead(rights, 'a', 'x'), mayRead(rights, 'a', 'y'), mayRead(rights, 'b', 'y'), mayRead(rights, 'b', 'x'), mayRead(rights, 'a', 'z')]).toEqual([true, true, true, false, false]);
    expect([mayReadEverywhere(rights, 'x'), mayReadEverywhere(rights, 'y')]).toEqual([false, true]);
  });

  test('reads the same in any order', () => {
    const of = (...words: string[]): string => textOf({ grants: words.flatMap((word) => parseGrant(word) ?? []), mayIntrospect: false });
    expect(of('a', 'b/x', 'a/*')).toBe(of('b/x', 'a'));
    expect(of('a')).not.toBe(of('b'));
  });
});

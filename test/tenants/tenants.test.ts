import { parse, visit, Kind } from 'graphql';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { products } from '../../src/products/index.js';
import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

const all = { 'x-api-key': 'all' };

let world: TenantsWorld;
beforeAll(async () => {
  const keys = [
    { name: 'all', key: 'all', rights: ['*'] },
    { name: 'contoso', key: 'contoso', rights: ['contoso/*'] },
    { name: 'sales', key: 'sales', rights: ['*/salesforce'] },
    { name: 'one', key: 'one', rights: ['fabrikam/salesforce'] },
  ];
  world = await startTenants({
    tenants: {
      contoso: { entry: { name: 'Contoso Straße', labels: { tier: 'gold', country: 'nl' }, ids: { crm: '4711', 'microsoft-365-tenant': 'a-b-c' }, timeZone: 'Europe/Amsterdam', products: ['microsoft-365', 'salesforce'] } },
      fabrikam: { entry: { name: 'Fabrikam ΟΔΟΣ', labels: { tier: 'gold', country: 'de' }, products: ['salesforce', 'google-workspace'] } },
      northwind: { entry: { labels: { tier: 'silver' }, products: ['google-workspace'] } },
    },
    environment: { AUTH_API_KEYS_FILE: writeKeyFile(keys) },
  });
});
afterAll(() => world.close());
beforeEach(() => world.forgetCalls());

async function found<T>(query: string, headers: Record<string, string> = all): Promise<T> {
  const { data, errors } = await ask<{ found: T }>(world, `{ found: ${query} }`, headers);
  expect(errors).toBeUndefined();
  return data?.found as T;
}

const keysOf = async (args: string, headers = all): Promise<string[]> => (await found<{ key: string }[]>(`jobTenants${args} { key }`, headers)).map(({ key }) => key);

describe('jobTenants', () => {
  test('says what the file says, in its order, and calls nobody', async () => {
    expect(await found('jobTenants { key displayName labels { name value } externalIds { system value } timeZone health sources { id displayName tenantName } }')).toEqual([
      {
        key: 'contoso',
        displayName: 'Contoso Straße',
        labels: [{ name: 'country', value: 'nl' }, { name: 'tier', value: 'gold' }],
        externalIds: [{ system: 'crm', value: '4711' }, { system: 'microsoft-365-tenant', value: 'a-b-c' }],
        timeZone: 'Europe/Amsterdam',
        health: 'UNTESTED',
        sources: [
          { id: 'contoso/us/microsoft-365', displayName: 'Contoso Straße · Microsoft 365', tenantName: 'Contoso Straße' },
          { id: 'contoso/us/salesforce', displayName: 'Contoso Straße · Salesforce', tenantName: 'Contoso Straße' },
        ],
      },
      expect.objectContaining({ key: 'fabrikam', timeZone: null, sources: [expect.objectContaining({ id: 'fabrikam/us/google-workspace' }), expect.objectContaining({ id: 'fabrikam/us/salesforce' })] }),
      { key: 'northwind', displayName: 'northwind', labels: [{ name: 'tier', value: 'silver' }], externalIds: [], timeZone: null, health: 'UNTESTED', sources: [{ id: 'northwind/us/google-workspace', displayName: 'northwind · Google Workspace', tenantName: 'northwind' }] },
    ]);
    expect(world.calls()).toBe(0);
  });

  test.each([
    ['(keys: ["northwind", "contoso", "nobody"])', ['contoso', 'northwind']],
    ['(keys: [])', []],
    ['(keys: ["Contoso"])', []],
    ['(labels: [{ name: "tier", value: "gold" }])', ['contoso', 'fabrikam']],
    ['(labels: [{ name: "tier", value: "gold" }, { name: "country", value: "de" }])', ['fabrikam']],
    ['(labels: [{ name: "country" }])', ['contoso', 'fabrikam']],
    ['(labels: [{ name: "tier", value: "GOLD" }])', []],
    ['(labels: [])', []],
    ['(keys: null, labels: null, search: null)', ['contoso', 'fabrikam', 'northwind']],
    ['(search: "STRASSE")', ['contoso']],
    ['(search: "contoso s")', ['contoso']],
    ['(search: "οδοσ")', ['fabrikam']],
    ['(search: "WIND")', ['northwind']],
    ['(search: "o", keys: ["northwind"])', ['northwind']],
    ['(search: "zzz")', []],
  ])('T6: %s', async (args, expected) => expect(await keysOf(args)).toEqual(expected));

  test('a text that is too long is refused', async () => {
    const { errors } = await ask(world, `{ jobTenants(search: "${'x'.repeat(513)}") { key } }`, all);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'search' });
  });

  test('names of products are those of the schema', () => {
    for (const { product, name, title } of Object.values(products)) {
      const told: (string | undefined)[] = [];
      visit(parse(readFileSync(`schema/products/${name}.graphql`, 'utf8')), { [Kind.ENUM_VALUE_DEFINITION]: (value: { name: { value: string }; description?: { value: string } }) => void (value.name.value === product && told.push(value.description?.value)) });
      expect(told.map((text) => /^Cloud Backup for (.+?)[.:]/.exec(text ?? '')?.[1])).toEqual([title]);
    }
  });
});

describe('T5: rights', () => {
  const seen = async (key: string): Promise<unknown> => (await found<{ key: string; sources: { id: string }[] }[]>('jobTenants { key sources { id } }', { 'x-api-key': key })).map((tenant) => [tenant.key, ...tenant.sources.map(({ id }) => id)]);

  test('a tenant is listed to whom may read one of its sources, with those alone', async () => {
    expect(await seen('contoso')).toEqual([['contoso', 'contoso/us/microsoft-365', 'contoso/us/salesforce']]);
    expect(await seen('sales')).toEqual([['contoso', 'contoso/us/salesforce'], ['fabrikam', 'fabrikam/us/salesforce']]);
    expect(await seen('one')).toEqual([['fabrikam', 'fabrikam/us/salesforce']]);
  });

  test('as a node and as a reference, its own are null to others', async () => {
    const tenants = await found<{ id: string; key: string }[]>('jobTenants { id key }');
    const ids = tenants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    const references = ids.map((id) => `{ __typename: "JobTenant", id: "${id}" }`).join();
    for (const [caller, visible] of [['all', ['contoso', 'fabrikam', 'northwind']], ['contoso', ['contoso']], ['sales', ['contoso', 'fabrikam']], ['one', ['fabrikam']]] as const) {
      const headers = { 'x-api-key': caller };
      const expected = tenants.map(({ key }) => (visible.some((one) => one === key) ? { __typename: 'JobTenant', key } : null));
      expect(await found(`nodes(ids: ${JSON.stringify(ids)}) { __typename ... on JobTenant { key } }`, headers)).toEqual(expected);
      expect(await found(`_entities(representations: [${references}]) { __typename ... on JobTenant { key } }`, headers)).toEqual(expected);
      for (const [index, id] of ids.entries()) expect(await found(`node(id: ${JSON.stringify(id)}) { __typename ... on JobTenant { key } }`, headers)).toEqual(expected[index]);
    }
  });

  test.each(['contoso', 'tenant/nobody', 'tenant/', 'tenant/contoso/us', 'tenant/us/salesforce'])('%s is no tenant', async (id) => {
    expect(await found(`node(id: ${JSON.stringify(id)}) { id }`)).toBeNull();
    expect(await found(`_entities(representations: [{ __typename: "JobTenant", id: ${JSON.stringify(id)} }, { __typename: "JobTenant" }, { __typename: "JobTenant", id: 7 }]) { __typename }`)).toEqual([null, null, null]);
  });

  test.each(['jobs(filter: { tenants: ["fabrikam"] })', 'jobs(filter: { tenantLabels: [{ name: "country", value: "de" }] })', 'jobs(filter: { sourceIds: ["fabrikam/us/salesforce"] })'])('%s finds nobody for another tenant', async (field) => {
    const { data, errors } = await ask<{ page: unknown }>(world, `{ page: ${field} { nodes { id } } }`, { 'x-api-key': 'contoso' });
    expect(data?.page).toEqual({ nodes: [] });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['NO_SOURCE']);
    expect(world.calls()).toBe(0);
  });

  test('a list, a count and a board hold what is the caller’s alone', async () => {
    const headers = { 'x-api-key': 'contoso' };
    const { nodes } = await found<{ nodes: { source: { id: string } }[] }>('jobs(first: 200, window: { last: "P20D" }) { nodes { source { id } } }', headers);
    expect(new Set(nodes.map(({ source }) => source.id))).toEqual(new Set(['contoso/us/microsoft-365', 'contoso/us/salesforce']));
    const stats = await found<{ groups: { key: { tenant: string } }[] }>('jobStats(groupBy: [TENANT], period: { last: "P20D" }) { groups { key { tenant } } }', headers);
    expect(stats.groups.map(({ key }) => key.tenant)).toEqual(['contoso']);
    const board = await found<{ nodes: { source: { tenant: string } }[] }>('jobWorkloads(lookBack: "P20D") { nodes { source { tenant } } }', headers);
    expect(new Set(board.nodes.map(({ source }) => source.tenant))).toEqual(new Set(['contoso']));
    expect([world.simulatorOf('fabrikam'), world.simulatorOf('northwind')].map(({ calls, tokenCalls }) => calls.length + tokenCalls.length)).toEqual([0, 0]);
  });

  test('a cursor of one caller is no use to another', async () => {
    const page = 'jobs(first: 2, filter: { tenants: ["contoso"] })';
    const { pageInfo } = await found<{ pageInfo: { endCursor: string } }>(`${page} { pageInfo { endCursor } }`);
    const next = `{ page: jobs(first: 2, filter: { tenants: ["contoso"] }, after: "${pageInfo.endCursor}") { nodes { id } } }`;
    world.forgetCalls();
    for (const caller of ['contoso', 'sales']) {
      expect((await ask(world, next, { 'x-api-key': caller })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
    expect(world.calls()).toBe(0);
    expect((await ask(world, next, all)).errors).toBeUndefined();
  });
});

describe('tenantLabels', () => {
  const FILTER = 'filter: { tenantLabels: [{ name: "tier", value: "gold" }, { name: "country" }] }';
  const tenantsOf = (sources: readonly { readonly tenant: string }[]): string[] => [...new Set(sources.map(({ tenant }) => tenant))];

  test.each(['jobs(first: 5, $)', 'jobs(first: 5, window: { last: "P20D", by: FINISHED_AT }, orderBy: FINISHED_AT_DESC, $)', 'jobStats($)', 'jobFailureDigest($)', 'jobWorkloads($)'])('narrow %s', async (field) => {
    const { sources } = await found<{ sources: { source: { tenant: string } }[] }>(`${field.replace('$', FILTER)} { sources { source { tenant } } }`);
    expect(tenantsOf(sources.map(({ source }) => source))).toEqual(['contoso', 'fabrikam']);
    expect(world.simulatorOf('northwind').calls).toEqual([]);
  });

  test('and tenants must both hold', async () => {
    const { sources } = await found<{ sources: { source: { tenant: string } }[] }>('jobs(first: 1, filter: { tenants: ["fabrikam", "northwind"], tenantLabels: [{ name: "tier", value: "gold" }] }) { sources { source { tenant } } }');
    expect(tenantsOf(sources.map(({ source }) => source))).toEqual(['fabrikam']);
  });

  test('an empty list stands for nobody, and is no error', async () => {
    expect(await found('jobs(filter: { tenantLabels: [] }) { nodes { id } isComplete }')).toEqual({ nodes: [], isComplete: true });
    expect(world.calls()).toBe(0);
  });

  test('what nobody has says that nobody was asked', async () => {
    const { errors } = await ask(world, '{ jobs(filter: { tenantLabels: [{ name: "tier", value: "lead" }, { name: "colour" }] }) { nodes { id } } }', all);
    expect(errors?.map(({ message, extensions }) => [extensions['code'], message.includes('tenantLabels: tier=lead, tenantLabels: colour')])).toEqual([['NO_SOURCE', true]]);
  });
});

describe('T7: the health of a tenant is the worst of the caller’s sources', () => {
  let fresh: TenantsWorld;
  beforeAll(async () => void (fresh = await startTenants({ tenants: { contoso: { entry: { products: ['google-workspace', 'microsoft-365', 'salesforce'] } } }, environment: { AUTH_API_KEYS_FILE: writeKeyFile([{ name: 'all', key: 'all', rights: ['*'] }, { name: 'sales', key: 'sales', rights: ['*/salesforce'] }]) } })));
  afterAll(() => fresh.close());

  async function health(caller = 'all'): Promise<unknown> {
    const { data } = await ask<{ jobTenants: { health: string }[] }>(fresh, '{ jobTenants { health } }', { 'x-api-key': caller });
    return data?.jobTenants[0]?.health;
  }

  const list = (field: string): Promise<unknown> => ask(fresh, `{ ${field}(first: 1) { nodes { id } } }`, all);

  test('UNTESTED before HEALTHY, DEGRADED before both, UNAVAILABLE before all', async () => {
    expect(await health()).toBe('UNTESTED');
    await list('salesforceJobs');
    expect([await health(), await health('sales')]).toEqual(['UNTESTED', 'HEALTHY']);
    fresh.simulatorOf('contoso').set({ salesforce: { permitted: false } });
    await list('salesforceJobs');
    expect(await health()).toBe('DEGRADED');
    fresh.simulatorOf('contoso').set({ 'google-workspace': { permitted: false } });
    await list('googleWorkspaceJobs');
    expect([await health(), await health('sales')]).toEqual(['UNAVAILABLE', 'DEGRADED']);
  });
});

import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { currentSeats, enumOf, products } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 } })));
afterAll(() => world.close());

describe('the page', () => {
  test('GET / serves HTML', async () => {
    const response = await fetch(`${world.url}/`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/<html[\s\S]*id="root"/);
  });

  test('and what the page needs', async () => {
    const page = await fetch(`${world.url}/`).then((response) => response.text());
    const files = [...page.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      const response = await fetch(new URL(path, `${world.url}/`));
      expect(response.status, path).toBe(200);
      await response.arrayBuffer();
    }
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/missing'])('nothing beside it: %s', async (path) => {
    const response = await fetch(world.url + path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('"dependencies"');
  });
});

describe('GraphQL over HTTP', () => {
  const query = encodeURIComponent('{ jobSources { id } }');

  test('GET with a header that no form can send', async () => {
    const response = await fetch(`${world.url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'true' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { jobSources: products.map(() => ({})) } });
  });

  test('GET without it is refused: another site could have made the browser send it', async () => {
    const response = await fetch(`${world.url}/graphql?query=${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('jobSources');
  });

  test('a form cannot POST either', async () => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: '{ jobSources { id } }' }) });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('default/us');
  });

  test('a body that is no JSON', async () => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/\bat .*\.(js|ts):\d+/);
  });

  test('several operations in one body are not taken', async () => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]) });
    expect(response.status).toBe(400);
    await response.text();
  });
});

describe('introspection', () => {
  test('gives the whole schema, with a description for everything of our own', async () => {
    const { data, errors } = await world.query<IntrospectionQuery>(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    const schema = buildClientSchema(data ?? expect.fail('no schema'));
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(fields).toEqual(expect.arrayContaining(['jobs', ...products.map(({ field }) => field), 'jobSources']));
    const own = Object.values(schema.getTypeMap()).filter(({ name }) => !/^_|^(federation|link)__/.test(name) && !['Boolean', 'Float', 'ID', 'Int', 'String'].includes(name));
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
    expect(schema.getType('DateTime')?.name).toBe('DateTime');
  });
});

describe('what is said of the sources', () => {
  test('every product of the configuration, and how it is read', async () => {
    const { data } = await world.query('{ jobSources { id tenant region environment product endpoint isSimulated } }');
    const common = { tenant: 'default', region: 'us', environment: 'COMMERCIAL', isSimulated: false };
    expect(data?.['jobSources']).toEqual(currentSeats.map(({ sourceId, product, method, path }) => ({ ...common, id: sourceId, product: enumOf(product), endpoint: `${method} ${path}` })));
  });

  test('ids are made of tenant, region and product; the configured endpoint is named', async () => {
    const environment = { AVEPOINT_TENANT: 'contoso', AVEPOINT_REGION: 'uk', AVEPOINT_PRODUCTS: 'iaas-paas,microsoft-365', AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report', AVEPOINT_MICROSOFT_365_ENDPOINT: 'jobs' };
    const other = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment });
    const { data } = await other.query('{ jobSources { id tenant region endpoint } }');
    expect(data?.['jobSources']).toEqual([
      { id: 'contoso/uk/iaas-paas', tenant: 'contoso', region: 'uk', endpoint: 'POST /api/public/jobreport' },
      { id: 'contoso/uk/microsoft-365', tenant: 'contoso', region: 'uk', endpoint: 'GET /cloudbackup/jobs' },
    ]);
    const { data: jobs } = await other.query('{ mine: jobs(filter: { tenants: ["contoso"] }) { sources { source { id } } } others: jobs(filter: { tenants: ["default"] }) { sources { source { id } } } }');
    expect(jobs).toEqual({ mine: { sources: [{ source: { id: 'contoso/uk/iaas-paas' } }, { source: { id: 'contoso/uk/microsoft-365' } }] }, others: { sources: [] } });
    await other.close();
  });

  test('by product and tenant', async () => {
    const ids = async (args: string): Promise<unknown> => (await world.query(`{ jobSources(${args}) { id } }`)).data?.['jobSources'];
    expect(await ids('products: [SALESFORCE, IAAS_PAAS]')).toEqual([{ id: 'default/us/iaas-paas' }, { id: 'default/us/salesforce' }]);
    expect(await ids('tenants: ["contoso"]')).toEqual([]);
    expect(await ids('products: []')).toEqual([]);
    expect(await ids('tenants: ["default"], products: [MICROSOFT_365]')).toEqual([{ id: 'default/us/microsoft-365' }]);
  });
});

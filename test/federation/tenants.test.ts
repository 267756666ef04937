import { afterAll, beforeAll, expect, test } from 'vitest';

import { compose, readSubgraph } from '../../examples/federation/compose.js';
import { startGateway } from '../../examples/federation/gateway.js';
import { startTickets } from '../../examples/federation/tickets.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

let world: TenantsWorld;
let tickets: Awaited<ReturnType<typeof startTickets>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  const tenants = {
    contoso: { entry: { ids: { crm: '4711', other: '4712' }, products: ['salesforce'] } },
    fabrikam: { entry: { ids: { crm: '9999' }, products: ['salesforce'] } },
    northwind: { entry: { ids: { crm: '4712' }, products: ['salesforce'] } },
  };
  world = await startTenants({ tenants, environment: { SUBGRAPH: '1' } });
  tickets = await startTickets([]);
  gateway = await startGateway(compose([await readSubgraph('jobs', `${world.url}/graphql`), await readSubgraph('tickets', tickets.url)]));
});
afterAll(() => Promise.all([gateway.close(), tickets.close(), world.close()]));

test('docs/federation.md: another subgraph joins a tenant by its id elsewhere', async () => {
  const query = '{ jobTenants { key account { number manager } } }';
  const response = await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  expect(await response.json()).toEqual({
    data: {
      jobTenants: [
        { key: 'contoso', account: { number: '4711', manager: 'Ada Lovelace' } },
        { key: 'fabrikam', account: null },
        { key: 'northwind', account: { number: '4712', manager: 'Grace Hopper' } },
      ],
    },
  });
});

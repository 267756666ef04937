import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

const BUDGET = 5;
const TIERS: Readonly<Record<string, string>> = { contoso: 'gold', fabrikam: 'gold', northwind: 'silver' };

/** Two streams a tenant: six in all, one more than an operation may make calls. */
let world: TenantsWorld;
beforeAll(async () => {
  const tenants = Object.fromEntries(Object.entries(TIERS).map(([key, tier]) => [key, { entry: { labels: { tier }, products: ['microsoft-365', 'salesforce'] } }]));
  world = await startTenants({ tenants, environment: { AVEPOINT_CALL_BUDGET: String(BUDGET) } });
});
afterAll(() => world.close());
beforeEach(() => world.forgetCalls());

const list = (args: string) => ask<{ jobs: { nodes: unknown[]; isComplete: boolean } }>(world, `{ jobs${args} { nodes { id } isComplete } }`);

describe('T10: a list of more streams than an operation may make calls', () => {
  test.each(['', '(first: 1)', '(window: { last: "P5D", by: FINISHED_AT }, orderBy: FINISHED_AT_DESC)'])('is refused before any call: jobs%s', async (args) => {
    const { data, errors, status } = await list(args);
    expect([data ?? null, status]).toEqual([null, 400]);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
    expect(errors?.[0]?.message).toMatch(/6 upstream calls.*may make 5.*`tenants` or `tenantLabels`.*AVEPOINT_CALL_BUDGET/);
    expect(world.calls()).toBe(0);
  });

  test.each(['(first: 3, filter: { tenants: ["contoso", "northwind"] })', '(first: 3, filter: { tenantLabels: [{ name: "tier", value: "gold" }] })', '(first: 3, filter: { products: [SALESFORCE] })'])('is served as narrowed: jobs%s', async (args) => {
    const { data, errors } = await list(args);
    expect([errors, data?.jobs.isComplete, data?.jobs.nodes.length]).toEqual([undefined, true, 3]);
  });

  test('asks nobody for no job, and says so', async () => {
    expect((await list('(first: 0)')).errors).toBeUndefined();
    expect(world.calls()).toBe(0);
  });
});

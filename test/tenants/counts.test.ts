import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

const KEYS = Array.from({ length: 20 }, (_, index) => `tenant-${index}`);
const PRODUCTS = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'];

/** Five streams a tenant, a hundred in all. */
let world: TenantsWorld;
beforeAll(async () => {
  world = await startTenants({ tenants: Object.fromEntries(KEYS.map((key) => [key, { simulator: { jobsPerProduct: 10, days: 5 }, entry: { products: PRODUCTS } }])) });
}, 60_000);
afterAll(() => world.close());

interface Counted {
  readonly jobStats: {
    readonly isComplete: boolean;
    readonly total: { readonly precision: string; readonly counts: { readonly total: number } };
    readonly groups: readonly { readonly precision: string; readonly key: { readonly tenant: string }; readonly counts: { readonly total: number } }[];
  };
}

describe('counts over many tenants', () => {
  test('of what nothing filters are exact, a group a tenant', async () => {
    const { data, errors } = await ask<Counted>(world, '{ jobStats(groupBy: [TENANT], period: { last: "P30D" }) { isComplete total { precision counts { total } } groups { precision key { tenant } counts { total } } } }');
    const { isComplete, total, groups } = data?.jobStats ?? {};
    expect([errors, isComplete, total?.precision]).toEqual([undefined, true, 'EXACT']);
    expect(groups?.map(({ key, precision }) => [key.tenant, precision]).sort()).toEqual(KEYS.map((key) => [key, 'EXACT']).sort());
    expect(groups?.every(({ counts }) => counts.total > 0)).toBe(true);
    expect(total?.counts.total).toBe(groups?.reduce((sum, { counts }) => sum + counts.total, 0));
  });

  test('that need more queries than an operation may make say how to narrow them, before any call', async () => {
    world.forgetCalls();
    const { errors } = await ask(world, '{ jobStats(filter: { statuses: [FAILED] }) { total { precision } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'filter' });
    expect(errors?.[0]?.message).toContain('`tenants` or `tenantLabels`');
    expect(world.calls()).toBe(0);
  });
});

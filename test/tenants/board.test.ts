import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

/** So many that the streams of all together, which tell the service of Microsoft 365, are more than a board may open at once. */
const TENANTS = Array.from({ length: 20 }, (_, index) => `tenant-${index}`);

let world: TenantsWorld;
beforeAll(async () => void (world = await startTenants({ tenants: Object.fromEntries(TENANTS.map((key) => [key, { simulator: { jobsPerProduct: 12, days: 3 }, entry: { products: ['microsoft-365', 'salesforce'] } }])) })));
afterAll(() => world.close());

interface Board {
  readonly nodes: readonly { readonly id: string; readonly source: { readonly id: string }; readonly workload: { readonly code: string } | null }[];
  readonly isComplete: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function page(args: string): Promise<Board> {
  const { data, errors } = await ask<{ board: Board }>(world, `{ board: jobWorkloads(${args}) { nodes { id source { id } workload { code } } isComplete pageInfo { hasNextPage endCursor } } }`);
  expect(errors).toBeUndefined();
  return data?.board as Board;
}

async function walk(first: number): Promise<Board['nodes']> {
  const nodes: Board['nodes'][number][] = [];
  for (let after = ''; ; ) {
    const { nodes: more, isComplete, pageInfo } = await page(`first: ${first}${after}`);
    expect(isComplete).toBe(true);
    nodes.push(...more);
    if (!pageInfo.hasNextPage) return nodes;
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

test('a board by source pages through all tenants, each workload once, in their order, and as each tenant’s own board has it', async () => {
  const all = await walk(40);
  const alone = [];
  for (const key of TENANTS) alone.push(...(await page(`first: 500, filter: { tenants: ["${key}"] }`)).nodes);
  expect(all).toEqual(alone);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ source }) => source.id.split('/')[0]))).toEqual(new Set(TENANTS));
  expect(all.filter(({ source, workload }) => source.id.endsWith('microsoft-365') && workload === null)).toEqual([]);
});

test('worst first reads all of them, and is refused where that takes more queries than there may be', async () => {
  world.forgetCalls();
  const { errors } = await ask(world, '{ jobWorkloads(orderBy: WORST_FIRST) { nodes { id } } }');
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
  expect(world.calls()).toBe(0);
});

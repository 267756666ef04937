import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { allFirstCalls, products } from '../products/index.js';
import { startWorld, type Answer, type World } from '../support/world.js';

interface Page {
  readonly jobs: {
    readonly nodes: readonly { readonly id: string; readonly observedAt: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly { readonly requests: number; readonly cacheHits: number }[];
  };
}

const LIST = `query ($first: Int, $after: String) {
  jobs(first: $first, after: $after, window: { from: "2020-01-01T00:00:00Z" }) {
    nodes { id observedAt } pageInfo { hasNextPage endCursor } sources { requests cacheHits }
  }
}`;

let world: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 300 }, environment: { PAGE_MEMORY_SECONDS: '600' } });
});
afterAll(() => world.close());

async function walk(first: number): Promise<{ ids: string[]; requests: number; calls: number }> {
  const before = world.simulator.calls.length;
  const ids: string[] = [];
  let requests = 0;
  let after: string | null = null;
  for (;;) {
    const { data }: Answer<Page> = await world.query(LIST, { first, after });
    const page: Page['jobs'] = data?.jobs ?? expect.fail('no page');
    ids.push(...page.nodes.map(({ id }) => id));
    requests += page.sources.reduce((sum, source) => sum + source.requests, 0);
    if (!page.pageInfo.hasNextPage) return { ids, requests, calls: world.simulator.calls.length - before };
    after = page.pageInfo.endCursor;
  }
}

describe('pages in memory', () => {
  test('the same query 20 times at once makes the calls of one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.query<Page>(LIST, { first: 50 })));
    expect(world.simulator.calls).toHaveLength(allFirstCalls);
    const sources = answers.flatMap(({ data }) => data?.jobs.sources ?? []);
    expect(sources.reduce((sum, { requests }) => sum + requests, 0)).toBe(allFirstCalls);
    expect(sources.reduce((sum, { cacheHits }) => sum + cacheHits, 0)).toBe(19 * allFirstCalls);
  });

  test('a walk by 20 makes the calls of a walk by 200, and brings the same', async () => {
    const wide = await walk(200);
    const narrow = await walk(20);
    expect(narrow.ids).toEqual(wide.ids);
    expect(new Set(wide.ids).size).toBe(products.flatMap(({ name }) => world.simulator.records(name)).length);
    expect(narrow.calls).toBeLessThanOrEqual(allFirstCalls);
    expect([wide.requests, narrow.requests]).toEqual([wide.calls, narrow.calls]);
  });

  test('observedAt tells the age', async () => {
    const [one, other] = [await world.query<Page>(LIST, { first: 1 }), await world.query<Page>(LIST, { first: 1 })];
    expect(one.data?.jobs.nodes[0]?.observedAt).toBe(other.data?.jobs.nodes[0]?.observedAt);
  });
});

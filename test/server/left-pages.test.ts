import { afterAll, beforeAll, expect, test } from 'vitest';

import { products } from '../products/index.js';
import { startWorld, type Answer, type World } from '../support/world.js';

interface Listed {
  readonly jobs: { readonly nodes: readonly { readonly id: string }[]; readonly sources: unknown; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
}

const JOB = 'id jobId status operation startedAt finishedAt duration { iso basis } counts { total failed } failures { message } upstreamStatus { code } observedAt raw';
const LIST = `query ($after: String) {
  jobs(first: 100, after: $after, window: { from: "2020-01-01T00:00:00Z" }) { nodes { ${JOB} } sources { warnings { code message occurrences } } pageInfo { hasNextPage endCursor } }
}`;

/** Far more pages than stay decoded. */
const PAGES = 12;
const SIZE = 25;

let world: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: PAGES * SIZE }, environment: { PAGE_MEMORY_SECONDS: '600', AVEPOINT_PAGE_SIZE: String(SIZE) } });
});
afterAll(() => world.close());

async function walk(): Promise<Pick<Listed['jobs'], 'nodes' | 'sources'>[]> {
  const pages: Pick<Listed['jobs'], 'nodes' | 'sources'>[] = [];
  let after: string | null = null;
  for (;;) {
    const { data }: Answer<Listed> = await world.query(LIST, { after });
    const { nodes, sources, pageInfo }: Listed['jobs'] = data?.jobs ?? expect.fail('no page');
    pages.push({ nodes, sources });
    if (!pageInfo.hasNextPage) return pages;
    after = pageInfo.endCursor;
  }
}

test('pages that a walk has left behind are the same when they are asked for again, without a call', async () => {
  const first = await walk();
  expect(first.flatMap(({ nodes }) => nodes)).toHaveLength(products.flatMap(({ name }) => world.simulator.records(name)).length);
  const { length } = world.simulator.calls;
  expect(await walk()).toEqual(first);
  expect(await walk()).toEqual(first);
  expect(world.simulator.calls).toHaveLength(length);
});

test('and their jobs are found there', async () => {
  const nodes = (await walk()).flatMap((page) => page.nodes);
  const { length } = world.simulator.calls;
  for (const node of [nodes[0], nodes[Math.floor(nodes.length / 2)], nodes.at(-1)]) {
    const { data } = await world.query(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id: node?.id });
    expect(data).toEqual({ job: node });
  }
  expect(world.simulator.calls).toHaveLength(length);
});

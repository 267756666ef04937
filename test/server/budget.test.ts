import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startWorld, type Answer, type World } from '../support/world.js';

interface List {
  readonly nodes: readonly { readonly jobId: string }[];
  readonly isComplete: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly { readonly outcome: string }[];
}

const FIELDS = '{ nodes { jobId } isComplete pageInfo { hasNextPage endCursor } sources { outcome } }';
const WINDOW = 'window: { from: "2020-01-01T00:00:00Z" }';

let world: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 400 }, environment: { AVEPOINT_CALL_BUDGET: '6', AVEPOINT_PAGE_SIZE: '10' } });
});
afterAll(() => world.close());

/** Which jobs are skipped is this server's own check here: the endpoint has no status parameter. */
const SKIPPED = `query ($after: String) { list: iaasPaasJobs(first: 50, after: $after, filter: { statuses: [SKIPPED] }, ${WINDOW}) ${FIELDS} }`;

describe('an operation with a budget of six calls', () => {
  test('ends its page early, says that more follows, and goes on from there', async () => {
    const truth = world.simulator.records('iaas-paas').filter(({ status }) => status === 4);
    const found: string[] = [];
    let [pages, emptyPages, after]: [number, number, string | null] = [0, 0, null];
    for (;;) {
      world.simulator.forgetCalls();
      const { data, errors }: Answer<{ list: List }> = await world.query(SKIPPED, { after });
      const { nodes, isComplete, pageInfo, sources }: List = data?.list ?? expect.fail('no page');
      expect(errors).toBeUndefined();
      expect(world.simulator.calls.length).toBeLessThanOrEqual(6);
      expect([isComplete, sources[0]?.outcome]).toEqual([true, 'OK']);
      found.push(...nodes.map(({ jobId }) => jobId));
      pages += 1;
      if (nodes.length === 0) emptyPages += 1;
      if (!pageInfo.hasNextPage) break;
      expect(pageInfo.endCursor).not.toBe(after);
      after = pageInfo.endCursor;
    }
    expect(found.sort()).toEqual(truth.map(({ jobId }) => jobId).sort());
    expect(pages).toBeGreaterThan(4);
    expect(emptyPages).toBeGreaterThan(0);
  });

  test('shares it among its fields', async () => {
    world.simulator.forgetCalls();
    const { data } = await world.query<Record<string, List>>(
      `{ a: iaasPaasJobs(first: 200, ${WINDOW}) ${FIELDS} b: salesforceJobs(first: 200, ${WINDOW}) ${FIELDS} c: microsoft365Jobs(first: 200, ${WINDOW}) ${FIELDS} }`,
    );
    expect(world.simulator.calls.length).toBeLessThanOrEqual(6);
    for (const list of Object.values(data ?? {})) expect([list.pageInfo.hasNextPage, list.isComplete]).toEqual([true, true]);
  });
});

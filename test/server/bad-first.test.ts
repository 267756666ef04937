import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { currentSeats } from '../products/index.js';
import { listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const fields = ['jobs', ...currentSeats.map(({ field }) => field)];

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 300, days: 20 } })));
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

function expectNoCalls(): void {
  expect(world.simulator.calls).toEqual([]);
  expect(world.simulator.tokenCalls).toEqual([]);
}

describe.each(fields)('%s', (field) => {
  test.each([-1, 201, -(2 ** 31), 2 ** 31 - 1])('first: %i is BAD_USER_INPUT and costs no call', async (first) => {
    const { data, errors = [] } = await world.query<Record<string, unknown>>(`{ ${field}(first: ${first}) { nodes { jobId } } }`);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
    expect(errors[0]?.message).toMatch(/first.*200/);
    expect(errors[0]?.path).toEqual([field]);
    expectNoCalls();
  });

  test.each([['literal', `{ list: ${field}(first: ${2 ** 31}) { nodes { jobId } } }`], ['variable', `query ($first: Int) { list: ${field}(first: $first) { nodes { jobId } } }`]])(
    'first: 2^31 as a %s is no Int at all',
    async (_kind, document) => {
      const { data, errors = [] } = await world.query(document, { first: 2 ** 31 });
      expect(data?.['list'] ?? null).toBeNull();
      expect(errors).toHaveLength(1);
      expect(errors[0]?.extensions['code']).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
      expect(errors[0]?.message).toContain('2147483648');
      expectNoCalls();
    },
  );

  test('first: 0 reads nothing, and more follows', async () => {
    const page = await listPage(world, { field, first: 0 });
    expect(page.edges).toEqual([]);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(world.simulator.calls).toEqual([]);
  });

  test('first: 200 is served, and 50 is the default', async () => {
    const most = await listPage(world, { field, first: 200 });
    expect(most.edges).toHaveLength(200);
    const usual = await world.query<{ list: { nodes: unknown[] } }>(`{ list: ${field} { nodes { jobId } } }`);
    expect(usual.data?.list.nodes).toHaveLength(50);
    const none = await world.query<{ list: { nodes: unknown[] } }>(`{ list: ${field}(first: null) { nodes { jobId } } }`);
    expect(none.data?.list.nodes).toHaveLength(50);
  });
});

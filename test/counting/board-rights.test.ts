import { afterAll, beforeAll, expect, test } from 'vitest';

import { currentSeats, enumOf } from '../products/index.js';
import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';
import type { Group, Row } from './board.js';

/** Two callers with different rights: neither sees the other's workloads, counts or labels. */
const now = Date.now();
const keys = [...currentSeats.map(({ product }) => ({ name: product, key: product, rights: [`default/${product}`] })), { name: 'all', key: 'all', rights: ['default/*'] }];

let world: World;
beforeAll(async () => {
  const environment = { AUTH_API_KEYS_FILE: writeKeyFile(keys), PAGE_MEMORY_SECONDS: '60', LIMIT_COST_PER_MINUTE: '1000000' };
  world = await startWorld({ simulator: { now: () => now, jobsPerProduct: 100, days: 8 }, environment });
});
afterAll(() => world.close());

interface Shown {
  readonly board: { readonly nodes: readonly Row[]; readonly groups: readonly Group[]; readonly pageInfo: { readonly endCursor: string | null }; readonly sources: readonly unknown[] };
}

const DOCUMENT = `query ($filter: JobWorkloadFilter, $first: Int, $after: String) {
  board: jobWorkloads(filter: $filter, first: $first, after: $after, groupBy: [SOURCE, OPERATION]) {
    nodes { id source { id } operation workload { code label } state runs latest { jobId } }
    groups { key { source { id } operation } total ok failing stale silentSources }
    pageInfo { endCursor }
    sources { source { id } matched warnings { message } }
  }
}`;

const askAs = (key: string, variables: Readonly<Record<string, unknown>> = {}) => ask<Shown>(world, DOCUMENT, { 'x-api-key': key }, { ...variables });

test.each(currentSeats)('whoever may read $product sees its workloads, counts and labels, and those of no other', async ({ product, sourceId }) => {
  // What is of others is in memory.
  const all = await askAs('all');
  const { data, errors } = await askAs(product);
  expect(errors).toBeUndefined();
  expect(data?.board.nodes.length).toBeGreaterThan(0);
  const own = await askAs('all', { filter: { products: [enumOf(product)] } });
  expect([data?.board.nodes, data?.board.groups]).toEqual([own.data?.board.nodes, own.data?.board.groups]);
  for (const other of currentSeats.filter((seat) => seat.product !== product)) {
    expect(JSON.stringify(data)).not.toContain(other.sourceId);
    const theirs = all.data?.board.nodes.filter(({ source }) => source.id === other.sourceId) ?? [];
    expect(theirs.length).toBeGreaterThan(0);
    expect(data?.board.nodes.map(({ id }) => id).filter((id) => theirs.some((row) => row.id === id))).toEqual([]);
    const asked = await askAs(product, { filter: { sourceIds: [other.sourceId] } });
    expect(asked.data?.board).toMatchObject({ nodes: [], sources: [] });
    expect(asked.data?.board.groups.reduce((sum, { total, silentSources }) => sum + total + silentSources, 0)).toBe(0);
  }
  expect(data?.board.sources).toMatchObject([{ source: { id: sourceId } }]);
});

test('a cursor is good for the rights that it was made with alone', async () => {
  const cursors = await Promise.all(keys.map(async ({ key }) => ({ key, after: (await askAs(key, { first: 1 })).data?.board.pageInfo.endCursor })));
  for (const { key, after } of cursors) {
    for (const { key: other } of keys) {
      const { errors } = await askAs(other, { first: 1, after });
      if (other === key) expect(errors).toBeUndefined();
      else expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  }
});

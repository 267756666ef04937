import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildClientSchema, getIntrospectionQuery, parse, validate, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { products } from './products/index.js';
import { startWorld, type World } from './support/world.js';

const directory = join(import.meta.dirname, '..', 'examples');
const names = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
const read = (name: string): string => readFileSync(join(directory, name), 'utf8');

let world: World;
let schema: GraphQLSchema;
beforeAll(async () => {
  world = await startWorld();
  const { data } = await world.query<IntrospectionQuery>(getIntrospectionQuery());
  schema = buildClientSchema(data ?? expect.fail('no schema'));
});
afterAll(() => world.close());

interface Connection {
  readonly nodes: readonly Record<string, unknown>[];
  readonly isComplete: boolean;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly window?: unknown;
}

async function run(name: string, variables: Record<string, unknown> = {}): Promise<Connection> {
  const { data, errors } = await world.query<Record<string, Connection>>(read(name), variables);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] ?? expect.fail('no answer');
}

test('the ones that the page and the README promise are there', () => {
  expect(names.sort()).toEqual(expect.arrayContaining(['failed-last-24h.graphql', 'failures-by-tenant-and-product.graphql', 'longest-jobs.graphql', 'newest-jobs.graphql', 'next-page.graphql', 'restore-tested.graphql', 'running-now.graphql', 'salesforce-jobs.graphql', 'sla-by-tenant.graphql', 'source-health.graphql', 'stale-backups.graphql', 'success-rate-by-day.graphql', 'three-failures-in-a-row.graphql', 'unusual-jobs.graphql', 'why-jobs-failed.graphql']));
});

describe.each(names)('%s', (name) => {
  test('is valid', () => {
    expect(validate(schema, parse(read(name))).map(({ message }) => message)).toEqual([]);
  });

  test('runs as it stands', async () => {
    const { data, errors } = await world.query(read(name));
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {}).filter((value) => value !== null)).not.toEqual([]);
  });

  test('is named, and says first what it is for', () => {
    expect(read(name)).toMatch(/^# .*\?/s);
    expect(read(name)).toMatch(/^query [A-Z]\w+/m);
  });
});

describe('what they show', () => {
  test('the newest jobs of every product', async () => {
    const { nodes, isComplete } = await run('newest-jobs.graphql');
    expect(nodes).toHaveLength(20);
    expect(isComplete).toBe(true);
    const starts = nodes.map(({ startedAt }) => (typeof startedAt === 'string' ? Date.parse(startedAt) : Infinity));
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(new Set(nodes.map(({ product }) => product)).size).toBe(products.length);
  });

  test('what failed in the last 24 hours', async () => {
    const { nodes } = await run('failed-last-24h.graphql');
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.filter(({ status }) => status !== 'FAILED' && status !== 'PARTIAL')).toEqual([]);
    const dayAgo = Date.now() - 86_400_000;
    expect(nodes.filter(({ finishedAt }) => !(Date.parse(String(finishedAt)) >= dayAgo - 60_000))).toEqual([]);
  });

  test('how jobs went, day by day and by tenant and product', async () => {
    interface Stats {
      readonly groups: readonly { readonly precision: string; readonly counts: { readonly total: number } | null; readonly successRate: number | null }[];
    }
    const { data: days } = await world.query<{ jobStats: Stats }>(read('success-rate-by-day.graphql'));
    expect([8, 9]).toContain(days?.jobStats.groups.length);
    expect(days?.jobStats.groups.slice(0, 7).map(({ successRate }) => typeof successRate)).toEqual(Array.from({ length: 7 }, () => 'number'));
    const { data: failures } = await world.query<{ jobStats: Stats }>(read('failures-by-tenant-and-product.graphql'));
    expect(failures?.jobStats.groups.map(({ precision }) => precision)).toEqual(products.map(() => 'EXACT'));
  });

  describe('of backups', () => {
    interface Shown {
      readonly source: { readonly id: string };
      readonly workload: { readonly code: string } | null;
      readonly consecutiveFailures?: number;
      readonly latestSuccess?: { readonly finishedAt: string } | null;
    }
    const nameOf = ({ source, workload }: Shown): string => `${source.id} ${workload?.code ?? ''}`;

    test('what failed three times in a row, and not what failed twice or succeeded since', async () => {
      const failed = (organizationId: string, minutesAgo: number, status = 4) => world.simulator.add('salesforce', { organizationId, type: 1, status, startedAt: Date.now() - minutesAgo * 60_000 });
      for (const minutesAgo of [40, 30, 20]) for (const organizationId of ['thrice', 'mended']) failed(organizationId, minutesAgo);
      for (const minutesAgo of [40, 30]) failed('twice', minutesAgo);
      failed('mended', 10, 2);
      const { nodes, isComplete } = await run('three-failures-in-a-row.graphql');
      const names = (nodes as unknown as Shown[]).map(nameOf);
      expect(names).toContain('default/us/salesforce thrice');
      expect(names).not.toContain('default/us/salesforce twice');
      expect(names).not.toContain('default/us/salesforce mended');
      expect(nodes.filter(({ consecutiveFailures }) => Number(consecutiveFailures) < 3)).toEqual([]);
      expect(isComplete).toBe(true);
    });

    test('which tenants keep their service level: each workload is kept, broken or undecided', async () => {
      const { groups } = (await run('sla-by-tenant.graphql')) as unknown as { groups: { key: { tenant: string }; total: number; compliant: number; breached: number; undecided: number; silentSources: number }[] };
      expect(groups.map(({ key: { tenant }, silentSources }) => [tenant, silentSources])).toEqual([['default', 0]]);
      for (const { total, compliant, breached, undecided } of groups) expect(compliant + breached + undecided).toBe(total);
      const { nodes } = await run('stale-backups.graphql');
      expect(groups[0]?.total).toBeGreaterThanOrEqual(nodes.length);
    });

    test('where a restore was tested within a year, beside all that is backed up', async () => {
      const { data } = await world.query<Record<'restored' | 'backedUp', { nodes: Shown[]; isComplete: boolean }>>(read('restore-tested.graphql'));
      expect([data?.restored.isComplete, data?.backedUp.isComplete]).toEqual([true, true]);
      const tested = (data?.restored.nodes ?? []).filter(({ latestSuccess }) => latestSuccess !== null);
      expect(tested.length).toBeGreaterThan(0);
      for (const { latestSuccess } of tested) expect(Date.parse(latestSuccess?.finishedAt ?? '')).toBeGreaterThan(Date.now() - 365 * 86_400_000);
      const backedUp = (data?.backedUp.nodes ?? []).map(nameOf);
      expect(tested.map(nameOf).filter((name) => backedUp.includes(name))).not.toEqual([]);
    });
  });

  test('what runs now', async () => {
    const { nodes } = await run('running-now.graphql');
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.map(({ duration }) => (duration as { basis: string }).basis)).toEqual(nodes.map(() => 'ELAPSED'));
  });

  test("a product's own columns", async () => {
    const { nodes } = await run('salesforce-jobs.graphql');
    expect(nodes).toHaveLength(20);
    expect(nodes.filter(({ type }) => type !== 'BACKUP' && type !== 'ON_DEMAND_BACKUP')).toEqual([]);
  });

  test('the next page, with the cursor of the first', async () => {
    const first = await run('next-page.graphql');
    expect(first.pageInfo?.hasNextPage).toBe(true);
    const second = await run('next-page.graphql', { after: first.pageInfo?.endCursor });
    const ids = [...first.nodes, ...second.nodes].map(({ product, jobId }) => `${String(product)} ${String(jobId)}`);
    expect(new Set(ids).size).toBe(10);
    expect(second.window).toEqual(first.window);
  });

  test('the health of every source', async () => {
    await run('newest-jobs.graphql');
    const { data } = await world.query<{ jobSources: { health: { state: string } }[] }>(read('source-health.graphql'));
    expect(data?.jobSources.map(({ health }) => health.state)).toEqual(products.map(() => 'HEALTHY'));
  });
});

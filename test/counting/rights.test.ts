import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';
import type { Stats } from './count.js';

/** Who may count what, and what it may cost. */
const keyOf = (key: string): Record<string, string> => ({ 'x-api-key': key });
const SHOW = { 'x-query-cost': '1' };
const COUNT = `query ($filter: JobFilter, $groupBy: [JobStatsDimension!], $first: Int) {
  stats: jobStats(filter: $filter, groupBy: $groupBy, first: $first, period: { last: "P9D", by: STARTED_AT }) {
    groups { key { product source { id } } counts { total } precision } total { counts { total } precision } isComplete sources { source { id } outcome }
  }
}`;

describe('rights', () => {
  let world: World;
  beforeAll(async () => {
    const file = writeKeyFile([
      { name: 'sales', key: 'sales', rights: ['default/salesforce'] },
      { name: 'cloud', key: 'cloud', rights: ['*/iaas-paas', '*/google-workspace'] },
      { name: 'all', key: 'all', rights: ['*'] },
    ]);
    // Pages are kept: what one caller read is in memory when the other counts.
    world = await startWorld({ simulator: { jobsPerProduct: 60, days: 8 }, environment: { AUTH_API_KEYS_FILE: file, PAGE_MEMORY_SECONDS: '60', LIMIT_COST_PER_MINUTE: '1000000' } });
  });
  afterAll(() => world.close());
  beforeEach(() => world.simulator.forgetCalls());
  const count = async (key: string, variables: Record<string, unknown> = {}): Promise<Stats> => (await ask<{ stats: Stats }>(world, COUNT, keyOf(key), variables)).data?.stats ?? expect.fail('nothing counted');

  test('a caller sees the counts of its own products alone, whatever is in memory', async () => {
    const all = await count('all', { groupBy: ['PRODUCT'] });
    const totalOf = (product: string): number | undefined => all.groups.find(({ key }) => key.product === product)?.counts?.total;
    const sales = await count('sales', { groupBy: ['PRODUCT'] });
    expect(sales.groups.map(({ key, counts }) => [key.product, counts?.total])).toEqual([['SALESFORCE', totalOf('SALESFORCE')]]);
    expect(sales.total.counts?.total).toBe(totalOf('SALESFORCE'));
    expect(sales.sources.map(({ source }) => source.id)).toEqual(['default/us/salesforce']);
    const cloud = await count('cloud', { groupBy: ['SOURCE'] });
    expect(cloud.sources.map(({ source }) => source.id)).toEqual(['default/us/google-workspace', 'default/us/iaas-paas']);
    expect(cloud.total.counts?.total).toBe((totalOf('GOOGLE_WORKSPACE') ?? 0) + (totalOf('IAAS_PAAS') ?? 0));
  });

  test.each([
    ['products', { products: ['IAAS_PAAS'] }],
    ['source ids', { sourceIds: ['default/us/iaas-paas'] }],
    ['what is said of a product', { products: ['IAAS_PAAS'], iaasPaas: { statuses: ['FAILED'] } }],
  ])('those of others are not counted by %s, and nobody is asked for them', async (_title, filter) => {
    const stats = await count('sales', { filter, groupBy: ['PRODUCT'] });
    expect([stats.groups, stats.sources]).toEqual([[], []]);
    expect(stats.total.counts?.total ?? null).toBeNull();
    expect(world.simulator.calls).toEqual([]);
  });

  test('without a key nothing is counted', async () => {
    const { status, data } = await ask(world, COUNT);
    expect([status, data]).toEqual([401, undefined]);
    expect(world.simulator.calls).toEqual([]);
  });
});

describe('cost', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 60, days: 8 }, environment: { AVEPOINT_SCAN_BUDGET: '120', AVEPOINT_CALL_BUDGET: '50', LIMIT_ROWS: '400', LIMIT_COST_PER_MINUTE: '1000000' } })));
  afterAll(() => world.close());
  beforeEach(() => world.simulator.forgetCalls());
  const costOf = async (document: string, variables: Record<string, unknown> = {}): Promise<Readonly<Record<string, number>> | undefined> => {
    const { extensions, errors } = await ask(world, document, SHOW, variables);
    expect(errors).toBeUndefined();
    return extensions?.cost;
  };

  test('a reading may cost its whole budget; what it made is said beside', async () => {
    expect(await costOf(COUNT)).toEqual({ requested: 120, limit: 1000, upstreamCalls: world.simulator.calls.length });
    expect(world.simulator.calls.length).toBeGreaterThan(4);
  });

  test('fields that count share it, and lists beside them cost their own', async () => {
    const total = '{ total { counts { total } } }';
    expect((await costOf(`{ a: jobStats ${total} b: jobStats(groupBy: [DAY]) ${total} }`))?.['requested']).toBe(120);
    const list = (await costOf('{ salesforceJobs(first: 10) { nodes { id } } }'))?.['requested'] ?? expect.fail('no cost');
    expect((await costOf(`{ jobStats ${total} salesforceJobs(first: 10) { nodes { id } } }`))?.['requested']).toBe(120 + list);
  });

  test('what asks nobody costs nothing', async () => {
    expect((await costOf('{ jobStats(filter: { products: [] }) { isComplete } }'))?.['requested']).toBe(0);
    expect(world.simulator.calls).toEqual([]);
  });

  test('it is shown to those alone who ask', async () => expect((await ask(world, COUNT)).extensions).toBeUndefined());

  test('groups that can be told beforehand are rows: more than LIMIT_ROWS are refused, without a call, and `first` makes them fewer', async () => {
    const byDay = (args: string): string => `{ jobStats(period: { last: "P100D" }, groupBy: [SOURCE DAY]${args}) { groups { precision } } }`;
    const { status, errors = [] } = await ask(world, byDay(''), SHOW);
    expect([status, errors.map(({ extensions }) => extensions['code'])]).toEqual([400, ['COST_LIMIT_EXCEEDED']]);
    expect(world.simulator.calls).toEqual([]);
    expect((await ask(world, byDay(', first: 300'), SHOW)).errors).toBeUndefined();
  });

  test('an operation that may cost more than LIMIT_COST is refused, without a call', async () => {
    const small = await startWorld({ simulator: { jobsPerProduct: 5, days: 2 }, environment: { LIMIT_COST: '200' } });
    const { errors = [] } = await ask(small, COUNT);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['COST_LIMIT_EXCEEDED']);
    expect(small.simulator.calls).toEqual([]);
    await small.close();
  });
});

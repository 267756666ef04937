import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from 'vitest';

import type { CannedWorld } from '../support/canned-upstream.js';
import { startWorld, type World } from '../support/world.js';
import { iso, now, row, startCanned, type CannedRow } from './canned.js';
import { askToCount, count, type Stats } from './count.js';

/** How much is counted at most (docs/behaviour.md §9): 200,000 jobs an operation, and 5,000 groups that are met. */
const PAGE = 1000;
const period = { last: 'P200D', by: 'STARTED_AT' };
/** Ten minutes apart. */
const startOf = (index: number): number => now - (index + 1) * 600_000;

const worlds: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(worlds.splice(0).map((world) => world.close()))));

/** So many jobs, 1,000 a page; each page is made once, and read once for all fields. */
async function startWith(jobs: number, more: (index: number) => Readonly<Record<string, unknown>> = () => ({})): Promise<CannedWorld> {
  const pages = Array.from({ length: Math.ceil(jobs / PAGE) }, (_, page) => Array.from({ length: Math.min(PAGE, jobs - page * PAGE) }, (_row, index) => jobOf(page * PAGE + index)));
  function jobOf(index: number): CannedRow {
    return row(index, { startTime: iso(startOf(index)), finishTime: iso(startOf(index) + 60_000), ...more(index) });
  }
  const world = await startCanned((number) => ({ rows: pages[number] ?? [], total: jobs }), { AVEPOINT_PAGE_SIZE: String(PAGE), PAGE_MEMORY_SECONDS: '60', PAGE_MEMORY_MB: '400', LIMIT_COST_PER_MINUTE: '1000000' });
  worlds.push(world);
  return world;
}

describe('200,000 jobs an operation', () => {
  const ANSWER = `fragment Answer on JobStats {
    total { precision counts { total } }
    groups { key { stretch { start end } } precision counts { total } }
    isComplete
    sources { outcome error { code } coveredFrom matched }
  }`;

  async function countAtOnce(world: CannedWorld, fields: number) {
    const document = `query ($period: JobPeriodInput) { ${Array.from({ length: fields }, (_, index) => `f${index}: jobStats(period: $period, groupBy: [MONTH]) { ...Answer }`).join('\n')} } ${ANSWER}`;
    const { data, errors = [] } = await world.query<Record<string, Stats>>(document, { period });
    return { all: Object.values(data ?? {}), errors };
  }

  test('more are as if the budget were spent: what was read is right, and the rest is not known', async () => {
    const [jobs, fields] = [20_000, 11];
    const world = await startWith(jobs);
    const { all, errors } = await countAtOnce(world, fields);
    const matched = all.map(({ sources: [source] }) => source?.matched ?? 0);
    const sum = matched.reduce((before, one) => before + one, 0);
    // Whoever has begun a page counts it.
    expect(sum).toBeGreaterThanOrEqual(200_000);
    expect(sum).toBeLessThan(200_000 + fields * PAGE);
    expect(world.requests).toHaveLength(20);

    const stopped = all.filter(({ isComplete }) => !isComplete);
    expect(stopped.length).toBeGreaterThan(0);
    for (const { total, groups, sources } of stopped) {
      const [source] = sources;
      const read = source?.matched ?? 0;
      expect(source).toMatchObject({ outcome: 'PARTIAL', error: { code: 'BUDGET_EXHAUSTED' }, coveredFrom: new Date(startOf(read - 1) + 1000).toISOString() });
      expect(total).toMatchObject({ precision: 'AT_LEAST', counts: { total: read } });
      for (const { key, precision, counts } of groups) {
        const [start, end] = [Date.parse(key.stretch?.start ?? ''), Date.parse(key.stretch?.end ?? '')];
        const readFrom = startOf(read - 1);
        expect(precision).toBe(start > readFrom ? 'EXACT' : end > readFrom ? 'AT_LEAST' : 'UNKNOWN');
        if (precision === 'EXACT') expect(counts?.total).toBe(Array.from({ length: jobs }, (_, index) => startOf(index)).filter((instant) => instant >= start && instant < end).length);
      }
    }
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(stopped.map(() => 'BUDGET_EXHAUSTED'));
    for (const { total, isComplete } of all) if (isComplete) expect(total).toEqual({ precision: 'EXACT', counts: { total: jobs } });
  });

  test('as many are counted, and are complete; the next operation has its own', async () => {
    const world = await startWith(10_000);
    for (const fields of [20, 1]) {
      const { all, errors } = await countAtOnce(world, fields);
      expect(errors).toEqual([]);
      expect(all.map(({ total, isComplete }) => [total, isComplete])).toEqual(Array.from({ length: fields }, () => [{ precision: 'EXACT', counts: { total: 10_000 } }, true]));
    }
  });
});

describe('5,000 groups that are met', () => {
  const inOrganizations = (organizations: number): Promise<CannedWorld> => startWith(organizations, (index) => ({ organizationId: `org-${index}` }));

  test('are counted', async () => {
    const stats = await count(await inOrganizations(5000), { period, groupBy: ['WORKLOAD'] });
    expect(stats.groups).toHaveLength(2000);
    expect(stats.total).toMatchObject({ precision: 'EXACT', counts: { total: 5000 } });
  });

  test('one more fails the field, with a hint which dimension', async () => {
    const { data, errors = [] } = await askToCount(await inOrganizations(5001), { period, groupBy: ['SOURCE', 'WORKLOAD'] });
    expect(data).toEqual({ stats: null });
    expect(errors).toMatchObject([{ path: ['stats'], extensions: { code: 'TOO_MANY_GROUPS' } }]);
    expect(errors[0]?.message).toMatch(/5000.*WORKLOAD/);
  });

  describe('where one source has too many', () => {
    const LATENCY_MS = 1500;
    /** Until a call that was sent has arrived. */
    const ARRIVAL_MS = 500;

    /** IaaS + PaaS takes its time for each of 20 pages. */
    async function startTwo(latencyMs: number): Promise<World> {
      const jobs = (many: number, prefix: string) => Array.from({ length: many }, (_, index) => ({ jobId: `${prefix}-${index}`, startedAt: startOf(index), finishedAt: startOf(index) + 60_000, organizationId: `org-${index}` }));
      const world = await startWorld({
        simulator: { now: () => now, jobs: { salesforce: jobs(5001, 'SF'), 'iaas-paas': jobs(5000, 'VB') } },
        environment: { AVEPOINT_PRODUCTS: 'salesforce,iaas-paas', AVEPOINT_PAGE_SIZE: '250', LIMIT_COST_PER_MINUTE: '1000000' },
      });
      worlds.push(world);
      world.simulator.set({ 'iaas-paas': { latencyMs } });
      return world;
    }

    test.each([
      'jobStats(period: { last: "P200D", by: STARTED_AT }, groupBy: [WORKLOAD]) { isComplete }',
      'unusualJobs(period: { last: "P30D" }) { isComplete }',
      'jobWorkloads(lookBack: "P200D", orderBy: WORST_FIRST) { isComplete }',
    ])('no other is asked for more: %s', async (field) => {
      const world = await startTwo(LATENCY_MS);
      const { errors } = await world.query(`{ ${field} }`);
      expect(errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_GROUPS' });
      // What is under way when the field fails is not broken off.
      await sleep(ARRIVAL_MS);
      const calls = world.simulator.calls.length;
      await sleep(LATENCY_MS + ARRIVAL_MS);
      expect(world.simulator.calls).toHaveLength(calls);
    });

    test('other fields go on', async () => {
      const world = await startTwo(50);
      const { data, errors } = await world.query<Record<'many' | 'one', Stats | null>>(
        `query ($period: JobPeriodInput) {
          many: jobStats(period: $period, groupBy: [WORKLOAD]) { isComplete }
          one: jobStats(period: $period, filter: { products: [IAAS_PAAS] }) { total { precision counts { total } } isComplete }
        }`,
        { period },
      );
      expect(errors).toMatchObject([{ path: ['many'], extensions: { code: 'TOO_MANY_GROUPS' } }]);
      expect(data).toEqual({ many: null, one: { total: { precision: 'EXACT', counts: { total: 5000 } }, isComplete: true } });
    });
  });
});

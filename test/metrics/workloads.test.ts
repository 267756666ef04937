import { beforeAll, describe, expect, test } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { board, type Row } from '../counting/board.js';
import { currentSeats, enumOf } from '../products/index.js';
import { build, startBuilt } from '../support/built-server.js';
import { withBuilt, type BuiltWorld } from '../support/built-world.js';
import { status, until } from '../support/faults.js';
import { steppedClock } from '../support/stepped-clock.js';
import { post, type World } from '../support/world.js';
import { METRICS, scrape, type Sample, type Scrape } from './scrape.js';

beforeAll(build, 120_000);

const hourMs = 3_600_000;
const MINUTE = steppedClock({ monotonic: 60_000 });
const WORKLOADS = { ...METRICS, METRICS_WORKLOADS: '1' };
const STATES = ['FAILING', 'STALE', 'LATE', 'PARTIAL', 'UNKNOWN', 'OK'];
const salesforce = { source: 'default/us/salesforce' };

const keyOf = ({ source, operation, workload, name }: Sample['labels']): string => JSON.stringify([source, operation, workload, name]);
const keyOfRow = ({ source, operation, workload }: Row): string => JSON.stringify([source.id, operation, workload?.code ?? '', workload?.label ?? '']);
const mapOf = ({ samplesOf }: Scrape, name: string): Map<string, number> => new Map(samplesOf(name).map(({ labels, value }) => [keyOf(labels), value]));

/** The states that are said to hold, by workload: one for each, and the others beside it. */
function statesOf({ samplesOf }: Scrape): Map<string, string> {
  const samples = samplesOf('backup_state');
  for (const key of new Set(samples.map(({ labels }) => keyOf(labels)))) {
    const own = samples.filter(({ labels }) => keyOf(labels) === key);
    expect(own.map(({ labels }) => labels['state'])).toEqual(STATES);
    expect(own.map(({ value }) => value).sort()).toEqual([0, 0, 0, 0, 0, 1]);
  }
  return new Map(samples.flatMap(({ labels, value }) => (value === 1 ? [[keyOf(labels), labels['state'] ?? '']] : [])));
}

/** When the last success ended, where one is known, by the board. */
async function successesOf(world: Pick<World, 'query'>): Promise<Map<string, number>> {
  const { data } = await world.query<{ jobWorkloads: { nodes: (Row & { latestSuccess: { startedAt: string; finishedAt: string | null } | null })[] } }>(
    '{ jobWorkloads(first: 500) { nodes { source { id } operation workload { code label } latestSuccess { startedAt finishedAt } } } }',
  );
  const nodes = data?.jobWorkloads.nodes ?? [];
  return new Map(nodes.flatMap((row) => (row.latestSuccess === null ? [] : [[keyOfRow(row), Date.parse(row.latestSuccess.finishedAt ?? row.latestSuccess.startedAt) / 1000]])));
}

/** Lines of the log. */
function readingsLogged({ server }: BuiltWorld): Record<string, unknown>[] {
  return server.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'workloads read for metrics');
}

const now = Date.now();
const organizations = (count: number): Partial<SimulatedJob>[] => Array.from({ length: count }, (_, index) => ({ startedAt: now - hourMs - index * 1000, organizationId: `organization-${index}` }));
const story = { now: () => now, jobsPerProduct: 240, days: 12 };
const environment = { ...WORKLOADS, LIMIT_COST_PER_MINUTE: '1000000' };

test('every backup of the board is told of, with its state, its last success and its failures in a row', () =>
  withBuilt({ simulator: story, environment }, async (world) => {
    const { nodes } = await board(world, { first: 500 });
    const told = await scrape(world);
    expect(statesOf(told)).toEqual(new Map(nodes.map((row) => [keyOfRow(row), row.state])));
    expect(mapOf(told, 'backup_consecutive_failures')).toEqual(new Map(nodes.map((row) => [keyOfRow(row), row.consecutiveFailures])));
    expect(mapOf(told, 'backup_last_success_timestamp_seconds')).toEqual(await successesOf(world));
    expect(new Set(nodes.map(({ source }) => source.id)).size).toBe(currentSeats.length);
    expect(new Set(told.samplesOf('backup_state').map(({ labels }) => Object.keys(labels).sort().join(' ')))).toEqual(new Set(['name operation product source state workload']));
    expect(told.samplesOf('backup_source_complete').map(({ labels, value }) => [labels['source'], labels['product'], value])).toEqual(currentSeats.map(({ sourceId, product }) => [sourceId, enumOf(product), 1]));
    for (const { jobId } of world.simulator.records('iaas-paas')) expect(told.text).not.toContain(jobId);
    const readAt = told.valueOf('backup_workloads_read_timestamp_seconds') ?? 0;
    expect(readAt * 1000).toBeGreaterThanOrEqual(now);
    expect(readAt * 1000).toBeLessThanOrEqual(Date.now());
  }));

test('a reading is logged and counted as any other', () =>
  withBuilt({ simulator: story, environment }, async (world) => {
    const told = await scrape(world);
    await expect.poll(() => readingsLogged(world)).toMatchObject([{ level: 'info', caller: 'metrics', upstreamCalls: world.simulator.calls.length, readings: currentSeats.length, errors: 0 }]);
    expect(told.valueOf('avepoint_jobs_readings_total', { outcome: 'OK' })).toBe(currentSeats.length);
    expect(told.valueOf('avepoint_jobs_upstream_calls_total')).toBe(world.simulator.calls.length);
    expect(told.valueOf('avepoint_jobs_operation_duration_seconds_count')).toBe(0);
    expect(world.simulator.calls.length).toBeGreaterThan(0);
  }));

test('where calls run out nothing is told that is not so', () =>
  withBuilt({ simulator: { ...story, jobsPerProduct: 600 }, environment: { ...environment, AVEPOINT_PAGE_SIZE: '10', AVEPOINT_SCAN_BUDGET: '20' } }, async (world) => {
    const told = await scrape(world);
    const whole = await startBuilt(world.simulator, { LIMIT_COST_PER_MINUTE: '1000000', AVEPOINT_PAGE_SIZE: '1000' });
    const beside = { query: <Data>(document: string, variables?: Record<string, unknown>) => post<Data>(whole.url, document, variables) };
    try {
      const rows = new Map((await board(beside, { first: 500 })).nodes.map((row) => [keyOfRow(row), row]));
      const successes = await successesOf(beside);
      const successesTold = mapOf(told, 'backup_last_success_timestamp_seconds');
      for (const [key, at] of successesTold) expect([key, at]).toEqual([key, successes.get(key)]);
      for (const [key, failures] of mapOf(told, 'backup_consecutive_failures')) expect(failures).toBeLessThanOrEqual(rows.get(key)?.consecutiveFailures ?? -1);
      const states = statesOf(told);
      for (const [key, state] of states) if (state === 'OK' || state === 'STALE') expect([key, state === 'STALE']).toEqual([key, rows.get(key)?.isStale]);
      expect(states.size).toBeGreaterThan(successesTold.size);
    } finally {
      whole.kill('SIGTERM');
      await whole.exit;
    }
    expect(told.valueOf('backup_source_complete')).toBeLessThan(currentSeats.length);
    expect(told.valueOf('avepoint_jobs_operations_over_budget_total')).toBe(1);
  }));

describe('what happens to one organization', () => {
  const at = (hoursAgo: number): Pick<SimulatedJob, 'startedAt' | 'finishedAt'> => ({ startedAt: now - hoursAgo * hourMs, finishedAt: now - (hoursAgo - 0.5) * hourMs });
  const [succeeded, failed] = [2, 4];
  const run = (organizationId: string, hoursAgo: number, code: number): Partial<SimulatedJob> & { organizationId: string } => ({ organizationId, ...at(hoursAgo), status: code, type: 1 });
  const jobs = { salesforce: [run('well', 3, succeeded), run('well', 27, failed), run('never', 2, failed), run('never', 26, failed), run('never', 50, failed)] };
  const options = { simulator: { now: () => now, jobs }, environment: { ...WORKLOADS, ...MINUTE, AVEPOINT_PRODUCTS: 'salesforce,google-workspace' } };
  const never = { ...salesforce, workload: 'never' };
  const well = { ...salesforce, workload: 'well' };

  test('without a success there is no time of one, and after one there is; what failed before is forgotten', () =>
    withBuilt(options, async (world) => {
      const before = await scrape(world);
      expect(before.valueOf('backup_last_success_timestamp_seconds', never)).toBeNull();
      expect(before.valueOf('backup_consecutive_failures', never)).toBe(3);
      expect(before.valueOf('backup_state', { ...never, state: 'FAILING' })).toBe(1);
      expect(before.valueOf('backup_last_success_timestamp_seconds', well)).toBe(Math.floor((now - 2.5 * hourMs) / 1000));
      expect(before.valueOf('backup_consecutive_failures', well)).toBe(0);

      world.simulator.add('salesforce', run('never', 1, succeeded));
      await world.step();
      const after = await scrape(world);
      expect(after.valueOf('backup_last_success_timestamp_seconds', never)).toBe(Math.floor((now - 0.5 * hourMs) / 1000));
      expect(after.valueOf('backup_consecutive_failures', never)).toBe(0);
      expect(after.valueOf('backup_state', { ...never, state: 'FAILING' })).toBe(0);
      expect(after.valueOf('backup_state', { ...never, state: 'OK' })).toBe(1);
    }));

  test('a success that was found is not told where a later one may stand in what was not read', () => {
    const long = { ...run('well', 60, succeeded), startedAt: now - 60 * hourMs, finishedAt: now - hourMs };
    const own = { salesforce: [long, ...Array.from({ length: 50 }, (_, index) => run('well', 2 + index, succeeded))] };
    return withBuilt({ simulator: { now: () => now, jobs: own }, environment: { ...options.environment, AVEPOINT_PRODUCTS: 'salesforce', AVEPOINT_PAGE_SIZE: '10', AVEPOINT_SCAN_BUDGET: '4' } }, async (world) => {
      expect((await board(world)).nodes).toMatchObject([{ latestSuccess: { status: 'SUCCEEDED' }, searchedFrom: null }]);
      const told = await scrape(world);
      expect(told.valueOf('backup_state', well)).toBe(1);
      expect(told.valueOf('backup_last_success_timestamp_seconds', well)).toBeNull();
      expect(told.valueOf('backup_consecutive_failures', well)).toBeNull();
      expect(told.valueOf('backup_source_complete', salesforce)).toBe(0);
    });
  });

  test('a source that fails takes its backups away with it, the others stay, and it brings them back', () =>
    withBuilt(options, async (world) => {
      const google = { source: 'default/us/google-workspace' };
      const toldOf = ({ samplesOf }: Scrape, source: string): string[] => ['backup_state', 'backup_consecutive_failures', 'backup_last_success_timestamp_seconds'].filter((name) => samplesOf(name).some(({ labels }) => labels['source'] === source));
      const all = ['backup_state', 'backup_consecutive_failures', 'backup_last_success_timestamp_seconds'];
      expect(toldOf(await scrape(world), salesforce.source)).toEqual(all);

      world.simulator.set({ salesforce: { fault: status(403) } });
      await world.step();
      const silent = await scrape(world);
      expect(toldOf(silent, salesforce.source)).toEqual([]);
      expect(toldOf(silent, google.source)).toEqual(all);
      expect(silent.valueOf('backup_source_complete', salesforce)).toBe(0);
      expect(silent.valueOf('backup_source_complete', google)).toBe(1);
      await expect.poll(() => readingsLogged(world).at(-1)).toMatchObject({ errors: 1, failed: ['default/us/salesforce UPSTREAM_FORBIDDEN'] });

      world.simulator.set({ salesforce: { fault: null } });
      await world.step();
      const mended = await scrape(world);
      expect(toldOf(mended, salesforce.source)).toEqual(all);
      expect(mended.valueOf('backup_source_complete', salesforce)).toBe(1);
    }));
});

describe('when it is read', () => {
  test('for whoever comes, at most once a minute, and for nobody else', () =>
    withBuilt({ simulator: story, environment: { ...environment, ...MINUTE } }, async (world) => {
      const calls = (): number => world.simulator.calls.length;
      expect(calls()).toBe(0);
      const first = await Promise.all([scrape(world), scrape(world), scrape(world)]);
      const once = calls();
      expect(once).toBeGreaterThan(0);
      const readAt = ({ valueOf }: Scrape): number | null => valueOf('backup_workloads_read_timestamp_seconds');
      expect(new Set([...first, await scrape(world)].map(readAt)).size).toBe(1);
      expect(calls()).toBe(once);
      await world.step();
      expect(calls()).toBe(once);
      expect(readAt(await scrape(world))).not.toBe(readAt(first[0] ?? expect.fail('no scrape')));
      expect(calls()).toBeGreaterThan(once);
    }));

  test('no scrape waits longer than half of its time: it has what was read last, until that is five minutes old', () =>
    withBuilt({ simulator: story, environment: { ...environment, ...MINUTE } }, async (world) => {
      const hurried = { 'x-prometheus-scrape-timeout-seconds': '0.2' };
      const fault = { kind: 'hang' } as const;
      world.simulator.set({ salesforce: { fault } });
      const early = await scrape(world, hurried);
      await until(() => world.simulator.open.now > 0);
      expect(early.text).toContain('# TYPE backup_state gauge');
      expect([early.valueOf('backup_state'), early.valueOf('backup_source_complete'), early.valueOf('backup_workloads_read_timestamp_seconds')]).toEqual([null, null, null]);

      world.simulator.set({ salesforce: { fault: null } });
      await until(() => readingsLogged(world).length > 0, 60_000);
      const known = await scrape(world, hurried);
      const readAt = known.valueOf('backup_workloads_read_timestamp_seconds');
      expect([known.valueOf('backup_state'), readAt]).not.toContain(null);
      world.simulator.set({ salesforce: { fault } });
      await world.step();
      const meanwhile = await scrape(world, hurried);
      await until(() => world.simulator.open.now > 0);
      expect([meanwhile.valueOf('backup_state'), meanwhile.valueOf('backup_workloads_read_timestamp_seconds')]).toEqual([known.valueOf('backup_state'), readAt]);
      for (let minutes = 1; minutes < 5; minutes += 1) await world.step();
      const late = await scrape(world, hurried);
      expect([late.valueOf('backup_state'), late.valueOf('backup_source_complete'), late.valueOf('backup_workloads_read_timestamp_seconds')]).toEqual([null, null, readAt]);
    }));

  test('not where it is not asked for', () =>
    withBuilt({ environment: METRICS }, async (world) => {
      const { text } = await scrape(world);
      expect(text).not.toContain('backup_');
      expect(world.simulator.calls).toEqual([]);
    }));
});

test('a server that ends breaks a reading off', { timeout: 20_000 }, () =>
  withBuilt({ simulator: { switches: { salesforce: { fault: { kind: 'hang' } } } }, environment: WORKLOADS }, async (world) => {
    const scraping = scrape(world);
    await until(() => world.simulator.calls.some(({ product }) => product === 'salesforce'));
    world.server.kill('SIGTERM');
    // Whoever waits is answered before the connections are closed.
    expect((await scraping).samplesOf('backup_source_complete')).toEqual([]);
    expect(await world.server.exit).toEqual([0, null]);
    expect(readingsLogged(world)).toEqual([]);
  }));

test('what cannot be read at all is logged, and the other metrics are told', () =>
  withBuilt({ simulator: { now: () => now, jobs: { salesforce: organizations(5_001) } }, environment: { ...environment, AVEPOINT_PRODUCTS: 'salesforce', AVEPOINT_PAGE_SIZE: '1000' } }, async (world) => {
    const told = await scrape(world);
    expect([told.valueOf('backup_state'), told.valueOf('backup_source_complete'), told.valueOf('backup_workloads_read_timestamp_seconds')]).toEqual([null, null, null]);
    expect(told.valueOf('avepoint_jobs_upstream_calls_total')).toBeGreaterThan(5);
    const lines = (): unknown[] => world.server.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'workloads could not be read for metrics');
    await expect.poll(lines).toMatchObject([{ level: 'error', err: { type: 'TooManyGroupsError' } }]);
  }));

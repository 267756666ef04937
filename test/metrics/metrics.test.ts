import { connect } from 'node:net';

import { beforeAll, describe, expect, test } from 'vitest';

import { build } from '../support/built-server.js';
import { withBuilt } from '../support/built-world.js';
import { status } from '../support/faults.js';
import { addressOf, METRICS, readSamples, scrape } from './scrape.js';

beforeAll(build, 120_000);

const LIST = '{ salesforceJobs(first: 5) { nodes { id jobId } } }';
const salesforce = { source: 'default/us/salesforce' };

test('operations, calls, pages and tokens are counted, and failures stand beside what went well', () =>
  withBuilt({ environment: METRICS }, async (world) => {
    await world.query(LIST);
    const well = await scrape(world);
    expect(well.valueOf('avepoint_jobs_operation_duration_seconds_count', { outcome: 'complete' })).toBe(1);
    expect(well.valueOf('avepoint_jobs_operation_duration_seconds_count', { outcome: 'incomplete' })).toBe(0);
    expect(well.valueOf('avepoint_jobs_upstream_calls_total')).toBe(1);
    expect(well.valueOf('avepoint_jobs_upstream_calls_total', { ...salesforce, outcome: 'OK', attempt: 'first' })).toBe(1);
    expect(well.valueOf('avepoint_jobs_upstream_call_duration_seconds_count', salesforce)).toBe(1);
    expect(well.valueOf('avepoint_jobs_pages_total', { from: 'upstream' })).toBe(1);
    expect(well.valueOf('avepoint_jobs_token_fetches_total', { outcome: 'OK' })).toBe(1);
    expect(well.valueOf('avepoint_jobs_source_state', { ...salesforce, state: 'HEALTHY' })).toBe(1);
    expect(well.valueOf('avepoint_jobs_source_state', salesforce)).toBe(1);
    expect(well.valueOf('avepoint_jobs_operations_open')).toBe(0);

    world.simulator.set({ salesforce: { fault: { ...status(503), times: 1 } } });
    await world.query(LIST);
    await world.query('{ nothing }');
    const mended = await scrape(world);
    expect(mended.valueOf('avepoint_jobs_upstream_calls_total', { ...salesforce, outcome: 'UPSTREAM_ERROR', attempt: 'first' })).toBe(1);
    expect(mended.valueOf('avepoint_jobs_upstream_calls_total', { ...salesforce, outcome: 'OK', attempt: 'retry' })).toBe(1);
    expect(mended.valueOf('avepoint_jobs_upstream_calls_total')).toBe(3);
    expect(mended.valueOf('avepoint_jobs_operation_duration_seconds_count', { outcome: 'complete' })).toBe(2);
    expect(mended.valueOf('avepoint_jobs_operation_duration_seconds_count', { outcome: 'refused' })).toBe(1);
  }));

test('a source that is left alone says why', () =>
  withBuilt({ environment: METRICS, simulator: { switches: { salesforce: { fault: status(429, { 'retry-after': '600' }) } } } }, async (world) => {
    await world.query(LIST);
    const { valueOf } = await scrape(world);
    expect(valueOf('avepoint_jobs_source_resting', { ...salesforce, cause: 'throttled' })).toBe(1);
    expect(valueOf('avepoint_jobs_source_resting')).toBe(1);
    expect(valueOf('avepoint_jobs_source_state', { ...salesforce, state: 'UNAVAILABLE' })).toBe(1);
    expect(valueOf('avepoint_jobs_upstream_calls_total', { outcome: 'UPSTREAM_THROTTLED' })).toBe(1);
    expect(valueOf('avepoint_jobs_operation_duration_seconds_count', { outcome: 'incomplete' })).toBe(1);
  }));

test('readings are counted by what became of them', () =>
  withBuilt({ environment: METRICS, simulator: { switches: { salesforce: { fault: status(403) } } } }, async (world) => {
    await world.query('{ jobStats { total { counts { total } } } }');
    const { valueOf } = await scrape(world);
    expect(valueOf('avepoint_jobs_readings_total', { outcome: 'FAILED' })).toBe(1);
    expect(valueOf('avepoint_jobs_readings_total', { outcome: 'OK' })).toBe(4);
    expect(valueOf('avepoint_jobs_readings_total', { outcome: 'PARTIAL' })).toBe(0);
  }));

test('an answer for which there was nobody to ask is refused, and no sign of a source that fails', () =>
  withBuilt({ environment: METRICS }, async (world) => {
    const { errors } = await world.query('{ jobs(first: 5, filter: { sourceIds: ["nowhere"] }) { nodes { id } } salesforceJobs(first: 5) { nodes { id } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'NO_SOURCE' } }]);
    const outcomes = async (): Promise<unknown[]> => {
      const { valueOf } = await scrape(world);
      return ['refused', 'incomplete', 'failed', 'complete'].map((outcome) => valueOf('avepoint_jobs_operation_duration_seconds_count', { outcome }));
    };
    expect(await outcomes()).toEqual([1, 0, 0, 0]);
    world.simulator.set({ salesforce: { permitted: false } });
    await world.query('{ none: jobs(first: 5, filter: { sourceIds: ["nowhere"] }) { nodes { id } } salesforceJobs(first: 5) { nodes { id } } }');
    expect(await outcomes()).toEqual([1, 1, 0, 0]);
  }));

test('pages from memory, and budgets that are spent', () =>
  withBuilt({ environment: { ...METRICS, PAGE_MEMORY_SECONDS: '60', AVEPOINT_CALL_BUDGET: '1' } }, async (world) => {
    await world.query(LIST);
    await world.query(LIST);
    const { valueOf } = await scrape(world);
    expect(valueOf('avepoint_jobs_pages_total', { from: 'upstream' })).toBe(1);
    expect(valueOf('avepoint_jobs_pages_total', { from: 'memory' })).toBe(1);
    expect(valueOf('avepoint_jobs_operations_over_budget_total')).toBe(0);
    await world.query('{ jobs(first: 5) { nodes { jobId } } }');
    expect((await scrape(world)).valueOf('avepoint_jobs_operations_over_budget_total')).toBe(1);
  }));

describe('what is told', () => {
  test('each metric has its help and type once, names that Prometheus knows, and nothing of callers or jobs', () =>
    withBuilt({ environment: METRICS }, async (world) => {
      const answer = await world.query<{ salesforceJobs: { nodes: { id: string; jobId: string }[] } }>(LIST);
      await world.query('query PersonalName($id: ID!) { job(id: $id) { jobId } }', { id: answer.data?.salesforceJobs.nodes[0]?.id });
      const { text } = await scrape(world);
      const types = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => [name, type]));
      const helps = [...text.matchAll(/^# HELP (\w+) \S.*$/gm)].map(([, name]) => name);
      expect(helps).toEqual([...types.keys()]);
      expect(new Set(helps).size).toBe(helps.length);
      for (const { name, value } of readSamples(text)) {
        const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
        expect(types.has(family)).toBe(true);
        expect(value).not.toBeNaN();
      }
      const own = [...types].filter(([name]) => name.startsWith('avepoint_jobs_'));
      expect(own.length).toBeGreaterThanOrEqual(9);
      for (const [name, type] of own) {
        expect(name).toMatch(/^[a-z_]+$/);
        expect(name.endsWith('_total')).toBe(type === 'counter');
        if (type === 'histogram') expect(name).toMatch(/_seconds$/);
      }
      const labels = new Set(readSamples(text).filter(({ name }) => name.startsWith('avepoint_jobs_')).flatMap((sample) => Object.keys(sample.labels)));
      expect([...labels].sort()).toEqual(['attempt', 'cause', 'from', 'le', 'outcome', 'source', 'state']);
      for (const { jobId } of answer.data?.salesforceJobs.nodes ?? []) expect(text).not.toContain(jobId);
      expect(answer.data?.salesforceJobs.nodes).toHaveLength(5);
      expect(text).not.toMatch(/PersonalName|anonymous|caller/);
      expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    }));

  test('there alone, and not on the port of the API', () =>
    withBuilt({ environment: METRICS }, async (world) => {
      const address = addressOf(world) ?? '';
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
      expect((await fetch(`${world.url}/metrics`)).status).toBe(404);
      expect((await fetch(address.replace('/metrics', '/'))).status).toBe(404);
      expect((await fetch(address, { method: 'POST' })).status).toBe(404);
    }));
});

test('without a port there is no listener', () =>
  withBuilt({}, async (world) => {
    await world.query(LIST);
    expect(world.server.log.filter((line) => line.includes('metrics'))).toEqual([]);
    expect(addressOf(world)).toBeNull();
  }));

test('a scraper that takes nothing does not keep the server from ending', () =>
  withBuilt({ environment: METRICS }, async (world) => {
    const { port } = new URL(addressOf(world) ?? '');
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /metrics HTTP/1.1\r\n');
    world.server.kill('SIGTERM');
    expect(await world.server.exit).toEqual([0, null]);
    socket.destroy();
  }));

import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { jobIdsOf, listPage, listPages } from '../support/list-jobs.js';
import { startWorld } from '../support/world.js';

const minuteMs = 60_000;
const unstarted = (jobId: string) => ({ jobId, status: 0, startedAt: null, finishedAt: null });
const started = (jobId: string, minutesAgo: number) => ({ jobId, startedAt: Date.now() - minutesAgo * minuteMs });

describe.concurrent('the resolved window travels in the cursor', () => {
  test('later pages answer for the window of the first', async () => {
    const world = await startWorld({ simulator: { jobs: { salesforce: [1, 2, 3, 4].map((minutes) => started(`AI${minutes}`, minutes)) } } });
    const list = { field: 'salesforceJobs', window: { last: 'PT1H' }, first: 1 };
    const first = await listPage(world, list);
    await sleep(1100);
    // Started between the two pages: inside a window that would slide, outside the one that does not.
    world.simulator.add('salesforce', { jobId: 'new', startedAt: Math.ceil((Date.parse(first.window.to) + 1) / 1000) * 1000 });
    const second = await listPage(world, { ...list, first: 50, after: first.pageInfo.endCursor });
    expect(second.window).toEqual(first.window);
    expect(jobIdsOf(first.edges)).toEqual(['AI1']);
    expect(jobIdsOf(second.edges)).toEqual(['AI2', 'AI3', 'AI4']);
    await world.close();
  });

  test('the default window as well, and that it is the default', async () => {
    const world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 } });
    const pages = await listPages(world, { first: 40 });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages[0]?.window.isDefault).toBe(true);
    expect(pages.map(({ window }) => window)).toEqual(pages.map(() => pages[0]?.window));
    await world.close();
  });

  test.each([{ last: 'P3D', by: 'FINISHED_AT' }, { to: '2030-01-01T00:00:00Z' }, { from: '2024-01-01T00:00:00+01:00' }])('%o', async (window) => {
    const world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 } });
    const first = await listPage(world, { window, first: 2 });
    const second = await listPage(world, { window, first: 2, after: first.pageInfo.endCursor });
    expect(second.window).toEqual(first.window);
    expect(second.pageInfo.hasPreviousPage).toBe(true);
    expect(first.pageInfo.hasPreviousPage).toBe(false);
    await world.close();
  });
});

describe.concurrent('jobs without a start', () => {
  const jobs = { 'iaas-paas': [unstarted('waiting-1'), unstarted('waiting-2'), started('runs', 10)] };
  const list = { field: 'iaasPaasJobs' };
  const inPast = (ms: number): string => new Date(Date.now() - ms).toISOString();

  test('lead every window that reaches up to now', async () => {
    const world = await startWorld({ simulator: { jobs } });
    for (const window of [{}, { last: 'PT1H' }, { from: inPast(30 * minuteMs) }, { to: inPast(30_000) }, { to: '2099-01-01T00:00:00Z' }]) {
      const page = await listPage(world, { ...list, window });
      expect(jobIdsOf(page.edges), JSON.stringify(window)).toEqual(['waiting-1', 'waiting-2', 'runs']);
    }
    await world.close();
  });

  test('are in no window that ended more than a minute ago', async () => {
    const world = await startWorld({ simulator: { jobs } });
    for (const window of [{ to: inPast(61_000) }, { from: inPast(20 * minuteMs), to: inPast(5 * minuteMs) }]) {
      const page = await listPage(world, { ...list, window });
      expect(jobIdsOf(page.edges), JSON.stringify(window)).toEqual(['runs']);
    }
    await world.close();
  });

  test('are in no window by end', async () => {
    const world = await startWorld({ simulator: { jobs: { 'iaas-paas': [...jobs['iaas-paas'], { jobId: 'queued-and-stopped', status: 64, startedAt: null, finishedAt: Date.now() - minuteMs }] } } });
    const page = await listPage(world, { ...list, window: { by: 'FINISHED_AT' } });
    expect(jobIdsOf(page.edges)).not.toContain('waiting-1');
    // One that never started and has an end counts by its end.
    expect(jobIdsOf(page.edges)).toContain('queued-and-stopped');
    await world.close();
  });

  test('the cursor keeps that answer', async () => {
    const world = await startWorld({ simulator: { jobs } });
    const window = { to: inPast(58_000) };
    const first = await listPage(world, { ...list, window, first: 1 });
    expect(jobIdsOf(first.edges)).toEqual(['waiting-1']);
    await sleep(2500);
    const later = await listPage(world, { ...list, window });
    expect(jobIdsOf(later.edges)).toEqual(['runs']);
    const second = await listPage(world, { ...list, window, after: first.pageInfo.endCursor });
    expect(jobIdsOf(second.edges)).toEqual(['waiting-2', 'runs']);
    await world.close();
  });
});

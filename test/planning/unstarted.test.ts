import { describe, expect, test } from 'vitest';

import { environmentOf, seatOf, seats, type Seat } from '../products/index.js';
import { jobIdsOf, listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const iaasPaas = seatOf('iaas-paas/jobs');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const now = Date.now();
const ago = (ms: number): number => Math.floor((now - ms) / 1000) * 1000;
const iso = (ms: number): string => new Date(ms).toISOString();

const startless = (jobId: string, finishedAt: number | null) => ({ jobId, startedAt: null, finishedAt });
const jobs = [
  startless('ended-lately', ago(2 * HOUR_MS)),
  startless('ended-long-ago', ago(20 * DAY_MS)),
  startless('neither', null),
  { jobId: 'started', startedAt: ago(3 * HOUR_MS), finishedAt: ago(2 * HOUR_MS) },
];

async function start(seat: Seat, more: Readonly<Record<string, string>> = {}): Promise<World> {
  return startWorld({ simulator: { jobs: { [seat.product]: jobs } }, environment: { ...environmentOf(seat), ...more } });
}

describe.each(seats)('a job without a start is placed by its end: $name', (seat) => {
  test.each([
    [{ last: 'PT24H' }, ['ended-lately', 'neither', 'started']],
    [{}, ['ended-lately', 'ended-long-ago', 'neither', 'started']],
    [{ from: iso(ago(21 * DAY_MS)), to: iso(ago(19 * DAY_MS)) }, ['ended-long-ago']],
    [{ from: iso(ago(19 * DAY_MS)), to: iso(ago(DAY_MS)) }, []],
    [{ to: iso(ago(DAY_MS)) }, ['ended-long-ago']],
    [{ from: iso(ago(4 * HOUR_MS)), to: iso(ago(-DAY_MS)) }, ['ended-lately', 'neither', 'started']],
    [{ from: iso(ago(-DAY_MS)), to: iso(ago(-2 * DAY_MS)) }, []],
    [{ last: 'PT24H', by: 'FINISHED_AT' }, ['ended-lately', 'started']],
  ])('%o', async (window, expected) => {
    const world = await start(seat);
    const page = await listPage(world, { field: seat.field, window });
    expect(page.isComplete).toBe(true);
    expect(jobIdsOf(page.edges).sort()).toEqual(expected);
    await world.close();
  });

  test('also where it is looked up', async () => {
    const world = await start(seat);
    const find = async (jobId: string): Promise<number | undefined> => {
      const { data } = await world.query<{ findJobs: readonly unknown[] }>('query ($jobId: String!) { findJobs(jobId: $jobId, window: { last: "PT24H" }) { id } }', { jobId });
      return data?.findJobs.length;
    };
    expect([await find('ended-lately'), await find('ended-long-ago'), await find('neither')]).toEqual([1, 0, 1]);
    await world.close();
  });
});

describe('an upstream that counts jobs without a start in every window', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ jobId: `job-${index}`, startedAt: ago((index + 1) * 60_000) }));
  const waiting = Array.from({ length: 10 }, (_, index) => ({ ...startless(`waits-${index}`, null), status: 0 }));

  async function totalOf(own: readonly Record<string, unknown>[], first: number): Promise<number | null | undefined> {
    const world = await startWorld({
      simulator: { jobs: { 'iaas-paas': own } },
      environment: { AVEPOINT_PRODUCTS: iaasPaas.product, AVEPOINT_IAAS_PAAS_TIME_FILTER: 'start', AVEPOINT_PAGE_SIZE: '5' },
    });
    const { data } = await world.query<{ list: { totalCount: number | null } }>(`{ list: iaasPaasJobs(first: ${first}, window: { last: "PT24H" }) { totalCount } }`);
    await world.close();
    return data?.list.totalCount;
  }

  test.each([0, 1, 3])('its total is exact where every job has a start: first %i', async (first) => {
    expect(await totalOf(many, first)).toBe(30);
  });

  test.each([0, 1, 3])('and unknown as soon as one is seen that has an end alone: first %i', async (first) => {
    expect(await totalOf([...many, startless('ended-long-ago', ago(20 * DAY_MS))], first)).toBeNull();
  });

  test('or where it might be behind those that wait', async () => {
    expect(await totalOf([...many, ...waiting, startless('zz-ended-long-ago', ago(20 * DAY_MS))], 0)).toBeNull();
    expect(await totalOf([...many, ...waiting.slice(5)], 0)).toBe(35);
  });
});

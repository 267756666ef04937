import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { currentSeats, environmentOf, olderSeats } from '../products/index.js';
import { listEdges, type ListedEdge } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { count, type Counts } from './count.js';

/** The simulator's clock stands, so that what is running stays so. */
const now = Date.now();

function countsOf(edges: readonly ListedEdge[]): Counts {
  const of = (status: string): number => edges.filter(({ node }) => node.status === status).length;
  return {
    total: edges.length,
    queued: of('QUEUED'),
    running: of('RUNNING'),
    paused: of('PAUSED'),
    succeeded: of('SUCCEEDED'),
    partial: of('PARTIAL'),
    failed: of('FAILED'),
    stopped: of('STOPPED'),
    skipped: of('SKIPPED'),
    unknown: of('UNKNOWN'),
  };
}

/** With bounds of their own: what was the last three days when jobs were listed is not when they are counted. */
const periods = [
  { title: 'the last three days by end', period: { from: new Date(now - 72 * 3_600_000).toISOString() } },
  { title: 'two days and a half by start', period: { from: new Date(now - 60 * 3_600_000).toISOString(), by: 'STARTED_AT' } },
  { title: 'a day by end, long over', period: { from: new Date(now - 72 * 3_600_000).toISOString(), to: new Date(now - 48 * 3_600_000).toISOString() } },
];

const filters = [{}, { statuses: ['FAILED', 'PARTIAL'] }, { operations: ['BACKUP'] }, { statuses: ['RUNNING', 'QUEUED', 'UNKNOWN'] }];

describe.each([
  { title: 'current endpoints', seats: currentSeats, pageSize: 100 },
  { title: 'older endpoints', seats: olderSeats, pageSize: 9 },
])('$title, $pageSize jobs an upstream page', ({ seats, pageSize }) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ simulator: { now: () => now, jobsPerProduct: 40, days: 4 }, environment: { ...environmentOf(...seats), AVEPOINT_PAGE_SIZE: String(pageSize) } });
  });
  afterAll(() => world.close());

  describe.each(periods)('$title', ({ period }) => {
    it.each(filters)('counts what a list with the filter %j has', async (filter) => {
      const listed = await listEdges(world, { filter, window: { by: 'FINISHED_AT', ...period } });
      const stats = await count(world, { filter, period, groupBy: ['SOURCE'] });

      expect(stats.total).toMatchObject({ precision: 'EXACT', counts: countsOf(listed) });
      expect(stats.groups.map(({ key, counts }) => [key.source?.id, counts])).toEqual(
        stats.sources.filter(({ outcome }) => outcome !== 'SKIPPED').map(({ source: { id } }) => [id, countsOf(listed.filter(({ node }) => id.endsWith(`/${node.product.toLowerCase().replace(/_/g, '-')}`)))]),
      );
      expect(stats.isComplete).toBe(true);
    });
  });
});

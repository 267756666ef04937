import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, expect, test } from 'vitest';

import { seats } from '../products/index.js';
import { jobIdsOf, listPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
afterEach(() => world.close());

const MINUTE_MS = 60_000;

/** The first page has left the server's memory, the second is still in it, and in between a job came in that pushes all others along. */
test.each(seats)('$name: a page in memory that is older than the page before it loses nothing', async ({ product, field, environment }) => {
  const now = Date.now();
  const jobs = Array.from({ length: 40 }, (_, index) => ({ jobId: `J${String(index).padStart(2, '0')}`, startedAt: now - (index + 10) * MINUTE_MS, finishedAt: now - (index + 9) * MINUTE_MS, dataSource: 1 }));
  world = await startWorld({ simulator: { jobs: { [product]: jobs } }, environment: { ...environment, AVEPOINT_PAGE_SIZE: '10', PAGE_MEMORY_SECONDS: '2' } });
  const window = { from: new Date(now - 600 * MINUTE_MS).toISOString(), to: new Date(now + 60 * MINUTE_MS).toISOString() };

  await listPage(world, { field, window, first: 5 });
  await sleep(1500);
  await listPage(world, { field, window, first: 25 });
  world.simulator.add(product, { jobId: 'NEW', startedAt: now - MINUTE_MS, dataSource: 1 });
  await sleep(700);
  const { edges, isComplete } = await listPage(world, { field, window, first: 25 });
  expect(isComplete).toBe(true);
  expect(jobIdsOf(edges)).toEqual(['NEW', ...jobs.slice(0, 24).map(({ jobId }) => jobId)]);
});

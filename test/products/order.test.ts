import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { inOrder } from '../support/oracle.js';
import { startWorld, type World } from '../support/world.js';
import { currentSeats, eachProduct } from './index.js';
import { expectTrueFields, expectUntroubled, jobsField, keysOfAnswers, keysOfRecords, walk } from './walk.js';

/** Many jobs at the same moment, some without a start, job ids in no order. */
function tiedJobs(count: number): Partial<SimulatedJob>[] {
  const moment = Date.parse('2026-03-01T10:00:00Z');
  return Array.from({ length: count }, (_, index) => ({
    jobId: `J${String((index * 7) % count).padStart(3, '0')}`,
    startedAt: index % 5 === 0 ? null : moment - (index % 3) * 1000,
    finishedAt: index % 5 === 0 ? null : moment + 60_000,
  }));
}

describe('jobs that start together', () => {
  let world: World;
  beforeAll(async () => {
    const jobs = eachProduct(({ vary }) => tiedJobs(12).map((job, index) => ({ ...job, ...vary(index) })));
    world = await startWorld({ simulator: { jobs }, environment: { AVEPOINT_PAGE_SIZE: '4' } });
  });
  afterAll(() => world.close());

  const truth = (): SimulatedJob[] => inOrder(currentSeats.flatMap(({ product }) => world.simulator.records(product)));

  it.each([1, 2, 5, 200])('come unstarted first, then by start, product and job id: by %d', async (first) => {
    const walked = await walk(world, jobsField, { first });
    expectUntroubled(walked);
    expect(keysOfAnswers(walked.jobs)).toEqual(keysOfRecords(truth()));
    expectTrueFields(walked.jobs, truth(), currentSeats);
    expect(walked.warnings).toEqual([]);
  });

  it('come so through the field of one product too', async () => {
    for (const seat of currentSeats) {
      const walked = await walk(world, seat, { first: 4 });
      expect(keysOfAnswers(walked.jobs)).toEqual(keysOfRecords(truth().filter(({ product }) => product === seat.product)));
    }
  });
});

describe('one id in two products', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 20, days: 5 } });
  });
  afterAll(() => world.close());

  it('26: both are there, and their global ids differ', async () => {
    const { jobs } = await walk(world, jobsField, { first: 200 });
    const twice = jobs.filter(({ jobId }) => jobs.filter((other) => other.jobId === jobId).length > 1);
    expect(twice.map(({ product }) => product).sort()).toEqual(['IAAS_PAAS', 'MICROSOFT_365']);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
  });
});

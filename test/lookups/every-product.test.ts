import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { environmentOf, seats } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { askJob, askJobs, find, globalId, sample } from './ask.js';

const strangeIds = ['.', '..', '/', '../jobs', '%', '%2e%2e', '?jobType=1', '#', 'a/b', '\\', ' ', '\u0000', '😀', '__proto__', 'constructor', 'FB', 'FB20261332996399000000', 'x'.repeat(500)];

describe.each(seats)('$name', (seat) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ simulator: { jobsPerProduct: 600, days: 90 }, environment: environmentOf(seat) });
  });
  afterAll(() => world.close());

  const records = () => world.simulator.records(seat.product);

  test('jobs old and new are found by their global id', async () => {
    for (const { jobId } of sample(records(), 12)) {
      const { data, errors } = await askJob(world, globalId(seat.sourceId, jobId));
      expect(errors).toBeUndefined();
      expect(data?.job).toMatchObject({ id: globalId(seat.sourceId, jobId), jobId, source: { id: seat.sourceId } });
    }
  });

  test('and by the id that people see', async () => {
    for (const { jobId } of sample(records(), 12)) {
      const { data, errors } = await find(world, { jobId });
      expect(errors).toBeUndefined();
      expect(data?.findJobs?.map((job) => job.id)).toEqual([globalId(seat.sourceId, jobId)]);
    }
  });

  test('a hundred at once, in the order asked, with nulls where there is none', async () => {
    const jobIds = sample(records(), 100).map(({ jobId }, index) => (index % 10 === 3 ? `${jobId}9` : jobId));
    const ids = jobIds.map((jobId) => globalId(seat.sourceId, jobId));
    const { data, errors } = await askJobs(world, ids);
    expect(errors).toBeUndefined();
    expect(data?.jobsById.map((job) => job?.jobId ?? null)).toEqual(jobIds.map((jobId, index) => (index % 10 === 3 ? null : jobId)));
  });

  test('the same one asked for twice is there twice', async () => {
    const [{ jobId } = expect.fail('no job')] = records();
    const id = globalId(seat.sourceId, jobId);
    const { data } = await askJobs(world, [id, id]);
    expect(data?.jobsById.map((job) => job?.jobId)).toEqual([jobId, jobId]);
  });

  test('an id of a time without jobs, and one without a time: null', async () => {
    for (const jobId of ['FB20010101000000000000', 'FB20261001081716326999', 'no-such-job', '7']) {
      const { data, errors } = await askJob(world, globalId(seat.sourceId, jobId));
      expect([errors, data?.job]).toEqual([undefined, null]);
    }
  });

  test('an id can be any text, and changes no path', async () => {
    world.simulator.forgetCalls();
    for (const jobId of strangeIds) {
      const { data, errors } = await askJob(world, globalId(seat.sourceId, jobId));
      expect([jobId, errors, data?.job]).toEqual([jobId, undefined, null]);
    }
    const asked = new Set(world.simulator.calls.map(({ method, endpoint }) => `${method} ${endpoint}`));
    const own = `${seat.method} ${seat.path}`;
    expect([...asked].filter((endpoint) => endpoint !== own && endpoint !== `${own}/{jobId}`)).toEqual([]);
  });

  test('a part of an id is not the id', async () => {
    const [{ jobId } = expect.fail('no job')] = records();
    const { data } = await askJobs(world, [globalId(seat.sourceId, jobId.slice(0, -1)), globalId(seat.sourceId, jobId.toLowerCase())]);
    expect(data?.jobsById).toEqual([null, null]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { readReported } from '../support/oracle-durations.js';
import { find, inOrder, type JobAnswer } from '../support/oracle.js';
import { startWorld, type World } from '../support/world.js';
import { currentSeats, environmentOf, olderSeats, type Seat } from './index.js';
import { expectTrueFields, expectUntroubled, jobsField, keysOfAnswers, keysOfRecords, walk, type Walk } from './walk.js';

/** The simulator's clock stands, so that what is running stays so. */
const now = Date.now();
const story = { now: () => now, jobsPerProduct: 24, days: 3 };

const worlds = [
  { title: 'current endpoints', seats: currentSeats, pageSize: 100 },
  { title: 'current endpoints', seats: currentSeats, pageSize: 9 },
  { title: 'older endpoints', seats: olderSeats, pageSize: 100 },
  { title: 'older endpoints', seats: olderSeats, pageSize: 9 },
];

describe.each(worlds)('$title, $pageSize jobs an upstream page', ({ seats, pageSize }) => {
  let world: World;
  /** Global ids by product and job id, over all walks. */
  const ids = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld({ simulator: story, environment: { ...environmentOf(...seats), AVEPOINT_PAGE_SIZE: String(pageSize) } });
  });
  afterAll(() => world.close());

  const truthOf = (asked: readonly Seat[]): SimulatedJob[] => inOrder(asked.flatMap(({ product }) => world.simulator.records(product)));

  // What is the same in both worlds is walked alone in one of them.
  const alone = seats === currentSeats ? seats : seats.filter((seat) => !currentSeats.includes(seat));
  const fields = [{ ...jobsField, title: 'jobs', seats }, ...alone.map((seat) => ({ ...seat, title: `${seat.field} over ${seat.method} ${seat.path}`, seats: [seat] }))];

  describe.each(fields)('$title', (field) => {
    it.each([1, 7, 50, 200])('walks to the end by %d: every job once, in order, as it is', async (first) => {
      const truth = truthOf(field.seats);
      expect(truth.length, 'a world worth walking').toBeGreaterThan(30 * field.seats.length);
      const walked = await walk(world, field, { first });

      expectUntroubled(walked);
      expect(keysOfAnswers(walked.jobs)).toEqual(keysOfRecords(truth));
      expectTrueFields(walked.jobs, truth, seats);
      expectFullPages(walked, first);
      expectStableIds(walked.jobs, ids);
    });

    it('keeps the vendor’s own record in raw', async () => {
      const { jobs } = await walk(world, field, { first: 200 });
      for (const seat of field.seats) {
        const own = jobs.filter((job) => job.source.id === seat.sourceId);
        expect(own.length).toBeGreaterThan(30);
        expect(own.filter(({ raw }) => seat.rowNames.some((name) => !(name in raw)))).toEqual([]);
        expect(own.map(({ raw }) => raw['jobId'] ?? raw['id'])).toEqual(own.map(({ jobId }) => jobId));
        expect(own.filter((job) => !agreesWithItself(job, seat))).toEqual([]);
      }
    });
  });
});

/** While there is more, a page is full. */
function expectFullPages({ pages }: Walk, first: number): void {
  expect(pages.slice(0, -1).filter(({ edges }) => edges.length !== first)).toEqual([]);
}

function expectStableIds(jobs: readonly JobAnswer[], ids: Map<string, string>): void {
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
  const keys = keysOfAnswers(jobs);
  jobs.forEach(({ id }, index) => {
    const key = keys[index] ?? '';
    expect(ids.get(key) ?? id).toBe(id);
    ids.set(key, id);
  });
}

/** What the upstream says of a job's length is its end minus its start, as exactly as its dialect can say it. */
function agreesWithItself({ raw, startedAt, finishedAt, duration }: JobAnswer, seat: Seat): boolean {
  const reported = readReported(find(raw, seat.durationName ?? 'duration'), seat);
  if (reported === null || startedAt === null || finishedAt === null) return true;
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return Math.abs(ms - reported.ms) <= reported.grainMs && duration?.upstreamValue === reported.text;
}

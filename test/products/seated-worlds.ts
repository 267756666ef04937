import { expect } from 'vitest';

import type { ProductSwitches, SimulatedJob, SimulatorOptions } from '../../simulator/index.js';
import { startWorld, type World } from '../support/world.js';
import { currentSeats, eachProduct, environmentOf, olderSeats, type Seat } from './index.js';
import { expectSameJobs, expectTrueFields, expectUntroubled, walk, type Walk, type WalkOptions } from './walk.js';

/** Two worlds alike, one read through the current endpoints, one through the older ones. */
export interface SeatedWorlds {
  of(seat: Seat): World;
  /** Every product of the world that a seat is in. */
  seatsWith(seat: Seat): readonly Seat[];
  truthOf(seat: Seat): readonly SimulatedJob[];
  /** One product's switches, and all others as they were at the start. */
  set(seat: Seat, switches: Partial<ProductSwitches>): void;
  /** A server that remembers no failure, where switches were set. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startSeatedWorlds(simulator: SimulatorOptions, environment: Record<string, string> = {}): Promise<SeatedWorlds> {
  const start = (seats: readonly Seat[]): Promise<World> => {
    return startWorld({ simulator, environment: { ...environmentOf(...seats), AVEPOINT_PAGE_SIZE: '9', ...environment } });
  };
  const [current, older] = await Promise.all([start(currentSeats), start(olderSeats)]);
  const touched = new Set<World>();
  const worldOf = (seat: Seat): World => (currentSeats.includes(seat) ? current : older);
  return {
    of: worldOf,
    seatsWith: (seat) => (currentSeats.includes(seat) ? currentSeats : olderSeats),
    truthOf: (seat) => worldOf(seat).simulator.records(seat.product),
    set(seat, switches) {
      const { simulator: own } = worldOf(seat);
      touched.add(worldOf(seat));
      own.resetSwitches();
      own.forgetCalls();
      own.set({ [seat.product]: switches });
    },
    async restart() {
      await Promise.all([...touched].map((world) => world.restart()));
      touched.clear();
    },
    async close() {
      await Promise.all([current.close(), older.close()]);
    },
  };
}

/** A story whose clock stands, so that what is running stays so; every documented code is in it. */
export function standingStory(jobsPerProduct: number, days: number): SimulatorOptions {
  const now = Date.now();
  return { now: () => now, jobsPerProduct, days };
}

/** Jobs that end well, an hour apart and back from yesterday. The first has not started yet. */
export function plainJobs(count: number): SimulatorOptions {
  const yesterday = Math.floor(Date.now() / 3_600_000 - 24) * 3_600_000;
  const jobs = Array.from({ length: count }, (_, index): Partial<SimulatedJob> => {
    const jobId = `FB${String(10_000 + index * 37)}`;
    const startedAt = index === 0 ? null : yesterday - index * 3_600_000;
    return { jobId, startedAt, finishedAt: startedAt && startedAt + 725_000 };
  });
  return { jobs: eachProduct(({ vary }) => jobs.map((job, index) => ({ ...job, ...vary(index) }))) };
}

/** A walk through the product's own field: nothing failed, every job once, every field as the record says. */
export async function expectTruth(worlds: SeatedWorlds, seat: Seat, options: WalkOptions = {}, truth = worlds.truthOf(seat)): Promise<Walk> {
  const walked = await walk(worlds.of(seat), seat, options);
  expectUntroubled(walked);
  expectSameJobs(walked.jobs, truth);
  expectTrueFields(walked.jobs, truth, [seat]);
  expect(truth.length, 'several pages').toBeGreaterThan(20);
  return walked;
}

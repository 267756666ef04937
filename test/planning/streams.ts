import { currentSeats, environmentOf, olderSeats, type Seat } from '../products/index.js';
import { listPage, sourceOf, type ListArguments, type ListedPage, type ListedSource } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { askedFor, distinct } from './received.js';

export interface Streams {
  /** Per stream the single-valued parameters that the upstream received. */
  readonly asked: readonly string[];
  readonly source: ListedSource;
  readonly page: ListedPage;
  readonly calls: number;
}

/** What one filter makes the upstream receive, by these parameters. */
export async function streamsOf(world: World, seat: Seat, names: readonly string[], options: ListArguments): Promise<Streams> {
  world.simulator.forgetCalls();
  const page = await listPage(world, { field: seat.field, first: 1, ...options });
  const calls = world.simulator.calls.filter(({ path }) => path === seat.path);
  return { asked: distinct(askedFor(calls, names, seat)), source: sourceOf(page, seat.product), page, calls: calls.length };
}

/** One world for the endpoints of today, and one for the older two; their clocks stand still, so that records are what they are. */
export async function startBothWorlds(): Promise<{ of(seat: Seat): World; close(): Promise<void> }> {
  const startedAt = Date.now();
  const simulator = { jobsPerProduct: 160, days: 28, now: () => startedAt };
  const [current, older] = await Promise.all([currentSeats, olderSeats].map((seats) => startWorld({ simulator, environment: environmentOf(...seats) }))) as [World, World];
  return {
    of: (seat) => (currentSeats.includes(seat) ? current : older),
    async close() {
      await Promise.all([current.close(), older.close()]);
    },
  };
}

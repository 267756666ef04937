import { listPage, sourceOf, type Dialect, type ListArguments, type ListedPage, type ListedSource } from '../support/list-jobs.js';
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
export async function streamsOf(world: World, dialect: Dialect, names: readonly string[], options: ListArguments): Promise<Streams> {
  world.simulator.forgetCalls();
  const page = await listPage(world, { field: dialect.field, first: 1, ...options });
  const calls = world.simulator.calls.filter(({ path }) => path === dialect.path);
  // The older endpoints read 0 as "all".
  const isZeroAll = dialect.path === '/cloudbackup/jobs' || dialect.path === '/api/public/jobreport';
  return { asked: distinct(askedFor(calls, names, { isZeroAll })), source: sourceOf(page, dialect.product), page, calls: calls.length };
}

/** One world for the endpoints of today, and one for the older two; their clocks stand still, so that records are what they are. */
export async function startBothWorlds(): Promise<{ of(dialect: Dialect): World; close(): Promise<void> }> {
  const startedAt = Date.now();
  const simulator = { jobsPerProduct: 160, days: 28, now: () => startedAt };
  const olderEndpoints = { AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report', AVEPOINT_MICROSOFT_365_ENDPOINT: 'jobs' };
  const [current, older] = await Promise.all([startWorld({ simulator }), startWorld({ simulator, environment: olderEndpoints })]);
  return {
    of: ({ environment }) => (Object.keys(environment).length > 0 ? older : current),
    async close() {
      await Promise.all([current.close(), older.close()]);
    },
  };
}

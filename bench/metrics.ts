import { startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { loadInTurn, medianOf, medianRatio, type Pace, type Rounds } from './load.js';
import { printTargets } from './targets.js';

/** More rounds than elsewhere, since what is looked for is small. */
const PACE: Pace = { rounds: 9, seconds: 3, connections: 16 };
const QUERY = '{ page: salesforceJobs(first: 50) { edges { node { id jobId status operation startedAt finishedAt } } pageInfo { hasNextPage endCursor } } }';

/** What it costs to count: this server with and without `METRICS_PORT`, turn by turn. */
export function benchMetrics(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: 1000 });
  const cases = { cold: { PAGE_MEMORY_SECONDS: '0', AVEPOINT_PAGE_SIZE: '50' }, 'from memory': {} };
  for (const [name, environment] of Object.entries(cases)) {
    const without = await startOwn(upstream, { isApart }, environment);
    const counted = await startOwn(upstream, { isApart }, { ...environment, METRICS_PORT: '0' });
    const contenders = [
      { name: 'without', server: without, path: '/graphql', query: QUERY },
      { name: 'with', server: counted, path: '/graphql', query: QUERY },
    ];
    const rounds = await loadInTurn(contenders, PACE);
    await without.stop();
    await counted.stop();
    print(name, rounds);
  }
  await upstream.stop();
}

function print(name: string, rounds: Rounds): void {
  console.log(`\nA page of 50 jobs, ${name}, with and without METRICS_PORT, medians of ${PACE.rounds} rounds in turn`);
  console.table(Object.fromEntries(['without', 'with'].map((server) => [server, { 'requests/s': Math.round(medianOf(rounds, server, 'perSecond')), 'CPU us': Math.round(medianOf(rounds, server, 'cpuMicroseconds')) }])));
  printTargets([
    { what: `${name}: requests a second, to those without`, measured: medianRatio(rounds, 'with', 'without', 'perSecond'), atLeast: 0.98 },
    { what: `${name}: CPU a request, to that without`, measured: medianRatio(rounds, 'with', 'without', 'cpuMicroseconds'), atMost: 1.02 },
  ]);
}

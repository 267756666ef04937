import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { operationOf, statusOf } from '../planning/truth.js';
import { serviceOfType } from '../products/iaas-paas.js';
import { currentSeats, type Seat } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { board, type Row } from './board.js';

/** The simulator's clock stands, so that what is running stays so. */
const now = Date.now();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const simulator = { now: () => now, jobsPerProduct: 240, days: 12 };
const environment = { LIMIT_COST_PER_MINUTE: '1000000', AVEPOINT_PAGE_SIZE: '100' };

const AUDITS: Readonly<Record<string, number>> = { salesforce: 20, 'dynamics-365': 16 };

/** W1, by the records alone. */
function rowOf(job: SimulatedJob, { product }: Seat): { readonly operation: string; readonly code: string | null } {
  const operation = AUDITS[product] === job.type ? 'OTHER' : operationOf(job);
  if (product === 'iaas-paas') return { operation, code: serviceOfType(job.type) };
  if (product === 'salesforce' || product === 'dynamics-365') return { operation, code: job.organizationId };
  return { operation, code: job.service === null ? null : String(job.service) };
}

const keyOf = (sourceId: string, operation: string, code: string | null): string => JSON.stringify([sourceId, operation, code]);
const instantOf = ({ startedAt, finishedAt }: SimulatedJob): number | null => startedAt ?? finishedAt;
const newest = (jobs: readonly SimulatedJob[], of: (job: SimulatedJob) => number): SimulatedJob | null =>
  [...jobs].sort((a, b) => of(b) - of(a) || (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.jobId < b.jobId ? 1 : -1))[0] ?? null;

/** A service that no parameter names is told by nothing: no query brings such jobs (A2). */
const isTold = ({ product, service }: SimulatedJob): boolean => product !== 'microsoft-365' || (service !== null && service >= 1 && service <= 12);

interface Expected {
  readonly latest: string | null;
  readonly latestEnded: string | null;
  readonly latestSuccess: string | null;
  readonly consecutiveFailures: number;
  readonly runs: number;
  readonly isStale: boolean;
}

/** W2 to W8, of a world that was read in full. */
function expectedOf(world: World, operations: readonly string[], from: number): ReadonlyMap<string, Expected> {
  const jobs = currentSeats.flatMap((seat) => world.simulator.records(seat.product).map((job) => ({ job, key: keyOf(seat.sourceId, rowOf(job, seat).operation, rowOf(job, seat).code), ...rowOf(job, seat) })));
  const asked = jobs.filter(({ job, operation }) => isTold(job) && operations.includes(operation) && (instantOf(job) ?? from) >= from);
  const keys = [...new Set(asked.map(({ key }) => key))];
  return new Map(keys.map((key) => [key, judge(asked.filter((one) => one.key === key).map(({ job }) => job))]));
}

function judge(jobs: readonly SimulatedJob[]): Expected {
  const endOf = (job: SimulatedJob): number => job.finishedAt ?? job.startedAt ?? -Infinity;
  const ended = jobs.filter((job) => ['SUCCEEDED', 'PARTIAL', 'FAILED'].includes(statusOf(job)));
  const success = newest(ended.filter((job) => statusOf(job) === 'SUCCEEDED'), endOf);
  const failed = ended.filter((job) => statusOf(job) === 'FAILED' && (success === null || endOf(job) > endOf(success)));
  return {
    latest: newest(jobs, (job) => job.startedAt ?? Infinity)?.jobId ?? null,
    latestEnded: newest(ended, endOf)?.jobId ?? null,
    latestSuccess: success?.jobId ?? null,
    consecutiveFailures: failed.length,
    runs: jobs.filter(({ startedAt }) => startedAt !== null).length,
    isStale: success === null || now - endOf(success) > 26 * hourMs,
  };
}

const seen = ({ latest, latestEnded, latestSuccess, consecutiveFailures, runs, isStale }: Row): unknown => ({
  latest: latest?.jobId ?? null,
  latestEnded: latestEnded?.jobId ?? null,
  latestSuccess: latestSuccess?.jobId ?? null,
  consecutiveFailures,
  runs,
  isStale,
});

const keyOfRow = ({ source, operation, workload }: Row): string => keyOf(source.id, operation, workload?.code ?? null);

describe('what every product protects', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator, environment })));
  afterAll(() => world.close());

  test.each([[['BACKUP']], [['RESTORE', 'RETENTION']], [['OTHER']], [['OTHER', 'BACKUP', 'EXPORT']]])('W1 to W8: %j', async (operations) => {
    const { nodes } = await board(world, { filter: { operations }, first: 500 });
    const expected = expectedOf(world, operations, now - 7 * dayMs);
    expect(new Map(nodes.map((row) => [keyOfRow(row), seen(row)]))).toEqual(expected);
    expect(nodes.length).toBeGreaterThan(3);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });
});

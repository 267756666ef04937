import { describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { currentSeats, seatOf, type Seat } from '../products/index.js';
import { status, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';
import { askForBoard, board, type Board, type BoardArguments, type Row } from './board.js';

/** What those get wrong who list jobs and look at the newest (rules W3 to W8, W13). */
const now = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;

/** A backup of one workload, and what else is done to that. */
const KINDS: Readonly<Record<ProductName, { readonly backup: Partial<SimulatedJob>; readonly auditBackup?: number }>> = {
  'google-workspace': { backup: { type: 1, service: 1, dataSource: 1 } },
  'iaas-paas': { backup: { type: 1 } },
  'microsoft-365': { backup: { type: 1, service: 1 } },
  salesforce: { backup: { type: 1, organizationId: 'one' }, auditBackup: 20 },
  'dynamics-365': { backup: { type: 1, organizationId: 'one' }, auditBackup: 16 },
};

interface Story extends Partial<SimulatedJob> {
  readonly hoursAgo: number;
  /** Of `JobStatus`. */
  readonly as: string;
}

const backups = (...all: readonly string[]): Story[] => all.map((as, index) => ({ hoursAgo: 2 + index * 4, as }));

function codeOf(table: Readonly<Record<number, string | readonly string[]>>, name: string): number {
  const [code] = Object.entries(table).find(([, named]) => [named].flat().includes(name)) ?? [];
  return code === undefined ? expect.fail(`nothing is ${name}`) : Number(code);
}

/** Each takes half an hour. */
function jobsOf({ product, statuses }: Seat, stories: readonly Story[]): Partial<SimulatedJob>[] {
  return stories.map(({ hoursAgo, as, ...more }, index) => {
    const startedAt = now - hoursAgo * hourMs;
    return { ...KINDS[product].backup, jobId: `VB${String(20_261_126_000_000 + index)}`, ...more, status: codeOf(statuses, as), startedAt, finishedAt: as === 'RUNNING' ? null : startedAt + hourMs / 2 };
  });
}

function tell(seat: Seat, stories: readonly Story[], run: (world: World) => Promise<void>, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  return withWorld({ simulator: { now: () => now, jobs: { [seat.product]: jobsOf(seat, stories) } }, environment: { AVEPOINT_PRODUCTS: seat.product, ...environment } }, run);
}

async function onlyRow(world: World, args: BoardArguments = {}): Promise<Row> {
  const { nodes } = await board(world, args);
  expect(nodes.length).toBe(1);
  return nodes[0] as Row;
}

describe.each(currentSeats)('$name', (seat) => {
  const { product, sourceId, types } = seat;
  const nightly = [2, 3, 4, 5, 6].map((days): Story => ({ hoursAgo: days * 24, as: 'SUCCEEDED' }));

  test('trap 1: a running job does not hide the last result', () =>
    tell(seat, backups('RUNNING', 'FAILED', 'FAILED', 'SUCCEEDED'), async (world) => {
      const row = await onlyRow(world);
      expect(row).toMatchObject({ state: 'FAILING', latest: { status: 'RUNNING' }, latestEnded: { status: 'FAILED' }, consecutiveFailures: 2, consecutiveFailuresPrecision: 'EXACT', isLate: null, isStale: false, runs: 4 });
      expect(row.failingSince).toBe(new Date(now - 9.5 * hourMs).toISOString());
      expect(row.successAgeSeconds).toBeGreaterThanOrEqual(13.5 * 3600);
    }));

  test('trap 2: neither a retention job nor a backup of audit logs hides a failed backup', () => {
    const retention: Story = { hoursAgo: 1, as: 'SUCCEEDED', type: codeOf(types, 'RETENTION') };
    const audit: Story[] = KINDS[product].auditBackup === undefined ? [] : [{ hoursAgo: 1, as: 'SUCCEEDED', type: KINDS[product].auditBackup }];
    return tell(seat, [retention, ...audit, ...backups('FAILED', 'SUCCEEDED')], async (world) => {
      expect(await onlyRow(world)).toMatchObject({ operation: 'BACKUP', state: 'FAILING', consecutiveFailures: 1, latest: { status: 'FAILED' }, runs: 2 });
      const others = await board(world, { filter: { operations: ['RETENTION', 'OTHER'] } });
      expect(others.nodes.map(({ operation, state }) => [operation, state])).toEqual([['RETENTION', 'OK'], ...audit.map(() => ['OTHER', 'OK'])]);
    });
  });

  test('trap 3: silence does not pass for health: what has stopped is stale, and late', () =>
    tell(seat, nightly, async (world) => {
      expect(await onlyRow(world)).toMatchObject({ state: 'STALE', isStale: true, isLate: true, expectation: { interval: 'PT24H', basis: 'HISTORY' }, latestEnded: { status: 'SUCCEEDED' }, consecutiveFailures: 0 });
      expect(await onlyRow(world, { staleAfter: 'P3D' })).toMatchObject({ state: 'LATE', isStale: false, isLate: true });
    }));

  test('trap 4: "never" does not pass for "unknown", nor the other way round', async () => {
    const failures = backups(...Array.from({ length: 9 }, () => 'FAILED'));
    await tell(seat, failures, async (world) => {
      expect(await onlyRow(world)).toMatchObject({ state: 'FAILING', latestSuccess: null, successEvidence: 'NONE', successAge: null, isStale: true, consecutiveFailures: 9, consecutiveFailuresPrecision: 'EXACT' });
    });
    await withWorld({ simulator: { now: () => now, jobs: { [product]: jobsOf(seat, [...failures, { hoursAgo: 60, as: 'SUCCEEDED' }]) } }, environment: { AVEPOINT_PRODUCTS: product, AVEPOINT_PAGE_SIZE: '2' } }, async (world) => {
      // The first page of every stream comes, and no second one.
      world.simulator.set({ [product]: { fault: { kind: 'status', status: 403, after: { 'google-workspace': 2, 'iaas-paas': 1, 'microsoft-365': 13, salesforce: 4, 'dynamics-365': 2 }[product] } } });
      const { data, errors } = await askForBoard(world, { groups: true });
      const { nodes, groups, isComplete } = data?.board as Board;
      expect(nodes).toMatchObject([{ state: 'FAILING', latestEnded: { status: 'FAILED' }, latestSuccess: null, successEvidence: 'UNKNOWN', isStale: null, runs: null }]);
      expect(groups).toMatchObject([{ total: 1, failing: 1, breached: 0, compliant: 0, undecided: 1, silentSources: 0 }]);
      expect([isComplete, errors?.length]).toEqual([false, 1]);
    });
  });

  test('trap 5: a partial result does not pass for success, but where that is said, and is shown as partial then too', () =>
    tell(seat, [...backups('PARTIAL', 'PARTIAL'), { hoursAgo: 30, as: 'SUCCEEDED' }], async (world) => {
      expect(await onlyRow(world)).toMatchObject({ state: 'STALE', latestEnded: { status: 'PARTIAL' }, latestSuccess: { status: 'SUCCEEDED' }, consecutiveFailures: 0, isStale: true });
      expect(await onlyRow(world, { partial: true })).toMatchObject({ state: 'PARTIAL', latestSuccess: { status: 'PARTIAL' }, isStale: false });
      expect(await onlyRow(world, { staleAfter: 'P2D' })).toMatchObject({ state: 'PARTIAL', latestSuccess: { status: 'SUCCEEDED' }, isStale: false });
    }));

  test('a source that fails: its workloads are absent and counted in silentSources; never OK, never STALE by silence', () => {
    const other = currentSeats.find((one) => one.product !== product) ?? expect.fail('no other');
    const jobs = { [product]: jobsOf(seat, nightly), [other.product]: jobsOf(other, backups('SUCCEEDED')) };
    return withWorld({ simulator: { now: () => now, jobs, switches: { [product]: { fault: status(403) } } }, environment: { AVEPOINT_PRODUCTS: `${product},${other.product}` } }, async (world) => {
      for (const orderBy of ['BY_SOURCE', 'WORST_FIRST'] as const) {
        const { data, errors } = await askForBoard(world, { groups: true, groupBy: ['SOURCE'], orderBy });
        const { nodes, groups = [], isComplete, sources } = data?.board as Board;
        expect(nodes.map(({ source, state }) => [source.id, state])).toEqual([[other.sourceId, 'OK']]);
        const of = (id: string): unknown => groups.find(({ key }) => key.source?.id === id);
        expect(of(sourceId)).toMatchObject({ total: 0, ok: 0, stale: 0, unknown: 0, silentSources: 1 });
        expect(of(other.sourceId)).toMatchObject({ total: 1, ok: 1, compliant: 1, silentSources: 0 });
        expect([isComplete, sources.find(({ source }) => source.id === sourceId)?.outcome]).toEqual([false, 'FAILED']);
        expect(errors).toMatchObject([{ path: ['board'], extensions: { code: 'UPSTREAM_FORBIDDEN', source: sourceId } }]);
      }
    });
  });
});

test('W5: a run that processed nothing is no success where that is asked', () => {
  const counts = (successful: number): SimulatedJob['counts'] => ({ total: 4, successful, failed: 0, skipped: 0 });
  const run = (type: number, successful: number): Story => ({ hoursAgo: 3, as: 'SUCCEEDED', type, counts: counts(successful) });
  return tell(seatOf('iaas-paas/jobs'), [run(1, 0), run(128, 3)], async (world) => {
    const { nodes } = await board(world, { objects: true });
    expect(nodes.map(({ workload, successEvidence, state }) => [workload?.code, successEvidence, state])).toEqual([
      ['1', 'NONE', 'STALE'],
      ['2', 'FOUND', 'OK'],
    ]);
  });
});

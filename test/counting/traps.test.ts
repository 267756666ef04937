import { expect, test } from 'vitest';

import type { SimulatedJob, SwitchChanges } from '../../simulator/index.js';
import { status, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';
import { askForBoard, board, type Board, type BoardArguments, type Row } from './board.js';

/** What those get wrong who list jobs and look at the newest (rules W3 to W8, W13). */
const now = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;

/** By code. */
const IAAS = { running: 1, succeeded: 2, partial: 8, failed: 16, vmBackup: 1, entraBackup: 128, retention: 64 } as const;
const SALESFORCE = { succeeded: 2, failed: 4, backup: 1, auditLogBackup: 20 } as const;

interface Story {
  readonly hoursAgo: number;
  readonly status: number;
  readonly type: number;
  readonly counts?: SimulatedJob['counts'];
}

/** Each takes half an hour. */
function jobs(stories: readonly Story[]): Partial<SimulatedJob>[] {
  return stories.map(({ hoursAgo, status: code, ...story }, index) => {
    const startedAt = now - hoursAgo * hourMs;
    return { jobId: `VB${String(20_261_126_000_000 + index)}`, ...story, status: code, startedAt, finishedAt: code === IAAS.running ? null : startedAt + hourMs / 2, service: 1 };
  });
}

interface Told {
  readonly iaas?: readonly Story[];
  readonly salesforce?: readonly Story[];
  readonly switches?: SwitchChanges;
  readonly environment?: Readonly<Record<string, string>>;
}

function tell({ iaas = [], salesforce = [], switches = {}, environment = {} }: Told, run: (world: World) => Promise<void>): Promise<void> {
  const own = salesforce.length > 0 ? ['iaas-paas', 'salesforce'] : ['iaas-paas'];
  return withWorld(
    {
      simulator: { now: () => now, jobs: { 'iaas-paas': jobs(iaas), salesforce: jobs(salesforce).map((job) => ({ ...job, organizationId: 'one' })) }, switches },
      environment: { AVEPOINT_PRODUCTS: own.join(','), ...environment },
    },
    run,
  );
}

async function onlyRow(world: World, args: BoardArguments = {}): Promise<Row> {
  const { nodes } = await board(world, args);
  expect(nodes.length).toBe(1);
  return nodes[0] as Row;
}

const backups = (...statuses: readonly number[]): Story[] => statuses.map((code, index) => ({ hoursAgo: 2 + index * 4, status: code, type: IAAS.vmBackup }));
const { running, succeeded, partial, failed } = IAAS;

test('trap 1: a job that runs does not hide that the last one failed', () =>
  tell({ iaas: backups(running, failed, failed, succeeded) }, async (world) => {
    const row = await onlyRow(world);
    expect(row).toMatchObject({ state: 'FAILING', latest: { status: 'RUNNING' }, latestEnded: { status: 'FAILED' }, consecutiveFailures: 2, consecutiveFailuresPrecision: 'EXACT', isLate: null, isStale: false, runs: 4 });
    expect(row.failingSince).toBe(new Date(now - 9.5 * hourMs).toISOString());
    expect(row.successAgeSeconds).toBeGreaterThanOrEqual(13.5 * 3600);
  }));

test('trap 2: neither a retention job nor a backup of audit logs hides that the backup failed', () =>
  tell(
    {
      iaas: [{ hoursAgo: 1, status: succeeded, type: IAAS.retention }, ...backups(failed, succeeded)],
      salesforce: [{ hoursAgo: 1, status: SALESFORCE.succeeded, type: SALESFORCE.auditLogBackup }, { hoursAgo: 5, status: SALESFORCE.failed, type: SALESFORCE.backup }],
    },
    async (world) => {
      const { nodes } = await board(world);
      expect(nodes).toMatchObject([
        { source: { id: 'default/us/iaas-paas' }, operation: 'BACKUP', workload: { code: '1' }, state: 'FAILING', consecutiveFailures: 1 },
        { source: { id: 'default/us/salesforce' }, operation: 'BACKUP', workload: { code: 'one' }, state: 'FAILING', latestSuccess: null, successEvidence: 'NONE', runs: 1 },
      ]);
      const others = await board(world, { filter: { operations: ['OTHER', 'RETENTION'] } });
      expect(others.nodes.map(({ operation, workload, state }) => [operation, workload?.code ?? null, state])).toEqual([
        ['RETENTION', null, 'OK'],
        ['OTHER', 'one', 'OK'],
      ]);
    },
  ));

test('trap 3: silence is not health: what stopped is stale, and what did not answer is counted as silent', async () => {
  const nightly = [2, 3, 4, 5, 6].map((days): Story => ({ hoursAgo: days * 24, status: succeeded, type: IAAS.vmBackup }));
  await tell({ iaas: nightly }, async (world) => {
    expect(await onlyRow(world)).toMatchObject({ state: 'STALE', isStale: true, isLate: true, expectation: { interval: 'PT24H', basis: 'HISTORY' }, latestEnded: { status: 'SUCCEEDED' }, consecutiveFailures: 0 });
    expect(await onlyRow(world, { staleAfter: 'P3D' })).toMatchObject({ state: 'LATE', isStale: false, isLate: true });
  });
  await tell({ iaas: nightly, salesforce: [{ hoursAgo: 3, status: SALESFORCE.succeeded, type: SALESFORCE.backup }], switches: { 'iaas-paas': { fault: status(403) } } }, async (world) => {
    const { data, errors } = await askForBoard(world, { groups: true, groupBy: ['SOURCE'] });
    const { nodes, groups, isComplete, sources } = data?.board as Board;
    expect(nodes.map(({ source, state }) => [source.id, state])).toEqual([['default/us/salesforce', 'OK']]);
    expect(groups).toMatchObject([
      { key: { source: { id: 'default/us/iaas-paas' } }, total: 0, ok: 0, stale: 0, silentSources: 1 },
      { key: { source: { id: 'default/us/salesforce' } }, total: 1, ok: 1, compliant: 1, silentSources: 0 },
    ]);
    expect(isComplete).toBe(false);
    expect(sources.map(({ outcome }) => outcome)).toEqual(['FAILED', 'OK']);
    expect(errors).toMatchObject([{ path: ['board'], extensions: { code: 'UPSTREAM_FORBIDDEN', source: 'default/us/iaas-paas' } }]);
  });
});

test('trap 4: never is not unknown', async () => {
  const story = { iaas: backups(...Array.from({ length: 9 }, () => failed), succeeded) };
  await tell({ iaas: story.iaas.slice(0, 9) }, async (world) => {
    expect(await onlyRow(world)).toMatchObject({ latestSuccess: null, successEvidence: 'NONE', successAge: null, isStale: true, consecutiveFailures: 9, consecutiveFailuresPrecision: 'EXACT' });
  });
  await tell({ ...story, environment: { AVEPOINT_PAGE_SIZE: '2', AVEPOINT_SCAN_BUDGET: '2' } }, async (world) => {
    const { data, errors } = await askForBoard(world, { groups: true });
    const { nodes, groups, isComplete } = data?.board as Board;
    expect(nodes).toMatchObject([{ state: 'FAILING', latestEnded: { status: 'FAILED' }, latestSuccess: null, successEvidence: 'UNKNOWN', isStale: null, runs: null }]);
    expect(groups).toMatchObject([{ total: 1, failing: 1, breached: 0, compliant: 0, undecided: 1 }]);
    expect(isComplete).toBe(false);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BUDGET_EXHAUSTED']);
  });
});

test('trap 5: a partial result is a success only where that is said, and shown as partial then too', () =>
  tell({ iaas: [...backups(partial, partial), { hoursAgo: 30, status: succeeded, type: IAAS.vmBackup }] }, async (world) => {
    expect(await onlyRow(world)).toMatchObject({ state: 'STALE', latestEnded: { status: 'PARTIAL' }, latestSuccess: { status: 'SUCCEEDED' }, consecutiveFailures: 0, isStale: true });
    expect(await onlyRow(world, { partial: true })).toMatchObject({ state: 'PARTIAL', latestSuccess: { status: 'PARTIAL' }, isStale: false });
    expect(await onlyRow(world, { staleAfter: 'P2D' })).toMatchObject({ state: 'PARTIAL', latestSuccess: { status: 'SUCCEEDED' }, isStale: false });
  }));

test('W5: a run that processed nothing is no success where that is asked', () => {
  const counts = (successful: number | null): SimulatedJob['counts'] => (successful === null ? null : { total: 4, successful, failed: 0, skipped: 0, warning: 0 });
  const run = (type: number, successful: number | null): Story => ({ hoursAgo: 3, status: succeeded, type, counts: counts(successful) });
  return tell({ iaas: [run(IAAS.vmBackup, 0), run(IAAS.entraBackup, 3)] }, async (world) => {
    const { nodes } = await board(world, { objects: true });
    expect(nodes.map(({ workload, successEvidence, state }) => [workload?.code, successEvidence, state])).toEqual([
      ['1', 'NONE', 'STALE'],
      ['2', 'FOUND', 'OK'],
    ]);
  });
});

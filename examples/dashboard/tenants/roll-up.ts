import type { JobSourceHealthState, JobWorkloadState, TenantBoardFragment, TenantJobCountFragment } from '../generated/graphql';
import { missingFrom, type SourceAnswer } from '../reading/tally';
import type { TenantBoards, TenantJobs } from '../reading/use-roll-up';
import type { Tenant } from '../reading/use-tenants';

/** As of a workload, and what only a tenant can be: silent, where a source tells nothing, and empty, where nothing is protected. */
export type TenantState = JobWorkloadState | 'SILENT' | 'EMPTY';

export interface TenantLine {
  readonly tenant: Tenant;
  readonly state: TenantState;
  readonly health: JobSourceHealthState;
  /** Null where nothing was read. */
  readonly board: TenantBoardFragment | null;
  readonly jobs: TenantJobCountFragment | null;
  /** Whether there may be more workloads than the board has. */
  readonly isCut: boolean;
  /** Its sources that were not read in full, for the board or for the jobs. */
  readonly missing: readonly SourceAnswer[];
}

/** What is known to be bad, then what cannot be told, then what is well. */
const worstFirst: readonly TenantState[] = ['FAILING', 'STALE', 'SILENT', 'LATE', 'PARTIAL', 'UNKNOWN', 'EMPTY', 'OK'];
const healthsWorstFirst: readonly JobSourceHealthState[] = ['UNAVAILABLE', 'DEGRADED', 'UNTESTED', 'HEALTHY'];

/** A line for each of the tenants, worst first; those that are alike stay in the order of the configuration. */
export function rollUp(tenants: readonly Tenant[], boards: Pick<TenantBoards, 'groups' | 'sources'> | null, jobs: Pick<TenantJobs, 'groups' | 'sources'> | null): readonly TenantLine[] {
  const lines = tenants.map((tenant): TenantLine => {
    const board = boards?.groups.find(({ key }) => key.tenant === tenant.key) ?? null;
    const ofTenant = ({ source }: SourceAnswer) => source.tenant === tenant.key;
    const unread = missingFrom(boards?.sources.filter(ofTenant) ?? []);
    const uncounted = missingFrom(jobs?.sources.filter(ofTenant) ?? []).filter(({ source }) => unread.every((answer) => answer.source.id !== source.id));
    return {
      tenant,
      state: stateOf(board, unread.length > 0),
      health: healthOf(tenant),
      board,
      isCut: unread.length > 0,
      jobs: jobs?.groups.find(({ key }) => key.tenant === tenant.key) ?? null,
      missing: [...unread, ...uncounted],
    };
  });
  return lines.toSorted((one, other) => worst(one, other, ({ state }) => -worstFirst.indexOf(state)) || worst(one, other, troublesOf) || worst(one, other, ({ jobs: count }) => count?.counts?.failed ?? 0) || worst(one, other, ({ board }) => board?.worstSuccessAgeSeconds ?? 0));
}

function worst(one: TenantLine, other: TenantLine, measure: (line: TenantLine) => number): number {
  return measure(other) - measure(one);
}

function troublesOf({ board }: TenantLine): number {
  return board === null ? 0 : board.breached + board.silentSources;
}

function stateOf(board: TenantBoardFragment | null, isCut: boolean): TenantState {
  if (board === null) return 'UNKNOWN';
  if (board.failing > 0) return 'FAILING';
  if (board.breached > 0) return 'STALE';
  if (board.silentSources > 0) return 'SILENT';
  if (board.late > 0) return 'LATE';
  if (board.partial > 0) return 'PARTIAL';
  if (isCut || board.unknown > 0 || board.undecided > 0) return 'UNKNOWN';
  return board.total === 0 ? 'EMPTY' : 'OK';
}

/** As of now: what the sources of a tenant say changes with every answer, its own health only when it is asked for again. */
function healthOf({ sources }: Tenant): JobSourceHealthState {
  return healthsWorstFirst.find((state) => sources.some(({ health }) => health.state === state)) ?? 'UNTESTED';
}

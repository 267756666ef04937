import type { JobOperation, JobWorkloadState } from '../../generated/types.js';
import type { CountingContext } from '../context.js';
import { readEach } from '../reading.js';
import { createPlaceWriter, type WorkloadPlace } from './workload-cursor.js';
import { groupWorkloads, type WorkloadGroup } from './workload-groups.js';
import { readWorkloads, type Workload, type WorkloadReading } from './workload.js';
import { endOf } from './workload-verdict.js';
import type { WorkloadsRequest } from './workloads-request.js';

/** A page of workloads. */
export interface WorkloadList {
  readonly request: WorkloadsRequest;
  readonly rows: readonly Workload[];
  readonly hasNextPage: boolean;
  /** Of each row. */
  readonly cursors: readonly string[];
  /** Of all that match; none where they were not asked for. */
  readonly groups: readonly WorkloadGroup[];
  readonly isComplete: boolean;
  readonly readings: readonly WorkloadReading[];
}

const STATES: readonly JobWorkloadState[] = ['FAILING', 'STALE', 'LATE', 'PARTIAL', 'UNKNOWN', 'OK'];

/** `operations`: in the order of their enum. */
export async function listWorkloads(request: WorkloadsRequest, operations: readonly JobOperation[], context: CountingContext): Promise<WorkloadList> {
  const { now, orderBy, after, first, wantsGroups, dimensions, noSource, parts } = request;
  const ranks = new Map(parts.map(({ plan: { source } }, rank) => [source.id, rank]));
  const placeOf = ({ source, operation, workload, verdict: { state, latestSuccess } }: Workload): WorkloadPlace => {
    const success = latestSuccess === null ? null : endOf(latestSuccess);
    return { now, sourceId: source.id, operation, code: workload?.code ?? null, state: STATES.indexOf(state), success: success === null || !Number.isFinite(success) ? null : success };
  };
  const bySource = (a: WorkloadPlace, b: WorkloadPlace): number =>
    (ranks.get(a.sourceId) ?? 0) - (ranks.get(b.sourceId) ?? 0) || operations.indexOf(a.operation as JobOperation) - operations.indexOf(b.operation as JobOperation) || compareCodes(a.code, b.code);
  const compare = orderBy === 'BY_SOURCE' ? bySource : (a: WorkloadPlace, b: WorkloadPlace): number => a.state - b.state || compareSuccess(a.success, b.success) || bySource(a, b);

  const readings: WorkloadReading[] = [];
  const isBehind = (row: Workload): boolean => after === null || compare(placeOf(row), after) > 0;
  const behind = (): Workload[] => readings.flatMap(({ workloads }) => workloads).filter(isBehind);
  if (orderBy === 'WORST_FIRST' || wantsGroups) readings.push(...(await readEach(parts, context, (part, own) => readWorkloads(part, request, own))));
  else {
    const begin = after === null ? 0 : (ranks.get(after.sourceId) ?? 0);
    for (const part of parts.slice(begin)) {
      if (behind().length > first) break;
      readings.push(await readWorkloads(part, request, context));
    }
  }

  const all = behind().sort((a, b) => compare(placeOf(a), placeOf(b)));
  const rows = all.slice(0, first);
  return {
    request,
    rows,
    hasNextPage: all.length > first,
    cursors: createPlaceWriter(context.cursors, request.binding)(rows.map(placeOf)),
    groups: wantsGroups ? groupWorkloads(readings.flatMap(({ workloads }) => workloads), readings, dimensions) : [],
    isComplete: noSource === null && readings.every(({ reading: { error, isShort } }) => error === null && !isShort),
    readings,
  };
}

/** The longest without one first; before it, those without any. */
function compareSuccess(a: number | null, b: number | null): number {
  return (a ?? -1) - (b ?? -1);
}

/** Null comes last. */
function compareCodes(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

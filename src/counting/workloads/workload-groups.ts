import type { JobWorkloadDimension, JobWorkloadState } from '../../generated/types.js';
import type { Source } from '../../sources/source.js';
import { keyOfSource, keyText, type GroupKey } from '../group-key.js';
import { hasAnswered, type Workload, type WorkloadReading } from './workload.js';

/** Workloads that agree in everything they were grouped by. */
export interface WorkloadGroup {
  readonly key: GroupKey;
  readonly total: number;
  readonly states: Readonly<Record<JobWorkloadState, number>>;
  readonly compliant: number;
  readonly breached: number;
  readonly undecided: number;
  readonly worstSuccessAgeMs: number | null;
  readonly silentSources: number;
}

/** Of every source that was asked there is one, also where nothing is known of it. */
export function groupWorkloads(rows: readonly Workload[], readings: readonly WorkloadReading[], dimensions: readonly JobWorkloadDimension[]): readonly WorkloadGroup[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly rows: Workload[]; silent: number }>();

  function groupAt(key: GroupKey) {
    const text = keyText(key);
    const group = groups.get(text) ?? { key, rows: [], silent: 0 };
    groups.set(text, group);
    return group;
  }

  if (dimensions.length === 0) groupAt(keyOf(null, null, dimensions));
  for (const { reading } of readings) {
    if (reading.outcome === 'SKIPPED') continue;
    const own = rows.filter(({ source }) => source.id === reading.source.id);
    for (const row of own) groupAt(keyOf(row.source, row.operation, dimensions)).rows.push(row);
    const isSilent = !hasAnswered(reading);
    if (own.length === 0 || isSilent) groupAt(keyOf(reading.source, null, dimensions)).silent += isSilent ? 1 : 0;
  }
  return [...groups.values()].map(({ key, rows: own, silent }) => ({ key, ...countRows(own), silentSources: silent }));
}

function keyOf(source: Source | null, operation: string | null, dimensions: readonly JobWorkloadDimension[]): GroupKey {
  const key = source === null ? { tenant: null, source: null, product: null, stretch: null } : keyOfSource(source, dimensions);
  return { ...key, told: dimensions.includes('OPERATION') ? [operation] : [] };
}

function countRows(rows: readonly Workload[]): Omit<WorkloadGroup, 'key' | 'silentSources'> {
  const count = (has: (row: Workload) => boolean): number => rows.filter(has).length;
  const inState = (state: JobWorkloadState): number => count(({ verdict }) => verdict.state === state);
  const ages = rows.flatMap(({ verdict: { successAgeMs } }) => successAgeMs ?? []);
  return {
    total: rows.length,
    states: { FAILING: inState('FAILING'), STALE: inState('STALE'), LATE: inState('LATE'), PARTIAL: inState('PARTIAL'), UNKNOWN: inState('UNKNOWN'), OK: inState('OK') },
    compliant: count(({ verdict }) => verdict.isStale === false),
    breached: count(({ verdict }) => verdict.isStale === true),
    undecided: count(({ verdict }) => verdict.isStale === null),
    worstSuccessAgeMs: ages.length === 0 ? null : ages.reduce((worst, age) => Math.max(worst, age)),
  };
}

import type { JobOperation, JobStatus, UpstreamCode } from '../../generated/types.js';
import type { Ledger } from '../../listing/ledger.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import type { JobRow } from '../../planning/match.js';
import type { Stream } from '../../planning/plan.js';
import type { Source } from '../../sources/source.js';
import { createColumn, float64, uint8 } from '../column.js';
import { createRoll } from '../roll.js';
import { createShownRows } from './shown-rows.js';
import type { Tally } from '../tally.js';
import { savesLogs, type ToldValue } from '../told.js';
import { createToldColumn, TOLD_VALUES } from '../told-column.js';
import { codeOf, nameOf, nameOfStream } from './workload-name.js';
import type { Run } from './workload-verdict.js';

/** What makes a run a success. */
export interface SuccessRule {
  readonly countPartialAsSuccess: boolean;
  readonly successNeedsObjects: boolean;
}

/** The runs of one source by what they were runs of: some numbers each, and the records of those that may be shown. */
export interface WorkloadTally extends Tally {
  workloads(): readonly RunsOfWorkload[];
  rowOf(run: Run): JobRow | null;
}

export interface RunsOfWorkload {
  readonly operation: JobOperation;
  /** Null where nothing tells. */
  readonly workload: UpstreamCode | null;
  readonly runs: readonly Run[];
}

interface Found extends RunsOfWorkload {
  readonly runs: Run[];
}

/** Of an instant that a job does not have. */
const NEVER = Number.NaN;
/** More than there are operations. */
const PROOFS = 32;
const SUCCESSES = [false, true, null] as const;

/** `isKnown`: whether all that is said of a workload is known by these runs, everything from the instant on. */
export function createWorkloadTally(plan: AttributedPlan<Source>, ledger: Ledger, rule: SuccessRule, isKnown: (name: string, runs: readonly Run[], coveredFrom: number) => boolean): WorkloadTally {
  const roll = createRoll();
  const starts = createColumn(float64);
  const ends = createColumn(float64);
  const successes = createColumn(uint8);
  const audits = createColumn(uint8);
  const proofs = createColumn(uint8);
  const proven: (JobOperation | null)[] = [null];
  const operations = createToldColumn('OPERATION', plan, ledger);
  const services = createToldColumn('WORKLOAD', plan, ledger);
  const shown = createShownRows();
  function keyOf(index: number): number {
    return ((operations.numberAt(index) * TOLD_VALUES + services.numberAt(index)) * 2 + audits.get(index)) * PROOFS + proofs.get(index);
  }

  function runAt(id: string, index: number): Run {
    return {
      id,
      start: instantOf(starts.get(index)),
      end: instantOf(ends.get(index)),
      status: roll.statusAt(index) as JobStatus,
      isSuccess: SUCCESSES[successes.get(index)] ?? null,
    };
  }

  /** Where neither records nor streams of this plan tell operations apart, the filter still proves them. */
  function proofOf({ proof }: Stream<Source>): number {
    const operation = plan.told.includes('type') ? null : (proof.operation ?? null);
    const known = proven.indexOf(operation);
    return known === -1 ? proven.push(operation) - 1 : known;
  }

  /** Audit logs and what is another operation by its type are one workload. */
  function operationAt(index: number): JobOperation {
    return audits.get(index) === 1 ? 'OTHER' : (operationOf(operations.valueAt(index)) ?? proven[proofs.get(index)] ?? 'UNKNOWN');
  }

  function workloadAt(index: number): UpstreamCode | null {
    return services.valueAt(index) as UpstreamCode | null;
  }

  function nameAt(index: number): string {
    return nameOf(operationAt(index), codeOf(workloadAt(index)));
  }

  function foundAt(index: number, named: Map<string, Found>): Found {
    const name = nameAt(index);
    const known = named.get(name) ?? { operation: operationAt(index), workload: workloadAt(index), runs: [] };
    named.set(name, known);
    return known;
  }

  /** By the number that stands for a name, since that is quickly told. */
  function runsOf(name: string): Run[] {
    const names = new Map<number, string>();
    const runs: Run[] = [];
    for (const [id, index] of roll.numbers()) {
      if (roll.statusAt(index) === null) continue;
      const key = keyOf(index);
      const known = names.get(key) ?? nameAt(index);
      names.set(key, known);
      if (known === name) runs.push(runAt(id, index));
    }
    return runs;
  }

  return {
    take(row, stream) {
      const index = roll.enter(row);
      const known = index ?? (roll.numberOf(row.id) as number);
      operations.note(known, row, stream, index !== null);
      services.note(known, row, stream, index !== null);
      if (index === null) return;
      roll.setStatus(index, row.status);
      starts.set(index, row.startedAt ?? NEVER);
      ends.set(index, row.finishedAt ?? NEVER);
      successes.set(index, SUCCESSES.indexOf(isSuccess(row, rule)));
      proofs.set(index, proofOf(stream));
      audits.set(index, savesLogs(row, plan.source) ? 1 : 0);
      shown.put(keyOf(index), runAt(row.id, index), row);
    },
    leave(row) {
      const index = roll.numberOf(row.id) !== undefined || plan.whole.length > 0 ? roll.enter(row) : null;
      if (index === null) return;
      roll.setStatus(index, null);
      shown.drop(row.id);
    },
    met: roll.met,
    matched: roll.matched,
    workloads() {
      const found = new Map<number, Found>();
      const named = new Map<string, Found>();
      for (const [id, index] of roll.numbers()) {
        if (roll.statusAt(index) === null) continue;
        const key = keyOf(index);
        const workload = found.get(key) ?? foundAt(index, named);
        found.set(key, workload);
        workload.runs.push(runAt(id, index));
      }
      return [...named.values()];
    },
    isSettled(stream, coveredFrom) {
      const name = nameOfStream(stream, plan);
      return name === null ? null : isKnown(name, runsOf(name), coveredFrom);
    },
    isMisled: () => roll.matched() > 0 && Math.max(operations.contradicted(), services.contradicted()) === roll.matched(),
    rowOf: ({ id }) => shown.get(id),
  };
}

function instantOf(instant: number): number | null {
  return Number.isNaN(instant) ? null : instant;
}

function operationOf(told: ToldValue): JobOperation | null {
  return told as JobOperation | null;
}

/** Null where the record does not say what was processed. */
export function isSuccess({ node: { status, counts } }: JobRow, { countPartialAsSuccess, successNeedsObjects }: SuccessRule): boolean | null {
  if (status !== 'SUCCEEDED' && !(countPartialAsSuccess && status === 'PARTIAL')) return false;
  if (!successNeedsObjects) return true;
  const processed = counts?.successful ?? counts?.total ?? null;
  return processed === null ? null : processed > 0;
}

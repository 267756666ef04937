import type { UpstreamCode } from '../../generated/types.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import type { JobRow } from '../../planning/match.js';
import type { Source } from '../../sources/source.js';
import { createCauseBook, type Cause } from './cause-book.js';
import { createReasonReader } from './reasons.js';
import type { Tally } from '../tally.js';
import { workloadToldBy } from '../told.js';

/** Why jobs of one source failed. */
export interface FailureTally extends Tally {
  /** Of all jobs that match. */
  jobs(): readonly FailedJob[];
}

export interface FailedJob {
  readonly id: string;
  readonly observedAt: number;
  readonly end: number | null;
  /** What was to be protected, where the record or the filter tells. */
  readonly workload: UpstreamCode | null;
  /** Empty where the job gives no reason. */
  readonly reasons: readonly { readonly cause: Cause; readonly occurrences: number | null }[];
}

export function createFailureTally({ source }: AttributedPlan<Source>): FailureTally {
  const jobs = new Map<string, FailedJob>();
  const book = createCauseBook();
  const readReasons = createReasonReader(source.endpoint);

  function isLate({ id, observedAt }: JobRow): boolean {
    return observedAt < (jobs.get(id)?.observedAt ?? Number.NEGATIVE_INFINITY);
  }

  function forget({ id }: JobRow): void {
    for (const { cause } of jobs.get(id)?.reasons ?? []) book.remove(cause, id);
    jobs.delete(id);
  }

  return {
    take(row, stream) {
      if (isLate(row)) return;
      forget(row);
      const reasons = readReasons(row.node).map((reason) => ({ cause: book.add(reason, row), occurrences: reason.occurrences }));
      jobs.set(row.id, { id: row.id, observedAt: row.observedAt, end: row.finishedAt, workload: workloadToldBy(row, source) ?? stream.proof.workload ?? null, reasons });
    },
    leave(row) {
      if (!isLate(row)) forget(row);
    },
    // Nothing is attributed here: no total is held against what was met.
    met: () => jobs.size,
    matched: () => jobs.size,
    jobs: () => [...jobs.values()],
  };
}

import type { JobOperation, UpstreamCode } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import type { Source } from '../../sources/source.js';
import type { CountingContext } from '../context.js';
import { readSource, type Reading } from '../reading.js';
import { createWorkloadTally, type RunsOfWorkload, type WorkloadTally } from './workload-tally.js';
import { codeOf, coverageOfWorkload, nameOf } from './workload-name.js';
import { isSettled, judgeWorkload, type Look, type Run, type Verdict } from './workload-verdict.js';
import type { WorkloadFilter, WorkloadPart, WorkloadsRequest } from './workloads-request.js';

/** What one source protects, and how that is going. */
export interface Workload {
  readonly id: string;
  readonly source: Source;
  readonly operation: JobOperation;
  readonly workload: UpstreamCode | null;
  readonly verdict: Verdict;
  rowOf(run: Run | null): JobRow | null;
}

/** A source that was read, and the workloads that match. */
export interface WorkloadReading {
  readonly reading: Reading<WorkloadTally>;
  readonly workloads: readonly Workload[];
}

/** Whether a source has said anything. */
export function hasAnswered({ outcome, ledger }: Reading<WorkloadTally>): boolean {
  return outcome === 'SKIPPED' || ledger.pages > 0;
}

export async function readWorkloads({ plan, asked }: WorkloadPart, request: WorkloadsRequest, context: CountingContext): Promise<WorkloadReading> {
  const { operations, filter } = request;
  const isKnown = (runs: readonly Run[], coveredFrom: number): boolean => runs.some(({ isSuccess }) => isSuccess === true) && isSettled(judgeWorkload(runs, lookAt(plan.source, coveredFrom, request)));
  const reading = await readSource(plan, asked, (final, ledger) => createWorkloadTally(final, ledger, request, isKnown), context);
  const workloads: Workload[] = [];
  for (const found of reading.tally.workloads()) {
    await context.turn();
    // Of what the filter lets through, nothing is left out because two queries tell otherwise.
    if (!operations.has(found.operation) && found.operation !== 'UNKNOWN') continue;
    const workload = workloadOf(found, reading, request);
    if (isAskedFor(workload.verdict, filter)) workloads.push(workload);
  }
  return { reading, workloads };
}

function workloadOf({ operation, workload, runs }: RunsOfWorkload, { source, plan, coverages, tally }: Reading<WorkloadTally>, request: WorkloadsRequest): Workload {
  const code = codeOf(workload);
  const coveredFrom = coverageOfWorkload(nameOf(operation, code), plan, coverages);
  return {
    id: Buffer.from(JSON.stringify([source.id, operation, code])).toString('base64url'),
    source,
    operation,
    workload,
    verdict: judgeWorkload(runs, lookAt(source, coveredFrom, request)),
    rowOf: (run) => (run === null ? null : tally.rowOf(run)),
  };
}

function lookAt({ lookbackMs }: Source, coveredFrom: number | null, { now, period: { from }, staleAfterMs }: WorkloadsRequest): Look {
  return { now, from, coveredFrom, lookbackMs, staleAfterMs };
}

/** What cannot be told is in neither. */
function isAskedFor({ state, isStale, isLate, consecutiveFailures }: Verdict, filter: WorkloadFilter): boolean {
  return (
    (filter.states ?? [state]).includes(state) &&
    (filter.isStale ?? isStale) === isStale &&
    (filter.isLate ?? isLate) === isLate &&
    ((filter.consecutiveFailuresAtLeast ?? null) === null || (consecutiveFailures !== null && consecutiveFailures >= (filter.consecutiveFailuresAtLeast as number)))
  );
}

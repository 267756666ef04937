import type { JobOperation, UpstreamCode } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import type { Source } from '../../sources/source.js';
import type { CountingContext } from '../context.js';
import { readSource, type Reading } from '../reading.js';
import { expectedOf, mayBeOf, type ExpectedWorkloads } from './expected-workloads.js';
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

/** After how long without a success a workload is stale, where nothing says so: a nightly backup that drifts is no alarm. */
const DEFAULT_STALE_MS = 26 * 3_600_000;

export async function readWorkloads({ plan, asked }: WorkloadPart, request: WorkloadsRequest, context: CountingContext): Promise<WorkloadReading> {
  const { operations, filter } = request;
  const expected = expectedOf(plan.source, operations);
  const isKnown = (name: string, runs: readonly Run[], coveredFrom: number): boolean =>
    runs.some(({ isSuccess }) => isSuccess === true) && isSettled(judgeWorkload(runs, lookAt(plan.source, name, coveredFrom, expected, request)));
  const reading = await readSource(plan, asked, (final, ledger) => createWorkloadTally(final, ledger, request, isKnown), context);
  const workloads: Workload[] = [];
  for (const found of withExpected(reading.tally.workloads(), expected)) {
    await context.turn();
    // Of what the filter lets through, nothing is left out because two queries tell otherwise.
    if (!operations.has(found.operation) && found.operation !== 'UNKNOWN') continue;
    const workload = workloadOf(found, reading, expected, request);
    if (isAskedFor(workload.verdict, filter)) workloads.push(workload);
  }
  return { reading, workloads };
}

interface Seen extends RunsOfWorkload {
  /** Whether runs may be its own that are told to be of nothing. */
  readonly isUnsure: boolean;
}

/** What ran, and what is expected though none of its runs was met. */
function withExpected(found: readonly RunsOfWorkload[], expected: ExpectedWorkloads): readonly Seen[] {
  const names = new Set(found.map(({ operation, workload }) => nameOf(operation, codeOf(workload))));
  const missing = [...expected].flatMap(([name, one]): Seen[] => (names.has(name) ? [] : [{ operation: one.operation, workload: one.workload, runs: [], isUnsure: mayBeOf(one, found) }]));
  return [...found.map((one) => ({ ...one, isUnsure: false })), ...missing];
}

function workloadOf({ operation, workload, runs, isUnsure }: Seen, { source, plan, coverages, tally }: Reading<WorkloadTally>, expected: ExpectedWorkloads, request: WorkloadsRequest): Workload {
  const code = codeOf(workload);
  const name = nameOf(operation, code);
  const coveredFrom = isUnsure ? null : coverageOfWorkload(name, plan, coverages);
  return {
    id: Buffer.from(JSON.stringify([source.id, operation, code])).toString('base64url'),
    source,
    operation,
    workload,
    verdict: judgeWorkload(runs, lookAt(source, name, coveredFrom, expected, request)),
    rowOf: (run) => (run === null ? null : tally.rowOf(run)),
  };
}

function lookAt({ lookbackMs, tenant }: Source, name: string, coveredFrom: number | null, expected: ExpectedWorkloads, { now, period: { from }, staleAfterMs }: WorkloadsRequest): Look {
  const own = expected.get(name);
  return {
    ...{ now, from, coveredFrom, lookbackMs },
    everyMs: own?.everyMs ?? null,
    staleAfterMs: staleAfterMs ?? own?.staleAfterMs ?? tenant.staleAfterMs ?? DEFAULT_STALE_MS,
  };
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

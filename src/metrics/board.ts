import { upstreamCallsOf, type Context } from '../context.js';
import { listWorkloads, type WorkloadList } from '../counting/workloads/list-workloads.js';
import type { Workload } from '../counting/workloads/workload.js';
import { endOf, type Verdict } from '../counting/workloads/workload-verdict.js';
import { readWorkloadsRequest, type WorkloadsArguments } from '../counting/workloads/workloads-request.js';
import { OPERATION_MS } from '../deadlines.js';
import type { JobWorkloadState } from '../generated/types.js';

/** How all backups were doing at one moment: what is told of them, and no record. */
export interface Board {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly backups: readonly Backup[];
  readonly sources: readonly ReadSource[];
}

export interface Backup {
  readonly labels: Readonly<Record<'source' | 'product' | 'operation' | 'workload' | 'name', string>>;
  readonly state: JobWorkloadState;
  /** Null where none is known to be the last one. */
  readonly lastSuccessAt: number | null;
  readonly consecutiveFailures: number | null;
}

export interface ReadSource {
  readonly labels: Readonly<Record<'source' | 'product', string>>;
  /** Whether all was read, and all of it belongs to a workload. */
  readonly isComplete: boolean;
}

/** Begins what is read for nobody in particular; `signal` as for a request. */
export type BeginContext = (signal: () => AbortSignal) => Context;

/** Of every source, whatever else is shown: `groups` are what makes it so. */
const ALL: WorkloadsArguments = { filter: { operations: ['BACKUP'] }, orderBy: 'WORST_FIRST', groupBy: ['SOURCE'], first: 0 };

export async function readBoard(beginContext: BeginContext, closing: AbortSignal, countSpent: (context: Context) => void): Promise<Board> {
  const startedAt = performance.now();
  const { signal, end } = limitTime(closing);
  const context = beginContext(() => signal);
  try {
    const list = await listWorkloads(readWorkloadsRequest(ALL, true, context), ['BACKUP'], context);
    // What was broken off says nothing of its sources.
    closing.throwIfAborted();
    logReading(list, performance.now() - startedAt, context);
    return boardOf(list, context.now);
  } finally {
    countSpent(context);
    end();
  }
}

/** As long as an operation may take. */
function limitTime(closing: AbortSignal): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('The reading ran out of time.', 'TimeoutError')), OPERATION_MS).unref();
  const abort = (): void => controller.abort();
  closing.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      closing.removeEventListener('abort', abort);
      // Where one source has failed the whole, nobody waits for the others.
      abort();
    },
  };
}

function logReading({ readings }: WorkloadList, durationMs: number, context: Context): void {
  const failed = readings.flatMap(({ reading: { source, error } }) => (error === null ? [] : [`${source.id} ${error.code}`]));
  const spent = { caller: context.caller.name, durationMs: Math.round(durationMs), upstreamCalls: upstreamCallsOf(context), readings: context.readings.outcomes.length };
  context.log.info({ ...spent, errors: failed.length, ...(failed.length > 0 && { failed }) }, 'workloads read for metrics');
}

function boardOf({ readings }: WorkloadList, now: number): Board {
  return {
    now,
    backups: readings.flatMap(({ workloads }) => workloads.map(backupOf)),
    sources: readings.flatMap(({ reading: { source, outcome, error, isShort } }) =>
      outcome === 'SKIPPED' ? [] : [{ labels: { source: source.id, product: source.node.product }, isComplete: error === null && !isShort }],
    ),
  };
}

function backupOf({ source, operation, workload, verdict }: Workload): Backup {
  return {
    labels: { source: source.id, product: source.node.product, operation, workload: workload?.code ?? '', name: workload?.label ?? '' },
    state: verdict.state,
    lastSuccessAt: lastSuccessOf(verdict),
    consecutiveFailures: verdict.consecutiveFailures,
  };
}

/** One that was found is not told where a newer one may stand in what was not read. */
function lastSuccessOf({ latestSuccess, searchedFrom }: Verdict): number | null {
  const end = latestSuccess === null || searchedFrom === null ? null : endOf(latestSuccess);
  return end === null || !Number.isFinite(end) ? null : end;
}

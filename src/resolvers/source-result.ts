import { errorNode, type SourceError } from '../errors.js';
import type { JobSourceOutcome, JobSourceResult } from '../generated/types.js';
import { errorOf, type SourceRun } from '../listing/source-run.js';

export function sourceResult(run: SourceRun, totalCount: number | null): JobSourceResult {
  const { plan, ledger } = run;
  const error = errorOf(run);
  return {
    __typename: 'JobSourceResult',
    source: plan.source.node,
    outcome: outcomeOf(run, error),
    error: error === null ? null : errorNode(error),
    totalCount,
    localFilters: plan.localFilters,
    warnings: ledger.warnings(),
    requests: ledger.requests,
    cacheHits: ledger.cacheHits,
  };
}

function outcomeOf({ plan, ledger }: SourceRun, error: SourceError | null): JobSourceOutcome {
  if (plan.streams.length === 0) return 'SKIPPED';
  if (error === null) return 'OK';
  return ledger.pages > 0 ? 'PARTIAL' : 'FAILED';
}

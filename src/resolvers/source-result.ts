import type { Reading } from '../counting/reading.js';
import type { Matched } from '../counting/tally.js';
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
    coveredFrom: null,
    matched: null,
  };
}

/** Of what was counted; where nothing was read, nothing is known of how many match. */
export function readingResult({ plan, ledger, tally, outcome, error, coveredFrom }: Reading<Matched>): JobSourceResult {
  return {
    __typename: 'JobSourceResult',
    source: plan.source.node,
    outcome,
    error: error === null ? null : errorNode(error),
    totalCount: null,
    localFilters: plan.localFilters,
    warnings: ledger.warnings(),
    requests: ledger.requests,
    cacheHits: ledger.cacheHits,
    coveredFrom: coveredFrom === null ? null : new Date(coveredFrom),
    matched: outcome !== 'SKIPPED' && ledger.pages === 0 ? null : tally.matched(),
  };
}

function outcomeOf({ plan, ledger }: SourceRun, error: SourceError | null): JobSourceOutcome {
  if (plan.streams.length === 0) return 'SKIPPED';
  if (error === null) return 'OK';
  return ledger.pages > 0 ? 'PARTIAL' : 'FAILED';
}

import { errorNode, SourceError } from '../errors.js';
import type { JobSourceOutcome, JobSourceResult } from '../generated/types.js';
import type { SourceRun } from './source-run.js';

/** Why a source did not answer in full; null where it did. */
export function errorOf({ plan, ledger, walks }: SourceRun): SourceError | null {
  const failed = walks.find(({ walk }) => walk.error !== null)?.walk.error ?? null;
  if (failed !== null || ledger.undecided.size === 0) return failed;
  const fields = [...new Set([...ledger.undecided].flatMap(({ alternatives }) => alternatives.fields))].join('`, `');
  return new SourceError('UPSTREAM_BAD_RESPONSE', `Records of ${plan.source.label} lack what the filter \`${fields}\` needs: jobs may be missing. Ask without it, or narrow it to few values.`);
}

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

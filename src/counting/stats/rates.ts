import type { JobStatus } from '../../generated/types.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import type { Source } from '../../sources/source.js';

/** What rates are made of. */
const RATED: readonly JobStatus[] = ['SUCCEEDED', 'PARTIAL', 'FAILED'];

/** Whether a filter lets through all that a rate is made of: else it would say how the filter is, and not how jobs went. */
export function hasAllRated({ checks }: AttributedPlan<Source>): boolean {
  const check = checks.find(({ facet }) => facet.name === 'status');
  if (check === undefined) return true;
  return RATED.every((status) => (check.facet.table?.codesOfCanonical(status) ?? []).every((code) => check.alternatives.codes.has(code)));
}

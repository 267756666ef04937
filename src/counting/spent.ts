import { SourceError } from '../errors.js';
import { pageSizeLever } from '../listing/spent.js';
import type { Source } from '../sources/source.js';

/** Why a source was not read to its end, though it answered: what to do about it. */
export function spentError(source: Source, coveredFrom: number | null): SourceError {
  const read = coveredFrom === null ? 'Not read far enough to promise anything.' : `Read back to ${new Date(coveredFrom).toISOString()}.`;
  const next = coveredFrom === null ? 'Ask for a shorter period' : 'Ask for the period from there';
  return new SourceError('BUDGET_EXHAUSTED', `${read} ${next}, for fewer sources, or ${pageSizeLever(source)}`);
}

import { SourceError } from '../errors.js';
import { writeDuration } from '../planning/duration.js';
import type { Source } from '../sources/source.js';

/** Why a page is empty although a source has more: what to do about it. `readDownTo`: the start that its streams were read down to. */
export function spentError(source: Source, readDownTo: number): SourceError {
  const read = Number.isFinite(readDownTo) ? `Jobs were read back to a start of ${new Date(readDownTo).toISOString()}` : 'Not much was read';
  return new SourceError('BUDGET_EXHAUSTED', `${read}; those of this source may run ${writeDuration(source.lookbackMs)}, so what ended last cannot be told yet. Ask for fewer sources, for less by a filter, or ${pageSizeLever(source)}`);
}

/** Why a page of a list over many streams is empty: it begins by reading what has come since the start of its hour or day, and one lookback. */
export function spentAgainError(source: Source): SourceError {
  return new SourceError('BUDGET_EXHAUSTED', `All calls were spent before the next job could be told, most of them on jobs that have come. Ask for fewer sources, raise AVEPOINT_CALL_BUDGET, or ${pageSizeLever(source)}`);
}

/** What makes calls bring more. */
export function pageSizeLever({ timeFilter, node }: Source): string {
  const settings = ['`AVEPOINT_PAGE_SIZE`', ...(timeFilter === 'unknown' ? [`\`AVEPOINT_${node.product}_TIME_FILTER\``] : [])].join(' and ');
  return `raise the page size: ${settings} say how much one call brings; \`npm run doctor\` finds what they may be.`;
}

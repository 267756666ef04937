import { formatCounted, formatSeconds } from '../formats';
import type { Workload } from '../reading/use-board';

/** What a cell says. What cannot be told has a mark of its own, or it would read as a number that is small. */
export interface Phrase {
  readonly text: string;
  readonly kind: 'plain' | 'bad' | 'unknown';
}

const untold: Phrase = { text: 'cannot be told', kind: 'unknown' };

/** `lookBack`: in words. */
export function successPhrase({ successEvidence, successAgeSeconds, searchedFrom, isStale }: Workload, lookBack: string): Phrase {
  if (successEvidence === 'NONE') return { text: `never in ${lookBack}`, kind: 'bad' };
  if (successEvidence === 'UNKNOWN') return untold;
  const kind = isStale === true ? 'bad' : isStale === null ? 'unknown' : 'plain';
  if (successAgeSeconds === null) return { text: 'at an unknown time', kind };
  const age = formatSeconds(successAgeSeconds);
  // A run that was not read may have succeeded since.
  return { text: searchedFrom === null ? `at most ${age} ago` : `${age} ago`, kind };
}

export function streakPhrase({ consecutiveFailures, consecutiveFailuresPrecision }: Workload): Phrase {
  if (consecutiveFailures === null) return untold;
  if (consecutiveFailures === 0 && consecutiveFailuresPrecision === 'EXACT') return { text: 'none', kind: 'plain' };
  return { text: formatCounted(consecutiveFailures, consecutiveFailuresPrecision), kind: consecutiveFailures === 0 ? 'unknown' : 'bad' };
}

/** How often it runs. */
export function rhythmPhrase({ expectation }: Workload): string {
  return expectation === null ? 'no rhythm known' : `every ${formatSeconds(expectation.intervalSeconds)}`;
}

/** What is due, before the moment at which. */
export function duePhrase({ expectation, isLate }: Workload): Phrase | null {
  if (expectation === null) return null;
  if (isLate === null) return untold;
  return isLate ? { text: 'late, due', kind: 'bad' } : { text: 'due', kind: 'plain' };
}

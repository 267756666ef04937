import type { Phrase } from '../board/phrases';
import { capital, formatCount, formatCounted, formatSeconds, formatTally } from '../formats';
import { workloadStateNames, workloadStateWords } from '../words';
import type { TenantLine, TenantState } from './roll-up';

export const tenantStateNames: Readonly<Record<TenantState, string>> = { ...workloadStateNames, SILENT: 'No answer', EMPTY: 'Nothing' };

export const tenantStateWords: Readonly<Record<TenantState, string>> = {
  ...workloadStateWords,
  FAILING: 'The run of a workload that ended last has failed.',
  STALE: 'A workload has had no success for longer than allowed.',
  SILENT: 'A source did not answer: what it protects is not known.',
  EMPTY: 'No workload ran in the last 7 days.',
};

const notKnown: Phrase = { text: 'Not known', kind: 'unknown' };

export function failedJobs({ jobs }: TenantLine): Phrase {
  if (!jobs?.counts) return notKnown;
  const { failed } = jobs.counts;
  const kind = failed > 0 ? 'bad' : jobs.precision === 'EXACT' ? 'plain' : 'unknown';
  return { text: capital(formatCounted(failed, jobs.precision)), kind };
}

/** Of workloads; where some were not read there may be more. */
export function workloadCount({ board, isCut }: TenantLine, name: 'failing' | 'breached' | 'undecided'): Phrase {
  if (board === null) return notKnown;
  const count = board[name];
  const text = capital(formatTally(count, !isCut));
  if (count > 0) return { text, kind: name === 'undecided' ? 'unknown' : 'bad' };
  return { text, kind: isCut ? 'unknown' : 'plain' };
}

export function silentSources({ board }: TenantLine): Phrase {
  if (board === null) return notKnown;
  return { text: formatCount(board.silentSources), kind: board.silentSources > 0 ? 'unknown' : 'plain' };
}

/** Of those that had a success: one that had none in all the time looked at is among the stale, or cannot be told. */
export function oldestSuccess({ board, isCut }: TenantLine): Phrase {
  if (board === null) return notKnown;
  const isWhole = !isCut && board.undecided === 0;
  if (board.worstSuccessAgeSeconds === null) return isWhole ? { text: 'None', kind: board.total > 0 ? 'bad' : 'plain' } : notKnown;
  const age = formatSeconds(board.worstSuccessAgeSeconds);
  return isWhole ? { text: `${age} ago`, kind: 'plain' } : { text: `${age} ago, of what is known`, kind: 'unknown' };
}

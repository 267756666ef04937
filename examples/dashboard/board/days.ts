import type { DaysQuery, JobCountPrecision, JobOperation, JobStatus } from '../generated/graphql';
import { formatCounted, formatDay, plural } from '../formats';
import type { DayGroup } from '../reading/use-days';
import { statuses, statusNames } from '../words';

/** What a workload did on a day, and how far that is known. */
export interface Day {
  readonly start: string;
  /** How many runs that began then are in each state, worst first. */
  readonly tally: readonly (readonly [JobStatus, number])[];
  readonly precision: JobCountPrecision;
}

/** How a day is drawn: by its worst result, as one without a run, or as one of which too little is known. */
export type Look = JobStatus | 'NONE' | 'UNREAD';

interface Subject {
  readonly operation: JobOperation;
  readonly workload: { readonly code: string } | null;
}

const PRECISIONS: readonly JobCountPrecision[] = ['EXACT', 'AT_LEAST', 'UNKNOWN'];
/** Backups of audit logs count as OTHER on the board (docs/behaviour.md §10), by the names of their types. */
const AUDIT = /\baudit\b/i;

/** The days of one workload, oldest first, out of those of its source. */
export function daysOf(answer: DaysQuery, subject: Subject): readonly Day[] {
  const own = (answer.own?.groups ?? []).filter((group) => subject.operation !== 'BACKUP' || !isOfLogs(group));
  const logs = (answer.logs?.groups ?? []).filter(isOfLogs);
  // What was met says how far each day was read, whichever workload it was of: a workload that was not met has no group of its own.
  const all = [...(answer.own?.groups ?? []), ...(answer.logs?.groups ?? [])];
  const starts = new Map<string, JobCountPrecision>();
  for (const { key, precision } of all) {
    if (key.stretch !== null) starts.set(key.stretch.start, worse(starts.get(key.stretch.start) ?? 'EXACT', precision));
  }
  const mine = [...own, ...logs].filter(({ key }) => (key.workload?.code ?? null) === (subject.workload?.code ?? null));
  return [...starts]
    .map(([start, precision]): Day => ({ start, precision, tally: precision === 'UNKNOWN' ? [] : addUp(mine.filter(({ key }) => key.stretch?.start === start)) }))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

function isOfLogs({ key }: DayGroup): boolean {
  return AUDIT.test(key.type?.label ?? '');
}

function worse(a: JobCountPrecision, b: JobCountPrecision): JobCountPrecision {
  return PRECISIONS[Math.max(PRECISIONS.indexOf(a), PRECISIONS.indexOf(b))] ?? 'UNKNOWN';
}

function addUp(groups: readonly DayGroup[]): Day['tally'] {
  return statuses
    .map((status): readonly [JobStatus, number] => [status, groups.reduce((sum, { counts }) => sum + (counts?.[status.toLowerCase() as Lowercase<JobStatus>] ?? 0), 0)])
    .filter(([, count]) => count > 0);
}

/** Where there may be more, only the worst that there can be is sure. */
export function lookOf({ tally, precision }: Day): Look {
  const worst = tally[0]?.[0] ?? 'NONE';
  return precision === 'EXACT' || worst === 'FAILED' ? worst : 'UNREAD';
}

/** `1 failed, 2 succeeded`. */
export function wordsOf({ tally, precision }: Day): string {
  if (precision === 'UNKNOWN') return 'not known';
  if (tally.length === 0) return precision === 'EXACT' ? 'no run' : 'not known: no run was found so far';
  const counted = tally.map(([status, count]) => `${formatCounted(count, precision)} ${statusNames[status].toLowerCase()}`).join(', ');
  return precision === 'EXACT' ? counted : `${counted}; there may be more`;
}

export function titleOf(day: Day): string {
  return `${formatDay(day.start)}: ${wordsOf(day)}`;
}

/** The strip in a sentence: on how many days it looks how. */
export function summaryOf(days: readonly Day[]): string {
  const looks = days.map(lookOf);
  const count = (look: Look): number => looks.filter((other) => other === look).length;
  const on = (look: Look, words: string): string[] => (count(look) === 0 ? [] : [`${words} on ${count(look)} ${plural(count(look), 'day')}`]);
  const parts = [...on('UNREAD', 'not known'), ...statuses.flatMap((status) => on(status, statusNames[status].toLowerCase())), ...on('NONE', 'no run')];
  return `The last ${days.length} days, each by its worst run: ${parts.join(', ')}.`;
}

import type { Ledger } from '../../listing/ledger.js';
import { noteJob } from '../../listing/source-run.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import type { JobRow } from '../../planning/match.js';
import type { Stream } from '../../planning/plan.js';
import type { Source } from '../../sources/source.js';
import { createJobTable, type JobTable } from '../job-table.js';
import type { Period } from '../period.js';
import type { Tally } from '../tally.js';
import { facetsAskedFor, facetsCarried, isLacking, savesLogs, textOf } from '../told.js';
import { KIND } from './unusual-request.js';

/** Runs of one source as numbers, and as they are those that may be shown. */
export interface RunTally extends Tally {
  readonly table: JobTable;
  /** To be judged, by job id, as they were observed last. */
  readonly held: ReadonlyMap<string, JobRow>;
  /** Whether there were more. */
  isFull(): boolean;
  /** The same for runs of one kind; null where nothing tells of which. */
  kindAt(index: number): string | null;
}

/** Which jobs are to be judged. */
export interface Choice {
  /** Of those that ended in the period that is read. */
  ended(row: JobRow, stream: Stream<Source>): boolean;
  /** Of those that are in no period by end, since they have none. */
  running(row: JobRow, stream: Stream<Source>): boolean;
}

/** Jobs with all that they carry: some 3 kB each. */
export const MOST_HELD = 5000;

const WANTS = { durations: true, objects: false, data: false };

export function createRunTally(plan: AttributedPlan<Source>, ledger: Ledger, period: Period, choice: Choice): RunTally {
  const { source, told } = plan;
  const isUntold = (name: string): boolean => !told.includes(name);
  const hasKinds = !facetsAskedFor(KIND, source).some(isUntold);
  const carried = facetsCarried(KIND, source).filter(({ name }) => isUntold(name));
  const table = createJobTable(plan, ledger, period, KIND, WANTS);
  const held = new Map<string, JobRow>();
  const kindless = new Set<number>();
  const logs = new Set<number>();
  const kinds = new Map<number, string>();
  let isFull = false;

  function hold(row: JobRow): void {
    if (held.size < MOST_HELD || held.has(row.id)) held.set(row.id, row);
    else isFull = true;
  }

  /** A backup of logs is no backup of data. */
  function wordsOf(index: number): readonly (string | null)[] {
    const [operation = null, workload = null] = table.toldAt(index).map((value) => value && textOf(value));
    return [logs.has(index) ? 'OTHER' : operation, workload];
  }

  function put(row: JobRow, stream: Stream<Source>, isJudged: boolean): void {
    table.take(row, stream);
    const index = table.indexOf(row.id) ?? 0;
    if (table.observedAt(index) > row.observedAt) return;
    if (carried.some((facet) => isLacking(row, facet))) kindless.add(index);
    if (savesLogs(row, source)) logs.add(index);
    if (isJudged) hold(row);
    else held.delete(row.id);
  }

  return {
    take: (row, stream) => put(row, stream, choice.ended(row, stream)),
    leave(row, stream) {
      if (choice.running(row, stream)) {
        if (table.indexOf(row.id) === undefined) noteJob(row, ledger, 'STARTED_AT');
        put(row, stream, true);
        return;
      }
      table.leave(row, stream);
      const index = table.indexOf(row.id);
      if (index !== undefined && table.statusAt(index) === null) held.delete(row.id);
    },
    met: table.met,
    matched: table.matched,
    table,
    held,
    isFull: () => isFull,
    kindAt(index) {
      if (!hasKinds || kindless.has(index) || table.isContradictedAt(index)) return null;
      if (logs.has(index)) return JSON.stringify(wordsOf(index));
      const combination = table.combinationAt(index);
      const kind = kinds.get(combination) ?? JSON.stringify(wordsOf(index));
      kinds.set(combination, kind);
      return kind;
    },
  };
}

import type { JobRow } from '../../planning/match.js';
import { byEnd, byStart, isResult, type Run } from './workload-verdict.js';

/** The records of runs that may be shown; of most nothing but numbers is kept. */
export interface ShownRows {
  /** `key`: of the workload that it is a run of. */
  put(key: number, run: Run, row: JobRow): void;
  drop(id: string): void;
  /** Null for a run that others stand before. */
  get(id: string): JobRow | null;
}

interface Kept {
  readonly key: number;
  readonly run: Run;
  readonly row: JobRow;
}

/** In each order, so that one can be dropped and the next is there. */
const KEPT = 3;
/** Sorted at a time. */
const SORTED_AT_ONCE = 24;

export function createShownRows(): ShownRows {
  const kept = new Map<string, Kept>();
  const lists = new Map<number, Kept[]>();

  function drop(id: string): void {
    const one = kept.get(id);
    if (one === undefined) return;
    kept.delete(id);
    lists.set(one.key, (lists.get(one.key) ?? []).filter((other) => other !== one));
  }

  return {
    put(key, run, row) {
      drop(run.id);
      const one = { key, run, row };
      kept.set(run.id, one);
      const list = [...(lists.get(key) ?? []), one];
      const first = list.length < SORTED_AT_ONCE ? list : firstOf(list);
      for (const other of list) if (!first.includes(other)) kept.delete(other.run.id);
      lists.set(key, first);
    },
    drop,
    get: (id) => kept.get(id)?.row ?? null,
  };
}

function firstOf(list: readonly Kept[]): Kept[] {
  const ended = list.filter(({ run }) => isResult(run)).sort((a, b) => byEnd(a.run, b.run));
  const started = [...list].sort((a, b) => byStart(a.run, b.run));
  const successes = ended.filter(({ run }) => run.isSuccess === true);
  return [...new Set([started, ended, successes].flatMap((order) => order.slice(0, KEPT)))];
}

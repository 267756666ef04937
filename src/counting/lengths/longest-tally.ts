import type { AttributedPlan } from '../../planning/attribution.js';
import type { Ledger } from '../../listing/ledger.js';
import type { JobRow } from '../../planning/match.js';
import type { Source } from '../../sources/source.js';
import { createJobTable } from '../job-table.js';
import { compareLengths, secondsOf } from './length-order.js';
import type { Period } from '../period.js';
import type { Tally } from '../tally.js';

/** The longest jobs of one source. */
export interface LongestTally extends Tally {
  /** Longest first, at least as many as were asked for where there are so many. */
  readonly longest: readonly JobRow[];
  /** Whether so many were seen to end otherwise meanwhile that one which was let go of may be longer. */
  isShort(): boolean;
}

/** So many times what was asked for are held: they take the place of jobs that turn out to be shorter, or not to match, when met again. */
const HELD = 2;
const NO_WANTS = { durations: false, objects: false, data: false };

export function createLongestTally(plan: AttributedPlan<Source>, ledger: Ledger, period: Period, first: number): LongestTally {
  const table = createJobTable(plan, ledger, period, [], NO_WANTS);
  const room = first * HELD;
  const longest: JobRow[] = [];
  let hasLetGo = false;
  let gone = 0;

  /** `now`: what has become of it; null where it does not match any more. */
  function forget(id: string, now: JobRow | null): void {
    const at = longest.findIndex((row) => row.id === id);
    const [before] = at < 0 ? [] : longest.splice(at, 1);
    if (before === undefined || !hasLetGo) return;
    const isBehind = now === null || secondsOf(now) === null || compareLengths(now, before) > 0;
    if (isBehind) gone += 1;
  }

  function add(row: JobRow): void {
    const isFull = longest.length >= room;
    const last = longest.at(-1);
    if (isFull && last !== undefined && compareLengths(row, last) > 0) {
      hasLetGo = true;
      return;
    }
    const at = longest.findIndex((other) => compareLengths(row, other) < 0);
    longest.splice(at < 0 ? longest.length : at, 0, row);
    if (longest.length > room) {
      longest.pop();
      hasLetGo = true;
    }
  }

  return {
    take(row, stream) {
      const before = table.met();
      table.take(row, stream);
      const isKnown = table.met() === before;
      if (isKnown && table.observedAt(table.indexOf(row.id) ?? 0) > row.observedAt) return;
      if (isKnown) forget(row.id, row);
      if (secondsOf(row) !== null) add(row);
    },
    leave(row, stream) {
      table.leave(row, stream);
      const index = table.indexOf(row.id);
      if (index !== undefined && table.statusAt(index) === null) forget(row.id, null);
    },
    met: table.met,
    matched: table.matched,
    longest,
    isShort: () => gone > room - first,
  };
}

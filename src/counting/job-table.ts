import type { JobStatus } from '../generated/types.js';
import type { Ledger } from '../listing/ledger.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { JobRow } from '../planning/match.js';
import { placeOf } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import { createColumn, float64 } from './column.js';
import type { Period } from './period.js';
import { createRoll } from './roll.js';
import type { Tally } from './tally.js';
import type { ToldDimension, ToldValue } from './told.js';
import { createToldColumn, TOLD_VALUES } from './told-column.js';

/** What is added up where it is asked for. */
export interface Wants {
  readonly durations: boolean;
  readonly objects: boolean;
  readonly data: boolean;
}

/** The jobs of one source, as far as counting needs them: some numbers each, and no records. */
export interface JobTable extends Tally {
  /** Of a job that was met. */
  indexOf(id: string): number | undefined;
  /** When it was read last, epoch milliseconds. */
  observedAt(index: number): number;
  /** Null for a job that does not match. */
  statusAt(index: number): JobStatus | null;
  /** Epoch milliseconds; of the present where a job has none. */
  placeAt(index: number): number;
  /** The same for jobs of which the same is told. */
  combinationAt(index: number): number;
  /** Of the dimensions that are told, in their order. */
  toldAt(index: number): readonly ToldValue[];
  /** Whether a stream may still tell one of them. */
  isUntoldAt(index: number): boolean;
  /** Whether streams tell otherwise of one of them. */
  isContradictedAt(index: number): boolean;
  /** How long a job ran that counts for durations, in seconds; else NaN. */
  secondsAt(index: number): number;
  /** In the order of `COUNTS`; NaN where it is not reported. */
  countAt(index: number, which: number): number;
  /** NaN where it is not reported. */
  bytesAt(index: number): number;
}

export const COUNTS = ['total', 'successful', 'failed', 'skipped', 'warning'] as const;
export function createJobTable(plan: AttributedPlan<Source>, ledger: Ledger, { by, present }: Period, dimensions: readonly ToldDimension[], wants: Wants): JobTable {
  const { sizeOf } = plan.source.endpoint;
  const roll = createRoll();
  const places = createColumn(float64);
  const told = dimensions.map((dimension) => createToldColumn(dimension, plan, ledger));
  const seconds = wants.durations ? createColumn(float64) : null;
  const counts = wants.objects ? COUNTS.map(() => createColumn(float64)) : [];
  const bytes = wants.data && sizeOf !== undefined ? createColumn(float64) : null;
  function set(index: number, row: JobRow): void {
    roll.setStatus(index, row.status);
    places.set(index, placeOf(row.startedAt, row.finishedAt, by) ?? present);
    seconds?.set(index, lengthOf(row.node));
    for (const [which, column] of counts.entries()) column.set(index, row.node.counts?.[COUNTS[which] as 'total'] ?? Number.NaN);
    bytes?.set(index, sizeOf?.(row.node) ?? Number.NaN);
  }

  return {
    take(row, stream) {
      const index = roll.enter(row);
      if (index !== null) set(index, row);
      const known = index ?? (roll.numberOf(row.id) as number);
      for (const column of told) column.note(known, row, stream, index !== null);
    },
    leave(row, stream) {
      // That it was there is of use only to whoever holds it against a total.
      const index = roll.numberOf(row.id) !== undefined || plan.whole.length > 0 ? roll.enter(row) : null;
      if (index !== null) roll.setStatus(index, null);
      const known = index ?? roll.numberOf(row.id);
      if (known !== undefined) for (const column of told) column.noteStream(known, row, stream);
    },
    met: roll.met,
    matched: roll.matched,
    indexOf: roll.numberOf,
    observedAt: roll.observedAt,
    statusAt: roll.statusAt,
    placeAt: places.get,
    combinationAt: (index) => told.reduce((sum, column) => sum * TOLD_VALUES + column.numberAt(index), 0),
    toldAt: (index) => told.map((column) => column.valueAt(index)),
    isUntoldAt: (index) => told.some((column) => column.isUntold(index)),
    isContradictedAt: (index) => told.some((column) => column.isContradicted(index)),
    secondsAt: (index) => seconds?.get(index) ?? Number.NaN,
    countAt: (index, which) => counts[which]?.get(index) ?? Number.NaN,
    bytesAt: (index) => bytes?.get(index) ?? Number.NaN,
  };
}

/** Of jobs that ended with a result, and whose end does not move. */
function lengthOf({ status, duration }: JobRow['node']): number {
  const counts = (status === 'SUCCEEDED' || status === 'PARTIAL') && duration !== null && duration.basis !== 'ELAPSED';
  return counts ? duration.seconds : Number.NaN;
}

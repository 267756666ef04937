import type { Ledger } from '../listing/ledger.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { JobRow } from '../planning/match.js';
import type { Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import { createColumn, uint16 } from './column.js';
import { createToldReader, textOf, type ToldDimension, type ToldValue } from './told.js';
import { MAX_GROUPS, tooManyGroups } from './too-many.js';

/** What is told of each job in one dimension. */
export interface ToldColumn {
  /** `isLatest`: whether this is how the job was observed last. */
  note(index: number, row: JobRow, stream: Stream<Source>, isLatest: boolean): void;
  /** Of a job that does not match as it came: what the stream tells of it stands, since it may match as another one brings it. */
  noteStream(index: number, row: JobRow, stream: Stream<Source>): void;
  /** Below `TOLD_VALUES`; the same for the same value. */
  numberAt(index: number): number;
  valueAt(index: number): ToldValue;
  /** Whether only a stream can tell it, and none has so far. */
  isUntold(index: number): boolean;
  /** Whether two streams tell otherwise. */
  isContradicted(index: number): boolean;
  /** Of how many jobs two streams told otherwise. */
  contradicted(): number;
}

/** Three of them still make one number. */
export const TOLD_VALUES = 2 ** 16;

/** Values that stand for nothing: nothing has told so far; two streams tell otherwise. */
const UNTOLD = 0;
const CONTRADICTED = 1;

export function createToldColumn(dimension: ToldDimension, plan: AttributedPlan<Source>, ledger: Ledger): ToldColumn {
  const reader = createToldReader(dimension, plan);
  const column = createColumn(uint16);
  const values: ToldValue[] = [null, null];
  const numbers = new Map<string, number>();
  let contradicted = 0;

  function numberOf(value: ToldValue): number {
    if (value === null) return UNTOLD;
    const text = textOf(value);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    if (numbers.size === MAX_GROUPS) throw tooManyGroups([dimension]);
    numbers.set(text, values.length);
    return values.push(value) - 1;
  }

  /** The stream that brings a job tells; where two do, they have to agree. */
  function noteByStream(index: number, told: number): void {
    const before = column.get(index);
    if (before === UNTOLD) column.set(index, told);
    else if (told !== UNTOLD && told !== before && before !== CONTRADICTED) {
      column.set(index, CONTRADICTED);
      contradicted += 1;
      ledger.warn({ code: 'FILTER_IGNORED', message: 'The upstream brought a job for two values of one parameter: which of them it has is not told.' });
    }
  }

  return {
    note(index, row, stream, isLatest) {
      const told = numberOf(reader.read(row, stream));
      if (reader.isByStream) noteByStream(index, told);
      else if (isLatest) column.set(index, told);
    },
    noteStream(index, row, stream) {
      if (reader.isByStream) noteByStream(index, numberOf(reader.read(row, stream)));
    },
    numberAt: column.get,
    valueAt: (index) => values[column.get(index)] ?? null,
    isUntold: (index) => reader.isByStream && column.get(index) === UNTOLD,
    isContradicted: (index) => column.get(index) === CONTRADICTED,
    contradicted: () => contradicted,
  };
}

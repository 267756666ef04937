import type { JobStatus } from '../generated/types.js';
import type { JobRow } from '../planning/match.js';
import { createColumn, int32, uint8 } from './column.js';

/** The jobs of one source that were met, each once, by job id, under a number of its own. */
export interface Roll {
  /** Of a job that was not met before, or not as late as this; null for one that was. */
  enter(row: JobRow): number | null;
  numberOf(id: string): number | undefined;
  /** Null for one that does not match. */
  setStatus(index: number, status: JobStatus | null): void;
  statusAt(index: number): JobStatus | null;
  /** When it was read last, epoch milliseconds. */
  observedAt(index: number): number;
  numbers(): Iterable<readonly [id: string, index: number]>;
  met(): number;
  matched(): number;
}

export const STATUSES = ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED', 'UNKNOWN'] as const satisfies readonly JobStatus[];

const CODE_OF: ReadonlyMap<JobStatus, number> = new Map(STATUSES.map((status, code) => [status, code]));
/** Of a job that does not match. */
const NONE = 255;

export function createRoll(): Roll {
  const numbers = new Map<string, number>();
  const statuses = createColumn(uint8);
  /** Milliseconds after the first: pages are remembered for less than the 24 days that these can hold. */
  const observed = createColumn(int32);
  let first = 0;
  let matched = 0;

  return {
    enter({ id, observedAt }) {
      const known = numbers.get(id);
      const index = known ?? numbers.size;
      if (index === 0 && known === undefined) first = observedAt;
      const moment = observedAt - first;
      if (known === undefined) {
        numbers.set(id, index);
        statuses.set(index, NONE);
      } else if (moment < observed.get(index)) return null;
      observed.set(index, moment);
      return index;
    },
    numberOf: (id) => numbers.get(id),
    setStatus(index, status) {
      matched += Number(status !== null) - Number(statuses.get(index) !== NONE);
      statuses.set(index, status === null ? NONE : (CODE_OF.get(status) ?? STATUSES.length - 1));
    },
    statusAt: (index) => STATUSES[statuses.get(index)] ?? null,
    observedAt: (index) => first + observed.get(index),
    numbers: () => numbers,
    met: () => numbers.size,
    matched: () => matched,
  };
}

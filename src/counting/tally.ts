import type { JobRow } from '../planning/match.js';
import type { Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';

/** What a reading is told to: the jobs of one source, each once, by job id. */
export interface Tally {
  /** A job that matches, as it is now. */
  take(row: JobRow, stream: Stream<Source>): void;
  /** One that does not, or does not any more. */
  leave(row: JobRow, stream: Stream<Source>): void;
  /** Whether all that a stream is read for is known by what came, down to this instant; null where that cannot be before its end. */
  isSettled?(stream: Stream<Source>, coveredFrom: number): boolean | null;
  /** Whether every job came by streams that tell of it otherwise: the upstream ignores what they ask. */
  isMisled?(): boolean;
  /** Distinct jobs, matching or not. */
  met(): number;
  /** Distinct jobs that match. */
  matched(): number;
}

/** What is told of a source once it was read. */
export type Matched = Pick<Tally, 'matched'>;

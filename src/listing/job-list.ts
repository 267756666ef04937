import type { JobsRequest } from './jobs-request.js';
import type { PageCursors } from './page-cursors.js';
import type { ListedRow, SourceRun } from './source-run.js';
import type { Totals } from './totals.js';

/** One page of a list, and how far it can be trusted. */
export interface JobList extends Totals, PageCursors {
  readonly request: JobsRequest;
  /** One a source, in their order. */
  readonly runs: readonly SourceRun[];
  readonly rows: readonly ListedRow[];
  readonly hasNextPage: boolean;
  /** Whether everybody answered who was meant. */
  readonly isComplete: boolean;
  /** How long a job may run without being missed, milliseconds; null where none can be missing. */
  readonly reachMs: number | null;
}

import type { SourceError } from './errors.js';
import type { Budget } from './loaders/budget.js';
import type { LookupLoader } from './loaders/lookups.js';
import type { PageLoader } from './loaders/pages.js';
import type { Source } from './loaders/source.js';
import type { CursorSealer } from './paging/cursor.js';

/** What a resolver may see of one request. */
export interface Context {
  /** Epoch milliseconds, taken once. */
  readonly now: number;
  /** The sources that the caller may read. */
  readonly sources: readonly Source[];
  readonly pages: PageLoader;
  readonly lookups: LookupLoader;
  readonly cursors: CursorSealer;
  /** Keys of the upstream streams that the operation has opened. */
  readonly streams: Set<string>;
  readonly budget: Budget;
  /** What goes into `errors` beside the data. */
  readonly failures: SourceFailure[];
}

export interface SourceFailure {
  readonly path: readonly (string | number)[];
  readonly sourceId: string;
  readonly error: SourceError;
}

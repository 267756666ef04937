import type { Caller } from './auth/caller.js';
import type { NoSourceError, SourceError } from './errors.js';
import type { Budget } from './loaders/budget.js';
import type { LookupLoader } from './loaders/lookups.js';
import type { PageLoader } from './loaders/pages.js';
import type { Source } from './loaders/source.js';
import type { CursorSealer } from './paging/cursor.js';

/** What a resolver may see of one request. */
export interface Context {
  /** Epoch milliseconds, taken once. */
  readonly now: number;
  readonly caller: Caller;
  /** What the caller may read, as text: the same for the same rights. */
  readonly rights: string;
  /** The sources that the caller may read. */
  readonly sources: readonly Source[];
  /** Fields of `Query` that need a right to a product which the caller lacks. */
  readonly forbidden: ReadonlySet<string>;
  readonly pages: PageLoader;
  readonly lookups: LookupLoader;
  readonly cursors: CursorSealer;
  /** Keys of the upstream streams that the operation has opened. */
  readonly streams: Set<string>;
  /** Resolves when it is this caller's turn to keep the event loop for a while. */
  turn(): Promise<void>;
  readonly budget: Budget;
  /** What the operation may cost at most. */
  readonly bill: { cost: number; calls: number };
  /** What goes into `errors` beside the data. */
  readonly failures: FieldFailure[];
}

export interface FieldFailure {
  readonly path: readonly (string | number)[];
  /** Null where there was no source to ask. */
  readonly sourceId: string | null;
  readonly error: SourceError | NoSourceError;
}

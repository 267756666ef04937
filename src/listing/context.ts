import type { Budget } from '../loaders/budget.js';
import type { PageLoader } from '../loaders/pages.js';
import type { CursorSealer } from '../paging/cursor.js';
import type { Source } from '../sources/source.js';

/** What lists need of the request that they are read for. */
export interface ListingContext {
  /** Epoch milliseconds, taken once. */
  readonly now: number;
  /** What the caller may read, as text: the same for the same rights. */
  readonly rights: string;
  /** The sources that the caller may read. */
  readonly sources: readonly Source[];
  readonly pages: PageLoader;
  readonly cursors: CursorSealer;
  /** Keys of the upstream streams that the operation has opened for what is filtered. */
  readonly streams: Set<string>;
  /** Of those for sources that nothing filters. */
  readonly plainStreams: Set<string>;
  readonly budget: Budget;
  /** Resolves when it is this caller's turn to keep the event loop for a while. */
  turn(): Promise<void>;
}

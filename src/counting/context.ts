import type { JobSourceOutcome } from '../generated/types.js';
import type { ListingContext } from '../listing/context.js';
import type { Budget } from '../loaders/budget.js';
import type { PageLoader } from '../loaders/pages.js';
import type { Shares } from '../loaders/shares.js';
import type { Source } from '../sources/source.js';

/** What counting needs of the request that is counted for. */
export interface CountingContext extends ListingContext {
  readonly readings: Readings;
  /** Of one field: aborted where one of its readings throws, so that no other takes a further turn. */
  readonly halt?: AbortController;
}

/** What the fields of one operation that count share. */
export interface Readings {
  pages(): PageLoader;
  /** Those that the caller may read, looking back as far as other readings of the moment. */
  sources(): readonly Source[];
  /** Of upstream calls, beside that of lists. */
  readonly budget: Budget;
  readonly shares: Shares;
  /** Keys of the upstream streams that were opened to count, beside those of lists. */
  readonly streams: Set<string>;
  /** Those of sources that nothing filters and nothing is told apart of. */
  readonly plainStreams: Set<string>;
  /** Met so far, by all streams. */
  jobs: number;
  /** Of every source that was read. */
  readonly outcomes: JobSourceOutcome[];
}

import DataLoader from 'dataloader';

import type { Place } from '../paging/page.js';
import type { Stream } from '../planning/plan.js';
import type { JobPage } from '../wire/page.js';
import type { Source } from './source.js';

export interface PageRead {
  readonly stream: Stream<Source>;
  readonly place: Place;
  /** Called for every upstream call that this read makes. */
  onCall(): void;
  /** Called when the page was in memory. */
  onHit(): void;
}

/** Pages of one request: equal reads are one, whichever fields ask. */
export interface PageLoader {
  load(read: PageRead): Promise<JobPage>;
  /** Reads the page as it is now. */
  reload(read: PageRead): Promise<JobPage>;
}

export function createPageLoader(signal: AbortSignal): PageLoader {
  const loader = new DataLoader<PageRead, JobPage, string>(
    (reads) => Promise.all(reads.map(({ stream, place, onCall }) => stream.source.readPage(stream, place, { signal, onCall }).catch((error: Error) => error))),
    { cacheKeyFn: keyOf },
  );
  const known = new Set<string>();
  return {
    load(read) {
      const key = keyOf(read);
      if (known.has(key)) read.onHit();
      known.add(key);
      return loader.load(read);
    },
    reload: (read) => loader.clear(read).load(read),
  };
}

function keyOf({ stream, place }: PageRead): string {
  return JSON.stringify([stream.key, place.number, place.token]);
}

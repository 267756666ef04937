import DataLoader from 'dataloader';

import type { Place } from '../paging/page.js';
import type { Stream } from '../planning/plan.js';
import type { JobPage } from '../wire/page.js';
import type { Budget } from './budget.js';
import type { PageMemory } from './page-memory.js';
import type { Source } from './source.js';

export interface PageRead {
  readonly stream: Stream<Source>;
  readonly place: Place;
  /** Called for every upstream call that this read makes. */
  onCall(): void;
  /** Called when the page was in memory, or another request was reading it already. */
  onHit(): void;
}

/** Pages of one request: equal reads are one, whichever fields ask. */
export interface PageLoader {
  load(read: PageRead): Promise<JobPage>;
  /** Reads the page as it is now. */
  reload(read: PageRead): Promise<JobPage>;
}

export function createPageLoader(memory: PageMemory, budget: Budget, signal: AbortSignal): PageLoader {
  const loader = new DataLoader<PageRead, JobPage, string>((reads) => Promise.all(reads.map((read) => readPage(read).catch((error: Error) => error))), {
    cacheKeyFn: keyOf,
  });
  const asked = new Set<string>();

  function readPage(read: PageRead): Promise<JobPage> {
    const { stream, place, onHit } = read;
    return memory.read(keyOf(read), {
      signal,
      onHit,
      check: () => budget.check(),
      start: (shared, endsAt) =>
        stream.source.readPage(stream, place, {
          signal: shared,
          endsAt,
          onCall() {
            budget.spend();
            read.onCall();
          },
        }),
    });
  }

  return {
    load(read) {
      const key = keyOf(read);
      if (asked.has(key)) read.onHit();
      asked.add(key);
      return loader.load(read);
    },
    reload(read) {
      memory.forget(keyOf(read));
      return loader.clear(read).load(read);
    },
  };
}

/** A stream's key names source, endpoint, parameters, bounds and page size. */
function keyOf({ stream, place }: PageRead): string {
  return JSON.stringify([stream.key, place.number, place.token]);
}

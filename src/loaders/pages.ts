import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';

import type { Place } from '../paging/page.js';
import type { Stream } from '../planning/plan.js';
import type { JobPage } from '../wire/page.js';
import type { Budget } from './budget.js';
import { createDeparture, type Departure } from './departure.js';
import type { PageMemory, Room } from './page-memory.js';
import type { SizedPage } from '../sources/decode-answer.js';
import type { Patience } from '../shared-memory/patience.js';
import type { Reading } from '../sources/reading.js';
import type { Source } from '../sources/source.js';
import type { StateChange } from '../sources/state-changes.js';
import { beginPage, endPage, noteOrigin, type PageSpan, readBelow } from '../tracing/pages.js';

interface Noticed {
  /** Called for every upstream call that this read makes. */
  onCall(): void;
  /** Called when the page was in memory, or another request was reading it already. */
  onHit(): void;
}

export interface PageRead extends Noticed {
  readonly stream: Stream<Source>;
  readonly place: Place;
}

/** Pages of one request: equal reads are one, whichever fields ask. */
export interface PageLoader {
  load(read: PageRead): Promise<JobPage>;
  /** Reads the page as it is now. */
  reload(read: PageRead): Promise<JobPage>;
  /** Says that a walk is beyond a page. */
  leave(stream: Stream<Source>, place: Place): void;
  /** The page of one job, empty where there is none; null where the source cannot be asked for it. */
  loadDetail(source: Source, jobId: string, location: string | null): Promise<JobPage> | null;
}

/** What only replicas that share pages have. */
type Shared = Pick<Reading, 'patience' | 'order' | 'onPage' | 'given'>;

interface Read extends Noticed {
  readonly key: string;
  readonly source: Source;
  readonly isFresh: boolean;
  readonly span: PageSpan | null;
  start(reading: Reading): Promise<SizedPage>;
}

/** Of the pages of what is counted, which are many: each is needed once, and fields that ask alike ask at nearly the same time. */
const MOST_ROWS_COUNTED = 500;

export function createPageLoader(memory: PageMemory, budget: Budget, room: Room, caller: string, signal: () => AbortSignal, onStateChange: (change: StateChange) => void, patience: Patience | null = null): PageLoader {
  const counted = room === 'half' ? new LRUCache<string, Promise<JobPage>>({ maxSize: MOST_ROWS_COUNTED, sizeCalculation: () => 1 }) : null;
  const loader = new DataLoader<Read, JobPage, string>((reads) => Promise.all(reads.map((read) => readPage(read).catch((error: Error) => error))), {
    cacheKeyFn: ({ key }) => key,
    // Of a batch, the pages of all would wait for those of the slowest source.
    ...(counted !== null && { cacheMap: counted, maxBatchSize: 1 }),
  });
  const asked = new Map<string, PageSpan | null>();
  let departure: Departure | null = null;

  function readPage({ key, source, isFresh, span, start, onCall, onHit }: Read): Promise<JobPage> {
    const read = (signal: AbortSignal, endsAt: number, more: Shared | null): Promise<SizedPage> =>
      start({
        caller,
        signal,
        endsAt,
        patience: more?.patience,
        order: more?.order,
        onPage: more?.onPage,
        given: more?.given,
        onStateChange,
        onCall() {
          budget.spend();
          onCall();
        },
      });
    return memory.read(key, {
      room,
      departure: () => (departure ??= createDeparture(signal())),
      onHit,
      span,
      check: () => budget.check(),
      start: (signal, endsAt, common, reader) => readBelow(span, () => read(signal, endsAt, common === null ? null : { ...reader, patience: common })),
      shared: patience === null ? null : { installation: source.installation, patience, isFresh, open: (given) => read(signal(), 0, { given }) },
    });
  }

  function load(read: Read): Promise<JobPage> {
    if (asked.has(read.key)) {
      read.onHit();
      noteOrigin(read.span, 'shared', asked.get(read.key));
    } else asked.set(read.key, read.span);
    return follow(read);
  }

  function follow(read: Read): Promise<JobPage> {
    const page = loader.load(read);
    endPage(read.span, page);
    if (counted !== null) page.then(({ rows }) => weigh(read, page, rows.length)).catch(ignore);
    return page;
  }

  function weigh({ key }: Read, page: Promise<JobPage>, rows: number): void {
    if (counted?.peek(key) !== page) return;
    // One that is there keeps the size that it came with.
    counted.delete(key);
    counted.set(key, page, { size: 1 + rows });
  }

  return {
    load: (read) => load(toRead(read)),
    reload(read) {
      const fresh = { ...toRead(read), isFresh: true };
      memory.forget(fresh.key);
      loader.clear(fresh);
      return follow(fresh);
    },
    leave: (stream, place) => memory.leave(keyOf(stream, place)),
    loadDetail(source, jobId, location) {
      const start = source.detailOf(jobId);
      if (start === null) return null;
      const key = JSON.stringify([source.id, 'job', jobId, location]);
      return load({ key, source, isFresh: false, span: beginPage({ sourceId: source.id, number: null }), start: (reading) => start(location, reading), onCall: ignore, onHit: ignore });
    },
  };
}

/** A stream's key names source, endpoint, parameters, bounds and page size. */
function keyOf({ key }: Stream<Source>, { number, isGuess, token }: Place): string {
  return `${key} ${number} ${isGuess ?? false} ${token ?? ''}`;
}

function toRead({ stream, place, onCall, onHit }: PageRead): Read {
  return {
    key: keyOf(stream, place),
    source: stream.source,
    isFresh: false,
    span: beginPage({ sourceId: stream.source.id, number: place.number }),
    start: (reading) => stream.source.readPage(stream, place, reading),
    onCall,
    onHit,
  };
}

function ignore(): void {
  // Nobody counts the calls of a lookup one by one: the operation's budget does. Whoever waits for a page is told why it failed.
}

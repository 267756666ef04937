import { LRUCache } from 'lru-cache';

import { OPERATION_MS } from '../deadlines.js';
import { BudgetSpentError, SourceError } from '../errors.js';
import type { JobRow } from '../planning/match.js';
import type { Answers, GivenAnswer, Reader } from '../shared-memory/answers.js';
import { createCommonPatience, type CommonPatience } from '../shared-memory/common-patience.js';
import type { Patience } from '../shared-memory/patience.js';
import type { SizedPage } from '../sources/decode-answer.js';
import { noteOrigin, type PageOrigin, type PageSpan } from '../tracing/pages.js';
import { globalIdOf } from '../wire/global-id.js';
import type { JobPage } from '../wire/page.js';
import type { Departure } from './departure.js';
import { createKeptPages, drop, idsOf, leaveText, pageOf, type KeptPage } from './kept-pages.js';
import { createOffHeapTexts } from './off-heap-texts.js';

/** Decoded pages that outlive a request, and equal reads under way as one. Failures are not kept. */
export interface PageMemory {
  read(key: string, reading: MemoryReading): Promise<JobPage>;
  forget(key: string): void;
  /** Says that a walk is beyond a page. */
  leave(key: string): void;
  /** A job of a page in memory. */
  find(sourceId: string, jobId: string): JobRow | null;
  /** How many were read so far: from memory, with another reader, from the store that replicas share, from upstream. */
  readonly counts: Readonly<Record<PageOrigin, number>>;
}

/** A page of the store has less time left than one that comes from upstream. */
type DatedPage = SizedPage & { readonly leftMs?: number };

/** How much of the memory pages may fill: those of what is counted are many, and must not push out everybody's lists. */
export type Room = 'whole' | 'half';

export interface MemoryReading {
  readonly room: Room;
  /** When this reader leaves; the read itself stops when the last one has left. */
  departure(): Departure;
  /** Called where the page is neither in memory nor under way; refuses by throwing. */
  check(): void;
  /** `endsAt`: when the signal aborts by itself, on the monotonic clock. `patience`: of all who wait for it, with the memory that replicas share. */
  start(signal: AbortSignal, endsAt: number, patience: Patience | null, reader?: Reader): Promise<SizedPage>;
  onHit(): void;
  /** Absent where it is not shared with other replicas. */
  readonly shared?: SharedReading | null;
  /** Where this reader is traced. */
  readonly span?: PageSpan | null;
}

export interface SharedReading {
  /** Whose page it is: keys of several installations may be the same. */
  readonly installation: readonly string[];
  readonly patience: Patience;
  /** Whether it has to be read from now on. */
  readonly isFresh: boolean;
  /** Decodes what another replica was given; throws where that is no page. */
  open(given: GivenAnswer): Promise<SizedPage>;
}

export interface PageMemoryLimits {
  readonly ttlMs: number;
  readonly maxBytes: number;
}

interface Flight {
  readonly page: Promise<JobPage>;
  readonly controller: AbortController;
  /** Of the reader that began it. */
  readonly span: PageSpan | null;
  /** Of all who wait for it. */
  readonly patience: CommonPatience | null;
  waiters: number;
}

/** Decoded pages of 100 jobs were measured to take 3.8 to 7 times the room of their JSON, by product. */
const DECODED_FACTOR = 7;
/** Of a page without jobs; 500 were measured, beside its key. */
const ENTRY_BYTES = 1000;
/** Of a job's place in the index. */
const INDEX_BYTES = 100;

/** `answers`: what replicas share, where they do. */
export function createPageMemory({ ttlMs, maxBytes }: PageMemoryLimits, answers: Answers | null = null): PageMemory {
  const pages = ttlMs > 0 && maxBytes > 0 ? new LRUCache<string, KeptPage>({ ttl: ttlMs, maxSize: maxBytes, disposeAfter: forgetPage }) : null;
  /** Keys of pages that may fill half of it. */
  const half = pages === null ? null : new LRUCache<string, true>({ maxSize: Math.ceil(maxBytes / 2), disposeAfter: (_, key) => void pages.delete(key) });
  const counts = { memory: 0, shared: 0, store: 0, upstream: 0 };
  const kept = createKeptPages();
  const texts = { whole: createOffHeapTexts(Math.floor(maxBytes / DECODED_FACTOR)), half: createOffHeapTexts(Math.floor(maxBytes / DECODED_FACTOR / 2)) };
  let isSweeping = false;
  /** The page that each job was last seen on, of pages that are indexed. */
  const keyOfJob = new Map<string, string>();
  /** Lists are walked far more often than jobs are looked up. */
  const unindexed = new Set<string>();
  const flights: Record<string, Flight> = Object.create(null) as Record<string, Flight>;

  function keep(key: string, sized: DatedPage, room: Room): void {
    if (pages === null || half === null) return;
    const { page, bytes, leftMs = ttlMs } = sized;
    const size = ENTRY_BYTES + 2 * key.length + page.rows.length * INDEX_BYTES + bytes * DECODED_FACTOR;
    if (room === 'half' && !half.set(key, true, { size }).has(key)) return;
    pages.set(key, kept.add(sized, texts[room]), { size, ttl: leftMs });
    if (pages.has(key)) unindexed.add(key);
    sweepLater();
  }

  function pageAt(key: string): JobPage | null {
    const page = pages?.get(key);
    return page === undefined ? null : pageOf(page);
  }

  function indexAll(): void {
    for (const key of unindexed) {
      const page = pages?.peek(key);
      if (page !== undefined) for (const id of idsOf(page)) keyOfJob.set(id, key);
    }
    unindexed.clear();
  }

  /** What has expired would stay until somebody asks for it, which nobody may. */
  function sweepLater(): void {
    if (isSweeping || pages === null || pages.size === 0) return;
    isSweeping = true;
    setTimeout(() => {
      isSweeping = false;
      pages.purgeStale();
      sweepLater();
    }, ttlMs).unref();
  }

  function forgetPage(page: KeptPage, key: string, reason: LRUCache.DisposeReason): void {
    if (reason !== 'set') half?.delete(key);
    forgetJobs(page, key);
    drop(page);
  }

  function forgetJobs(page: KeptPage, key: string): void {
    if (unindexed.delete(key)) return;
    for (const id of idsOf(page)) if (keyOfJob.get(id) === key) keyOfJob.delete(id);
  }

  function note(from: PageOrigin, span: PageSpan | null | undefined, began?: PageSpan | null): void {
    counts[from] += 1;
    noteOrigin(span, from, began);
  }

  function begin(key: string, { start, span, onHit, shared = null }: MemoryReading, patience: CommonPatience | null, signal: AbortSignal): Promise<DatedPage> {
    const endsAt = performance.now() + OPERATION_MS;
    function ask(reader?: Reader): Promise<DatedPage> {
      note('upstream', span);
      return start(signal, endsAt, patience, reader);
    }
    if (answers === null || shared === null || patience === null) return ask();
    return answers.read(answers.nameOf([...shared.installation, key]), {
      patience,
      isFresh: shared.isFresh,
      signal,
      ask,
      async open(given) {
        const sized = await shared.open(given).catch(() => null);
        if (sized === null) return null;
        note('store', span);
        onHit();
        return { ...sized, leftMs: given.leftMs };
      },
    });
  }

  function takeOff(key: string, reading: MemoryReading): Flight {
    const { room, shared = null, span = null } = reading;
    const controller = new AbortController();
    // A read can outlive the operation that began it.
    const timer = setTimeout(() => controller.abort(new DOMException('The read ran out of time.', 'TimeoutError')), OPERATION_MS).unref();
    const patience = shared === null ? null : createCommonPatience(shared.patience);
    const page = begin(key, reading, patience, controller.signal).then((sized) => {
      if (flights[key] === flight) keep(key, sized, room);
      return sized.page;
    });
    const flight: Flight = { page, controller, span, patience, waiters: 0 };
    flights[key] = flight;
    const land = (): void => {
      clearTimeout(timer);
      if (flights[key] === flight) delete flights[key];
    };
    page.then(land, land);
    return flight;
  }

  function join({ span, patience }: Flight, { shared, onHit, span: own }: MemoryReading): void {
    onHit();
    note('shared', own, span);
    if (shared) patience?.join(shared.patience);
  }

  function wait(key: string, flight: Flight, { signal, follow }: Departure): Promise<JobPage> {
    flight.waiters += 1;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(reasonOf(signal));
        flight.waiters -= 1;
        if (flight.waiters > 0) return;
        if (flights[key] === flight) delete flights[key];
        flight.controller.abort();
      };
      flight.page.then(resolve, reject).finally(follow(leave));
      if (signal.aborted) leave();
    });
  }

  return {
    async read(key, reading) {
      const known = pageAt(key);
      const flight = flights[key];
      if (known !== null) {
        reading.onHit();
        note('memory', reading.span, flight?.span);
        return known;
      }
      if (flight === undefined) reading.check();
      else join(flight, reading);
      return wait(key, flight ?? takeOff(key, reading), reading.departure());
    },
    forget(key) {
      pages?.delete(key);
      delete flights[key];
    },
    leave(key) {
      const page = pages?.peek(key);
      if (page !== undefined) leaveText(page);
    },
    find(sourceId, jobId) {
      indexAll();
      const key = keyOfJob.get(globalIdOf(sourceId, jobId));
      const page = key === undefined ? null : pageAt(key);
      return page?.rows.find(({ id }) => id === jobId) ?? null;
    },
    counts,
  };
}

/** Why a reader leaves: its operation has run out of time, or its client has gone away. */
function reasonOf({ reason }: AbortSignal): Error {
  if (!(reason instanceof DOMException && reason.name === 'TimeoutError')) return new BudgetSpentError();
  return new SourceError('UPSTREAM_TIMEOUT', 'No complete answer came within the time of one operation. Try again.');
}

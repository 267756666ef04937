import { SourceError } from '../errors.js';
import { isAskedBefore, withMoments, type Moments } from './moments.js';
import type { Page, Place, Row } from './page.js';
import { AT_ONCE, type ReadingAhead } from './reading-ahead.js';

/** Reads one page; `isFresh` asks for the page as it is now, whatever was read before. */
export type ReadPage<R extends Row> = (place: Place, isFresh: boolean) => Promise<Page<R>>;

/** The pages of one walk, some of which may have been kept from before. */
export interface PageReading<R extends Row> {
  /** Reads the page that follows one, and perhaps those behind it, where so many rows need them for certain. */
  readOn(before: Page<R>, place: Place, rows: number): Promise<Page<R>>;
  /** Reads a page that may have a row which the walk has met before. One that was kept from before this walk and lacks it is older than that: it is read anew. */
  readFor(place: Place, isFresh: boolean, hasRow: (rows: readonly R[]) => boolean): Promise<Page<R>>;
  /** Whether it was kept from before this walk. */
  isKept(page: Page<R>): boolean;
}

export function createPageReading<R extends Row>(readPage: ReadPage<R>, ahead: ReadingAhead): PageReading<R> {
  const beganAt = performance.now();
  /** Of the pages so far. */
  let read: readonly Moments[] = [];
  /** What that was after each page. */
  const answers: (readonly Moments[])[] = [];

  /** A token can expire; then the page number leads to the same place. */
  async function readOrNumber(place: Place, isFresh: boolean): Promise<Page<R>> {
    try {
      return await readPage(place, isFresh);
    } catch (failure) {
      const isTokenRefused = place.token !== null && failure instanceof SourceError && failure.code === 'UPSTREAM_BAD_REQUEST';
      if (!isTokenRefused) throw failure;
      return readPage({ ...place, token: null }, isFresh);
    }
  }

  /** A page that was kept from before another one came lacks what new jobs have since pushed from that one to it, if they did. */
  async function readInOrder(place: Place, isFresh: boolean, goesOn: (page: Page<R>) => boolean = () => false): Promise<Page<R>> {
    const kept = await readOrNumber(place, isFresh);
    const page = !isFresh && isOlder(kept, read) && !goesOn(kept) ? await readOrNumber(place, true) : kept;
    if (page.read !== undefined) read = withMoments(read, page.read);
    answers.push(read);
    return page;
  }

  /** Whether a page was asked for ahead of its turn: by this walk, or by another one that read as this one does and whose pages were kept. */
  function isAhead(page: Page<R>): boolean {
    const before = answers[Math.max(0, answers.length - AT_ONCE)];
    return !isKept(page) || (before !== undefined && !isOlder(page, before));
  }

  function isKept({ read }: Page<R>): boolean {
    return read !== undefined && read.askedAt < beganAt;
  }

  return {
    readOn(before, place, rows) {
      ahead.ask(before, place, rows);
      return readInOrder(place, ahead.isDropped(place), (page) => isAhead(page) && ahead.goesOn(before, place, page));
    },
    async readFor(place, isFresh, hasRow) {
      const page = await readInOrder(place, isFresh);
      return isKept(page) && !hasRow(page.rows) ? readInOrder(place, true) : page;
    },
    isKept,
  };
}

function isOlder({ read }: Page<Row>, before: readonly Moments[]): boolean {
  return read !== undefined && before.some((other) => isAskedBefore(read, other));
}

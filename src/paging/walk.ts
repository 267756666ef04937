import { BudgetSpentError, SourceError } from '../errors.js';
import { beyondGap } from './gap.js';
import { badLink } from './loop-guard.js';
import { isFarFromEnd, nextPlace, passedThrough, type PageRules } from './next-place.js';
import { createOpening } from './opening.js';
import { distinct } from './order.js';
import { createPageReading, type ReadPage } from './page-reading.js';
import type { Place, Row } from './page.js';
import type { Position } from './position.js';
import { createProgress, isArrival, isLast, isOwed, passRow, positionOf, standBehind, type Changing, type OpenPage, type WalkNote } from './progress.js';
import { createReadingAhead, type AheadSource } from './reading-ahead.js';

export interface WalkSource<R extends Row> {
  readonly rules: PageRules;
  readonly readPage: ReadPage<R>;
  readonly ahead?: AheadSource;
  /** Whether the filter and the window let a row through. Called once a row. */
  accept(row: R): boolean;
  /** Called for a row that was met before, as it is now. */
  repeated?(row: R): void;
  note(code: WalkNote): void;
  /** Called for a page once a row behind it was passed: no position stands on it any more. */
  leave?(place: Place): void;
}

/** One stream, read row by row. */
export interface Walk<R extends Row> {
  /** `paused`: the budget is spent, and the walk goes on from its position another time. */
  readonly state: 'open' | 'paused' | 'ended' | 'failed';
  /** The next row to deliver; null until `fill` has found one. */
  readonly head: R | null;
  /** Why the walk failed. */
  readonly error: SourceError | null;
  /** Behind the last passed row. */
  position(): Position;
  /** Whether there is a head, or one on the page that is open. */
  seek(): boolean;
  /** Reads on until there is a head, the end, a failure, or `pages` more pages were read. */
  fill(pages?: number): Promise<void>;
  /** Puts the head behind. */
  pass(): void;
  /** Whether there would be something left to read behind one more page. */
  isFarFromEnd(): boolean;
  /** Every row still to come, where that is known without reading on; else null. */
  rest(): readonly R[] | null;
}

export function createWalk<R extends Row>(source: WalkSource<R>, start: Position): Walk<R> {
  const { rules } = source;
  const progress = createProgress<R>(start, source.ahead?.rows ?? 0);
  const { ids } = progress;
  const ahead = createReadingAhead(rules, source.ahead);
  const reading = createPageReading<R>(source.readPage, ahead);
  const opening = createOpening(rules, reading, ahead, progress, source.note);
  let open: OpenPage<R> | null = null;

  async function fill(pages = Number.POSITIVE_INFINITY): Promise<void> {
    let left = pages;
    while (walk.state === 'open' && !seek()) {
      try {
        const read = onward(open);
        if (read === null) end();
        else if (left-- === 0) return;
        else open = await read();
      } catch (failure) {
        stop(failure);
      }
    }
  }

  function end(): void {
    walk.state = 'ended';
    progress.isEnded = true;
  }

  function stop(failure: unknown): void {
    if (failure instanceof BudgetSpentError) {
      walk.state = 'paused';
      return;
    }
    if (!(failure instanceof SourceError)) throw failure;
    walk.error = failure;
    walk.state = 'failed';
  }

  function seek(): boolean {
    return walk.head !== null || (open !== null && scan(open));
  }

  /** Looks for the next row to deliver on the open page. */
  function scan(current: OpenPage<R>): boolean {
    const { rows } = current.page;
    while (current.index < rows.length) {
      const row = rows[current.index] as R;
      if (ids.has(row.id) || isArrival(row, current.index, current.lastKnown, progress)) {
        if (ids.has(row.id)) source.repeated?.(row);
        ids.add(row.id);
        current.index += 1;
        if (isLast(row, progress) && current.place.number !== progress.place.number) standBehind(progress, current);
        source.note('PAGE_DRIFT');
        continue;
      }
      if (isOwed(row, progress) && source.accept(row)) {
        walk.head = row;
        return true;
      }
      putBehind(row, current);
    }
    return false;
  }

  function putBehind(row: R, current: OpenPage<R>): void {
    const { place } = progress;
    passRow(progress, current, row);
    if (progress.place.number !== place.number) source.leave?.(place);
  }

  /** How to read on; null at the end. */
  function onward(current: OpenPage<R> | null): (() => Promise<OpenPage<R>>) | null {
    if (current === null) return () => opening.reopen(start, false);
    const next = nextPlace(current.page, current.place, progress.seen, rules);
    if (next.kind === 'bad') throw badLink(`The link to the next page ${next.reason}; it was not followed.`);
    if (next.kind === 'place') return () => opening.goOn(current, beyondGap(current.place, progress) ?? next.place);
    return isDoubtful(current) ? () => opening.reopen(positionOf(progress), true) : null;
  }

  /** What was seen before may count jobs that the total of a page does not, where that was kept from before they came. Where pages are full, it does not while both numbers agree. */
  function isDoubtful({ page, place }: OpenPage<R>): boolean {
    return start.last !== null && page.total !== null && reading.isKept(page) && !(progress.arePagesFull && progress.seen === passedThrough(page, place, rules));
  }

  const walk: Changing<Walk<R>> = {
    state: start.isEnded ? 'ended' : 'open',
    head: null,
    error: null,
    position: () => positionOf(progress),
    seek,
    fill,
    pass() {
      if (walk.head === null || open === null) return;
      putBehind(walk.head, open);
      progress.wanted -= 1;
      walk.head = null;
    },
    isFarFromEnd: () => walk.state === 'open' && open !== null && isFarFromEnd(open.page, open.place, progress.seen, rules),
    rest() {
      if (walk.state === 'ended') return [];
      if (walk.state !== 'open' || open === null) return null;
      const fresh = distinct(open.page.rows.slice(open.index)).filter((row) => !ids.has(row.id) && isOwed(row, progress));
      const isLastPage = nextPlace(open.page, open.place, progress.seen + fresh.length, rules).kind === 'end';
      return isLastPage ? fresh.filter((row) => source.accept(row)) : null;
    },
  };
  return walk;
}

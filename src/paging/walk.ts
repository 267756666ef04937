import { BudgetSpentError, SourceError } from '../errors.js';
import { nextPlace, rememberToken, type PageRules } from './next-place.js';
import type { Page, Place, Row } from './page.js';
import { compareStarts, digest, passedRow, type KnownToken, type Position } from './position.js';
import { resume } from './resume.js';

/** Oddities of the upstream's pages; words of `JobSourceWarningCode`. */
export type WalkNote = 'PAGE_DRIFT' | 'OUT_OF_ORDER';

export interface WalkSource<R extends Row> {
  readonly rules: PageRules;
  /** Reads one page; `isFresh` asks for the page as it is now, whatever was read before. */
  readPage(place: Place, isFresh: boolean): Promise<Page<R>>;
  /** Whether the filter and the window let a row through. Called once a row. */
  accept(row: R): boolean;
  note(code: WalkNote): void;
}

/** One stream, read row by row. */
export interface Walk<R extends Row> {
  /** `paused`: the budget is spent, and the walk goes on from its position another time. */
  readonly state: 'open' | 'paused' | 'ended' | 'failed';
  /** The next row to deliver; null until `fill` has found one. */
  readonly head: R | null;
  /** Behind the last passed row. */
  readonly position: Position;
  /** Why the walk failed. */
  readonly error: SourceError | null;
  /** Reads on until there is a head, the end, a failure, or `pages` more pages were read. */
  fill(pages?: number): Promise<void>;
  /** Puts the head behind. */
  pass(): void;
  /** Every row still to come, where that is known without reading on; else null. */
  rest(): readonly R[] | null;
}

interface OpenPage<R extends Row> {
  readonly place: Place;
  readonly page: Page<R>;
  readonly knownTokens: readonly KnownToken[];
  /** Index of the last row that was passed on an earlier page; -1 where there is none. */
  readonly lastKnown: number;
  index: number;
}

const BARREN_PAGES = 3;
const CIRCLE = 'The links to the next pages lead in a circle; the walk was stopped.';

export function createWalk<R extends Row>(source: WalkSource<R>, start: Position): Walk<R> {
  const ids = new Set<string>();
  const numberOfToken = new Map<string, number>();
  let state: Walk<R>['state'] = start.isEnded ? 'ended' : 'open';
  let error: SourceError | null = null;
  let position = start;
  let head: R | null = null;
  let open: OpenPage<R> | null = null;
  let seen = start.seen;
  let barrenPages = 0;
  let steppedBackFrom: number | null = null;
  let latestAnswer = Number.NEGATIVE_INFINITY;

  async function fill(pages = Number.POSITIVE_INFINITY): Promise<void> {
    let left = pages;
    while (state === 'open' && head === null) {
      if (open !== null && scan(open)) return;
      try {
        if (open === null) {
          if (left-- === 0) return;
          open = await reopen(start, false);
          continue;
        }
        const next = nextPlace(open.page, open.place, seen, source.rules);
        if (next.kind === 'end') {
          state = 'ended';
          position = { ...position, isEnded: true };
          return;
        }
        if (next.kind === 'bad') throw badLink(`The link to the next page ${next.reason}; it was not followed.`);
        if (left-- === 0) return;
        open = await goOn(open, next.place);
      } catch (failure) {
        if (failure instanceof BudgetSpentError) {
          state = 'paused';
          return;
        }
        if (!(failure instanceof SourceError)) throw failure;
        error = failure;
        state = 'failed';
      }
    }
  }

  /** Looks for the next row to deliver on the open page. */
  function scan(current: OpenPage<R>): boolean {
    while (current.index < current.page.rows.length) {
      const row = current.page.rows[current.index] as R;
      if (ids.has(row.id) || isArrival(current, row)) {
        current.index += 1;
        source.note('PAGE_DRIFT');
        continue;
      }
      if (position.last !== null && compareStarts(position.last.startedAt, row.startedAt) > 0) {
        source.note('OUT_OF_ORDER');
        position = { ...position, isOrdered: false };
      }
      if (source.accept(row)) {
        head = row;
        return true;
      }
      passRow(current, row);
    }
    return false;
  }

  /** A job that came in above what was passed, and was pushed down together with it. */
  function isArrival({ index, lastKnown }: OpenPage<R>, row: R): boolean {
    return index < lastKnown && position.isOrdered && position.last !== null && compareStarts(row.startedAt, position.last.startedAt) < 0;
  }

  function passRow(current: OpenPage<R>, row: R): void {
    ids.add(row.id);
    seen += 1;
    barrenPages = 0;
    current.index += 1;
    const { place, knownTokens, index } = current;
    const last = passedRow(row);
    position = { ...position, place, offset: index, seen, last, first: position.first ?? last, knownTokens };
  }

  async function goOn(current: OpenPage<R>, place: Place): Promise<OpenPage<R>> {
    const knownTokens = guardAgainstLoops(current, place);
    const page = await read(place, false);
    if (place.token !== null && place.number > source.rules.firstNumber + 1 && isStart(page)) throw badLink(CIRCLE);
    if (!hasShrunk(current.page, page) || steppedBackFrom === place.number) return openPage(place, page, knownTokens);
    steppedBackFrom = place.number;
    source.note('PAGE_DRIFT');
    return reopen(position, true);
  }

  function openPage(place: Place, page: Page<R>, knownTokens: readonly KnownToken[]): OpenPage<R> {
    return { place, page, knownTokens, lastKnown: page.rows.findLastIndex(({ id }) => ids.has(id)), index: 0 };
  }

  /** Opens the page that a position stands on, behind the position's last row. */
  async function reopen(from: Position, isFresh: boolean): Promise<OpenPage<R>> {
    const { knownTokens, last } = from;
    if (last === null) return openPage(from.place, await read(from.place, isFresh), knownTokens);
    const found = await resume(
      {
        firstNumber: source.rules.firstNumber,
        read: (place) => read(place, isFresh),
        moveOn(place) {
          position = { ...position, place, offset: 0 };
        },
        after({ page, place }) {
          const next = nextPlace(page, place, from.seen, source.rules);
          return next.kind === 'place' ? next.place : null;
        },
      },
      from,
      last,
    );
    if (found.place.number !== from.place.number || found.index !== from.offset) source.note('PAGE_DRIFT');
    for (const row of found.page.rows.slice(0, found.index)) ids.add(row.id);
    return { ...found, knownTokens, lastKnown: -1 };
  }

  function guardAgainstLoops(current: OpenPage<R>, next: Place): readonly KnownToken[] {
    barrenPages += 1;
    if (barrenPages > BARREN_PAGES) throw badLink('Page after page brought nothing new; the walk was stopped.');
    if (next.token === null) return current.knownTokens;
    const metAt = numberOfToken.get(next.token);
    const { known, isCircle } = rememberToken(next, current.knownTokens);
    if (isCircle || (metAt !== undefined && metAt !== next.number)) {
      throw badLink(CIRCLE);
    }
    numberOfToken.set(next.token, next.number);
    return known;
  }

  /** Whether a page far behind the first begins as the first one did, and not because new jobs pushed that row along. */
  function isStart({ rows: [row] }: Page<R>): boolean {
    return row !== undefined && !ids.has(row.id) && position.first?.digest === digest(row.id);
  }

  /** A page total that fell says that jobs left, and that those behind them slipped to the page before. */
  function hasShrunk(before: Page<R>, after: Page<R>): boolean {
    return source.rules.isTotalFinal && before.total !== null && after.total !== null && after.total < before.total;
  }

  /** A page that was kept from before another one came lacks what new jobs have since pushed from that one to it. */
  async function read(place: Place, isFresh: boolean): Promise<Page<R>> {
    const kept = await readOrNumber(place, isFresh);
    const isOlder = kept.read !== undefined && kept.read.askedAt < latestAnswer;
    const page = isOlder && !isFresh ? await readOrNumber(place, true) : kept;
    latestAnswer = Math.max(latestAnswer, page.read?.answeredAt ?? latestAnswer);
    return page;
  }

  /** A token can expire; then the page number leads to the same place. */
  async function readOrNumber(place: Place, isFresh: boolean): Promise<Page<R>> {
    try {
      return await source.readPage(place, isFresh);
    } catch (failure) {
      const isTokenRefused = place.token !== null && failure instanceof SourceError && failure.code === 'UPSTREAM_BAD_REQUEST';
      if (!isTokenRefused) throw failure;
      return source.readPage({ ...place, token: null }, isFresh);
    }
  }

  return {
    get state() {
      return state;
    },
    get head() {
      return head;
    },
    get position() {
      return position;
    },
    get error() {
      return error;
    },
    fill,
    pass() {
      if (head === null || open === null) return;
      passRow(open, head);
      head = null;
    },
    rest() {
      if (state === 'ended') return [];
      if (state !== 'open' || open === null) return null;
      const fresh = new Map(open.page.rows.slice(open.index).flatMap((row) => (ids.has(row.id) ? [] : [[row.id, row]])));
      const isLastPage = nextPlace(open.page, open.place, seen + fresh.size, source.rules).kind === 'end';
      return isLastPage ? [...fresh.values()].filter((row) => source.accept(row)) : null;
    },
  };
}

function badLink(message: string): SourceError {
  return new SourceError('UPSTREAM_BAD_NEXT_LINK', message);
}

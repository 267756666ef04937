import fc from 'fast-check';

import type { NextPage, Page, Place, Row } from '../../src/paging/page.js';

/** How a made-up upstream pages. */
export interface Habits {
  /** Starts of the jobs there are, in milliseconds; null for jobs without one. */
  readonly starts: readonly (number | null)[];
  readonly isOrdered: boolean;
  readonly pageSize: number;
  /** What a page holds at most, whatever was asked for. */
  readonly cap: number;
  readonly link: 'token' | 'total' | 'more' | 'short';
  /** Rows that a page repeats from the one before. */
  readonly overlap: number;
  /** Rows that stand twice on their page, by their index modulo this; 0: none. */
  readonly twiceEvery: number;
  /** How many new jobs come in at the head before each of the first reads; fewer than a page brings, or a walk could not catch up. */
  readonly arrivals: readonly number[];
  /** How many come in while the client rests between two of its own pages, in turn, until there are none left. */
  readonly arrivalsBetween: readonly number[];
  /** Whether new jobs have no start yet. */
  readonly areArrivalsQueued: boolean;
  /** Whether the row that was delivered last leaves while the client rests, in turn. */
  readonly leavesBetween: readonly boolean[];
}

export interface ModelUpstream {
  readonly initial: readonly Row[];
  readonly reads: Place[];
  readPage(place: Place): Promise<Page<Row>>;
  /** The client rests, and has these rows. */
  rest(delivered: readonly Row[]): void;
}

const NEWEST = 1_000_000;
const LAST = 1_000_000_000;

export function createModelUpstream(name: string, habits: Habits): ModelUpstream {
  const { starts, isOrdered, cap, link, overlap, twiceEvery, arrivals, arrivalsBetween, areArrivalsQueued, leavesBetween } = habits;
  const jobs: Row[] = starts.map((startedAt, index) => ({ id: `${name}-${index}`, startedAt }));
  if (isOrdered) jobs.sort((a, b) => (b.startedAt ?? LAST) - (a.startedAt ?? LAST) || (a.id < b.id ? -1 : 1));
  const initial = [...jobs];
  const reads: Place[] = [];
  const step = cap - overlap;
  let rests = 0;

  /** New jobs come in where the order wants them; without an order, at the head, and newest. */
  function arrive(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const isQueued = areArrivalsQueued || (!isOrdered && jobs.some(({ startedAt }) => startedAt === null));
      jobs.unshift({ id: `${name}-new-${jobs.length}`, startedAt: isQueued ? null : NEWEST + jobs.length });
    }
    if (isOrdered) jobs.sort((a, b) => (b.startedAt ?? LAST) - (a.startedAt ?? LAST));
  }

  function linkAfter(offset: number): NextPage {
    const isLast = offset + cap >= jobs.length;
    if (link === 'token') return isLast ? { kind: 'none' } : { kind: 'token', token: `offset-${offset + step}` };
    if (link === 'more') return isLast ? { kind: 'none' } : { kind: 'more' };
    return { kind: 'none' };
  }

  return {
    initial,
    reads,
    rest(delivered) {
      arrive(arrivalsBetween[rests] ?? 0);
      const latest = jobs.findIndex(({ id }) => id === delivered.at(-1)?.id);
      if (latest !== -1 && leavesBetween[rests] === true) jobs.splice(latest, 1);
      rests += 1;
    },
    async readPage(place) {
      if (reads.length > 0) arrive(Math.min(arrivals[reads.length - 1] ?? 0, step - 1));
      reads.push(place);
      const offset = place.token === null ? place.number * step : Number(place.token.slice('offset-'.length));
      const rows = jobs.slice(offset, offset + cap).flatMap((row, index) => (twiceEvery > 0 && index % twiceEvery === 0 ? [row, row] : [row]));
      return { rows, received: rows.length, total: link === 'total' ? jobs.length : null, next: linkAfter(offset) };
    },
  };
}

/** Ties are common: few different starts for many jobs. */
const start = fc.option(fc.integer({ min: 0, max: 60 }), { freq: 8 });

export const habits: fc.Arbitrary<Habits> = fc
  .record({
    starts: fc.array(start, { maxLength: 60 }),
    isOrdered: fc.boolean(),
    pageSize: fc.integer({ min: 1, max: 12 }),
    link: fc.constantFrom('token' as const, 'total' as const, 'more' as const, 'short' as const),
    capBelow: fc.integer({ min: 0, max: 4 }),
    overlap: fc.integer({ min: 0, max: 3 }),
    twiceEvery: fc.constantFrom(0, 0, 2, 5),
    arrivals: fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { maxLength: 6 }),
    arrivalsBetween: fc.array(fc.constantFrom(0, 0, 1, 2, 5, 15), { maxLength: 6 }),
    areArrivalsQueued: fc.boolean(),
  })
  .map(({ capBelow, overlap, pageSize, link, ...rest }) => {
    // Without link and total a short page ends the list, so such an upstream cannot cap its pages.
    const cap = link === 'short' ? pageSize : Math.max(1, pageSize - capBelow);
    const shared = link === 'short' ? 0 : Math.min(overlap, Math.floor(cap / 2));
    return {
      ...rest,
      leavesBetween: [],
      pageSize,
      link,
      cap,
      overlap: shared,
      twiceEvery: link === 'short' ? 0 : rest.twiceEvery,
      // A list that overlaps and grows at once can end in three pages of nothing new, which is taken for a loop.
      arrivals: shared > 0 ? [] : rest.arrivals,
    };
  });

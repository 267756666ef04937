import fc from 'fast-check';

import type { NextPage, Row } from '../../src/paging/page.js';
import type { Walked } from './walked.js';

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
  /** Rows that come again further down their page: which, and how far. */
  readonly repeats: readonly (readonly [index: number, distance: number])[];
  /** How many pages without rows there are before each page with some, in turn. */
  readonly gaps: readonly number[];
  /** How many new jobs come in at the head before each of the first reads of rows; fewer than a page brings, or a walk could not catch up. */
  readonly arrivals: readonly number[];
  /** How many come in while the client rests between two of its own pages, in turn, until there are none left. */
  readonly arrivalsBetween: readonly number[];
  /** Whether new jobs have no start yet. */
  readonly areArrivalsQueued: boolean;
  /** Whether the row that was delivered last leaves while the client rests, in turn. */
  readonly leavesBetween: readonly boolean[];
}

export interface ModelUpstream extends Walked {
  readonly initial: readonly Row[];
}

const NEWEST = 1_000_000;
const LAST = 1_000_000_000;

export function createModelUpstream(name: string, habits: Habits): ModelUpstream {
  const { starts, isOrdered, pageSize, cap, link, overlap, repeats, gaps, arrivals, arrivalsBetween, areArrivalsQueued, leavesBetween } = habits;
  const jobs: Row[] = starts.map((startedAt, index) => ({ id: `${name}-${index}`, startedAt }));
  if (isOrdered) jobs.sort((a, b) => (b.startedAt ?? LAST) - (a.startedAt ?? LAST) || (a.id < b.id ? -1 : 1));
  const initial = [...jobs];
  const step = cap - overlap;
  let reads = 0;
  let rests = 0;

  /** New jobs come in where the order wants them; without an order, at the head, and newest. */
  function arrive(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const isQueued = areArrivalsQueued || (!isOrdered && jobs.some(({ startedAt }) => startedAt === null));
      jobs.unshift({ id: `${name}-new-${jobs.length}`, startedAt: isQueued ? null : NEWEST + jobs.length });
    }
    if (isOrdered) jobs.sort((a, b) => (b.startedAt ?? LAST) - (a.startedAt ?? LAST));
  }

  /** The page with rows that a number leads to, or that follows the gap it leads into. */
  function find(number: number): { readonly index: number; readonly isGap: boolean } {
    let [index, left] = [0, number];
    for (; left > (gaps[index] ?? 0); index += 1) left -= (gaps[index] ?? 0) + 1;
    return { index, isGap: left < (gaps[index] ?? 0) };
  }

  function linkAfter(number: number): NextPage {
    const { index, isGap } = find(number);
    const isPast = index * step >= jobs.length;
    const isLast = !isGap && (index * step + cap >= jobs.length) && (isPast || (gaps[index + 1] ?? 0) === 0);
    if (isLast || (link !== 'token' && link !== 'more')) return { kind: 'none' };
    return link === 'token' ? { kind: 'token', token: `page-${number + 1}` } : { kind: 'more' };
  }

  function repeat(rows: readonly Row[]): Row[] {
    const repeated = [...rows];
    for (const [index, distance] of repeats) {
      const row = rows[index];
      if (row !== undefined) repeated.splice(repeated.indexOf(row) + 1 + distance, 0, row);
    }
    return repeated;
  }

  return {
    initial,
    rules: { firstNumber: 0, pageSize, isTotalFinal: link === 'total' },
    rest(delivered) {
      arrive(arrivalsBetween[rests] ?? 0);
      const latest = jobs.findIndex(({ id }) => id === delivered.at(-1)?.id);
      if (latest !== -1 && leavesBetween[rests] === true) jobs.splice(latest, 1);
      rests += 1;
    },
    async readPage(place) {
      const number = place.token === null ? place.number : Number(place.token.slice('page-'.length));
      const { index, isGap } = find(number);
      if (!isGap && reads > 0) arrive(Math.min(arrivals[reads - 1] ?? 0, step - 1));
      if (!isGap) reads += 1;
      const rows = isGap ? [] : repeat(jobs.slice(index * step, index * step + cap));
      return { rows, received: rows.length, total: link === 'total' ? jobs.length : null, next: linkAfter(number) };
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
    repeats: fc.array(fc.tuple(fc.nat(11), fc.nat(12)), { maxLength: 3 }),
    gaps: fc.array(fc.constantFrom(0, 0, 0, 1, 4, 30, 99), { maxLength: 4 }),
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
      // Without a link an empty page ends the list.
      gaps: link === 'token' || link === 'more' ? rest.gaps : [],
      // A list that overlaps and grows at once, or grows with every read, can end in three pages of nothing new, which is taken for a loop.
      arrivals: shared > 0 ? [] : rest.arrivals.map((count, read) => (read % 3 === 2 ? 0 : count)),
    };
  });

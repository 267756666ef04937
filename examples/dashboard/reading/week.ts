import type { EndedPageFragment } from '../generated/graphql';
import type { SourceAnswer, Tally } from './tally';
import { isExact, tallyOf, totalOf } from './tally';

const DAYS = 7;

export interface Day {
  /** Local midnight. */
  readonly start: Date;
  readonly tally: Tally;
}

/** A count of ended jobs by day, as far as it has come. */
export interface Week {
  readonly days: readonly Day[];
  readonly count: number;
  /** The moment of the first page. */
  readonly to: string | null;
  readonly sources: readonly SourceAnswer[];
  /** Where to go on; null at the beginning. */
  readonly after: string | null;
  readonly hasMore: boolean;
  readonly isExact: boolean;
}

/** Today and the six days before it, nothing counted yet. */
export function startWeek(now: Date): Week {
  const days = Array.from({ length: DAYS }, (_, index) => ({
    start: new Date(now.getFullYear(), now.getMonth(), now.getDate() - (DAYS - 1 - index)),
    tally: new Map(),
  }));
  return { days, count: 0, to: null, sources: [], after: null, hasMore: true, isExact: false };
}

export function addPage(week: Week, page: EndedPageFragment): Week {
  const days = week.days.map((day, index) => {
    const [from, to] = [day.start.getTime(), week.days[index + 1]?.start.getTime() ?? Infinity];
    const own = page.edges.filter(({ node: { finishedAt } }) => finishedAt !== null && isWithin(Date.parse(finishedAt), from, to));
    return { ...day, tally: sumOf(day.tally, tallyOf(own)) };
  });
  return {
    days,
    count: days.reduce((sum, { tally }) => sum + totalOf(tally), 0),
    to: page.window.to,
    sources: page.sources,
    after: page.pageInfo.endCursor,
    hasMore: page.pageInfo.hasNextPage,
    isExact: isExact(page),
  };
}

function isWithin(instant: number, from: number, to: number): boolean {
  return from <= instant && instant < to;
}

function sumOf(one: Tally, other: Tally): Tally {
  const sum = new Map(one);
  for (const [status, count] of other) sum.set(status, (sum.get(status) ?? 0) + count);
  return sum;
}

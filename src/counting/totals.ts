import { BudgetSpentError, SourceError } from '../errors.js';
import { countIn, type Ledger } from '../listing/ledger.js';
import type { StreamWalk } from '../listing/source-run.js';
import type { PageLoader } from '../loaders/pages.js';
import { keyOf, type Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';

/** What the first pages of streams say; by the keys of streams. */
export type FirstPages = Map<string, FirstPage>;

export interface FirstPage {
  /** How many jobs the stream has; null where nothing says so. */
  readonly total: number | null;
  /** How long the upstream took to answer, milliseconds. */
  readonly tookMs: number;
}

/** How many jobs there are, whatever the value of what is asked value by value; null where it cannot be known. */
export async function totalOf(streams: readonly Stream<Source>[], ledger: Ledger, { readings }: CountingContext): Promise<number | null> {
  let sum = streams.length === 0 ? null : 0;
  for (const stream of streams) {
    const total = await readTotal({ ...stream, pageSize: 1 }, ledger, readings.pages());
    sum = sum === null || total === null ? null : sum + total;
  }
  return sum;
}

async function readTotal(stream: Stream<Source>, ledger: Ledger, pages: PageLoader): Promise<number | null> {
  const { rules } = stream.source.endpoint;
  if (!rules.isTotalFinal) return null;
  try {
    return (await pages.load({ stream: { ...stream, key: keyOf(stream) }, place: { number: rules.firstNumber, token: null }, ...countIn(ledger) })).total;
  } catch (failure) {
    if (failure instanceof SourceError || failure instanceof BudgetSpentError) return null;
    throw failure;
  }
}

/** The same pages; what the first ones say is noted. */
export function notingFirst(pages: PageLoader, firsts: FirstPages): PageLoader {
  return {
    ...pages,
    async load(read) {
      const page = await pages.load(read);
      const { key, source: { endpoint: { rules } } } = read.stream;
      const tookMs = page.read === undefined ? 0 : page.read.answeredAt - page.read.askedAt;
      if (read.place.number === rules.firstNumber && read.place.token === null) firsts.set(key, { total: rules.isTotalFinal ? page.total : null, tookMs });
      return page;
    },
  };
}

/** How many jobs of a stream were not read; null where nothing says so. */
export function unreadOf({ walk, stream }: StreamWalk, firsts: FirstPages): number | null {
  if (walk.state === 'ended') return 0;
  const total = firsts.get(stream.key)?.total ?? null;
  return total === null ? null : Math.max(0, total - walk.position().seen);
}

/** Null where one of them is. */
export function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

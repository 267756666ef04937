import { BudgetSpentError, SourceError } from '../errors.js';
import { countIn, type Ledger } from '../listing/ledger.js';
import type { StreamWalk } from '../listing/source-run.js';
import type { PageLoader } from '../loaders/pages.js';
import { keyOf, type Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';

/** How many jobs streams have, by what their first pages say; by the keys of streams. */
export type FirstTotals = Map<string, number | null>;

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

/** The same pages; of first ones the total is noted. */
export function notingTotals(pages: PageLoader, totals: FirstTotals): PageLoader {
  return {
    ...pages,
    async load(read) {
      const page = await pages.load(read);
      const { key, source: { endpoint: { rules } } } = read.stream;
      if (read.place.number === rules.firstNumber && read.place.token === null) totals.set(key, rules.isTotalFinal ? page.total : null);
      return page;
    },
  };
}

/** How many jobs of a stream were not read; null where nothing says so. */
export function unreadOf({ walk, stream }: StreamWalk, totals: FirstTotals): number | null {
  if (walk.state === 'ended') return 0;
  const total = totals.get(stream.key) ?? null;
  return total === null ? null : Math.max(0, total - walk.position().seen);
}

/** Null where one of them is. */
export function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

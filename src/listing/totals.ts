import { BudgetSpentError, SourceError } from '../errors.js';
import { exactBoundsOf } from '../planning/bounds.js';
import { keyOf, type Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import type { ListingContext } from './context.js';
import type { StartRequest } from './jobs-request.js';
import { countIn } from './ledger.js';
import { noteCountable, type ListedRow, type SourceRun } from './source-run.js';

/** Enough to see jobs without a start, which lead. */
const TOTAL_ROWS = 10;

export interface Totals {
  readonly totalCount: number | null;
  /** The upstreams' own, where they are wanted. */
  readonly sourceTotals: ReadonlyMap<SourceRun, number | null>;
}

/** What is to be counted of a list, from what was read where that is the whole. */
export async function totalsOf(request: StartRequest, runs: readonly SourceRun[], rows: readonly ListedRow[], context: ListingContext): Promise<Totals> {
  const { wants, isResumed, noSource } = request;
  const rest = wants.totalCount && !isResumed ? countRest(runs) : null;
  const isAsked = (wants.totalCount && rest === null) || wants.sourceTotals;
  const sourceTotals = new Map(isAsked ? await Promise.all(runs.map(async (run) => [run, await upstreamTotal(run, countOf(rows, run), request, context)] as const)) : []);
  if (noSource !== null) return { totalCount: null, sourceTotals };
  const sum = sumOf(runs.map((run) => (run.plan.streams.length === 0 ? 0 : (sourceTotals.get(run) ?? null))));
  return { totalCount: rest === null ? sum : rows.length + rest, sourceTotals };
}

function countOf(rows: readonly ListedRow[], run: SourceRun): number {
  return rows.filter(({ from }) => from.run === run).length;
}

/** How many jobs there are behind what was delivered, where every stream was read to its end; else null. */
function countRest(runs: readonly SourceRun[]): number | null {
  let count = 0;
  for (const { ledger, walks } of runs) {
    const ids = new Set<string>();
    for (const { walk } of walks) {
      const rest = walk.rest();
      if (rest === null || ledger.undecided.size > 0) return null;
      for (const { id } of rest) ids.add(id);
    }
    count += ids.size;
  }
  return count;
}

/** The upstream's own total for exactly this window and filter, at the price of one small call a stream; null where it has none, one below the `shown` jobs, or one that may count jobs of other windows. */
async function upstreamTotal(run: SourceRun, shown: number, { window, isResumed }: StartRequest, context: ListingContext): Promise<number | null> {
  const { source, streams, localFilters } = run.plan;
  const { rules, grain, instantUnitMs } = source.endpoint;
  const bounds = exactBoundsOf(window, source.timeFilter, grain, instantUnitMs, !isResumed);
  if (bounds === null || !rules.isTotalFinal || localFilters.length > 0 || streams.length === 0) return null;
  const totals = await Promise.all(streams.map((stream) => readTotal({ ...stream, bounds, pageSize: TOTAL_ROWS }, run, context)));
  const total = sumOf(totals);
  const { isTrusted, hasStartless, hasRepeats } = run.ledger;
  return total !== null && total >= shown && isTrusted && !hasStartless && !hasRepeats ? total : null;
}

/** Null where one of the numbers is not known. */
function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}

async function readTotal(stream: Stream<Source>, { ledger }: SourceRun, { pages }: ListingContext): Promise<number | null> {
  try {
    const page = await pages.load({
      stream: { ...stream, key: keyOf(stream) },
      place: { number: stream.source.endpoint.rules.firstNumber, token: null },
      ...countIn(ledger),
    });
    noteCountable(page, ledger);
    if (page.received < TOTAL_ROWS) return page.total;
    // Some totals count the page alone. Jobs without a start lead: behind a page of nothing else there may be one that ended in another window.
    const isTold = page.total !== null && page.total > page.received && page.rows.some(({ startedAt }) => startedAt !== null);
    return isTold ? page.total : null;
  } catch (failure) {
    if (failure instanceof SourceError || failure instanceof BudgetSpentError) return null;
    throw failure;
  }
}

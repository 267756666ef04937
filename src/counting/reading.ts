import type { SourceError } from '../errors.js';
import type { JobSourceOutcome } from '../generated/types.js';
import { createLedger, type Ledger } from '../listing/ledger.js';
import { lackingOf, MAX_STREAMS } from '../listing/runs.js';
import { errorOf } from '../listing/source-run.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Source } from '../sources/source.js';
import { begin, close, coverageIn, isSettled, readAll, readFirst, takePage, type Begun, type CreateTally } from './begun.js';
import type { CountingContext } from './context.js';
import { latestOf, type Coverage } from './coverage.js';
import { planSourceAnew, planSourceUntold, type Asked } from './plans.js';
import { spentError } from './spent.js';
import { readLarger } from './larger-pages.js';
import { openOwed, spreadOut } from './spread.js';
import type { Tally } from './tally.js';
import { facetsAskedFor } from './told.js';
import { sumOf, totalOf, unreadOf } from './totals.js';

/** One source, read to the end of its streams, or as far as calls and time lasted. */
export interface Reading<T> {
  readonly source: Source;
  readonly plan: AttributedPlan<Source>;
  readonly ledger: Ledger;
  readonly tally: T;
  readonly outcome: JobSourceOutcome;
  readonly error: SourceError | null;
  /** Everything from this instant on was read; null where nothing can be promised. */
  readonly coveredFrom: number | null;
  /** The same of each stream. */
  readonly coverages: readonly Coverage[];
  /** Whether the upstream has jobs that no value of a facet accounts for. */
  readonly isShort: boolean;
}

/** Reads each of what one field counts; where one throws, no other takes a further turn. */
export function readEach<Item, Read>(items: readonly Item[], context: CountingContext, read: (item: Item, context: CountingContext) => Promise<Read>): Promise<Read[]> {
  const own = { ...context, halt: new AbortController() };
  return Promise.all(items.map((item) => read(item, own)));
}

/** Reads all streams of a source, newest jobs first. */
export async function readSource<T extends Tally>(planned: AttributedPlan<Source>, asked: Asked, createTally: CreateTally<T>, context: CountingContext): Promise<Reading<T>> {
  const reading = await readPart(planned, asked, createTally, context);
  noteOutcome(reading, context);
  return reading;
}

/** The same where it is one of several that are told of as one. */
export async function readPart<T extends Tally>(planned: AttributedPlan<Source>, asked: Asked, createTally: CreateTally<T>, context: CountingContext): Promise<Reading<T>> {
  const ledger = createLedger();
  let plan = planned;
  let total = await totalOf(plan.whole, ledger, context);
  let begun = begin(plan, ledger, asked, createTally, context);
  try {
    await readFirst(begun.walks, context);
    const lacking = [...new Set([...lackingOf(begun), ...begun.unsaid])];
    const anew = lacking.length === 0 ? null : planSourceAnew(plan, lacking, asked, context);
    if (anew !== null) {
      close(begun.walks);
      plan = anew;
      total = await totalOf(plan.whole, ledger, context);
      begun = begin(plan, createLedger(ledger), asked, createTally, context);
    }
    if (await isMisled(begun, context)) {
      close(begun.walks);
      begun = { ...begin(planSourceUntold(plan, asked), createLedger(begun.ledger), asked, createTally, context), isUntold: true };
      begun.ledger.warn({ code: 'FILTER_IGNORED', message: `The upstream brings the same jobs whatever ${plan.told.join(' and ')} it is asked for: which of them a job has is not told.` });
      total = null;
    }
    begun = await readLarger(await spreadOut(begun, asked, context), asked, context);
    for (let walks = begun.walks; walks.length > 0; walks = openOwed(begun, asked, context)) {
      begun = { ...begun, walks: [...new Set([...begun.walks, ...walks])] };
      await readAll(begun, walks, asked, context);
    }
  } catch (failure) {
    context.halt?.abort(failure);
    close(begun.walks);
    throw failure;
  }
  return conclude(begun, total, asked);
}

/** Whether the first pages say that the upstream ignores what tells jobs apart, so that every stream would bring all of them. */
async function isMisled({ walks, tally }: Begun<Tally>, context: CountingContext): Promise<boolean> {
  if (tally.isMisled === undefined) return false;
  for (const one of walks) await takePage(one, context);
  return tally.isMisled();
}

export function noteOutcome({ outcome }: Pick<Reading<Tally>, 'outcome'>, { readings }: CountingContext): void {
  if (outcome !== 'SKIPPED') readings.outcomes.push(outcome);
}

function conclude<T extends Tally>(begun: Begun<T>, total: number | null, { period, told, mostStreams = MAX_STREAMS }: Asked): Reading<T> {
  const { plan, ledger, walks, left, apart, isUntold, tally, unsaid, firsts } = begun;
  const untold = isUntold || plan.streams.length === 0 ? [] : [...new Set([...facetsAskedFor(told, plan.source), ...unsaid])].filter((name) => !plan.told.includes(name));
  // Streams value by value take the place of what was left, unless that has settled some of them.
  const isWanted = walks.length < apart.length;
  const coverages = [...walks, ...(isWanted ? left : [])].map((one) => ({ stream: one.stream, coveredFrom: coverageIn(begun, one, period) }));
  const coveredFrom = coverages.length === 0 ? null : latestOf(coverages.map((coverage) => coverage.coveredFrom));
  const isRead = walks.every((one) => one.walk.state === 'ended' || isSettled(begun, one, period));
  // What is asked wider than the period may be left.
  const isCovered = isRead || (coveredFrom !== null && coveredFrom <= period.from);
  const error = errorOf(begun) ?? (isCovered ? null : spentError(plan.source, coveredFrom));
  if (untold.length > 0) ledger.warn({ code: 'UNATTRIBUTED', message: `To tell the ${untold.join(' and ')} of these jobs would take more than ${mostStreams} upstream queries, one a value: it is null. Narrow types or services.` });
  const brought = isRead ? sumOf([tally.met(), ...walks.map((one) => unreadOf(one, firsts))]) : null;
  const missing = total === null || brought === null ? 0 : total - brought;
  if (missing > 0) ledger.warn({ code: 'UNATTRIBUTED', message: `The upstream counts ${missing} more than the jobs that the queries by ${plan.told.join(' and ')} brought: it may know a value that this server does not.` });
  const isUnsure = isRead && (total === null || brought === null) && plan.whole.length > 0 && plan.source.endpoint.rules.isTotalFinal;
  if (isUnsure) ledger.warn({ code: 'UNATTRIBUTED', message: `The upstream did not say how many jobs there are: it may have some that the queries by ${plan.told.join(' and ')} did not bring.` });
  return { source: plan.source, plan, ledger, tally, outcome: outcomeOf(plan, ledger, error), error, coveredFrom, coverages, isShort: missing > 0 || isUnsure };
}

export function outcomeOf({ streams }: AttributedPlan<Source>, { pages }: Ledger, error: SourceError | null): JobSourceOutcome {
  if (streams.length === 0) return 'SKIPPED';
  if (error === null) return 'OK';
  return pages > 0 || error.code === 'BUDGET_EXHAUSTED' ? 'PARTIAL' : 'FAILED';
}

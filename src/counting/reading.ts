import { BudgetSpentError, SourceError } from '../errors.js';
import type { JobSourceOutcome } from '../generated/types.js';
import { countIn, createLedger, type Ledger } from '../listing/ledger.js';
import { lackingOf, MAX_STREAMS, openStreams, startPositions } from '../listing/runs.js';
import { errorOf, noteJob, startRun, type Sighting, type SourceRun, type StreamWalk } from '../listing/source-run.js';
import type { Share } from '../loaders/shares.js';
import type { AttributedPlan } from '../planning/attribution.js';
import { judge } from '../planning/match.js';
import { keyOf, type Stream } from '../planning/plan.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';
import { coverageOf, latestOf } from './coverage.js';
import { planSourceAnew, planSourceSpread, type Asked } from './plans.js';
import { spentError } from './spent.js';
import type { Tally } from './tally.js';
import { facetsAskedFor, facetsLackedBy } from './told.js';

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
  /** Whether the upstream has jobs that no value of a facet accounts for. */
  readonly isShort: boolean;
}

/** A tally for a plan, and where to say what is odd. */
export type CreateTally<T extends Tally> = (plan: AttributedPlan<Source>, ledger: Ledger) => T;

interface Started<T extends Tally> {
  readonly run: SourceRun;
  readonly tally: T;
  readonly streams: readonly OpenStream[];
  /** Facets that a record turned out not to carry. */
  readonly unsaid: ReadonlySet<string>;
}

/** One stream, and its part of the calls. */
interface OpenStream extends StreamWalk {
  readonly share: Share;
}

/** More jobs than that are too many for one operation. */
const MAX_JOBS = 200_000;

/** Reads all streams of a source, newest jobs first. */
export async function readSource<T extends Tally>(planned: AttributedPlan<Source>, asked: Asked, createTally: CreateTally<T>, context: CountingContext): Promise<Reading<T>> {
  const reading = await readPart(planned, asked, createTally, context);
  noteOutcome(reading, context);
  return reading;
}

/** The same where it is one of several that are told of as one. */
export async function readPart<T extends Tally>(planned: AttributedPlan<Source>, asked: Asked, createTally: CreateTally<T>, context: CountingContext): Promise<Reading<T>> {
  const ledger = createLedger();
  let plan = await spreadOf(planned, ledger, asked, context);
  let total = await totalOf(plan.whole, ledger, context);
  let started = start(plan, ledger, asked, createTally, context);
  try {
    await Promise.all(started.streams.map((stream) => readPage(stream, context)));
    const lacking = [...new Set([...lackingOf(started.run), ...started.unsaid])];
    const anew = lacking.length === 0 ? null : planSourceAnew(plan, lacking, asked, context);
    if (anew !== null) {
      closeAll(started);
      plan = anew;
      total = await totalOf(plan.whole, ledger, context);
      started = start(plan, createLedger(ledger), asked, createTally, context);
    }
    await Promise.all(started.streams.map((stream) => readOn(stream, context)));
  } catch (failure) {
    context.halt?.abort(failure);
    closeAll(started);
    throw failure;
  }
  return conclude(plan, started, total, asked);
}

export function noteOutcome({ outcome }: Pick<Reading<Tally>, 'outcome'>, { readings }: CountingContext): void {
  if (outcome !== 'SKIPPED') readings.outcomes.push(outcome);
}

function start<T extends Tally>(plan: AttributedPlan<Source>, ledger: Ledger, asked: Asked, createTally: CreateTally<T>, context: CountingContext): Started<T> {
  const { readings } = context;
  const tally = createTally(plan, ledger);
  const unsaid = new Set<string>();
  const noteEnded = createEndedNote(plan, ledger, asked.period.window);

  function watch({ row, verdict, from, isRepeated }: Sighting): void {
    if (!isRepeated) readings.jobs += 1;
    for (const name of facetsLackedBy(row, asked.told, plan.source)) if (!plan.told.includes(name)) unsaid.add(name);
    if (verdict === 'accepted') {
      const met = tally.met();
      tally.take(row, from.stream);
      if (tally.met() > met) noteJob(row, ledger, asked.period.by);
      return;
    }
    noteEnded(row, from.stream);
    if (verdict !== 'unasked' || !isOfAnother(row, from.stream, plan, asked.period.window)) tally.leave(row, from.stream);
  }

  const own = { ...context, pages: readings.pages(), budget: readings.budget };
  // As many rows as there are, so that numbered pages are asked for ahead of their turn.
  const run = startRun(plan, 0, startPositions(plan), asked.period.window, own, ledger, Number.POSITIVE_INFINITY, watch);
  return { run, tally, unsaid, streams: run.walks.map((from) => ({ ...from, share: readings.shares.open() })) };
}

/** Whether a job that a stream was not asked for is one of the jobs that another stream is asked for: an upstream may ignore what it is asked. */
function isOfAnother(row: Sighting['row'], stream: Stream<Source>, plan: AttributedPlan<Source>, window: ResolvedWindow): boolean {
  const verdict = judge(row, { ...stream, parameters: {} }, plan, window, false);
  return verdict === 'accepted' || typeof verdict === 'object';
}

/** False, and nothing is read, where no more may be. */
async function readPage({ walk, share }: OpenStream, { readings, halt }: CountingContext): Promise<boolean> {
  await share.next();
  halt?.signal.throwIfAborted();
  if (readings.jobs >= MAX_JOBS) return false;
  await walk.fill(1);
  return true;
}

/** Goes on to the end of a stream of which the first page may have been read. */
async function readOn(stream: OpenStream, context: CountingContext): Promise<void> {
  const { walk, share } = stream;
  for (;;) {
    if (!walk.seek()) await walk.fill(0);
    if (walk.state === 'open' && !walk.seek() && !(await readPage(stream, context))) break;
    if (!walk.seek() && walk.state !== 'open') break;
    await context.turn();
    while (walk.seek()) walk.pass();
  }
  share.close();
}

function closeAll({ streams }: Started<Tally>): void {
  for (const { share } of streams) share.close();
}

/** The plan with the fewer calls, as far as the total of all jobs tells. */
async function spreadOf(plan: AttributedPlan<Source>, ledger: Ledger, asked: Asked, context: CountingContext): Promise<AttributedPlan<Source>> {
  const spread = asked.spread === undefined ? null : planSourceSpread(plan, asked);
  const total = spread === null ? null : await totalOf(plan.streams, ledger, context);
  if (spread === null || total === null || Math.ceil(total / plan.source.pageSize) <= spread.streams.length) return plan;
  return openStreams(spread.streams, context.readings, asked.mostStreams) ? spread : plan;
}

/** How many jobs there are, whatever the value of what is asked value by value; null where it cannot be known. */
async function totalOf(streams: readonly Stream<Source>[], ledger: Ledger, { readings }: CountingContext): Promise<number | null> {
  let sum = streams.length === 0 ? null : 0;
  for (const stream of streams) {
    const total = await readTotal({ ...stream, pageSize: 1 }, ledger, readings.pages());
    sum = sum === null || total === null ? null : sum + total;
  }
  return sum;
}

async function readTotal(stream: Stream<Source>, ledger: Ledger, pages: CountingContext['pages']): Promise<number | null> {
  const { rules } = stream.source.endpoint;
  if (!rules.isTotalFinal) return null;
  try {
    return (await pages.load({ stream: { ...stream, key: keyOf(stream) }, place: { number: rules.firstNumber, token: null }, ...countIn(ledger) })).total;
  } catch (failure) {
    if (failure instanceof SourceError || failure instanceof BudgetSpentError) return null;
    throw failure;
  }
}

const ENDED: ReadonlySet<string> = new Set(['SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED']);
const EVER: ResolvedWindow = { from: null, to: Number.POSITIVE_INFINITY, by: 'STARTED_AT', isDefault: false, takesUnstarted: true, isOpenEnded: false, ahead: 'taken' };

/** Says of each job, once, that it has ended and is in no period by end. */
function createEndedNote(plan: AttributedPlan<Source>, ledger: Ledger, { by }: ResolvedWindow) {
  const noted = new Set<string>();
  return (row: Sighting['row'], stream: Stream<Source>): void => {
    if (by !== 'FINISHED_AT' || row.finishedAt !== null || !ENDED.has(row.node.status) || noted.has(row.id)) return;
    if (judge(row, stream, plan, EVER, true) !== 'accepted') return;
    noted.add(row.id);
    ledger.warn({ code: 'ENDED_WITHOUT_END', message: 'A job has ended by its status and carries no end: it is in no period by end.' });
  };
}

function conclude<T extends Tally>(plan: AttributedPlan<Source>, { run, tally, unsaid }: Started<T>, total: number | null, { period, told, mostStreams = MAX_STREAMS }: Asked): Reading<T> {
  const { ledger, walks } = run;
  const untold = walks.length === 0 ? [] : [...new Set([...facetsAskedFor(told, plan.source), ...unsaid])].filter((name) => !plan.told.includes(name));
  const failure = errorOf(run);
  const coveredFrom = ledger.undecided.size > 0 || walks.length === 0 ? null : latestOf(walks.map((stream) => coverageOf(stream, period)));
  const isRead = walks.every(({ walk }) => walk.state === 'ended');
  // What is asked wider than the period may be left.
  const isCovered = isRead || (coveredFrom !== null && coveredFrom <= period.from);
  const error = failure ?? (isCovered ? null : spentError(plan.source, coveredFrom));
  if (untold.length > 0) ledger.warn({ code: 'UNATTRIBUTED', message: `To tell the ${untold.join(' and ')} of these jobs would take more than ${mostStreams} upstream queries, one a value: it is null. Narrow types or services.` });
  const missing = isRead && total !== null ? total - tally.met() : 0;
  if (missing > 0) ledger.warn({ code: 'UNATTRIBUTED', message: `The upstream counts ${missing} more than the jobs that the queries by ${plan.told.join(' and ')} brought: it may know a value that this server does not.` });
  const isUnsure = isRead && total === null && plan.whole.length > 0 && plan.source.endpoint.rules.isTotalFinal;
  if (isUnsure) ledger.warn({ code: 'UNATTRIBUTED', message: `The upstream did not say how many jobs there are: it may have some that the queries by ${plan.told.join(' and ')} did not bring.` });
  return { source: plan.source, plan, ledger, tally, outcome: outcomeOf(plan, ledger, error), error, coveredFrom, isShort: missing > 0 || isUnsure };
}

export function outcomeOf({ streams }: AttributedPlan<Source>, { pages }: Ledger, error: SourceError | null): JobSourceOutcome {
  if (streams.length === 0) return 'SKIPPED';
  if (error === null) return 'OK';
  return pages > 0 || error.code === 'BUDGET_EXHAUSTED' ? 'PARTIAL' : 'FAILED';
}

import type { Ledger } from '../listing/ledger.js';
import { startPositions } from '../listing/runs.js';
import { noteJob, startRun, type Sighting, type SourceRun, type StreamWalk, type Watch } from '../listing/source-run.js';
import type { Share } from '../loaders/shares.js';
import type { AttributedPlan } from '../planning/attribution.js';
import { judge } from '../planning/match.js';
import type { Stream } from '../planning/plan.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';
import { coverageOf } from './coverage.js';
import type { Period } from './period.js';
import type { Asked } from './plans.js';
import type { Tally } from './tally.js';
import { facetsCarried, isLacking } from './told.js';
import { notingFirst, type FirstPages } from './totals.js';

/** The reading of one source while it goes on. */
export interface Begun<T extends Tally> extends SourceRun {
  readonly plan: AttributedPlan<Source>;
  readonly tally: T;
  readonly walks: readonly SharingWalk[];
  /** What was read in part, and left for streams that ask value by value. */
  readonly left: readonly StreamWalk[];
  /** All of these; those that what was left has settled are not opened. */
  readonly apart: readonly Stream<Source>[];
  /** Whether the upstream ignores what would tell jobs apart, so that all of them are read at once. */
  readonly isUntold: boolean;
  readonly watch: Watch;
  /** Facets that a record turned out not to carry. */
  readonly unsaid: ReadonlySet<string>;
  readonly firsts: FirstPages;
}

/** A stream, and its share of the calls that there are. */
export interface SharingWalk extends StreamWalk {
  readonly share: Share;
}

/** A tally for a plan, and where to say what is odd. */
export type CreateTally<T extends Tally> = (plan: AttributedPlan<Source>, ledger: Ledger) => T;

/** More jobs than that are too many for one operation. */
const MAX_JOBS = 200_000;

export function begin<T extends Tally>(plan: AttributedPlan<Source>, ledger: Ledger, asked: Asked, createTally: CreateTally<T>, context: CountingContext): Begun<T> {
  const { readings } = context;
  const tally = createTally(plan, ledger);
  const unsaid = new Set<string>();
  const firsts: FirstPages = new Map();
  const carried = facetsCarried(asked.told, plan.source).filter(({ name }) => !plan.told.includes(name));
  const noteEnded = createEndedNote(plan, ledger, asked.period.window);

  function watch({ row, verdict, from, isRepeated }: Sighting): void {
    if (!isRepeated) readings.jobs += 1;
    for (const facet of carried) if (isLacking(row, facet)) unsaid.add(facet.name);
    if (verdict === 'accepted') {
      const matched = tally.matched();
      tally.take(row, from.stream);
      if (tally.matched() > matched) noteJob(row, ledger, asked.period.by);
      return;
    }
    noteEnded(row, from.stream);
    if (verdict !== 'unasked' || !isOfAnother(row, from.stream, plan, asked.period.window)) tally.leave(row, from.stream);
  }

  const begun = { plan, ledger, tally, unsaid, firsts, watch, left: [], apart: [], isUntold: false };
  return { ...begun, walks: openWalks(begun, plan, asked, context) };
}

/** Opens streams whose jobs count with those of the others. */
export function openWalks({ ledger, tally, firsts, watch }: Pick<Begun<Tally>, 'ledger' | 'tally' | 'firsts' | 'watch'>, plan: AttributedPlan<Source>, asked: Asked, context: CountingContext): SharingWalk[] {
  const { readings } = context;
  const own = { ...context, pages: notingFirst(readings.pages(), firsts), budget: readings.budget };
  const { walks } = startRun(plan, 0, startPositions(plan), asked.period.window, own, ledger, rowsWanted(plan, tally), watch);
  return walks.map((walk) => ({ ...walk, share: readings.shares.open() }));
}

/** Where a stream is read to its end, numbered pages are asked for ahead of their turn. */
function rowsWanted({ streams }: AttributedPlan<Source>, tally: Tally): number {
  return streams.every((stream) => isReadWhole(stream, tally)) ? Number.POSITIVE_INFINITY : 0;
}

/** Whether nothing but its end can say that a stream tells no more. */
export function isReadWhole(stream: Stream<Source>, tally: Tally): boolean {
  return (tally.isSettled?.(stream, Number.POSITIVE_INFINITY) ?? null) === null;
}

/** Whether a job that a stream was not asked for is one of the jobs that another stream is asked for: an upstream may ignore what it is asked. */
function isOfAnother(row: Sighting['row'], stream: Stream<Source>, plan: AttributedPlan<Source>, window: ResolvedWindow): boolean {
  const verdict = judge(row, { ...stream, parameters: {} }, plan, window, false);
  return verdict === 'accepted' || typeof verdict === 'object';
}

export function close(walks: readonly SharingWalk[]): void {
  for (const { share } of walks) share.close();
}

/** Reads the first page of every stream. */
export async function readFirst(walks: readonly SharingWalk[], context: CountingContext): Promise<void> {
  await Promise.all(walks.map((one) => readPage(one, context)));
}

/** False, and nothing is read, where no more may be. */
async function readPage({ walk, share }: SharingWalk, context: CountingContext): Promise<boolean> {
  await share.next();
  context.halt?.signal.throwIfAborted();
  if (isFull(context)) return false;
  await walk.fill(1);
  return true;
}

/** Counts the page that was read last. */
export async function takePage({ walk }: StreamWalk, context: CountingContext): Promise<void> {
  await context.turn();
  while (walk.seek()) walk.pass();
}

/** Goes on to the end of these streams, or as far as is needed. */
export async function readAll(begun: Begun<Tally>, walks: readonly SharingWalk[], { period }: Asked, context: CountingContext): Promise<void> {
  let owed = walks;
  while (owed.length > 0) {
    await Promise.all(owed.map((one) => readOn(begun, one, period, context)));
    // What one stream brings can take back what another has settled.
    owed = isFull(context) ? [] : begun.walks.filter((one) => one.walk.state === 'open' && !isSettled(begun, one, period)).map((one) => ({ ...one, share: context.readings.shares.open() }));
  }
}

async function readOn(begun: Begun<Tally>, one: SharingWalk, period: Period, context: CountingContext): Promise<void> {
  const { walk, share } = one;
  for (;;) {
    if (!walk.seek()) await walk.fill(0);
    if (walk.state === 'open' && !walk.seek() && (isSettled(begun, one, period) || !(await readPage(one, context)))) break;
    if (!walk.seek() && walk.state !== 'open') break;
    await takePage(one, context);
  }
  share.close();
}

function isFull({ readings }: CountingContext): boolean {
  return readings.jobs >= MAX_JOBS;
}

/** Where the filter cannot be applied to a record, nothing can be promised. */
export function coverageIn({ ledger }: Begun<Tally>, one: StreamWalk, period: Period): number | null {
  return ledger.undecided.size > 0 ? null : coverageOf(one, period);
}

/** Whether the rest of a stream need not be read. */
export function isSettled(begun: Begun<Tally>, one: StreamWalk, period: Period): boolean {
  const coveredFrom = one.walk.state === 'open' ? coverageIn(begun, one, period) : null;
  return coveredFrom !== null && begun.tally.isSettled?.(one.stream, coveredFrom) === true;
}

const ENDED: ReadonlySet<string> = new Set(['SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED']);
const EVER: ResolvedWindow = { from: null, to: Number.POSITIVE_INFINITY, by: 'STARTED_AT', isDefault: false, takesUnstarted: true, isOpenEnded: false, ahead: 'taken' };

/** Says of each job, once, that it has ended and is in no period by end. */
function createEndedNote(plan: AttributedPlan<Source>, ledger: Ledger, { by }: ResolvedWindow) {
  const noted = new Set<string>();
  return (row: Sighting['row'], stream: Stream<Source>): void => {
    if (by !== 'FINISHED_AT' || row.finishedAt !== null || !ENDED.has(row.status) || noted.has(row.id)) return;
    if (judge(row, stream, plan, EVER, true) !== 'accepted') return;
    noted.add(row.id);
    ledger.warn({ code: 'ENDED_WITHOUT_END', message: 'A job has ended by its status and carries no end: it is in no period by end.' });
  };
}

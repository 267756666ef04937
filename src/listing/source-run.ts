import type { ListingContext } from './context.js';
import { SourceError } from '../errors.js';
import type { JobWindowBasis } from '../generated/types.js';
import type { Source } from '../sources/source.js';
import type { MergedRow, RankedWalk } from '../paging/merge.js';
import { distinct } from '../paging/order.js';
import type { Place } from '../paging/page.js';
import type { Position } from '../paging/position.js';
import type { WalkNote } from '../paging/progress.js';
import { createWalk } from '../paging/walk.js';
import { contradicts, isStartless, judge, type JobRow, type Verdict, type Warning } from '../planning/match.js';
import type { SourcePlan, Stream } from '../planning/plan.js';
import { placeOf, type ResolvedWindow } from '../planning/window.js';
import type { JobPage } from '../wire/page.js';
import type { Ledger } from './ledger.js';
import { createStreamPages } from './stream-pages.js';

/** One selected source while a field is resolved. */
export interface SourceRun {
  readonly plan: SourcePlan<Source>;
  readonly ledger: Ledger;
  readonly walks: readonly StreamWalk[];
}

/** One stream of a run. */
export interface StreamWalk extends RankedWalk<JobRow> {
  readonly run: SourceRun;
  readonly stream: Stream<Source>;
}

/** Who counts is told of rows beside those that the walks deliver. */
export interface Sighting {
  readonly row: JobRow;
  readonly verdict: Verdict;
  readonly from: StreamWalk;
  /** Whether its walk has met it before. */
  readonly isRepeated: boolean;
}

export type Watch = (sighting: Sighting) => void;

export type ListedRow = MergedRow<JobRow, StreamWalk>;

const NOTES: Readonly<Record<WalkNote | 'FILTER_IGNORED' | 'CLOCK_AHEAD', Warning>> = {
  PAGE_DRIFT: { code: 'PAGE_DRIFT', message: 'Upstream pages overlapped or shifted; duplicates were removed.' },
  OUT_OF_ORDER: { code: 'OUT_OF_ORDER', message: 'Jobs did not come newest first; the order is right only within what was read.' },
  FILTER_IGNORED: { code: 'FILTER_IGNORED', message: 'The upstream returned jobs outside the filter sent to it; they were removed.' },
  CLOCK_AHEAD: {
    code: 'CLOCK_AHEAD',
    message: "Jobs start later than this server's clock says it is. Check both clocks: set this server's by NTP; where `npm run doctor` finds it right, tell AvePoint.",
  },
};

const UNDECIDED: Warning = { code: 'UNREADABLE_VALUE', message: 'A record lacks a field that the filter needs; the job was left out.' };

export function startRun(
  plan: SourcePlan<Source>,
  rank: number,
  positions: readonly Position[],
  window: ResolvedWindow,
  context: ListingContext,
  ledger: Ledger,
  wanted = 0,
  watch: Watch = ignore,
): SourceRun {
  const walks: StreamWalk[] = [];
  const run = { plan, ledger, walks };
  const { firstNumber, isTotalFinal } = plan.source.endpoint.rules;
  for (const [index, stream] of plan.streams.entries()) {
    let isTrusted = true;
    const pages = createStreamPages(stream, ledger, context);
    const source = {
      rules: { firstNumber, isTotalFinal, pageSize: stream.pageSize },
      async readPage(place: Place, isFresh: boolean) {
        const page = await pages.read(place, isFresh);
        noteRead(page, ledger);
        isTrusted &&= !contradicts(page.rows, stream, plan);
        ledger.isTrusted &&= isTrusted;
        return page;
      },
      leave: pages.leave,
      ahead: { rows: wanted, ask: pages.ask },
      accept(row: JobRow) {
        const verdict = judge(row, stream, plan, window, isTrusted);
        watch({ row, verdict, from, isRepeated: false });
        return accept(verdict, ledger);
      },
      repeated: (row: JobRow) => watch({ row, verdict: judge(row, stream, plan, window, isTrusted), from, isRepeated: true }),
      note: (code: WalkNote) => ledger.warn(NOTES[code]),
    };
    const from: StreamWalk = { rank, run, stream, walk: createWalk(source, positions[index] as Position) };
    walks.push(from);
  }
  return run;
}

function ignore(): void {
  // Lists take what the walks deliver.
}

function noteRead(page: JobPage, ledger: Ledger): void {
  ledger.pages += 1;
  noteCountable(page, ledger);
  for (const warning of page.warnings) ledger.warn(warning);
}

/** What makes an upstream's total another than that of the jobs. */
export function noteCountable({ rows }: JobPage, ledger: Ledger): void {
  ledger.hasStartless ||= rows.some(isStartless);
  ledger.hasRepeats ||= distinct(rows).length < rows.length;
}

function accept(verdict: Verdict, ledger: Ledger): boolean {
  if (verdict === 'unasked') ledger.warn(NOTES.FILTER_IGNORED);
  if (typeof verdict === 'object') {
    ledger.undecided.add(verdict);
    ledger.warn(UNDECIDED);
  }
  return verdict === 'accepted';
}

/** Why a source did not answer in full; null where it did. */
export function errorOf({ plan, ledger, walks }: SourceRun): SourceError | null {
  const failed = walks.find(({ walk }) => walk.error !== null)?.walk.error ?? ledger.error;
  if (failed !== null || ledger.undecided.size === 0) return failed;
  const fields = [...new Set([...ledger.undecided].flatMap(({ alternatives }) => alternatives.fields))].join('`, `');
  return new SourceError('UPSTREAM_BAD_RESPONSE', `Records of ${plan.source.label} lack what the filter \`${fields}\` needs: jobs may be missing. Ask without it, or narrow it to few values.`);
}

/** The sources that a filter can match. */
export function askedSources(runs: readonly SourceRun[]): Source[] {
  return runs.flatMap(({ plan }) => (plan.streams.length > 0 ? [plan.source] : []));
}

/** Whether jobs came newest first, as far as that can be seen. */
export function isInOrder({ ledger, walks }: SourceRun): boolean {
  return walks.every(({ walk }) => walk.position().isOrdered) && ledger.warnings().every(({ code }) => code !== 'OUT_OF_ORDER');
}

/** Counts what is odd about a row that is delivered. */
export function noteRow({ row, isShared, from }: ListedRow, by: JobWindowBasis): void {
  const { ledger } = from.run;
  noteJob(row, ledger, by);
  if (isShared) ledger.warn(NOTES.FILTER_IGNORED);
}

/** Counts what is odd about a job, whichever stream brought it. */
export function noteJob({ warnings, startedAt, finishedAt, observedAt }: JobRow, ledger: Ledger, by: JobWindowBasis): void {
  for (const warning of warnings) ledger.warn(warning);
  if ((placeOf(startedAt, finishedAt, by) ?? 0) > observedAt) ledger.warn(NOTES.CLOCK_AHEAD);
}

import { SourceError } from '../../errors.js';
import { createLedger, type Ledger } from '../../listing/ledger.js';
import { judge, type JobRow } from '../../planning/match.js';
import type { Stream } from '../../planning/plan.js';
import type { Source } from '../../sources/source.js';
import type { CountingContext } from '../context.js';
import { createJobTable, type JobTable } from '../job-table.js';
import { noteOutcome, outcomeOf, readPart, type Reading } from '../reading.js';
import { createRunTally, MOST_HELD, type RunTally } from './run-tally.js';
import type { Matched, Tally } from '../tally.js';
import type { SourceParts, UnusualRequest } from './unusual-request.js';

/** One source, read for its runs and for what still runs. */
export interface ReadParts {
  readonly runs: RunTally;
  readonly running: RunTally;
  /** Ended or running, as they were observed last. */
  readonly judged: readonly JobRow[];
  /** Whether what measures the usual was read to its beginning. */
  readonly hasHistory: boolean;
  readonly isComplete: boolean;
  /** All of it, as one. */
  readonly reading: Reading<Matched>;
}

const NO_WANTS = { durations: false, objects: false, data: false };

export async function readParts(parts: SourceParts, { period }: UnusualRequest, context: CountingContext): Promise<ReadParts> {
  const { searched } = parts;
  const found = searched === null ? null : await readPart(searched.plan, searched.asked, (plan, ledger) => createJobTable(plan, ledger, period, [], NO_WANTS), context);
  const createRuns = (plan: SourceParts['runs']['plan'], ledger: Ledger): RunTally => {
    const isJudged = (row: JobRow, stream: Stream<Source>): boolean => row.node.status !== 'QUEUED' && isFound(row, found?.tally ?? null) && isChosen(row, stream, parts, period, ledger);
    return createRunTally(plan, ledger, parts.runs.asked.period, isJudged);
  };
  const [runs, running] = await Promise.all([
    readPart(parts.runs.plan, parts.runs.asked, createRuns, context),
    readPart(parts.running.plan, parts.running.asked, (plan, ledger) => createRunTally(plan, ledger, parts.running.asked.period, hasNoEnd), context),
  ]);
  const all: readonly Reading<Tally>[] = found === null ? [runs, running] : [runs, found, running];
  const judged = [...[...runs.tally.held.values()].filter((row) => !isSeenLater(row, running.tally)), ...[...running.tally.held.values()].filter((row) => !hasEnded(row, runs.tally))];
  const reading = joined(runs, all, parts, judged.length);
  noteOutcome(reading, context);
  const isSkipped = reading.outcome === 'SKIPPED';
  return {
    runs: runs.tally,
    running: running.tally,
    judged,
    hasHistory: runs.coveredFrom !== null && runs.coveredFrom <= parts.runs.asked.period.from,
    isComplete: isSkipped || (reading.error === null && all.every(({ isShort }) => !isShort)),
    reading,
  };
}

/** Whether the filter takes a run that its own stream was not asked for. */
function isChosen(row: JobRow, stream: Stream<Source>, { judged }: SourceParts, { window }: UnusualRequest['period'], { undecided }: Ledger): boolean {
  const verdict = judge(row, { ...stream, parameters: {} }, judged, window, false);
  if (typeof verdict === 'object') undecided.add(verdict);
  return verdict === 'accepted';
}

function isFound({ id }: JobRow, found: JobTable | null): boolean {
  const index = found?.indexOf(id);
  return found === null || (index !== undefined && found.statusAt(index) !== null);
}

function hasNoEnd({ finishedAt }: JobRow): boolean {
  return finishedAt === null;
}

function isSeenLater({ id, observedAt }: JobRow, { held }: RunTally): boolean {
  return (held.get(id)?.observedAt ?? Number.NEGATIVE_INFINITY) > observedAt;
}

/** Whether a job that ran was met as one that has ended, at the same time or later. */
function hasEnded({ id, observedAt }: JobRow, { table }: RunTally): boolean {
  const index = table.indexOf(id);
  return index !== undefined && table.statusAt(index) !== null && table.observedAt(index) >= observedAt;
}

function joined(runs: Reading<RunTally>, all: readonly Reading<Tally>[], { judged }: SourceParts, matched: number): Reading<Matched> {
  const ledger = joinedLedger(all.map((one) => one.ledger));
  const failure = all.find((one) => one.error !== null)?.error ?? null;
  const error = failure === null && runs.tally.isFull() ? tooMany() : failure && advised(failure);
  const localFilters = [...new Set([...runs.plan.localFilters, ...judged.checks.flatMap(({ alternatives }) => alternatives.fields), ...judged.localFilters])];
  return { ...runs, plan: { ...runs.plan, localFilters }, ledger, tally: { matched: () => matched }, error, outcome: outcomeOf(runs.plan, ledger, error) };
}

function joinedLedger(ledgers: readonly Ledger[]): Ledger {
  const sum = (of: (ledger: Ledger) => number): number => ledgers.reduce((total, ledger) => total + of(ledger), 0);
  const all = createLedger({ requests: sum(({ requests }) => requests), cacheHits: sum(({ cacheHits }) => cacheHits) });
  all.pages = sum(({ pages }) => pages);
  for (const { occurrences, code, message } of ledgers.flatMap((ledger) => ledger.warnings())) for (let count = 0; count < occurrences; count += 1) all.warn({ code, message });
  return all;
}

function advised(error: SourceError): SourceError {
  return error.code === 'BUDGET_EXHAUSTED' ? new SourceError(error.code, `${error.message} A shorter \`history\` takes fewer calls, too.`) : error;
}

function tooMany(): SourceError {
  return new SourceError('BUDGET_EXHAUSTED', `More than ${MOST_HELD} jobs of this source were to be judged; the others were not. Ask for a shorter period, or narrow the filter.`);
}

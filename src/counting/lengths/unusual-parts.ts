import { SourceError } from '../../errors.js';
import { createLedger, type Ledger } from '../../listing/ledger.js';
import { judge, type JobRow } from '../../planning/match.js';
import type { SourcePlan, Stream } from '../../planning/plan.js';
import type { Source } from '../../sources/source.js';
import type { CountingContext } from '../context.js';
import { noteOutcome, outcomeOf, readPart, type Reading } from '../reading.js';
import { createFoundTally } from './found-tally.js';
import { createRunTally, MOST_HELD, type Choice, type RunTally } from './run-tally.js';
import type { Matched, Tally } from '../tally.js';
import { RUNNING, type Judged, type SourceParts, type UnusualRequest } from './unusual-request.js';

/** One source, read for its runs and for what still runs. */
export interface ReadParts {
  readonly runs: RunTally;
  /** Whether what measures the usual was read to its beginning. */
  readonly hasHistory: boolean;
  readonly isComplete: boolean;
  /** All of it, as one. */
  readonly reading: Reading<Matched>;
}

export async function readParts(parts: SourceParts, { measuredFrom }: UnusualRequest, context: CountingContext): Promise<ReadParts> {
  const { runs: { plan, asked }, searched } = parts;
  const found = searched === null ? null : await readPart(searched.plan, searched.asked, createFoundTally, context);
  const runs = await readPart(plan, asked, (final, ledger) => createRunTally(final, ledger, asked.period, createChoice(final, ledger, parts, found?.tally.has ?? null)), context);
  const all: readonly Reading<Tally>[] = found === null ? [runs] : [runs, found];
  const reading = joined(runs, all, parts);
  noteOutcome(reading, context);
  return {
    runs: runs.tally,
    hasHistory: runs.coveredFrom !== null && runs.coveredFrom <= measuredFrom,
    isComplete: reading.outcome === 'SKIPPED' || (reading.error === null && all.every(({ isShort }) => !isShort)),
    reading,
  };
}

/** Which of the jobs that are read are to be judged. `isFound`: by the upstream's own search; null where it was not asked to. */
function createChoice(plan: SourcePlan<Source>, ledger: Ledger, { ended, running }: SourceParts, isFound: ((id: string) => boolean) | null): Choice {
  function takes({ plan: asked, window }: Judged, row: JobRow, stream: Stream<Source>, isTrusted: boolean): boolean {
    const verdict = judge(row, stream, asked, window, isTrusted);
    if (typeof verdict === 'object') ledger.undecided.add(verdict);
    return verdict === 'accepted';
  }
  // No stream was asked for what narrows the judged jobs alone.
  const isJudged = (judged: Judged, row: JobRow, stream: Stream<Source>): boolean => isFound?.(row.id) !== false && takes(judged, row, { ...stream, parameters: {} }, false);

  return {
    ended: (row, stream) => row.status !== 'QUEUED' && isJudged(ended, row, stream),
    running: (row, stream) =>
      running !== null && row.finishedAt === null && RUNNING.includes(row.status) && takes({ plan, window: running.window }, row, stream, ledger.isTrusted) && isJudged(running, row, stream),
  };
}

function joined(runs: Reading<RunTally>, all: readonly Reading<Tally>[], { ended }: SourceParts): Reading<Matched> {
  const { tally } = runs;
  const ledger = joinedLedger(all.map((one) => one.ledger));
  const failure = all.find((one) => one.error !== null)?.error ?? null;
  const error = failure === null && tally.isFull() ? tooMany() : failure && advised(failure);
  const localFilters = [...new Set([...runs.plan.localFilters, ...ended.plan.checks.flatMap(({ alternatives }) => alternatives.fields), ...ended.plan.localFilters])];
  return { ...runs, plan: { ...runs.plan, localFilters }, ledger, tally: { matched: () => tally.held.size }, error, outcome: outcomeOf(runs.plan, ledger, error) };
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

import type { UnusualJobKind } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { createUsual, type Baseline, type Run } from './baseline.js';
import type { CountingContext } from '../context.js';
import { compareEnds, secondsOf } from './length-order.js';
import { verdictOn } from './length-verdict.js';
import { readEach, type Reading } from '../reading.js';
import type { RunTally } from './run-tally.js';
import type { Matched } from '../tally.js';
import { readParts, type ReadParts } from './unusual-parts.js';
import type { UnusualRequest } from './unusual-request.js';

/** Jobs of unusual length. */
export interface UnusualJobs {
  /** The farthest from usual first. */
  readonly jobs: readonly UnusualJob[];
  /** Null where not everything was read. */
  readonly unjudged: number | null;
  readonly isComplete: boolean;
  readonly readings: readonly Reading<Matched>[];
}

export interface UnusualJob {
  readonly row: JobRow;
  readonly kind: UnusualJobKind;
  readonly seconds: number;
  readonly ratio: number;
  readonly baseline: Baseline;
}

export async function findUnusual(request: UnusualRequest, context: CountingContext): Promise<UnusualJobs> {
  const { parts, first, noSource } = request;
  const sources = await readEach(parts, context, (part, own) => readParts(part, request, own));
  const isComplete = noSource === null && sources.every((source) => source.isComplete);
  const jobs: UnusualJob[] = [];
  let unjudged = 0;
  for (const source of sources) {
    // What is usual by a part of the history would be another thing each time.
    if (source.hasHistory) unjudged += await judgeAll(source, request, context, jobs);
  }
  jobs.sort(compareUnusual);
  return { jobs: jobs.slice(0, first), unjudged: isComplete ? unjudged : null, isComplete, readings: sources.map(({ reading }) => reading) };
}

/** How many could not be judged. */
async function judgeAll({ runs }: ReadParts, { limits, measuredFrom }: UnusualRequest, { now, turn }: CountingContext, unusual: UnusualJob[]): Promise<number> {
  let unjudged = 0;
  const byKind = groupByKind(runs);
  const measures = measuresOf(runs, byKind, measuredFrom);
  for (const [kind, rows] of byKind) {
    await turn();
    const usual = createUsual(kind === null ? [] : (measures.get(kind) ?? []));
    const endOf = ({ finishedAt }: JobRow): number => finishedAt ?? now;
    for (const row of rows.sort((a, b) => endOf(a) - endOf(b))) {
      const baseline = usual.before(endOf(row));
      const seconds = secondsOf(row);
      // Of what takes no time nothing is a multiple.
      if (seconds === null || baseline === null || baseline.runs < limits.minRuns || baseline.medianSeconds === 0) {
        unjudged += 1;
        continue;
      }
      const verdict = verdictOn({ seconds, status: row.status, isRunning: row.finishedAt === null }, baseline.medianSeconds, limits);
      if (verdict !== null) unusual.push({ row, kind: verdict, seconds, ratio: seconds / baseline.medianSeconds, baseline });
    }
  }
  return unjudged;
}

function groupByKind({ table, held, kindAt }: RunTally): ReadonlyMap<string | null, JobRow[]> {
  const byKind = new Map<string | null, JobRow[]>();
  for (const row of held.values()) {
    const kind = kindAt(table.indexOf(row.id) ?? 0);
    const known = byKind.get(kind) ?? [];
    byKind.set(kind, known);
    known.push(row);
  }
  return byKind;
}

/** The runs that measure the usual of the kinds that are asked for. */
function measuresOf({ table, kindAt }: RunTally, kinds: ReadonlyMap<string | null, unknown>, from: number): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map<string, Run[]>();
  for (let index = 0; index < table.met(); index += 1) {
    const seconds = table.secondsAt(index);
    const kind = kindAt(index);
    if (table.statusAt(index) !== 'SUCCEEDED' || Number.isNaN(seconds) || table.placeAt(index) < from || kind === null || !kinds.has(kind)) continue;
    const known = runs.get(kind) ?? [];
    runs.set(kind, known);
    known.push({ end: table.placeAt(index), seconds });
  }
  return runs;
}

function compareUnusual(a: UnusualJob, b: UnusualJob): number {
  const [fromUsualA, fromUsualB] = [Math.abs(Math.log(a.ratio)), Math.abs(Math.log(b.ratio))];
  return fromUsualA === fromUsualB ? compareEnds(a.row, b.row) : fromUsualB - fromUsualA;
}

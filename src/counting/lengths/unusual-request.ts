import { BadUserInputError, type NoSourceError } from '../../errors.js';
import type { JobPeriodInput, JobStatus } from '../../generated/types.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import { readDuration } from '../../planning/duration.js';
import { ownFilterOf, type Filter } from '../../planning/facet.js';
import { planSource, type SourcePlan } from '../../planning/plan.js';
import { resolveWindow, type ResolvedWindow } from '../../planning/window.js';
import type { Source } from '../../sources/source.js';
import type { CountingContext } from '../context.js';
import { readFirst } from '../count-request.js';
import type { Limits } from './length-verdict.js';
import { bad, DAY_MS, readPeriod, type Period } from '../period.js';
import { chooseCounted, planSources, type Asked } from '../plans.js';
import type { ToldDimension } from '../told.js';

export interface UnusualArguments {
  readonly filter?: Filter | null;
  readonly period?: JobPeriodInput | null;
  readonly history?: string;
  readonly factor?: number;
  readonly minRuns?: number;
  readonly floor?: string;
  readonly first?: number | null;
}

/** The arguments of `unusualJobs`, checked and planned. */
export interface UnusualRequest {
  /** Of the jobs that are judged. */
  readonly period: Period;
  /** From when on runs measure the usual, epoch milliseconds. */
  readonly measuredFrom: number;
  readonly limits: Limits;
  readonly first: number;
  readonly noSource: NoSourceError | null;
  readonly parts: readonly SourceParts[];
}

/** What is read of one source. */
export interface SourceParts {
  /** Jobs that ended in the period, or before it in the history: whatever measures the usual; with those that still run. */
  readonly runs: Part;
  /** What the upstream's own search finds among those that are to be judged; null where nothing is searched for there. */
  readonly searched: Part | null;
  /** Which of those that have ended are to be judged. */
  readonly ended: Judged;
  /** Which of those that still run; null where the filter takes none. */
  readonly running: Judged | null;
}

/** What jobs have to match to be judged. */
export interface Judged {
  readonly plan: SourcePlan<Source>;
  readonly window: ResolvedWindow;
}

export interface Part {
  readonly plan: AttributedPlan<Source>;
  readonly asked: Asked;
}

/** Jobs of one source that agree in these are runs of one kind. */
export const KIND: readonly ToldDimension[] = ['OPERATION', 'WORKLOAD'];

/** What says which jobs are to be judged, and not what measures the usual. */
const OF_JUDGED = ['statuses', 'statusCodes', 'search'];
export const RUNNING: readonly string[] = ['RUNNING', 'PAUSED'] satisfies JobStatus[];

const DEFAULT_FIRST = 20;
const LEAST_RUNS = 3;
const MOST_DAYS = 90;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readUnusualRequest(args: UnusualArguments, context: CountingContext): UnusualRequest {
  const { history = 'P30D', factor = 3, minRuns = 5, floor = 'PT5M' } = args;
  const first = readFirst(args.first, DEFAULT_FIRST);
  if (!(factor > 1)) throw new BadUserInputError('factor', '`factor` has to be more than 1: how many times the usual is unusual.');
  if (minRuns < LEAST_RUNS) throw new BadUserInputError('minRuns', `\`minRuns\` has to be ${LEAST_RUNS} at least: fewer runs tell nothing of what is usual.`);
  const historyMs = readLength('history', history);
  if (historyMs > MOST_DAYS * DAY_MS) throw new BadUserInputError('history', `\`history\` is at most ${MOST_DAYS} days (\`P${MOST_DAYS}D\`).`);
  const limits = { factor, minRuns, floorSeconds: readLength('floor', floor) / 1000 };
  const period = readPeriod(args.period, context.now, DAY_MS);
  if (period.by !== 'FINISHED_AT') throw bad('Jobs are judged by when they ended: leave `by` out. Those that still run are judged whatever the period.');
  const filter = args.filter ?? {};
  const { sources, noSource } = chooseCounted(filter, context);
  const measuredFrom = period.from - historyMs;
  return { period, measuredFrom, limits, first, noSource, parts: sources.map((source) => planParts(source, filter, period, measuredFrom, context)) };
}

function readLength(argument: 'history' | 'floor', text: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds === null || milliseconds < 0) throw new BadUserInputError(argument, `\`${argument}\` has to be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as \`P30D\` or \`PT5M\`.`);
  return milliseconds;
}

function planParts(source: Source, filter: Filter, period: Period, measuredFrom: number, context: CountingContext): SourceParts {
  const ended = planJudged(source, filter, period.window);
  const running = planJudged(source, { ...filter, statuses: runningOf(filter) }, { ...resolveWindow(null, context.now), from: context.now - source.lookbackMs });
  const takesRunning = running.plan.streams.length > 0;
  const since = (from: number): Period => (takesRunning ? withRunning({ ...period, from }, source, context.now) : { ...period, from, window: { ...period.window, from } });
  return {
    runs: planPart(source, { filter: widened(source, filter, period), period: since(measuredFrom), told: KIND }, context),
    searched: isSearchedThere(source, filter, period) ? planPart(source, { filter, period: since(period.from), told: [] }, context) : null,
    ended,
    running: takesRunning ? running : null,
  };
}

/** Of what narrows the judged jobs alone. */
function planJudged(source: Source, filter: Filter, window: ResolvedWindow): Judged {
  return { plan: planSource(source, narrowed(filter, source.filterField, (name) => OF_JUDGED.includes(name)), window), window };
}

function planPart(source: Source, asked: Asked, context: CountingContext): Part {
  const [plan] = planSources([source], asked, context);
  return { plan: plan as AttributedPlan<Source>, asked };
}

/** Without what is said of the judged jobs alone; as it is where it cannot match. */
function widened(source: Source, filter: Filter, { window }: Period): Filter {
  const canMatch = planSource(source, filter, window).streams.length > 0;
  return canMatch ? narrowed(filter, source.filterField, (name) => !OF_JUDGED.includes(name)) : filter;
}

/** The fields of a filter, and of what it says of one product, that are kept. */
function narrowed(filter: Filter, filterField: string, isKept: (name: string) => boolean): Filter {
  const keep = (part: Filter): Filter => Object.fromEntries(Object.entries(part).filter(([name]) => isKept(name)));
  const own = ownFilterOf(filter, filterField);
  return own === null ? keep(filter) : { ...keep(filter), [filterField]: keep(own) };
}

function isSearchedThere(source: Source, filter: Filter, { window }: Period): boolean {
  return planSource(source, filter, window).streams.some(({ search }) => search !== null);
}

function runningOf(filter: Filter): readonly string[] {
  const statuses = (filter['statuses'] ?? RUNNING) as readonly string[];
  return statuses.filter((status) => RUNNING.includes(status));
}

/** So that jobs that still run come along: up to now, where their usual ends, and back as far as they may have started. */
function withRunning(period: Period, { lookbackMs }: Source, now: number): Period {
  const reach = { from: Math.min(period.from, now - lookbackMs), to: Math.max(period.to, now) };
  return { ...period, ...reach, window: { ...period.window, ...reach, isOpenEnded: true } };
}

import type { World } from '../support/world.js';
import type { CountedSource, Stats } from './count.js';

/** What `longestJobs` and `unusualJobs` answer, as far as tests need it. */
export interface LongJob {
  readonly id: string;
  readonly jobId: string;
  readonly product: string;
  readonly status: string;
  readonly finishedAt: string | null;
  readonly observedAt: string;
  readonly duration: { readonly seconds: number; readonly basis: string } | null;
}

export interface Longest {
  readonly nodes: readonly LongJob[];
  readonly isComplete: boolean;
  readonly period: Stats['period'];
  readonly sources: readonly CountedSource[];
}

export interface LongestArguments {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly period?: Readonly<Record<string, unknown>>;
  readonly first?: number;
}

const JOB = '{ id jobId product status finishedAt observedAt duration { seconds basis } }';
const REST = `isComplete
    period { from to by timeZone isDefault }
    sources { source { id } outcome error { code message } warnings { code message occurrences } coveredFrom matched requests cacheHits }`;

const LONGEST = `query Longest($filter: JobFilter, $period: JobPeriodInput, $first: Int) {
  longest: longestJobs(filter: $filter, period: $period, first: $first) { nodes ${JOB} ${REST} }
}`;

/** Whatever the answer is. */
export function askForLongest(world: Pick<World, 'query'>, args: LongestArguments = {}) {
  return world.query<{ readonly longest: Longest | null }>(LONGEST, { ...args });
}

export async function longest(world: Pick<World, 'query'>, args: LongestArguments = {}): Promise<Longest> {
  const answer = await askForLongest(world, args);
  const found = answer.data?.longest;
  if (found === undefined || found === null) throw new Error(`Nothing was ranked: ${JSON.stringify(answer.errors)}`);
  return found;
}

export interface UnusualJob {
  readonly job: LongJob;
  readonly kind: 'LONG' | 'SHORT' | 'STILL_RUNNING';
  readonly seconds: number;
  readonly ratio: number;
  readonly baseline: { readonly runs: number; readonly medianSeconds: number; readonly p95Seconds: number };
}

export interface Unusual extends Omit<Longest, 'nodes'> {
  readonly nodes: readonly UnusualJob[];
  readonly unjudged: number | null;
}

export interface UnusualArguments extends LongestArguments {
  readonly history?: string;
  readonly factor?: number;
  readonly minRuns?: number;
  readonly floor?: string;
}

const UNUSUAL = `query Unusual($filter: JobFilter, $period: JobPeriodInput, $history: Duration! = "P30D", $factor: Float! = 3, $minRuns: Int! = 5, $floor: Duration! = "PT5M", $first: Int) {
  unusual: unusualJobs(filter: $filter, period: $period, history: $history, factor: $factor, minRuns: $minRuns, floor: $floor, first: $first) {
    nodes { job ${JOB} kind seconds ratio baseline { runs medianSeconds p95Seconds } }
    unjudged
    ${REST}
  }
}`;

/** Whatever the answer is. */
export function askForUnusual(world: Pick<World, 'query'>, args: UnusualArguments = {}) {
  return world.query<{ readonly unusual: Unusual | null }>(UNUSUAL, { ...args });
}

export async function unusual(world: Pick<World, 'query'>, args: UnusualArguments = {}): Promise<Unusual> {
  const answer = await askForUnusual(world, args);
  const found = answer.data?.unusual;
  if (found === undefined || found === null) throw new Error(`Nothing was judged: ${JSON.stringify(answer.errors)}`);
  return found;
}

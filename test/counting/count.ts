import type { World } from '../support/world.js';

/** What `jobStats` answers, as far as most tests need it. */
export interface Counts {
  readonly total: number;
  readonly queued: number;
  readonly running: number;
  readonly paused: number;
  readonly succeeded: number;
  readonly partial: number;
  readonly failed: number;
  readonly stopped: number;
  readonly skipped: number;
  readonly unknown: number;
}

export const emptyCounts: Counts = { total: 0, queued: 0, running: 0, paused: 0, succeeded: 0, partial: 0, failed: 0, stopped: 0, skipped: 0, unknown: 0 };

export interface Code {
  readonly code: string;
  readonly label: string | null;
}

export interface CountedGroup {
  readonly key: {
    readonly tenant: string | null;
    readonly source: { readonly id: string } | null;
    readonly product: string | null;
    readonly operation: string | null;
    readonly type: Code | null;
    readonly workload: Code | null;
    readonly stretch: { readonly start: string; readonly end: string; readonly label: string; readonly isCut: boolean } | null;
  };
  readonly precision: 'EXACT' | 'AT_LEAST' | 'UNKNOWN';
  readonly counts: Counts | null;
  readonly successRate: number | null;
  readonly completionRate: number | null;
  readonly durations: { readonly jobs: number; readonly medianSeconds: number | null; readonly p95Seconds: number | null; readonly maxSeconds: number | null; readonly totalSeconds: number | null } | null;
  readonly objects: { readonly jobs: number; readonly total: number | null; readonly successful: number | null; readonly failed: number | null; readonly skipped: number | null; readonly warning: number | null } | null;
  readonly data: { readonly jobs: number; readonly bytes: number | null } | null;
}

export interface CountedSource {
  readonly source: { readonly id: string };
  readonly outcome: 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly occurrences: number }[];
  readonly coveredFrom: string | null;
  readonly matched: number | null;
  readonly requests: number;
  readonly cacheHits: number;
}

export interface Stats {
  readonly groups: readonly CountedGroup[];
  readonly total: CountedGroup;
  readonly period: { readonly from: string; readonly to: string; readonly by: string; readonly timeZone: string; readonly isDefault: boolean };
  readonly isComplete: boolean;
  readonly sources: readonly CountedSource[];
}

export interface CountArguments {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly period?: Readonly<Record<string, unknown>>;
  readonly groupBy?: readonly string[];
  readonly orderBy?: string;
  readonly first?: number;
}

export const GROUP = `{
  key { tenant source { id } product operation type { code label } workload { code label } stretch { start end label isCut } }
  precision
  counts { total queued running paused succeeded partial failed stopped skipped unknown }
  successRate
  completionRate
  durations { jobs medianSeconds p95Seconds maxSeconds totalSeconds }
  objects { jobs total successful failed skipped warning }
  data { jobs bytes }
}`;

const COUNT = `query Count($filter: JobFilter, $period: JobPeriodInput, $groupBy: [JobStatsDimension!], $orderBy: JobStatsOrder! = BY_KEY, $first: Int) {
  stats: jobStats(filter: $filter, period: $period, groupBy: $groupBy, orderBy: $orderBy, first: $first) {
    groups ${GROUP}
    total ${GROUP}
    period { from to by timeZone isDefault }
    isComplete
    sources { source { id } outcome error { code message } warnings { code message occurrences } coveredFrom matched requests cacheHits }
  }
}`;

/** Whatever the answer is. */
export function askToCount(world: Pick<World, 'query'>, args: CountArguments = {}) {
  return world.query<{ readonly stats: Stats | null }>(COUNT, { ...args });
}

/** What is counted, which has to come; entries in `errors` beside it are left to the caller. */
export async function count(world: Pick<World, 'query'>, args: CountArguments = {}): Promise<Stats> {
  const answer = await askToCount(world, args);
  const stats = answer.data?.stats;
  if (stats === undefined || stats === null) throw new Error(`Nothing was counted: ${JSON.stringify(answer.errors)}`);
  return stats;
}

/** Column by column. */
export function sumOf(all: readonly (Counts | null)[]): Counts {
  return Object.fromEntries(Object.keys(emptyCounts).map((name) => [name, all.reduce((sum, counts) => sum + (counts?.[name as keyof Counts] ?? 0), 0)])) as unknown as Counts;
}

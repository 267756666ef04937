import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { countJobs, type JobCount, type JudgedGroup } from '../counting/stats/count-jobs.js';
import type { Wants } from '../counting/job-table.js';
import { isTold } from '../counting/told.js';
import { dataOf, durationsOf, objectsOf, statusCountsOf } from '../counting/stats/measures.js';
import { readStatsRequest, type StatsArguments, type StatsRequest } from '../counting/stats/stats-request.js';
import type { JobOperation, JobStats, JobStatsGroup, JobStatsKey, JobStretch, UpstreamCode } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readOnce } from './read-once.js';
import { valuesOf } from './schema-values.js';
import { isSelected, type Selected } from './selection.js';
import { readingResult } from './source-result.js';

export function statsRequestOf(args: StatsArguments, context: Context, key: string, selected: Selected): StatsRequest {
  return readOnce(context.requests.stats, key, () => readStatsRequest(args, wantsOf(selected), context));
}

function wantsOf(selected: Selected): Wants {
  const isWanted = (name: string): boolean => isSelected(selected, 'groups', name) || isSelected(selected, 'total', name);
  return { durations: isWanted('durations'), objects: isWanted('objects'), data: isWanted('data') };
}

/** Resolves `jobStats`. */
export async function resolveJobStats(_parent: unknown, args: StatsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobStats> {
  const request = statsRequestOf(args, context, String(info.path.key), info);
  const orders = { products: valuesOf(info.schema, 'BackupProduct'), operations: valuesOf(info.schema, 'JobOperation') };
  const count = await countJobs(request, orders, context);
  noteFailures(info, request.noSource, count.readings, context);
  return statsNode(count);
}

function statsNode({ request, groups, total, isComplete, readings }: JobCount): JobStats {
  return {
    __typename: 'JobStats',
    groups: groups.map((group) => groupNode(group, request)),
    total: groupNode(total, request),
    period: periodNode(request.period),
    isComplete,
    sources: readings.map(readingResult),
  };
}

function groupNode(group: JudgedGroup, request: StatsRequest): JobStatsGroup {
  const { precision, successRate, completionRate } = group;
  const isKnown = precision !== 'UNKNOWN';
  return {
    __typename: 'JobStatsGroup',
    key: keyNode(group, request),
    precision,
    counts: isKnown ? statusCountsOf(group) : null,
    successRate,
    completionRate,
    durations: request.wants.durations && precision === 'EXACT' ? durationsOf(group) : null,
    objects: isKnown ? objectsOf(group) : null,
    data: isKnown ? dataOf(group) : null,
  };
}

function keyNode({ key: { tenant, source, product, told, stretch } }: JudgedGroup, { dimensions, period: { from, to } }: StatsRequest): JobStatsKey {
  const of = new Map(dimensions.filter(isTold).map((dimension, index) => [dimension, told[index] ?? null]));
  return {
    __typename: 'JobStatsKey',
    tenant,
    source: source?.node ?? null,
    product,
    operation: (of.get('OPERATION') ?? null) as JobOperation | null,
    type: (of.get('TYPE') ?? null) as UpstreamCode | null,
    workload: (of.get('WORKLOAD') ?? null) as UpstreamCode | null,
    stretch: stretch === null ? null : stretchNode(stretch, from, to),
  };
}

function stretchNode({ start, end, label }: { readonly start: number; readonly end: number; readonly label: string }, from: number, to: number): JobStretch {
  return { __typename: 'JobStretch', start: new Date(start), end: new Date(end), label, isCut: start < from || end > to };
}

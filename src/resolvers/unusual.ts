import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { findUnusual, type UnusualJob as Unusual } from '../counting/lengths/unusual-jobs.js';
import { readUnusualRequest, type UnusualArguments, type UnusualRequest } from '../counting/lengths/unusual-request.js';
import type { UnusualJob, UnusualJobs } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readOnce } from './read-once.js';
import { readingResult } from './source-result.js';

export function unusualRequestOf(args: UnusualArguments, context: Context, key: string): UnusualRequest {
  return readOnce(context.requests.unusual, key, () => readUnusualRequest(args, context));
}

/** Resolves `unusualJobs`. */
export async function resolveUnusualJobs(_parent: unknown, args: UnusualArguments, context: Context, info: GraphQLResolveInfo): Promise<UnusualJobs> {
  const request = unusualRequestOf(args, context, String(info.path.key));
  const { jobs, unjudged, isComplete, readings } = await findUnusual(request, context);
  noteFailures(info, request.noSource, readings, context);
  return { __typename: 'UnusualJobs', nodes: jobs.map(unusualNode), unjudged, isComplete, period: periodNode(request.period), sources: readings.map(readingResult) };
}

function unusualNode({ row, kind, seconds, ratio, baseline }: Unusual): UnusualJob {
  return { __typename: 'UnusualJob', job: row.node, kind, seconds, ratio, baseline: { __typename: 'JobDurationBaseline', ...baseline } };
}

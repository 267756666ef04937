import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { findUnusual, type UnusualJob as Unusual } from '../counting/unusual-jobs.js';
import { readUnusualRequest, type UnusualArguments, type UnusualRequest } from '../counting/unusual-request.js';
import type { UnusualJob, UnusualJobs } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readingResult } from './source-result.js';

/** Read once for each field of an operation, to say what it may cost and to answer it. */
export function unusualRequestOf(args: UnusualArguments, context: Context, key: string): UnusualRequest {
  const request = context.unusualRequests.get(key) ?? readUnusualRequest(args, context);
  context.unusualRequests.set(key, request);
  return request;
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

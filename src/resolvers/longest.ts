import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { findLongest } from '../counting/longest-jobs.js';
import { readLongestRequest, type LongestArguments, type LongestRequest } from '../counting/longest-request.js';
import type { JobRanking } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readingResult } from './source-result.js';

/** Read once for each field of an operation, to say what it may cost and to answer it. */
export function longestRequestOf(args: LongestArguments, context: Context, key: string): LongestRequest {
  const request = context.longestRequests.get(key) ?? readLongestRequest(args, context);
  context.longestRequests.set(key, request);
  return request;
}

/** Resolves `longestJobs`. */
export async function resolveLongestJobs(_parent: unknown, args: LongestArguments, context: Context, info: GraphQLResolveInfo): Promise<JobRanking> {
  const request = longestRequestOf(args, context, String(info.path.key));
  const { jobs, isComplete, readings } = await findLongest(request, context);
  noteFailures(info, request.noSource, readings, context);
  return { __typename: 'JobRanking', nodes: jobs.map(({ node }) => node), isComplete, period: periodNode(request.period), sources: readings.map(readingResult) };
}

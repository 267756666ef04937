import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { findLongest } from '../counting/lengths/longest-jobs.js';
import { readCountRequest, type CountArguments, type CountRequest } from '../counting/count-request.js';
import type { JobRanking } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readOnce } from './read-once.js';
import { readingResult } from './source-result.js';

const DEFAULT_FIRST = 10;

export function longestRequestOf(args: CountArguments, context: Context, key: string): CountRequest {
  return readOnce(context.requests.counts, key, () => readCountRequest(args, DEFAULT_FIRST, context));
}

/** Resolves `longestJobs`. */
export async function resolveLongestJobs(_parent: unknown, args: CountArguments, context: Context, info: GraphQLResolveInfo): Promise<JobRanking> {
  const request = longestRequestOf(args, context, String(info.path.key));
  const { jobs, isComplete, readings } = await findLongest(request, context);
  noteFailures(info, request.noSource, readings, context);
  return { __typename: 'JobRanking', nodes: jobs.map(({ node }) => node), isComplete, period: periodNode(request.period), sources: readings.map(readingResult) };
}

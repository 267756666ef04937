import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { readCountRequest, type CountArguments, type CountRequest } from '../counting/count-request.js';
import { digestFailures, type DigestedCause, type FailureDigest } from '../counting/failures/failure-digest.js';
import type { JobFailureCause, JobFailureDigest } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readOnce } from './read-once.js';
import { readingResult } from './source-result.js';

const FAILED = ['FAILED', 'PARTIAL'];
const DEFAULT_FIRST = 20;

export function digestRequestOf(args: CountArguments, context: Context, key: string): CountRequest {
  return readOnce(context.requests.counts, key, () => readCountRequest(withFailed(args), DEFAULT_FIRST, context));
}

function withFailed({ filter, ...rest }: CountArguments): CountArguments {
  return { ...rest, filter: { ...filter, statuses: filter?.['statuses'] ?? FAILED } };
}

/** Resolves `jobFailureDigest`. */
export async function resolveFailureDigest(_parent: unknown, args: CountArguments, context: Context, info: GraphQLResolveInfo): Promise<JobFailureDigest> {
  const request = digestRequestOf(args, context, String(info.path.key));
  const digest = await digestFailures(request, context);
  noteFailures(info, request.noSource, digest.readings, context);
  return digestNode(digest, context);
}

function digestNode({ request, causes, otherCauses, jobs, unexplainedJobs, precision, isComplete, readings }: FailureDigest, context: Context): JobFailureDigest {
  const isKnown = precision !== 'UNKNOWN';
  return {
    __typename: 'JobFailureDigest',
    causes: causes.map((cause) => causeNode(cause, context)),
    otherCauses,
    jobs: isKnown ? jobs : null,
    unexplainedJobs: isKnown ? unexplainedJobs : null,
    precision,
    period: periodNode(request.period),
    isComplete,
    sources: readings.map(readingResult),
  };
}

function causeNode({ id, kind, text, example, documentationUrl, jobs, occurrences, sources, workloads, firstAt, lastAt, latest }: DigestedCause, { hasFailureExamples }: Context): JobFailureCause {
  return {
    __typename: 'JobFailureCause',
    id,
    kind,
    text,
    example: hasFailureExamples ? example : null,
    documentationUrl,
    jobs,
    occurrences,
    sources: sources.map(({ node }) => node),
    workloads,
    firstAt: firstAt === null ? null : new Date(firstAt),
    lastAt: lastAt === null ? null : new Date(lastAt),
    latestJobs: latest.map(({ node }) => node),
  };
}

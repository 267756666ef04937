import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { readDigestRequest, type DigestArguments, type DigestRequest } from '../counting/digest-request.js';
import { digestFailures, type DigestedCause, type FailureDigest } from '../counting/failure-digest.js';
import type { JobFailureCause, JobFailureDigest } from '../generated/types.js';
import { noteFailures } from './failures.js';
import { periodNode } from './period.js';
import { readingResult } from './source-result.js';

/** Read once for each field of an operation, to say what it may cost and to answer it. */
export function digestRequestOf(args: DigestArguments, context: Context, key: string): DigestRequest {
  const request = context.digestRequests.get(key) ?? readDigestRequest(args, context);
  context.digestRequests.set(key, request);
  return request;
}

/** Resolves `jobFailureDigest`. */
export async function resolveFailureDigest(_parent: unknown, args: DigestArguments, context: Context, info: GraphQLResolveInfo): Promise<JobFailureDigest> {
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

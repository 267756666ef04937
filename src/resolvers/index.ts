import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import type { JobsArguments, ListField } from '../listing/jobs-request.js';
import { resolveJobs } from './jobs.js';
import { resolveFailureDigest } from './failure-digest.js';
import { resolveLongestJobs } from './longest.js';
import { findEach, findJob, findJobsById, findNode, findSource } from './lookups.js';
import { scalars } from './scalars.js';
import { resolveJobSources } from './sources.js';
import { resolveJobStats } from './stats.js';
import { findTenant, resolveJobTenants } from './tenants.js';
import { checkText } from './text-lengths.js';
import { resolveUnusualJobs } from './unusual.js';
import { resolveJobWorkloads } from './workloads.js';

interface WithId {
  readonly id: string;
}

/** References of other subgraphs are any JSON. */
interface Reference {
  readonly id: unknown;
}

interface WithIds {
  readonly ids: readonly string[];
}

/** `jobTypes`: the types that implement `Job`. */
export function createResolvers(listFields: readonly ListField[], jobTypes: readonly string[]) {
  const resolveJob = async ({ id }: Reference, context: Context, typename?: string) => {
    if (typeof id !== 'string') return null;
    checkText(id, 'representations');
    const job = await findJob(id, context);
    return typename === undefined || (job !== null && '__typename' in job && job.__typename === typename) ? job : null;
  };
  return {
    ...scalars,
    Query: {
      ...Object.fromEntries(listFields.map((field) => [field.name, (_parent: unknown, args: JobsArguments, context: Context, info: GraphQLResolveInfo) => resolveJobs(field, args, context, info)])),
      job: (_parent: unknown, { id }: WithId, context: Context) => findJob(id, context),
      jobsById: (_parent: unknown, { ids }: WithIds, context: Context) => findEach(ids, (id) => findJob(id, context)),
      findJobs: findJobsById,
      jobSources: resolveJobSources,
      jobTenants: resolveJobTenants,
      jobStats: resolveJobStats,
      jobFailureDigest: resolveFailureDigest,
      longestJobs: resolveLongestJobs,
      unusualJobs: resolveUnusualJobs,
      jobWorkloads: resolveJobWorkloads,
      node: (_parent: unknown, { id }: WithId, context: Context) => findNode(id, context),
      nodes: (_parent: unknown, { ids }: WithIds, context: Context) => findEach(ids, (id) => findNode(id, context)),
    },
    Job: { __resolveReference: (reference: Reference, context: Context) => resolveJob(reference, context) },
    ...Object.fromEntries(jobTypes.map((type) => [type, { __resolveReference: (reference: Reference, context: Context) => resolveJob(reference, context, type) }])),
    JobSource: { __resolveReference: ({ id }: Reference, context: Context) => findSource(id, context) },
    JobTenant: { __resolveReference: ({ id }: Reference, context: Context) => findTenant(id, context) },
  };
}

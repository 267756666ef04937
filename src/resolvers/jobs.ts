import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import type { JobConnection } from '../generated/types.js';
import type { JobsArguments, ListField } from '../listing/jobs-request.js';
import { listJobs } from '../listing/list-jobs.js';
import { errorOf } from '../listing/source-run.js';
import { buildConnection } from './connection.js';
import { requestOf } from './jobs-request.js';
import { pathOf } from './path.js';

/** Resolves `jobs` and every product's own field. */
export async function resolveJobs(field: ListField, args: JobsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobConnection> {
  const list = await listJobs(requestOf(field, args, context, String(info.path.key), info), context);
  const path = pathOf(info);
  const { noSource } = list.request;
  if (noSource !== null) context.failures.push({ path, sourceId: null, error: noSource });
  for (const run of list.runs) {
    const error = errorOf(run);
    if (error !== null) context.failures.push({ path, sourceId: run.plan.source.id, error });
  }
  return buildConnection(list);
}

import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import type { JobConnection } from '../generated/types.js';
import type { JobsArguments, ListField } from '../listing/jobs-request.js';
import { listJobs } from '../listing/list-jobs.js';
import { errorOf } from '../listing/source-run.js';
import { buildConnection } from './connection.js';
import { noteFailures } from './failures.js';
import { requestOf } from './jobs-request.js';

/** Resolves `jobs` and every product's own field. */
export async function resolveJobs(field: ListField, args: JobsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobConnection> {
  const list = await listJobs(requestOf(field, args, context, String(info.path.key), info), context);
  noteFailures(info, list.request.noSource, list.runs.map((run) => ({ source: run.plan.source, error: errorOf(run) })), context);
  return buildConnection(list);
}

import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { SourceError } from '../errors.js';
import type { Job, JobSource, JobTenant, QueryFindJobsArgs } from '../generated/types.js';
import { chooseSources } from '../listing/chosen-sources.js';
import { spellingsOf } from '../planning/pasted.js';
import { isInWindow, resolveWindow } from '../planning/window.js';
import { readGlobalId } from '../wire/global-id.js';
import { pathOf } from './path.js';
import { findTenant } from './tenants.js';

/** Null for a job that there is not, and for one of a source that the caller may not read. */
export async function findJob(globalId: string, { sources, lookups, now }: Context): Promise<Job | null> {
  const id = spellingsOf(globalId).map(readGlobalId).find((spelling) => spelling !== null);
  const source = sources.find((candidate) => candidate.id === id?.sourceId);
  if (id === undefined || source === undefined) return null;
  const row = await lookups.load({ source, spellings: [id.jobId], window: resolveWindow(null, now) });
  return row?.node ?? null;
}

export function findSource(id: unknown, { sources }: Context): JobSource | null {
  return sources.find((source) => source.id === id)?.node ?? null;
}

/** A job, a source or a tenant: a source's id holds two slashes, a tenant's one, a job's none. */
export async function findNode(id: string, context: Context): Promise<Job | JobSource | JobTenant | null> {
  const configured = spellingsOf(id).map((spelling) => findSource(spelling, context) ?? findTenant(spelling, context)).find((found) => found !== null);
  return configured ?? findJob(id, context);
}

/** One by one in the order asked; one that fails costs the others nothing. */
export function findEach<T>(ids: readonly string[], find: (id: string) => Promise<T>): Promise<T>[] {
  return ids.map(find);
}

/** Resolves `findJobs`. */
export async function findJobsById(_parent: unknown, args: QueryFindJobsArgs, context: Context, info: GraphQLResolveInfo): Promise<Job[]> {
  const { jobId, products, sourceIds } = args;
  const window = resolveWindow(args.window, context.now);
  const { sources, error: noSource } = chooseSources(context.sources, { products, sourceIds });
  if (noSource !== null) context.failures.push({ path: pathOf(info), sourceId: null, error: noSource });
  const spellings = spellingsOf(jobId);
  if (spellings.length === 0) return [];
  const rows = await Promise.all(
    sources.map(async (source) => {
      try {
        return await context.lookups.load({ source, spellings, window });
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        context.failures.push({ path: pathOf(info), sourceId: source.id, error });
        return null;
      }
    }),
  );
  const isWanted = (args.window ?? null) === null ? () => true : isInWindow;
  return rows.flatMap((row) => (row !== null && isWanted(row.startedAt, row.finishedAt, window) ? [row.node] : []));
}

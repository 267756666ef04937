import type { SimulatedJob } from '../../simulator/index.js';
import type { Answer, World } from '../support/world.js';

export interface FoundJob {
  readonly __typename: string;
  readonly id: string;
  readonly jobId: string;
  readonly source: { readonly id: string };
  readonly startedAt: string | null;
  readonly location?: string | null;
}

const FIELDS = '__typename id jobId source { id } startedAt ... on Microsoft365Job { location }';

/** Written from docs/behaviour.md §7: the source and the job id, nothing else. */
export function globalId(sourceId: string, jobId: string): string {
  return Buffer.from(`${sourceId}/${jobId}`).toString('base64url');
}

export function askJob(world: Pick<World, 'query'>, id: string): Promise<Answer<{ readonly job: FoundJob | null }>> {
  return world.query(`query ($id: ID!) { job(id: $id) { ${FIELDS} } }`, { id });
}

export function askJobs(world: World, ids: readonly string[]): Promise<Answer<{ readonly jobsById: readonly (FoundJob | null)[] }>> {
  return world.query(`query ($ids: [ID!]!) { jobsById(ids: $ids) { ${FIELDS} } }`, { ids });
}

export function find(world: Pick<World, 'query'>, variables: { readonly jobId: string; readonly products?: readonly string[]; readonly sourceIds?: readonly string[]; readonly window?: unknown }): Promise<Answer<{ readonly findJobs: readonly FoundJob[] | null }>> {
  return world.query(
    `query ($jobId: String!, $products: [BackupProduct!], $sourceIds: [ID!], $window: JobWindowInput) { findJobs(jobId: $jobId, products: $products, sourceIds: $sourceIds, window: $window) { ${FIELDS} } }`,
    variables,
  );
}

/** `count` of the jobs, the same ones in every run. */
export function sample(jobs: readonly SimulatedJob[], count: number): SimulatedJob[] {
  const step = jobs.length / count;
  return Array.from({ length: count }, (_, index) => jobs[Math.floor(index * step + ((index * 7919) % step))] as SimulatedJob);
}

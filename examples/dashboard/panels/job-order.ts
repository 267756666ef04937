import type { JobEdge } from '../reading/use-job-list';
import { sortBy } from '../sorting';
import { productNames, statuses } from '../words';
import { kindOf } from './kind-of';

export const columns = ['Status', 'Job', 'Product', 'Kind', 'Started', 'Duration'] as const;

export interface Sorting {
  readonly column: (typeof columns)[number];
  readonly isDescending: boolean;
}

const keys: Readonly<Record<Sorting['column'], (edge: JobEdge) => string | number | null>> = {
  Status: ({ node }) => statuses.indexOf(node.status),
  Job: ({ node }) => node.jobId,
  Product: ({ node }) => productNames[node.product],
  Kind: (edge) => kindOf(edge, edge.node.upstreamType),
  Started: ({ node }) => (node.startedAt === null ? null : Date.parse(node.startedAt)),
  Duration: ({ node }) => node.duration?.seconds ?? null,
};

export function sortJobs(edges: readonly JobEdge[], { column, isDescending }: Sorting): readonly JobEdge[] {
  return sortBy(edges, keys[column], isDescending);
}

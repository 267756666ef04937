import type { JobEdge } from '../reading/use-job-list';
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

const collator = new Intl.Collator(undefined, { numeric: true });

/** What is not known is last, whichever way. */
export function sortJobs(edges: readonly JobEdge[], { column, isDescending }: Sorting): readonly JobEdge[] {
  const keyOf = keys[column];
  return edges.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return isDescending ? -order : order;
  });
}

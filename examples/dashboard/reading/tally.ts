import type { JobStatus, PageFactsFragment } from '../generated/graphql';

export type Tally = ReadonlyMap<JobStatus, number>;

interface Countable {
  readonly node: { readonly status: JobStatus };
}

export function tallyOf(edges: readonly Countable[]): Tally {
  const tally = new Map<JobStatus, number>();
  for (const { node } of edges) tally.set(node.status, (tally.get(node.status) ?? 0) + 1);
  return tally;
}

export function totalOf(tally: Tally): number {
  return [...tally.values()].reduce((sum, count) => sum + count, 0);
}

/** Whether a count over these pages is the number, and not merely less than it. */
export function isExact({ isComplete, pageInfo }: Pick<PageFactsFragment, 'isComplete' | 'pageInfo'>): boolean {
  return isComplete && !pageInfo.hasNextPage;
}

export type SourceAnswer = PageFactsFragment['sources'][number];

/** Whose jobs are missing, wholly or in part. */
export function missingFrom(sources: readonly SourceAnswer[]): readonly SourceAnswer[] {
  return sources.filter(({ outcome }) => outcome === 'FAILED' || outcome === 'PARTIAL');
}

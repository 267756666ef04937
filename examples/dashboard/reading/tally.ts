import type { CountedGroupFragment, PageFactsFragment, SourceAnswerFragment } from '../generated/graphql';

export type SourceAnswer = SourceAnswerFragment;
export type Group = CountedGroupFragment;

/** Whether a count over these pages is the number, and not merely less than it. */
export function isExact({ isComplete, pageInfo }: Pick<PageFactsFragment, 'isComplete' | 'pageInfo'>): boolean {
  return isComplete && !pageInfo.hasNextPage;
}

/** Whose jobs are missing, wholly or in part. */
export function missingFrom(sources: readonly SourceAnswer[]): readonly SourceAnswer[] {
  return sources.filter(({ outcome }) => outcome === 'FAILED' || outcome === 'PARTIAL');
}

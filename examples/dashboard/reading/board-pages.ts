import type { FieldFunctionOptions, FieldPolicy } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** As the cache holds it. */
interface BoardPage {
  readonly groups?: readonly unknown[];
  readonly isComplete?: boolean;
  readonly sources?: readonly { readonly outcome?: string }[];
}

type Merge = (existing: BoardPage | null | undefined, incoming: BoardPage, options: FieldFunctionOptions) => BoardPage;

const pages = relayStylePagination(['filter', 'lookBack', 'staleAfter', 'groupBy', 'first']) as unknown as FieldPolicy<BoardPage | null>;
const join = pages.merge as unknown as Merge;

/**
 * Every page of a board is a reading of its own. Joined, they are complete where all are: a source that failed in one has its workloads
 * missing from there, whatever the next one brought.
 */
export const boardPages: FieldPolicy<BoardPage | null> = {
  ...pages,
  merge(existing, incoming, options) {
    // No answer is no empty board.
    if (incoming === null) return existing ?? null;
    const joined = join(existing, incoming, options);
    return !existing || (options.args?.['after'] ?? null) === null ? joined : { ...joined, ...factsOf(existing, incoming) };
  },
};

/** The counts are of the first page: all are of its moment. */
export function factsOf(before: BoardPage, next: BoardPage): BoardPage {
  return {
    groups: before.groups ?? [],
    isComplete: before.isComplete === true && next.isComplete === true,
    sources: (before.sources ?? []).map((answer, index) => (isMissing(answer) ? answer : (next.sources?.[index] ?? answer))),
  };
}

function isMissing({ outcome }: { readonly outcome?: string }): boolean {
  return outcome === 'FAILED' || outcome === 'PARTIAL';
}

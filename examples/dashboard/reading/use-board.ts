import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { BoardDocument, type BoardQuery, type BoardQueryVariables, type WorkloadFactsFragment } from '../generated/graphql';

export type Board = NonNullable<BoardQuery['jobWorkloads']>;
export type Workload = WorkloadFactsFragment;

export interface BoardReading {
  /** All that was read, joined; null until something was. */
  readonly board: Board | null;
  readonly isAsking: boolean;
  /** Why the last request brought nothing; what was read before it stands. */
  readonly failure: string | null;
  readMore(): void;
  readAnew(): void;
}

/** What is remembered of one question. Another one is another board, and nothing of this one holds for it. */
interface Memory {
  readonly question: string;
  readonly board: Board | null;
  /** Why there is no next page. */
  readonly stop: string | null;
  /** Later pages are of the moment of the first one, and a poll would throw them away. */
  readonly hasGoneOn: boolean;
}

export function useBoard(question: BoardQueryVariables & { readonly first: number }, pollMs: number): BoardReading {
  const start: Memory = { question: JSON.stringify(question), board: null, stop: null, hasGoneOn: false };
  const [kept, keep] = useState(start);
  const memory = kept.question === start.question ? kept : start;
  const { data, error, loading, fetchMore, refetch } = useQuery(BoardDocument, {
    variables: question,
    pollInterval: memory.hasGoneOn ? 0 : pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const fresh = data?.jobWorkloads ?? null;
  if (fresh !== null && memory.board !== fresh) keep({ ...memory, board: fresh });
  const board = fresh ?? memory.board;
  return {
    board,
    isAsking: loading,
    failure: memory.stop ?? (error !== undefined && fresh === null ? error.message : null),
    readMore() {
      const stopWith = (stop: string | null) => keep((now) => (now.question === memory.question ? { ...now, stop } : now));
      keep({ ...memory, stop: null, hasGoneOn: true });
      fetchMore({ variables: { after: board?.pageInfo.endCursor }, errorPolicy: 'all' }).then(
        ({ data: page, error: reason }) => stopWith(page?.jobWorkloads ? null : (reason?.message ?? 'The server sent no page.')),
        (reason: unknown) => stopWith(reason instanceof Error ? reason.message : String(reason)),
      );
    },
    readAnew() {
      keep({ ...memory, stop: null, hasGoneOn: false });
      void refetch().catch(() => undefined);
    },
  };
}

import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { JobsDocument, type JobsQuery, type JobsQueryVariables } from '../generated/graphql';

export type JobsPage = NonNullable<JobsQuery['jobs']>;
export type JobEdge = JobsPage['edges'][number];

export interface JobList {
  /** All that was read, joined; null until something was. */
  readonly page: JobsPage | null;
  /** Whether a request is under way. */
  readonly isAsking: boolean;
  /** Why the last request brought no page; what was read before it stands. */
  readonly failure: string | null;
  /** Many requests in a row found nothing: goes on only when asked to. */
  readonly isPaused: boolean;
  readMore(): void;
  readAnew(): void;
}

interface Question extends Pick<JobsQueryVariables, 'filter' | 'window'> {
  readonly first: number;
  readonly pollMs?: number;
}

/** Requests in a row that a search may take before it asks whether to go on. */
const PATIENCE = 5;

/** How far a walk has come. A first page read anew begins another walk, and nothing of this one holds for it. */
interface Progress {
  /** The window's end tells walks apart: it is the moment of the first page. */
  readonly walk: string | null;
  readonly wanted: number;
  readonly rounds: number;
  readonly stop: string | null;
}

/** Reads a list of jobs up to what is wanted. A page may be empty and not be the last, so one request can be too few. */
export function useJobList({ filter, window, first, pollMs = 0 }: Question): JobList {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(JobsDocument, {
    variables: { filter, window, first },
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const page = (data ?? previousData)?.jobs ?? null;
  const walk = page?.window.to ?? null;
  const start: Progress = { walk, wanted: first, rounds: 0, stop: null };
  const [progress, setProgress] = useState(start);
  const { wanted, rounds, stop } = progress.walk === walk ? progress : start;

  const lacks = page !== null && page.pageInfo.hasNextPage && page.edges.length < wanted;
  const after = page?.pageInfo.endCursor;
  const goesOn = lacks && !loading && stop === null && rounds < PATIENCE;

  useEffect(() => {
    if (!goesOn) return;
    fetchMore({ variables: { after }, errorPolicy: 'all' }).then(
      ({ data: more, error: refusal }) => {
        setProgress({ walk, wanted, rounds: rounds + 1, stop: more?.jobs ? null : (refusal?.message ?? 'The server sent no page.') });
      },
      (reason: unknown) => setProgress({ walk, wanted, rounds, stop: messageOf(reason) }),
    );
  }, [goesOn, after, fetchMore, walk, wanted, rounds]);

  return {
    page,
    isAsking: loading || goesOn,
    failure: stop ?? (error !== undefined && !data?.jobs ? error.message : null),
    isPaused: lacks && rounds >= PATIENCE,
    readMore() {
      setProgress({ ...start, wanted: (page?.edges.length ?? 0) + first });
    },
    readAnew() {
      setProgress(start);
      void refetch().catch(() => undefined);
    },
  };
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

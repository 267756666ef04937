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
const PATIENCE = 20;

/** Reads a list of jobs up to what is wanted. A page may be empty and not be the last, so one request can be too few. */
export function useJobList({ filter, window, first, pollMs = 0 }: Question): JobList {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(JobsDocument, {
    variables: { filter, window, first },
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const [wanted, setWanted] = useState(first);
  const [rounds, setRounds] = useState(0);
  const [stop, setStop] = useState<string | null>(null);

  const page = (data ?? previousData)?.jobs ?? null;
  const lacks = page !== null && page.pageInfo.hasNextPage && page.edges.length < wanted;
  const after = page?.pageInfo.endCursor;
  const goesOn = lacks && !loading && stop === null && rounds < PATIENCE;

  useEffect(() => {
    if (!goesOn) return;
    fetchMore({ variables: { after }, errorPolicy: 'all' }).then(
      ({ data: more, error: refusal }) => {
        if (more?.jobs) setRounds((count) => count + 1);
        else setStop(refusal?.message ?? 'The server sent no page.');
      },
      (reason: unknown) => setStop(messageOf(reason)),
    );
  }, [goesOn, after, fetchMore]);

  return {
    page,
    isAsking: loading || goesOn,
    failure: stop ?? (error !== undefined && !data?.jobs ? error.message : null),
    isPaused: lacks && rounds >= PATIENCE,
    readMore() {
      setWanted((page?.edges.length ?? 0) + first);
      setRounds(0);
      setStop(null);
    },
    readAnew() {
      setWanted(first);
      setRounds(0);
      setStop(null);
      void refetch().catch(() => undefined);
    },
  };
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

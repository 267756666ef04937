import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { EndedJobsDocument } from '../generated/graphql';
import { addPage, startWeek, type Week } from './week';

export interface WeekReading {
  readonly week: Week;
  readonly failure: string | null;
  readonly isPaused: boolean;
  readOn(): void;
  /** From the first page: a server that was restarted may take no cursor from before. */
  readAnew(): void;
}

/** Pages of 200 jobs before the chart asks whether to go on. */
const PATIENCE = 25;

/** Counts page by page, showing every step. `isWanted` lets what is more urgent go first. */
export function useWeek(isWanted: boolean): WeekReading {
  const client = useApolloClient();
  const [week, setWeek] = useState(() => startWeek(new Date()));
  const [failure, setFailure] = useState<string | null>(null);
  const [limit, setLimit] = useState(PATIENCE);
  const [pages, setPages] = useState(0);
  const goesOn = isWanted && failure === null && week.hasMore && pages < limit;

  useEffect(() => {
    if (!goesOn) return;
    let isCurrent = true;
    readPage(client, week).then(
      (next) => {
        if (!isCurrent) return;
        setWeek(next);
        setPages(pages + 1);
      },
      (reason: unknown) => {
        if (isCurrent) setFailure(reason instanceof Error ? reason.message : String(reason));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [client, goesOn, pages, week]);

  return {
    week,
    failure,
    isPaused: week.hasMore && pages >= limit,
    readOn() {
      setLimit(pages + PATIENCE);
    },
    readAnew() {
      setWeek(startWeek(new Date()));
      setFailure(null);
      setPages(0);
      setLimit(PATIENCE);
    },
  };
}

async function readPage(client: ApolloClient, week: Week): Promise<Week> {
  const from = week.days[0]?.start.toISOString() ?? null;
  const { data, error } = await client.query({
    query: EndedJobsDocument,
    variables: { window: { from, by: 'FINISHED_AT' }, after: week.after },
    // Counted and forgotten: a week of jobs is no use in the cache.
    fetchPolicy: 'no-cache',
  });
  if (!data?.jobs) throw new Error(error?.message ?? 'The server sent no page.');
  return addPage(week, data.jobs);
}

import { useQuery } from '@apollo/client/react';
import { OverviewDocument, type CountFragment, type JobFilter, type OverviewQuery } from '../generated/graphql';

export interface OverviewReading {
  readonly overview: OverviewQuery | null;
  /** What ended in the last 24 hours, by product. */
  readonly count: CountFragment | null;
  readonly isAsking: boolean;
  readonly failure: string | null;
}

export function useOverview(filter: JobFilter, pollMs: number): OverviewReading {
  const { data, previousData, error, loading } = useQuery(OverviewDocument, { variables: { filter }, pollInterval: pollMs, skipPollAttempt: () => document.hidden });
  const overview = data ?? previousData ?? null;
  return { overview, count: overview?.jobStats ?? null, isAsking: loading, failure: error !== undefined && !data?.jobStats ? error.message : null };
}

import { useQuery } from '@apollo/client/react';
import { WeekDocument, type CountFragment, type JobFilter } from '../generated/graphql';
import { useToday } from './use-today';

export interface WeekReading {
  /** What ended today and in the six days before it, by day. */
  readonly count: CountFragment | null;
  readonly isAsking: boolean;
  readonly failure: string | null;
  readAnew(): void;
}

const DAYS = 7;

/** By the viewer's days. `isWanted` lets what is more urgent go first. */
export function useWeek(filter: JobFilter, isWanted: boolean): WeekReading {
  const today = new Date(useToday());
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (DAYS - 1)).toISOString();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { data, previousData, error, loading, refetch } = useQuery(WeekDocument, { variables: { filter, from, timeZone }, skip: !isWanted });
  return {
    count: (data ?? previousData)?.jobStats ?? null,
    isAsking: loading || !isWanted,
    failure: error !== undefined && !data?.jobStats ? error.message : null,
    readAnew() {
      void refetch().catch(() => undefined);
    },
  };
}

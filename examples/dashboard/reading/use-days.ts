import { useQuery } from '@apollo/client/react';
import { DaysDocument, type DayGroupsFragment, type DaysQuery, type JobOperation } from '../generated/graphql';

export type DayGroup = DayGroupsFragment['groups'][number];

export interface DaysReading {
  /** Of all workloads of the source and operation, today included; null until they were read. */
  readonly answer: DaysQuery | null;
  readonly failure: string | null;
}

export const DAYS = 28;

/** Rows of one source and operation ask the same, and so ask once. */
export function useDays(sourceId: string, operation: JobOperation, from: string, isWanted: boolean): DaysReading {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { data, previousData, error } = useQuery(DaysDocument, {
    variables: { sourceId, operation, period: { from, by: 'STARTED_AT', timeZone }, withLogs: operation === 'OTHER' },
    // What an unknown operation did cannot be asked for.
    skip: !isWanted || operation === 'UNKNOWN',
  });
  return {
    answer: [data, previousData].find((answer): answer is DaysQuery => answer?.own != null) ?? null,
    failure: operation === 'UNKNOWN' ? 'What such runs do is not known.' : error !== undefined && !data?.own ? error.message : null,
  };
}

/** The midnight before the first of the days that end with today. */
export function startOfDays(today: string): string {
  const day = new Date(today);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - (DAYS - 1)).toISOString();
}

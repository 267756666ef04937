import { useQuery } from '@apollo/client/react';
import { TenantBoardsDocument, TenantJobsDocument, type JobFilter, type TenantBoardsQuery, type TenantJobsQuery } from '../generated/graphql';

export type TenantBoards = NonNullable<TenantBoardsQuery['jobWorkloads']>;
export type TenantJobs = NonNullable<TenantJobsQuery['jobStats']>;

export interface RollUpReading {
  /** Null until they were read; then the last that were. */
  readonly boards: TenantBoards | null;
  readonly jobs: TenantJobs | null;
  readonly isAsking: boolean;
  /** Why the last request of either brought nothing. */
  readonly failure: string | null;
  readAnew(): void;
}

/** Two operations, however many tenants there are. */
export function useRollUp(tenants: Pick<JobFilter, 'tenants' | 'tenantLabels'>, pollMs: number): RollUpReading {
  const polled = { pollInterval: pollMs, skipPollAttempt: () => document.hidden };
  const boards = useQuery(TenantBoardsDocument, { ...polled, variables: { filter: { operations: ['BACKUP'], ...tenants }, lookBack: 'P7D' } });
  const jobs = useQuery(TenantJobsDocument, { ...polled, variables: { filter: tenants, period: { last: 'PT24H' } } });
  const failures = [boards.data?.jobWorkloads ? undefined : boards.error, jobs.data?.jobStats ? undefined : jobs.error];
  return {
    boards: (boards.data ?? boards.previousData)?.jobWorkloads ?? null,
    jobs: (jobs.data ?? jobs.previousData)?.jobStats ?? null,
    isAsking: boards.loading || jobs.loading,
    failure: failures.find((failure) => failure !== undefined)?.message ?? null,
    readAnew() {
      for (const { refetch } of [boards, jobs]) void refetch().catch(() => undefined);
    },
  };
}

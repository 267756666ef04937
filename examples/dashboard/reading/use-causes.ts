import { useQuery } from '@apollo/client/react';
import { CausesDocument, type CausesQuery, type JobFilter } from '../generated/graphql';

export interface CausesReading {
  readonly digest: CausesQuery['jobFailureDigest'];
  readonly isAsking: boolean;
  readonly failure: string | null;
  readAnew(): void;
}

const SHOWN = 6;

/** Of the last seven days. `isWanted` lets it wait. */
export function useCauses(filter: JobFilter, isWanted: boolean): CausesReading {
  const { data, previousData, error, loading, refetch } = useQuery(CausesDocument, { variables: { filter, period: { last: 'P7D' }, first: SHOWN }, skip: !isWanted });
  return {
    digest: (data ?? previousData)?.jobFailureDigest ?? null,
    isAsking: loading || !isWanted,
    failure: error !== undefined && !data?.jobFailureDigest ? error.message : null,
    readAnew() {
      void refetch().catch(() => undefined);
    },
  };
}

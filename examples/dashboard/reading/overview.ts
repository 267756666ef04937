import { useQuery } from '@apollo/client/react';
import { OverviewDocument, type BackupProduct, type EndedPageFragment, type OverviewQuery } from '../generated/graphql';

export interface ProductPage {
  readonly product: BackupProduct;
  readonly page: EndedPageFragment | null;
}

export interface OverviewReading {
  readonly overview: OverviewQuery | null;
  readonly isAsking: boolean;
  readonly failure: string | null;
}

export function useOverview(pollMs: number): OverviewReading {
  const { data, previousData, error, loading } = useQuery(OverviewDocument, { pollInterval: pollMs, skipPollAttempt: () => document.hidden });
  return { overview: data ?? previousData ?? null, isAsking: loading, failure: error !== undefined && !data ? error.message : null };
}

/** The pages of the products that have a source. */
export function productPages(overview: OverviewQuery): readonly ProductPage[] {
  const products = [...new Set(overview.jobSources.map(({ product }) => product))];
  return products.map((product) => ({ product, page: overview[product] }));
}

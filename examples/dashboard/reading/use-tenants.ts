import { useFragment } from '@apollo/client/react';
import { KnownTenantsFragmentDoc, type TenantFactsFragment } from '../generated/graphql';

export type Tenant = TenantFactsFragment;

const none: readonly Tenant[] = [];

/** From what any page was told with its first answer; empty before there was one. */
export function useTenants(): readonly Tenant[] {
  const { data, dataState } = useFragment({ fragment: KnownTenantsFragmentDoc, fragmentName: 'KnownTenants', from: { __typename: 'Query' } });
  return dataState === 'complete' ? data.jobTenants : none;
}

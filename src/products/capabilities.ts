import type { JobSourceCapabilities } from '../generated/types.js';
import type { Endpoint } from './product.js';

/** What an endpoint offers, as the schema shows it: most of it is what the server itself goes by. */
export function capabilitiesOf({ facets, rules, detail, isSearchable, requiresWindow, reportsCounts, reportsFailures, workloadOf, sizeOf }: Endpoint): JobSourceCapabilities {
  const has = (name: string, how: 'isParameter' | 'isCarried'): boolean => facets.some((facet) => facet.name === name && facet[how]);
  return {
    __typename: 'JobSourceCapabilities',
    totalCount: rules.isTotalFinal,
    lookupById: detail !== undefined,
    textSearch: isSearchable,
    filterByStatus: has('status', 'isParameter'),
    filterByOperation: has('type', 'isParameter'),
    filterByWorkload: has('service', 'isParameter'),
    requiresWindow,
    reportsOperation: has('type', 'isCarried'),
    reportsCounts,
    reportsFailures,
    reportsWorkload: workloadOf !== undefined || has('service', 'isCarried') || has('service', 'isParameter'),
    reportsSize: sizeOf !== undefined,
  };
}

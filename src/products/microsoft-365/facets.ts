import type { Facet } from '../../planning/facet.js';
import { services, statuses, types } from './codes.js';

/** What both endpoints filter by. Records prove the state alone; type and service are proven by the parameter. */
export const facets: readonly Facet[] = [
  {
    name: 'service',
    fields: { services: 'value', serviceCodes: 'code' },
    isParameter: true,
    isCarried: false,
    table: services,
    allCode: '0',
    prove: (code) => ({ workload: services.describe(code) }),
  },
  {
    name: 'type',
    fields: { types: 'value', operations: 'canonical', typeCodes: 'code' },
    isParameter: true,
    isCarried: false,
    table: types,
    allCode: '0',
    prove: (code) => ({ operation: types.canonicalOf(code) }),
  },
  { name: 'status', fields: { statuses: 'canonical', statusCodes: 'code' }, isParameter: true, isCarried: true, table: statuses, isMissingUnknown: true, allCode: '0' },
];

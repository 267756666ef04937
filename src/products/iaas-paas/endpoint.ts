import { writeInstant } from '../../wire/instant.js';
import { decodePage } from '../../wire/page.js';
import type { Endpoint } from '../product.js';
import { services, serviceOfType, statuses, types } from './codes.js';
import { decodeJob } from './wire.js';

/** `GET /backup/vm/jobs`. A next link (the table spells it `nextlink`) is a token for `skiptoken`, which overrides `pageNumber`. */
export const jobs: Endpoint = {
  name: 'jobs',
  method: 'GET',
  path: '/backup/vm/jobs',
  scope: 'platformbackup.readwrite.all',
  requiresWindow: false,
  reportsCounts: true,
  reportsFailures: true,
  failuresAreComments: true,
  workloadOf: ({ codes }) => serviceOfType(codes['type']),
  workloadOfType: serviceOfType,
  facets: [
    {
      name: 'service',
      fields: { services: 'value', serviceCodes: 'code' },
      isParameter: true,
      isCarried: false,
      table: services,
      prove: (code) => ({ workload: services.describe(code) }),
    },
    {
      name: 'type',
      fields: { types: 'value', operations: 'canonical', typeCodes: 'code' },
      isParameter: true,
      // Builds before April 2025 do not; then the parameter is the proof.
      isCarried: true,
      table: types,
      prove: (code) => ({ operation: types.canonicalOf(code) }),
    },
    { name: 'status', fields: { statuses: 'canonical', statusCodes: 'code' }, isParameter: false, isCarried: true, table: statuses, isMissingUnknown: true },
  ],
  isSearchable: true,
  grain: 'hour',
  instantUnitMs: 1000,
  rules: { firstNumber: 0, isTotalFinal: true },
  tokenParameter: 'skiptoken',
  numberParameter: 'pageNumber',
  request({ parameters, search, bounds, place, pageSize }) {
    return {
      query: {
        searchText: search,
        startTime: bounds.from === null ? undefined : writeInstant(bounds.from),
        finishTime: writeInstant(bounds.to),
        serviceType: parameters['service'],
        jobType: parameters['type'],
        pageNumber: place.token === null ? place.number : undefined,
        pageSize,
        skiptoken: place.token,
      },
    };
  },
  decode: (body, context) => decodePage(body, context, decodeJob),
};

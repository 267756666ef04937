import { stringify } from 'lossless-json';

import { writeTicks } from '../../wire/instant.js';
import { decodePage } from '../../wire/page.js';
import type { Endpoint } from '../product.js';
import { services, statuses, types } from './codes.js';
import { decodeJob } from './wire.js';

/**
 * `POST /api/public/jobreport`, the older endpoint, on a host of its own. Times are ticks; records carry no job type, so that the
 * parameter is the only proof of it; `totalCount` is "of current request"; pages go by number until a short one.
 */
export const jobReport: Endpoint = {
  name: 'job-report',
  method: 'POST',
  path: '/api/public/jobreport',
  hasOwnHost: true,
  scope: 'platformbackup.readwrite.all',
  requiresWindow: false,
  reportsCounts: true,
  reportsFailures: true,
  failuresAreComments: true,
  facets: [
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
    { name: 'status', fields: { statuses: 'canonical', statusCodes: 'code' }, isParameter: false, isCarried: true, table: statuses, isMissingUnknown: true },
  ],
  isSearchable: true,
  grain: 'hour',
  instantUnitMs: 1,
  rules: { firstNumber: 0, isTotalFinal: false },
  tokenParameter: null,
  numberParameter: 'pageNumber',
  request({ parameters, search, bounds, place, pageSize }) {
    const body = {
      searchText: search ?? undefined,
      startTime: bounds.from === null ? undefined : writeTicks(bounds.from),
      finishTime: writeTicks(bounds.to),
      serviceType: toNumber(parameters['service']),
      jobType: toNumber(parameters['type']),
      pagination: { pageNumber: place.number, pageSize },
    };
    return { body: stringify(body) as string };
  },
  decode: (body, context) => decodePage(body, context, decodeJob),
};

function toNumber(code: string | undefined): number | undefined {
  return code === undefined ? undefined : Number(code);
}

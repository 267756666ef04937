import { closedFrom } from '../../planning/bounds.js';
import { writeDate } from '../../wire/instant.js';
import { decodePage } from '../../wire/page.js';
import type { Endpoint } from '../product.js';
import { levels, statuses, types } from './codes.js';
import { decodeJob, organizationOf, sizeOf } from './wire.js';

/** `GET /backup/sfbapi/jobs`. Takes dates and insists on both; a next link is of no published form, so it only says that more follows. */
export const jobs: Endpoint = {
  name: 'jobs',
  method: 'GET',
  path: '/backup/sfbapi/jobs',
  scope: 'salesforce.public.read.all',
  requiresWindow: true,
  reportsCounts: true,
  reportsFailures: false,
  workloadOf: organizationOf,
  logTypes: ['20'],
  sizeOf,
  facets: [
    { name: 'level', fields: { level: 'value' }, isParameter: true, isCarried: false, table: levels, allCode: '0' },
    { name: 'organization', fields: { organizationId: 'code' }, isParameter: true, isCarried: true, table: null },
    { name: 'type', fields: { types: 'value', operations: 'canonical', typeCodes: 'code' }, isParameter: true, isCarried: true, table: types, allCode: '0' },
    { name: 'status', fields: { statuses: 'canonical', statusCodes: 'code' }, isParameter: true, isCarried: true, table: statuses, isMissingUnknown: true, allCode: '0' },
  ],
  isSearchable: false,
  grain: 'day',
  instantUnitMs: 1000,
  rules: { firstNumber: 0, isTotalFinal: true },
  tokenParameter: null,
  numberParameter: 'pageIndex',
  request({ parameters, bounds, place, pageSize }) {
    return {
      query: {
        startTime: writeDate(closedFrom(bounds)),
        finishTime: writeDate(bounds.to),
        type: parameters['type'],
        status: parameters['status'],
        level: parameters['level'],
        organizationId: parameters['organization'],
        pageIndex: place.number,
        pageSize,
      },
    };
  },
  decode: (body, context) => decodePage(body, context, decodeJob),
};

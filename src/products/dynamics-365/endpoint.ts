import { closedFrom } from '../../planning/bounds.js';
import { decodePage } from '../../wire/page.js';
import { writeUtc } from '../../wire/utc.js';
import type { Endpoint } from '../product.js';
import { statuses, types } from './codes.js';
import { decodeJob, organizationOf, sizeOf } from './wire.js';

const ALL_TYPES = '0';

/**
 * `GET /dynamicsbackup/jobs`. Insists on a type and on both ends of a window; pages count from 1. Records have milliseconds, so bounds
 * are written with them. A next link lacks the path's first part and names another organization: its page number alone is taken.
 */
export const jobs: Endpoint = {
  name: 'jobs',
  method: 'GET',
  path: '/dynamicsbackup/jobs',
  scope: 'dynamics.readwrite.all',
  requiresWindow: true,
  reportsCounts: true,
  reportsFailures: false,
  workloadOf: organizationOf,
  logTypes: ['16'],
  sizeOf,
  facets: [
    { name: 'organization', fields: { organizationId: 'code' }, isParameter: true, isCarried: true, table: null },
    { name: 'type', fields: { types: 'value', operations: 'canonical', typeCodes: 'code' }, isParameter: true, isCarried: true, table: types, allCode: ALL_TYPES },
    { name: 'status', fields: { statuses: 'canonical', statusCodes: 'code' }, isParameter: true, isCarried: true, table: statuses, isMissingUnknown: true },
  ],
  isSearchable: false,
  grain: 'hour',
  instantUnitMs: 1,
  rules: { firstNumber: 1, isTotalFinal: true },
  tokenParameter: null,
  numberParameter: 'pageIndex',
  request({ parameters, bounds, place, pageSize }) {
    return {
      query: {
        type: parameters['type'] ?? ALL_TYPES,
        startTime: writeUtc(closedFrom(bounds)),
        finishTime: writeUtc(bounds.to),
        status: parameters['status'],
        organizationId: parameters['organization'],
        pageIndex: place.number,
        pageSize,
      },
    };
  },
  decode: (body, context) => decodePage(body, context, decodeJob),
};

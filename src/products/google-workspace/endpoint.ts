import { writeInstant } from '../../wire/instant.js';
import { decodePage } from '../../wire/page.js';
import type { Endpoint } from '../product.js';
import { dataSources, services, statuses, types } from './codes.js';
import { decodeJob } from './wire.js';

/** `GET /backup/google/admin/jobs`. Sends no total; a next link is a token for `NextLink`, a parameter that only the specification names. */
export const jobs: Endpoint = {
  name: 'jobs',
  method: 'GET',
  path: '/backup/google/admin/jobs',
  scope: 'gsuite.graph.read.all',
  requiresWindow: false,
  reportsCounts: false,
  reportsFailures: false,
  facets: [
    { name: 'dataSource', fields: { dataSources: 'value' }, isParameter: true, isCarried: true, table: dataSources, defaultCodes: ['1', '2'] },
    { name: 'service', fields: { services: 'value', serviceCodes: 'code' }, isParameter: true, isCarried: true, table: services },
    { name: 'type', fields: { types: 'value', operations: 'canonical', typeCodes: 'code' }, isParameter: true, isCarried: true, table: types },
    { name: 'status', fields: { statuses: 'canonical', statusCodes: 'code' }, isParameter: true, isCarried: true, table: statuses, isMissingUnknown: true },
  ],
  isSearchable: false,
  grain: 'hour',
  instantUnitMs: 1,
  rules: { firstNumber: 0, isTotalFinal: false },
  tokenParameter: 'NextLink',
  numberParameter: 'pageIndex',
  request({ parameters, bounds, place, pageSize }) {
    return {
      query: {
        dataSource: parameters['dataSource'],
        appType: parameters['service'],
        jobType: parameters['type'],
        jobStatus: parameters['status'],
        startTime: bounds.from === null ? undefined : writeInstant(bounds.from),
        finishTime: writeInstant(bounds.to),
        pageIndex: place.token === null ? place.number : undefined,
        pageSize,
        NextLink: place.token ?? undefined,
      },
    };
  },
  decode: (body, context) => decodePage(body, context, decodeJob),
};

import { readTickLength } from '../../wire/duration.js';
import { writeTicks } from '../../wire/instant.js';
import { decodePage } from '../../wire/page.js';
import type { Endpoint } from '../product.js';
import { facets } from './facets.js';
import { decodeJob } from './wire.js';

/**
 * `GET /cloudbackup/jobs`, the older endpoint. Times are ticks, 0 an open end; 0 is "all" elsewhere. Pages of 2024 call every
 * parameter required, so every one is sent. Job errors came late in 2024, Multi-Geo locations never.
 */
export const jobs: Endpoint = {
  name: 'jobs',
  method: 'GET',
  path: '/cloudbackup/jobs',
  scope: 'microsoft365backup.jobInfo.read.all',
  requiresWindow: false,
  reportsCounts: true,
  reportsFailures: true,
  facets: [...facets, { name: 'location', fields: { location: 'code' }, isParameter: false, isCarried: false, table: null }],
  isSearchable: false,
  grain: 'hour',
  instantUnitMs: 1,
  rules: { firstNumber: 0, isTotalFinal: true },
  tokenParameter: null,
  numberParameter: 'PageIndex',
  request({ parameters, bounds, place, pageSize }) {
    return {
      query: {
        StartTime: bounds.from === null ? 0 : writeTicks(bounds.from).toString(),
        FinishTime: writeTicks(bounds.to).toString(),
        JobType: parameters['type'] ?? 0,
        ObjectType: parameters['service'] ?? 0,
        JobState: parameters['status'] ?? 0,
        PageIndex: place.number,
        PageSize: pageSize,
      },
    };
  },
  decode: (body, context) => decodePage(body, context, (reader) => decodeJob(reader, context, readTickLength)),
};

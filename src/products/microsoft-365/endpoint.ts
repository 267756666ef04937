import { readHours } from '../../wire/duration.js';
import { readStatusCode } from '../../wire/envelope.js';
import { writeDate } from '../../wire/instant.js';
import { decodeDetail, decodePage } from '../../wire/page.js';
import type { Endpoint } from '../product.js';
import { facets } from './facets.js';
import { decodeJob } from './wire.js';

/** `GET /backup/m365/cloudbackupjobs`. Takes dates; a next link is of no published form, so it only says that more follows. */
export const cloudBackupJobs: Endpoint = {
  name: 'cloud-backup-jobs',
  method: 'GET',
  path: '/backup/m365/cloudbackupjobs',
  scope: 'microsoft365backup.jobInfo.read.all',
  requiresWindow: false,
  reportsCounts: true,
  reportsFailures: true,
  facets: [...facets, { name: 'location', fields: { location: 'code' }, isParameter: true, isCarried: false, table: null }],
  isSearchable: false,
  grain: 'day',
  instantUnitMs: 1000,
  rules: { firstNumber: 0, isTotalFinal: true },
  tokenParameter: null,
  numberParameter: 'pageIndex',
  request({ parameters, bounds, place, pageSize }) {
    return {
      query: {
        startTime: bounds.from === null ? undefined : writeDate(bounds.from),
        finishTime: writeDate(bounds.to),
        jobType: parameters['type'],
        objectType: parameters['service'],
        jobState: parameters['status'],
        location: parameters['location'],
        pageIndex: place.number,
        pageSize,
      },
    };
  },
  decode: (body, context) => decodePage(body, context, (reader) => decodeJob(reader, context, readHours)),
  // `GET /backup/m365/cloudbackupjobs/{jobId}`. Without a location a Multi-Geo tenant is asked at its centre alone.
  detail: {
    query: (location) => ({ location }),
    decode: (body, context) => decodeDetail(body, context, (reader) => decodeJob(reader, context, readHours)),
    readStatus: readStatusCode,
  },
};

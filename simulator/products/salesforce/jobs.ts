import { writeInstant } from '../../instants.js';
import { facetsOf, readCode, readIsoInstant, readRequired } from '../../parameters.js';
import type { ListEndpoint } from '../product.js';

export const jobs: ListEndpoint = {
  kind: 'list',
  method: 'GET',
  path: '/backup/sfbapi/jobs',
  paging: { number: 'pageIndex', first: 0, size: 'pageSize', documentedSize: 10, token: null, end: '' },
  total: 'matching',

  read: (parameters) => ({
    facets: facetsOf({
      type: readCode(parameters, 'type'),
      level: readCode(parameters, 'level'),
      organizationId: parameters('organizationId'),
    }),
    status: readCode(parameters, 'status'),
    search: null,
    from: readRequired(parameters, 'startTime', readIsoInstant),
    to: readRequired(parameters, 'finishTime', readIsoInstant),
  }),

  row: (job, { times }) => ({
    type: job.type,
    jobId: job.jobId,
    startTime: writeInstant(job, 'startedAt', times ?? 'iso-z'),
    finishTime: writeInstant(job, 'finishedAt', times ?? 'iso-z'),
    status: job.status,
    successfulRecords: job.recordCounts?.successful ?? null,
    skippedRecords: job.recordCounts?.skipped ?? null,
    failedRecords: job.recordCounts?.failed ?? null,
    totalRecords: job.recordCounts?.total ?? null,
    successfulMetadata: job.metadataCounts?.successful ?? null,
    failedMetadata: job.metadataCounts?.failed ?? null,
    totalMetadata: job.metadataCounts?.total ?? null,
    successfulObjects: job.counts?.successful ?? null,
    skippedObjects: job.counts?.skipped ?? null,
    failedObjects: job.counts?.failed ?? null,
    totalObjects: job.counts?.total ?? null,
    dataSize: job.dataSizeKilobytes,
    apiCalls: job.apiCalls,
    organizationId: job.organizationId,
  }),

  envelope: ({ rows, total, nextLink }, trace) => ({
    statusCode: 200,
    message: '',
    data: { totalCount: total, jobs: rows, nextLink },
    ...trace,
  }),

  fail: (statusCode, message, trace) => ({
    statusCode,
    message,
    errors: { code: String(statusCode), message },
    data: null,
    ...trace,
  }),
};

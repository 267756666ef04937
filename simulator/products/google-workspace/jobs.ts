import { writeInstant } from '../../instants.js';
import { facetsOf, readInteger, readIsoInstant } from '../../parameters.js';
import type { ListEndpoint } from '../product.js';

const adminPortal = 1;

export const jobs: ListEndpoint = {
  kind: 'list',
  method: 'GET',
  path: '/backup/google/admin/jobs',
  paging: { number: 'pageIndex', first: 0, size: 'pageSize', documentedSize: 100, token: 'NextLink', end: null },
  total: 'matching',

  read: (parameters) => ({
    facets: facetsOf({
      dataSource: readInteger(parameters, 'dataSource') ?? adminPortal,
      service: readInteger(parameters, 'appType'),
      type: readInteger(parameters, 'jobType'),
    }),
    status: readInteger(parameters, 'jobStatus'),
    search: null,
    from: readIsoInstant(parameters, 'startTime'),
    to: readIsoInstant(parameters, 'finishTime'),
  }),

  row: (job, { times }) => ({
    jobId: job.jobId,
    appType: job.service,
    jobType: job.type,
    dataSource: job.dataSource,
    status: job.status,
    progress: job.progress,
    startTime: writeInstant(job, 'startedAt', times ?? 'iso-offset'),
    finishTime: writeInstant(job, 'finishedAt', times ?? 'iso-offset'),
    operator: job.operator,
  }),

  // The status is that of HTTP. There is no total.
  envelope: ({ rows, nextLink }) => ({ status: 200, message: '', jobs: rows, nextLink }),

  fail: (status, message, { requestId, traceId }) => ({ status, message, jobs: null, requestId, traceId }),
};

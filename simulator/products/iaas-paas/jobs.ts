import type { Fail } from '../../answer.js';
import { writeInstant, writeSpan } from '../../instants.js';
import type { SimulatedJob } from '../../job.js';
import type { JsonObject } from '../../json.js';
import { facetsOf, readInteger, readIsoInstant } from '../../parameters.js';
import type { ListEndpoint } from '../product.js';

export const jobs: ListEndpoint = {
  kind: 'list',
  method: 'GET',
  path: '/backup/vm/jobs',
  paging: { number: 'pageNumber', first: 0, size: 'pageSize', documentedSize: 10, token: 'skiptoken', end: null },
  total: 'matching',

  read: (parameters) => ({
    facets: facetsOf({
      service: readInteger(parameters, 'serviceType'),
      type: readInteger(parameters, 'jobType'),
    }),
    status: null,
    search: parameters('searchText'),
    from: readIsoInstant(parameters, 'startTime'),
    to: readIsoInstant(parameters, 'finishTime'),
  }),

  row: (job, { times, durations }) => ({
    jobId: job.jobId,
    jobType: job.type,
    status: job.status,
    ...countsOf(job),
    startTime: writeInstant(job, 'startedAt', times ?? 'iso-z'),
    finishTime: writeInstant(job, 'finishedAt', times ?? 'iso-z'),
    duration: writeSpan(job, durations ?? 'timespan'),
    comments: job.comments,
  }),

  envelope: ({ rows, total, nextLink }) => ({ totalCount: total, jobs: rows, nextLink }),

  fail: (status, message, trace) => failWithErrorModel(status, message, trace),
};

export function countsOf({ counts }: SimulatedJob): JsonObject {
  return {
    failedCount: counts?.failed ?? null,
    successfulCount: counts?.successful ?? null,
    skippedCount: counts?.skipped ?? null,
    totalCount: counts?.total ?? null,
  };
}

export const failWithErrorModel: Fail = (status, message, { requestId, timestamp }) => ({
  totalCount: 0,
  jobs: null,
  errorModel: { requestId, date: timestamp, errorCode: status, message },
});

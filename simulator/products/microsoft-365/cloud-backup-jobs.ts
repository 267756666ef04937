import type { Fail } from '../../answer.js';
import { writeInstant, writeSpan } from '../../instants.js';
import type { JobFilter, SimulatedJob } from '../../job.js';
import type { JsonObject } from '../../json.js';
import { facetsOf, readCode, readIsoInstant, type Parameters } from '../../parameters.js';
import type { ProductSwitches } from '../../switches.js';
import type { ListEndpoint } from '../product.js';
import { stateText } from './states.js';

export const failInEnvelope: Fail = (statusCode, message, trace) => ({
  statusCode,
  message,
  errors: [{ code: String(statusCode), message }],
  data: null,
  ...trace,
  metadata: null,
});

export const cloudBackupJobs: ListEndpoint = {
  kind: 'list',
  method: 'GET',
  path: '/backup/m365/cloudbackupjobs',
  paging: { number: 'pageIndex', first: 0, size: 'pageSize', documentedSize: 10, token: null, end: '' },
  total: 'matching',

  read: (parameters) => ({
    ...readCodes(parameters),
    from: readIsoInstant(parameters, 'startTime'),
    to: readIsoInstant(parameters, 'finishTime'),
  }),

  row: (job, switches) => ({ ...rowOf(job, switches), backupDetails: detailsOf(job) }),

  envelope: ({ rows, total, nextLink }, { requestId, timestamp, traceId }) => ({
    statusCode: 200,
    message: '',
    errors: null,
    data: rows,
    requestId,
    timestamp,
    metadata: { totalCount: total, nextLink },
    traceId,
  }),

  fail: failInEnvelope,
};

/** The parameters that both lists have. */
export function readCodes(parameters: Parameters): Omit<JobFilter, 'from' | 'to'> {
  return {
    facets: facetsOf({
      type: readCode(parameters, 'jobType'),
      service: readCode(parameters, 'objectType'),
      location: parameters('location'),
    }),
    status: readCode(parameters, 'jobState'),
    search: null,
  };
}

export function rowOf(job: SimulatedJob, { times, durations, stateTexts }: ProductSwitches): JsonObject {
  return {
    id: job.jobId,
    state: stateText(job.status, stateTexts),
    startTime: writeInstant(job, 'startedAt', times ?? 'iso-z'),
    finishTime: writeInstant(job, 'finishedAt', times ?? 'iso-z'),
    duration: writeSpan(job, durations ?? 'hours'),
    jobErrors: job.failures?.map((failure) => ({ ...failure })) ?? null,
  };
}

export function detailsOf({ counts }: SimulatedJob): JsonObject | null {
  if (counts === null) return null;
  const { total, failed, successful, skipped } = counts;
  return { totalCount: total, failedCount: failed, successfulCount: successful, skippedCount: skipped };
}

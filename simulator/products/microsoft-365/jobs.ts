import { readTicksInstant } from '../../parameters.js';
import type { ListEndpoint } from '../product.js';
import { detailsOf, readCodes, rowOf } from './cloud-backup-jobs.js';

/** The older one: the same data, its times as ticks. */
export const jobs: ListEndpoint = {
  kind: 'list',
  method: 'GET',
  path: '/cloudbackup/jobs',
  paging: { number: 'pageIndex', first: 0, size: 'pageSize', documentedSize: 10, token: null, end: '' },
  total: 'matching',

  read: (parameters) => ({
    ...readCodes(parameters),
    from: readTicksInstant(parameters, 'startTime'),
    to: readTicksInstant(parameters, 'finishTime'),
  }),

  row: (job, switches) => ({
    ...rowOf(job, { ...switches, times: switches.times ?? 'ticks', durations: switches.durations ?? 'ticks' }),
    backupDetails: detailsOf(job),
  }),

  envelope: ({ rows, total, nextLink }, { traceId }) => ({
    totalCount: total,
    jobs: rows,
    nextLink,
    traceId,
    error: null,
  }),

  fail: (_status, message, { traceId }) => ({ traceId, error: message }),
};

import { writeInstant, writeSpan } from '../../instants.js';
import { facetsOf, readCode, readTicksInstant } from '../../parameters.js';
import type { ListEndpoint } from '../product.js';
import { countsOf, failWithErrorModel } from './jobs.js';

/** The older one: parameters in a JSON body, where the vendor's own client sends 0 for whatever is not set. */
export const jobReport: ListEndpoint = {
  kind: 'list',
  method: 'POST',
  path: '/api/public/jobreport',
  paging: {
    number: 'pagination.pageNumber',
    first: 0,
    size: 'pagination.pageSize',
    documentedSize: 10,
    token: null,
    end: undefined,
  },
  // "Total count of current request."
  total: 'page',

  read: (parameters) => ({
    facets: facetsOf({ service: readCode(parameters, 'serviceType'), type: readCode(parameters, 'jobType') }),
    status: null,
    search: parameters('searchText'),
    from: readTicksInstant(parameters, 'startTime'),
    to: readTicksInstant(parameters, 'finishTime'),
  }),

  row: (job, { times, durations }) => ({
    jobId: job.jobId,
    state: job.status,
    ...countsOf(job),
    startTime: writeInstant(job, 'startedAt', times ?? 'ticks'),
    finishTime: writeInstant(job, 'finishedAt', times ?? 'ticks'),
    duration: writeSpan(job, durations ?? 'ticks'),
    comments: job.comments,
  }),

  envelope: ({ rows, total }) => ({ totalCount: total, jobs: rows }),

  fail: failWithErrorModel,
};

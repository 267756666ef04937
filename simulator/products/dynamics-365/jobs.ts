import { writeInstant, writeSpan, type InstantStyle } from '../../instants.js';
import type { SimulatedJob } from '../../job.js';
import type { Json, JsonObject } from '../../json.js';
import { facetsOf, readCode, readInteger, readIsoInstant, readRequired } from '../../parameters.js';
import type { ListEndpoint } from '../product.js';
import { sales, trial } from './organizations.js';

export const jobs: ListEndpoint = {
  kind: 'list',
  method: 'GET',
  path: '/dynamicsbackup/jobs',
  paging: { number: 'pageIndex', first: 1, size: 'pageSize', documentedSize: 10, token: null, end: '' },
  total: 'matching',

  // The sample's link is about another organization than its request.
  linked: (query) => new URLSearchParams([...query].map(([name, value]): [string, string] => [name, name.toLowerCase() === 'organizationid' ? otherThan(value) : value])),

  read: (parameters) => ({
    facets: facetsOf({
      type: readRequired(parameters, 'type', readInteger) || null,
      organizationId: parameters('organizationId'),
    }),
    status: readCode(parameters, 'status'),
    search: null,
    from: readRequired(parameters, 'startTime', readIsoInstant),
    to: readRequired(parameters, 'finishTime', readIsoInstant),
  }),

  row: (job, { times, durations }) => ({
    module: job.module,
    type: job.type,
    jobId: job.jobId,
    startTime: writeTime(job, 'startedAt', times),
    finishTime: writeTime(job, 'finishedAt', times),
    durationHours: durations === null ? hoursOf(job) : writeSpan(job, durations),
    status: job.status,
    ...countsOf(job.counts, 'Entity'),
    ...countsOf(job.recordCounts, 'Record'),
    backupSize: job.backupSizeBytes,
    organizationId: job.organizationId,
    organizationName: job.organizationName,
  }),

  envelope: ({ rows, total, nextLink, number, size }) => ({ totalCount: total, nextLink, jobs: rows, pageIndex: number, pageSize: size }),

  // No page shows one; this is the form that ASP.NET gives it.
  fail: (status, title, { traceId }) => ({ type: 'about:blank', title, status, traceId }),
};

function otherThan(organizationId: string): string {
  return (organizationId === trial.organizationId ? sales : trial).organizationId;
}

/** Two or three decimals in the sample: zeros at the end are left out. */
function writeTime(job: SimulatedJob, end: 'startedAt' | 'finishedAt', style: InstantStyle | null): Json {
  const time = writeInstant(job, end, style ?? 'iso-z');
  return style === null && typeof time === 'string' ? time.replace(/(\.\d*?)0+Z$/, '$1Z') : time;
}

/** Exact: 62.81 s are 0.01744722222222222. */
function hoursOf({ startedAt, finishedAt }: SimulatedJob): number | null {
  return startedAt === null || finishedAt === null ? null : (finishedAt - startedAt) / 3_600_000;
}

/** In the singular, as the page has them. */
function countsOf(counts: SimulatedJob['counts'], what: 'Entity' | 'Record'): JsonObject {
  return {
    [`successful${what}`]: counts?.successful ?? null,
    [`failed${what}`]: counts?.failed ?? null,
    [`skipped${what}`]: counts?.skipped ?? null,
    [`warning${what}`]: counts?.warning ?? null,
    [`total${what}`]: counts?.total ?? null,
  };
}

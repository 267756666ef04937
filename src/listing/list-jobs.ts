import type { ListingContext } from './context.js';
import type { JobList } from './job-list.js';
import type { JobsRequest } from './jobs-request.js';
import { listByEnd } from './list-by-end.js';
import { listByStart } from './list-by-start.js';

/** Reads one page of a list, in the order that is asked for. */
export function listJobs(request: JobsRequest, context: ListingContext): Promise<JobList> {
  return request.orderBy === 'FINISHED_AT_DESC' ? listByEnd(request, context) : listByStart(request, context);
}

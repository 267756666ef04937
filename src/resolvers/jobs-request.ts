import type { Context } from '../context.js';
import { readJobsRequest, type JobsArguments, type JobsRequest, type ListField } from '../listing/jobs-request.js';
import { isSelected, type Selected } from './selection.js';

/** Read once for each field of an operation, to say what it may cost and to answer it. */
export function requestOf(field: ListField, args: JobsArguments, context: Context, key: string, selected: Selected): JobsRequest {
  const { requests } = context;
  const known = requests.get(key);
  if (known !== undefined) return known;
  const request = readJobsRequest(field, args, wantsOf(selected), context);
  requests.set(key, request);
  return request;
}

function wantsOf(selected: Selected): JobsRequest['wants'] {
  return {
    totalCount: isSelected(selected, 'totalCount'),
    sourceTotals: isSelected(selected, 'sources', 'totalCount'),
    edgeCursors: isSelected(selected, 'edges', 'cursor'),
  };
}

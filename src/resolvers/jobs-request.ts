import type { Context } from '../context.js';
import { readJobsRequest, type JobsArguments, type JobsRequest, type ListField, type Wants } from '../listing/jobs-request.js';
import { readOnce } from './read-once.js';
import { isSelected, type Selected } from './selection.js';

export function requestOf(field: ListField, args: JobsArguments, context: Context, key: string, selected: Selected): JobsRequest {
  return readOnce(context.requests.lists, key, () => readJobsRequest(field, args, wantsOf(selected), context));
}

const wants = new WeakMap<Selected, Wants>();

/** Of a document without conditions it is the same selection each time. */
function wantsOf(selected: Selected): Wants {
  const known = wants.get(selected) ?? readWants(selected);
  wants.set(selected, known);
  return known;
}

function readWants(selected: Selected): Wants {
  return {
    totalCount: isSelected(selected, 'totalCount'),
    sourceTotals: isSelected(selected, 'sources', 'totalCount'),
    edges: isSelected(selected, 'edges'),
    edgeCursors: isSelected(selected, 'edges', 'cursor'),
    startCursor: isSelected(selected, 'pageInfo', 'startCursor'),
    endCursor: isSelected(selected, 'pageInfo', 'endCursor'),
    window: isSelected(selected, 'window'),
    sources: isSelected(selected, 'sources'),
  };
}

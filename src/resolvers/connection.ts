import type { JobConnection, JobEdge, JobWindow } from '../generated/types.js';
import type { JobList } from '../listing/list-jobs.js';
import { reachOf } from '../planning/bounds.js';
import { writeDuration } from '../planning/duration.js';
import { sourceResult } from './source-result.js';

/** Cursors are getters: sealed only where a query selects them. */
export function buildConnection(list: JobList): JobConnection {
  const edges = buildEdges(list);
  return {
    __typename: 'JobConnection',
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: list.hasNextPage,
      hasPreviousPage: list.request.isResumed,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return list.endCursor();
      },
    },
    totalCount: list.totalCount,
    window: windowNode(list),
    isComplete: list.isComplete,
    sources: list.runs.map((run) => sourceResult(run, list.sourceTotals.get(run) ?? null)),
  };
}

function buildEdges({ rows, cursorAt }: JobList): JobEdge[] {
  return rows.map(({ row: { node }, from: { stream }, isShared }, index) => {
    let cursor: string | undefined;
    return {
      __typename: 'JobEdge',
      get cursor() {
        return (cursor ??= cursorAt(index));
      },
      node,
      operation: node.operation ?? (isShared ? null : (stream.proof.operation ?? null)),
      workload: node.workload ?? (isShared ? null : (stream.proof.workload ?? null)),
    };
  });
}

function windowNode({ request: { window }, runs }: JobList): JobWindow {
  const { from, to, by, isDefault } = window;
  const asked = runs.filter(({ plan }) => plan.streams.length > 0).map(({ plan }) => plan.source);
  const reach = reachOf(window, asked);
  return { __typename: 'JobWindow', from: from === null ? null : new Date(from), to: new Date(to), by, isDefault, reach: reach === null ? null : writeDuration(reach) };
}

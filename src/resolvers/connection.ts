import type { JobConnection, JobEdge, JobWindow } from '../generated/types.js';
import type { JobList } from '../listing/job-list.js';
import { writeDuration } from '../planning/duration.js';
import { sourceResult } from './source-result.js';

/** Whoever got at one would be told of an error. */
const NOT_SELECTED = null as never;

/** What is seldom selected, and costs something, is computed where it is. */
export function buildConnection(list: JobList): JobConnection {
  const { wants } = list.request;
  return {
    __typename: 'JobConnection',
    edges: wants.edges ? buildEdges(list) : NOT_SELECTED,
    nodes: list.rows.map(({ row: { node } }) => node),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: list.hasNextPage,
      hasPreviousPage: list.request.isResumed,
      startCursor: wants.startCursor && list.rows.length > 0 ? list.cursorAt(0) : null,
      endCursor: wants.endCursor ? list.endCursor() : null,
    },
    totalCount: list.totalCount,
    window: wants.window ? windowNode(list) : NOT_SELECTED,
    isComplete: list.isComplete,
    sources: wants.sources ? list.runs.map((run) => sourceResult(run, list.sourceTotals.get(run) ?? null)) : NOT_SELECTED,
  };
}

function buildEdges({ rows, cursorAt, request: { wants } }: JobList): JobEdge[] {
  return rows.map(({ row: { node }, from: { stream }, isShared }, index) => ({
    __typename: 'JobEdge',
    cursor: wants.edgeCursors ? cursorAt(index) : NOT_SELECTED,
    node,
    operation: node.operation ?? (isShared ? null : (stream.proof.operation ?? null)),
    workload: node.workload ?? (isShared ? null : (stream.proof.workload ?? null)),
  }));
}

function windowNode({ request: { window }, reachMs }: JobList): JobWindow {
  const { from, to, by, isDefault } = window;
  return { __typename: 'JobWindow', from: from === null ? null : new Date(from), to: new Date(to), by, isDefault, reach: reachMs === null ? null : writeDuration(reachMs) };
}

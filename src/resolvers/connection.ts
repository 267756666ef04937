import type { JobConnection, JobEdge, JobWindow } from '../generated/types.js';
import type { MergedPage } from '../paging/merge.js';
import type { Position } from '../paging/position.js';
import type { JobRow } from '../planning/match.js';
import type { ResolvedWindow } from '../planning/window.js';
import { errorOf, sourceResult } from './source-result.js';
import { noteRow, type SourceRun } from './source-run.js';

export interface ConnectionParts {
  readonly runs: readonly SourceRun[];
  readonly page: MergedPage<JobRow>;
  readonly window: ResolvedWindow;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number | null;
  /** The upstreams' own totals, one a run. */
  readonly upstreamTotals: readonly (number | null)[];
  cursorAt(positions: readonly Position[]): string;
}

/** Cursors are getters: sealed only where a query selects them. */
export function buildConnection({ runs, page, window, hasPreviousPage, totalCount, upstreamTotals, cursorAt }: ConnectionParts): JobConnection {
  const edges = buildEdges(runs, page, cursorAt);
  const isComplete = runs.every((run) => errorOf(run) === null);
  return {
    __typename: 'JobConnection',
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: page.hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.length > 0 || page.hasNextPage || !isComplete ? cursorAt(page.positions) : null;
      },
    },
    totalCount,
    window: windowNode(window),
    isComplete,
    sources: runs.map((run, index) => sourceResult(run, upstreamTotals[index] ?? null)),
  };
}

function buildEdges(runs: readonly SourceRun[], { rows, positions }: MergedPage<JobRow>, cursorAt: ConnectionParts['cursorAt']): JobEdge[] {
  const streams = runs.flatMap((run) => run.plan.streams.map((stream) => ({ run, proof: stream.proof })));
  return rows.map((merged, index) => {
    const { run, proof } = streams[merged.from] as (typeof streams)[number];
    const { node } = merged.row;
    noteRow(merged, run);
    return {
      __typename: 'JobEdge',
      get cursor() {
        return cursorAt(index === rows.length - 1 ? positions : merged.positions);
      },
      node,
      operation: node.operation ?? (merged.isShared ? null : (proof.operation ?? null)),
      workload: node.workload ?? (merged.isShared ? null : (proof.workload ?? null)),
    };
  });
}

function windowNode({ from, to, by, isDefault }: ResolvedWindow): JobWindow {
  return { __typename: 'JobWindow', from: from === null ? null : new Date(from), to: new Date(to), by, isDefault };
}

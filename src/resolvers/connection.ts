import type { JobConnection, JobEdge, JobWindow } from '../generated/types.js';
import type { MergedPage } from '../paging/merge.js';
import type { Position } from '../paging/position.js';
import type { JobRow } from '../planning/match.js';
import { reachOf } from '../planning/bounds.js';
import { writeDuration } from '../planning/duration.js';
import type { ResolvedWindow } from '../planning/window.js';
import { errorOf, sourceResult } from './source-result.js';
import { noteRow, type SourceRun } from './source-run.js';

export interface ConnectionParts {
  readonly runs: readonly SourceRun[];
  readonly page: MergedPage<JobRow>;
  readonly window: ResolvedWindow;
  /** Whether nobody was asked, though the caller wanted somebody. */
  readonly isUnasked: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number | null;
  /** The upstreams' own totals, one a run. */
  readonly upstreamTotals: readonly (number | null)[];
  /** `last`: the job before that place on this page, where there is one. */
  cursorAt(positions: readonly Position[], last: JobRow | null): string;
}

/** Cursors are getters: sealed only where a query selects them. */
export function buildConnection({ runs, page, window, isUnasked, hasPreviousPage, totalCount, upstreamTotals, cursorAt }: ConnectionParts): JobConnection {
  const edges = buildEdges(runs, page, window, cursorAt);
  const hasFailed = runs.some((run) => errorOf(run) !== null);
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
        return edges.length > 0 || page.hasNextPage || hasFailed ? cursorAt(page.positions, page.rows.at(-1)?.row ?? null) : null;
      },
    },
    totalCount,
    window: windowNode(window, runs),
    isComplete: !hasFailed && !isUnasked,
    sources: runs.map((run, index) => sourceResult(run, upstreamTotals[index] ?? null)),
  };
}

function buildEdges(runs: readonly SourceRun[], { rows, positions }: MergedPage<JobRow>, { by }: ResolvedWindow, cursorAt: ConnectionParts['cursorAt']): JobEdge[] {
  const streams = runs.flatMap((run) => run.plan.streams.map((stream) => ({ run, proof: stream.proof })));
  return rows.map((merged, index) => {
    const { run, proof } = streams[merged.from] as (typeof streams)[number];
    const { node } = merged.row;
    noteRow(merged, by, run);
    let cursor: string | undefined;
    return {
      __typename: 'JobEdge',
      get cursor() {
        return (cursor ??= cursorAt(index === rows.length - 1 ? positions : merged.positions, merged.row));
      },
      node,
      operation: node.operation ?? (merged.isShared ? null : (proof.operation ?? null)),
      workload: node.workload ?? (merged.isShared ? null : (proof.workload ?? null)),
    };
  });
}

function windowNode(window: ResolvedWindow, runs: readonly SourceRun[]): JobWindow {
  const { from, to, by, isDefault } = window;
  const asked = runs.filter(({ plan }) => plan.streams.length > 0).map(({ plan }) => plan.source);
  const reach = reachOf(window, asked);
  return { __typename: 'JobWindow', from: from === null ? null : new Date(from), to: new Date(to), by, isDefault, reach: reach === null ? null : writeDuration(reach) };
}

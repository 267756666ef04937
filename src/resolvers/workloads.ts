import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { listWorkloads, type WorkloadList } from '../counting/workloads/list-workloads.js';
import type { Workload } from '../counting/workloads/workload.js';
import type { WorkloadGroup } from '../counting/workloads/workload-groups.js';
import type { Expectation } from '../counting/workloads/workload-verdict.js';
import { readWorkloadsRequest, type WorkloadsArguments, type WorkloadsRequest } from '../counting/workloads/workloads-request.js';
import type { JobExpectation, JobOperation, JobWorkload, JobWorkloadConnection, JobWorkloadGroup } from '../generated/types.js';
import { writeDuration } from '../planning/duration.js';
import { noteFailures } from './failures.js';
import { readOnce } from './read-once.js';
import { valuesOf } from './schema-values.js';
import { isSelected, type Selected } from './selection.js';
import { readingResult } from './source-result.js';

export function workloadsRequestOf(args: WorkloadsArguments, context: Context, key: string, selected: Selected): WorkloadsRequest {
  return readOnce(context.requests.workloads, key, () => readWorkloadsRequest(args, isSelected(selected, 'groups'), context));
}

/** Resolves `jobWorkloads`. */
export async function resolveJobWorkloads(_parent: unknown, args: WorkloadsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobWorkloadConnection> {
  const request = workloadsRequestOf(args, context, String(info.path.key), info);
  const list = await listWorkloads(request, valuesOf(info.schema, 'JobOperation') as JobOperation[], context);
  noteFailures(info, request.noSource, list.readings.map(({ reading }) => reading), context);
  return connectionNode(list);
}

function connectionNode({ request, rows, hasNextPage, cursors, groups, isComplete, readings }: WorkloadList): JobWorkloadConnection {
  const { from, to, by } = request.period;
  const nodes = rows.map(workloadNode);
  return {
    __typename: 'JobWorkloadConnection',
    edges: nodes.map((node, index) => ({ __typename: 'JobWorkloadEdge', cursor: cursors[index] as string, node })),
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage, hasPreviousPage: request.after !== null, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
    groups: groups.map((group) => groupNode(group)),
    window: { __typename: 'JobWindow', from: new Date(from), to: new Date(to), by, isDefault: false, reach: null },
    isComplete,
    sources: readings.map(({ reading }) => readingResult(reading)),
  };
}

function workloadNode({ id, source, operation, workload, verdict, rowOf }: Workload): JobWorkload {
  const { state, latest, latestEnded, latestSuccess, successAgeMs, failingSince, searchedFrom, expectation, ...rest } = verdict;
  return {
    __typename: 'JobWorkload',
    id,
    source: source.node,
    operation,
    workload,
    state,
    latest: rowOf(latest)?.node ?? null,
    latestEnded: rowOf(latestEnded)?.node ?? null,
    latestSuccess: rowOf(latestSuccess)?.node ?? null,
    successEvidence: rest.successEvidence,
    successAge: successAgeMs === null ? null : writeDuration(successAgeMs),
    successAgeSeconds: secondsOf(successAgeMs),
    consecutiveFailures: rest.consecutiveFailures,
    consecutiveFailuresPrecision: rest.consecutiveFailuresPrecision,
    failingSince: dateOf(failingSince),
    runs: rest.runs,
    expectation: expectation === null ? null : expectationNode(expectation),
    isLate: rest.isLate,
    isStale: rest.isStale,
    searchedFrom: dateOf(searchedFrom),
  };
}

function expectationNode({ intervalMs, nextAt, basis }: Expectation): JobExpectation {
  return { __typename: 'JobExpectation', interval: writeDuration(intervalMs), intervalSeconds: intervalMs / 1000, nextAt: dateOf(nextAt), basis };
}

function groupNode({ key: { tenant, source, product, told }, total, states, compliant, breached, undecided, worstSuccessAgeMs, silentSources }: WorkloadGroup): JobWorkloadGroup {
  return {
    __typename: 'JobWorkloadGroup',
    key: { __typename: 'JobStatsKey', tenant, source: source?.node ?? null, product, operation: (told[0] ?? null) as JobOperation | null, type: null, workload: null, stretch: null },
    total,
    failing: states.FAILING,
    stale: states.STALE,
    late: states.LATE,
    partial: states.PARTIAL,
    unknown: states.UNKNOWN,
    ok: states.OK,
    compliant,
    breached,
    undecided,
    worstSuccessAgeSeconds: secondsOf(worstSuccessAgeMs),
    silentSources,
  };
}

function secondsOf(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}

function dateOf(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

import type { JobOperation, UpstreamCode } from '../../generated/types.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import type { Stream } from '../../planning/plan.js';
import type { Source } from '../../sources/source.js';
import { latestOf, type Coverage } from '../coverage.js';

/** Tells the workloads of one source apart. */
export function nameOf(operation: string, code: string | null): string {
  return JSON.stringify([operation, code]);
}

/** The one workload that a stream can bring runs of; null where there can be several. */
export function nameOfStream({ parameters }: Stream<Source>, { told, source: { endpoint } }: AttributedPlan<Source>): string | null {
  const { type, service } = parameters;
  const table = endpoint.facets.find(({ name }) => name === 'type')?.table ?? null;
  if (type === undefined || table === null) return null;
  const operation: string = endpoint.logTypes?.includes(type) === true ? ('OTHER' satisfies JobOperation) : table.canonicalOf(type);
  if (told.includes('service')) return service === undefined ? null : nameOf(operation, service);
  return endpoint.workloadOfType === undefined ? null : nameOf(operation, codeOf(endpoint.workloadOfType(type)));
}

/** How far back the runs of a workload were read: by the streams that bring no others, where there are any. */
export function coverageOfWorkload(name: string, plan: AttributedPlan<Source>, coverages: readonly Coverage[]): number | null {
  const streamsOf = (wanted: string | null): readonly Coverage[] => coverages.filter(({ stream }) => nameOfStream(stream, plan) === wanted);
  const able = [streamsOf(name), streamsOf(null), coverages].find(({ length }) => length > 0) ?? [];
  return able.length === 0 ? null : latestOf(able.map(({ coveredFrom }) => coveredFrom));
}

export function codeOf(workload: UpstreamCode | null): string | null {
  return workload?.code ?? null;
}

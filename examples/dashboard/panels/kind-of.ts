import type { JobEdge } from '../reading/use-job-list';
import { operationNames } from '../words';

/** `Backup of Gmail`, as far as the record, or the filter, tells. */
export function kindOf({ operation, workload }: Pick<JobEdge, 'operation' | 'workload'>): string {
  const service = workload && (workload.label ?? workload.code);
  if (operation === null) return service ?? 'type not reported';
  return service === null ? operationNames[operation] : `${operationNames[operation]} of ${service}`;
}

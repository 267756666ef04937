import type { JobEdge } from '../reading/use-job-list';
import { operationNames } from '../words';

/** `Backup of Gmail`, as far as the record, or the filter, tells. */
export function kindOf({ operation, workload }: Pick<JobEdge, 'operation' | 'workload'>): string {
  const name = operation === null ? 'Job' : operationNames[operation];
  return workload === null ? name : `${name} of ${workload.label ?? workload.code}`;
}

import type { JobEdge } from '../reading/use-job-list';
import { operationNames } from '../words';

/** `Backup of Gmail`, as far as the record, or the filter, tells; where no service is told, the vendor's name of the type: `Azure VM backup`. */
export function kindOf({ operation, workload }: Pick<JobEdge, 'operation' | 'workload'>, type: JobEdge['node']['upstreamType']): string {
  const service = workload && (workload.label ?? workload.code);
  if (service === null && type !== null && type.label !== null) return type.label;
  if (operation === null) return service ?? 'type not reported';
  return service === null ? operationNames[operation] : `${operationNames[operation]} of ${service}`;
}

import type { JobOperation, UpstreamCode } from '../../generated/types.js';
import type { Source } from '../../sources/source.js';
import type { Expected } from '../../sources/tenant.js';
import { nameOf } from './workload-name.js';
import type { RunsOfWorkload } from './workload-tally.js';

/** What the configuration expects of one source, by the names of workloads. */
export type ExpectedWorkloads = ReadonlyMap<string, Expected>;

export function expectedOf({ tenant, node: { product } }: Source, operations: ReadonlySet<JobOperation>): ExpectedWorkloads {
  const own = tenant.expected.filter((one) => one.product === product && operations.has(one.operation));
  return new Map(own.map((one) => [nameOf(one.operation, one.workload.code), one]));
}

/** Whether runs that were read may be of a workload that none was told to be of. */
export function mayBeOf({ operation, workload }: Expected, found: readonly RunsOfWorkload[]): boolean {
  return found.some((other) => (other.operation === operation || other.operation === 'UNKNOWN') && isPerhaps(other.workload, workload));
}

/** Upstreams may write a label where they have a code. */
function isPerhaps(told: UpstreamCode | null, { code, label }: UpstreamCode): boolean {
  return told === null || told.code === code || (label !== null && told.label === label);
}

import type { UpstreamCode } from '../generated/types.js';
import type { Endpoint } from './product.js';

/** Codes of the types that are an operation on workloads: those that save logs are another one there. */
export function typesOfOperation({ facets, logTypes = [] }: Endpoint, operation: string): readonly string[] {
  const table = facets.find(({ name }) => name === 'type')?.table;
  const codes = (table?.codesOfCanonical(operation) ?? []).filter((code) => !logTypes.includes(code));
  return operation === 'OTHER' ? [...codes, ...logTypes] : codes;
}

/** The workload that a value of the product's services stands for; null where none of its jobs of this operation can be told to be of it. */
export function workloadOfService(endpoint: Endpoint, service: string, operation: string): UpstreamCode | null {
  const table = endpoint.facets.find(({ name }) => name === 'service')?.table ?? null;
  const code = table?.codesOf(service)[0];
  if (table === null || code === undefined) return null;
  const isToldByType = (): boolean => typesOfOperation(endpoint, operation).some((type) => endpoint.workloadOfType?.(type)?.code === code);
  return endpoint.workloadOf === undefined || isToldByType() ? table.describe(code) : null;
}

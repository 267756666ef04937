import type { JobOperation, UpstreamCode } from '../generated/types.js';
import { type Endpoint, type ProductModule, typesOfOperation, workloadOfService } from '../products/index.js';
import type { Expected } from '../sources/tenant.js';
import { readAs } from './faults.js';
import { Expectation } from './tenants-schema.js';

/** A product of the tenant, as it is asked. */
export interface AskedProduct {
  readonly module: ProductModule;
  readonly endpoint: Endpoint;
}

/** What a tenant expects, a workload each. */
export function readExpectations(list: readonly unknown[], products: readonly AskedProduct[], faults: string[]): readonly Expected[] {
  const seen = new Set<string>();
  return list.flatMap((raw, index) => {
    const place = `expected.${index}`;
    const all = readExpected(raw, place, products, faults);
    const keys = all.map(({ product, operation, workload }) => JSON.stringify([product, operation, workload.code]));
    if (new Set(keys).size < keys.length || keys.some((key) => seen.has(key))) faults.push(`${place} names what is expected already: each service or organization once for an operation.`);
    for (const key of keys) seen.add(key);
    return all;
  });
}

function readExpected(raw: unknown, place: string, products: readonly AskedProduct[], faults: string[]): readonly Expected[] {
  const one = readAs(Expectation, raw, place, faults);
  if (one === null) return [];
  const asked = products.find(({ module }) => module.name === one.product);
  if (asked === undefined) {
    faults.push(`${place}.product is none of the tenant's.`);
    return [];
  }
  const { operation } = one;
  const hasOperation = typesOfOperation(asked.endpoint, operation).length > 0;
  if (!hasOperation) faults.push(`${place}.operation is none that this product has: BACKUP is the usual one.`);
  const workloads = workloadsOf(one, place, asked, faults);
  return hasOperation ? workloads.map((workload) => ({ product: asked.module.product, operation: operation as JobOperation, workload, everyMs: one.every, staleAfterMs: one.staleAfter ?? null })) : [];
}

/** What it names; a fault where that is nothing of which a job could be. */
function workloadsOf({ services, organizations, operation }: Expectation, place: string, { endpoint }: AskedProduct, faults: string[]): readonly UpstreamCode[] {
  const before = faults.length;
  const canName = (facet: string): boolean => endpoint.facets.some(({ name }) => name === facet);
  if (organizations !== undefined && !canName('organization')) faults.push(`${place}.organizations goes with products that back up organizations.`);
  if (services !== undefined && !canName('service')) faults.push(`${place}.services goes with products that have services.`);
  if (services === undefined && organizations === undefined) faults.push(`${place} takes ${canName('service') ? 'services' : 'organizations'}: name what is to run.`);
  if (faults.length > before) return [];
  const ofServices = (services ?? []).map((service) => workloadOfService(endpoint, service, operation));
  const known = ofServices.filter((workload) => workload !== null);
  if (known.length < ofServices.length) faults.push(`${place}.services names what is no service of this product, or none that such jobs can be told to be of: names are those of the schema, such as in the product's filter.`);
  return [...known, ...(organizations ?? []).map((code): UpstreamCode => ({ __typename: 'UpstreamCode', code, label: null, isKnown: true }))];
}

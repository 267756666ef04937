import type { Context } from '../context.js';
import type { JobSource, QueryJobSourcesArgs } from '../generated/types.js';

export function resolveJobSources(_parent: unknown, { products, tenants }: QueryJobSourcesArgs, context: Context): JobSource[] {
  return context.sources.map(({ node }) => node).filter(({ product, tenant }) => (products?.includes(product) ?? true) && (tenants?.includes(tenant) ?? true));
}

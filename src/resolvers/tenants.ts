import type { Context } from '../context.js';
import type { JobSource, JobSourceHealthState, JobTenant, QueryJobTenantsArgs } from '../generated/types.js';
import { hasLabels, type Tenant } from '../sources/tenant.js';

interface OwnTenant {
  readonly tenant: Tenant;
  /** Those that the caller may read. */
  readonly sources: JobSource[];
}

/** No source's id and no job's has one slash. */
const PREFIX = 'tenant/';
/** The worst first. */
const STATES: readonly JobSourceHealthState[] = ['UNAVAILABLE', 'DEGRADED', 'UNTESTED', 'HEALTHY'];

/** Resolves `jobTenants`. */
export function resolveJobTenants(_parent: unknown, { keys, labels, search }: QueryJobTenantsArgs, context: Context): JobTenant[] {
  const text = fold(search ?? '');
  const isWanted = ({ tenant }: OwnTenant): boolean =>
    (keys?.includes(tenant.key) ?? true) && (labels === null || labels === undefined || hasLabels(tenant, labels)) && (text === '' || [tenant.key, tenant.displayName].some((name) => fold(name).includes(text)));
  return ownTenants(context).filter(isWanted).map(tenantNode);
}

/** Null for a tenant that there is not, and for one of which the caller may read nothing. */
export function findTenant(id: unknown, context: Context): JobTenant | null {
  const own = ownTenants(context).find(({ tenant }) => idOf(tenant) === id);
  return own === undefined ? null : tenantNode(own);
}

const idOf = ({ key }: Tenant): string => PREFIX + key;

/** In the order of the configuration. */
function ownTenants({ sources }: Context): readonly OwnTenant[] {
  const tenants = new Map<string, OwnTenant>();
  for (const { tenant, node } of sources) {
    const own = tenants.get(tenant.key) ?? { tenant, sources: [] };
    own.sources.push(node);
    tenants.set(tenant.key, own);
  }
  return [...tenants.values()];
}

function tenantNode({ tenant, sources }: OwnTenant): JobTenant {
  const states = new Set(sources.map(({ health }) => health.state));
  return {
    __typename: 'JobTenant',
    id: idOf(tenant),
    key: tenant.key,
    displayName: tenant.displayName,
    labels: tenant.labels.map((label) => ({ __typename: 'JobTenantLabel', ...label })),
    externalIds: tenant.externalIds.map((externalId) => ({ __typename: 'JobTenantExternalId', ...externalId })),
    timeZone: tenant.timeZone,
    sources,
    health: STATES.find((state) => states.has(state)) ?? 'UNTESTED',
  };
}

/** Letter by letter: what a letter is in lower case can hang on those around it. */
function fold(text: string): string {
  return [...text.normalize()].map((letter) => letter.toUpperCase().toLowerCase()).join('');
}

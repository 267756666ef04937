import type { JobFilter, JobTenantLabelInput, TenantFactsFragment } from './generated/graphql';

/** Which tenants all pages are about; an empty list restricts nothing. */
export interface TenantChoice {
  /** By key. */
  readonly tenants: readonly string[];
  /** Those that a tenant has to have, each as `tier=gold`, or as `tier` where any value will do. */
  readonly labels: readonly string[];
}

export const allTenants: TenantChoice = { tenants: [], labels: [] };

export function readChoice(params: URLSearchParams): TenantChoice {
  return { tenants: [...new Set(params.getAll('tenant'))], labels: [...new Set(params.getAll('label'))] };
}

/** The same page of these tenants. */
export function withChoice(params: URLSearchParams, { tenants, labels }: TenantChoice): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete('tenant');
  changed.delete('label');
  for (const tenant of tenants) changed.append('tenant', tenant);
  for (const label of labels) changed.append('label', label);
  return changed;
}

export const isNarrow = ({ tenants, labels }: TenantChoice): boolean => tenants.length + labels.length > 0;

/** Tells two choices apart. */
export const keyOfChoice = (choice: TenantChoice): string => withChoice(new URLSearchParams(), choice).toString();

export type TenantFilter = Pick<JobFilter, 'tenants' | 'tenantLabels'>;

/** What the API takes, of jobs as of workloads. */
export function tenantFilterOf({ tenants, labels }: TenantChoice): TenantFilter {
  return { ...(tenants.length > 0 && { tenants }), ...(labels.length > 0 && { tenantLabels: labels.map(labelOf) }) };
}

/** Names of labels have no `=`. */
function labelOf(text: string): JobTenantLabelInput {
  const at = text.indexOf('=');
  return at === -1 ? { name: text } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

type Tenant = Pick<TenantFactsFragment, 'key' | 'displayName' | 'labels'>;

/** As the API chooses. */
export function isChosen({ key, labels }: Tenant, choice: TenantChoice): boolean {
  const has = ({ name, value }: JobTenantLabelInput) => labels.some((label) => label.name === name && (value === undefined || label.value === value));
  return (choice.tenants.length === 0 || choice.tenants.includes(key)) && choice.labels.map(labelOf).every(has);
}

/** Whatever its case; in capitals, where `ß` is `SS`. */
export function isFound({ key, displayName }: Tenant, search: string): boolean {
  return [key, displayName].some((text) => text.toUpperCase().includes(search.trim().toUpperCase()));
}

/** All labels that tenants have, and those that were chosen. */
export function labelsOf(tenants: readonly Tenant[], { labels }: TenantChoice): readonly string[] {
  const own = tenants.flatMap((tenant) => tenant.labels.map(({ name, value }) => `${name}=${value}`));
  return [...new Set([...own, ...labels])].sort();
}

/** Sources of other tenants are left out. Labels tell nothing before the tenants are known. */
export function ofChosen<Source extends { readonly tenant: string }>(sources: readonly Source[], tenants: readonly Tenant[], choice: TenantChoice): readonly Source[] {
  if (!isNarrow(choice) || tenants.length === 0) return sources;
  const keys = new Set(tenants.filter((tenant) => isChosen(tenant, choice)).map(({ key }) => key));
  return sources.filter(({ tenant }) => keys.has(tenant));
}

import type { AvePointEnvironment, BackupProduct } from '../generated/types.js';
import type { ProductModule } from '../products/index.js';
import type { Tenant } from '../sources/tenant.js';
import type { Credentials } from './credentials.js';

export interface ConfiguredTenant extends Tenant {
  /** Null: the built-in simulator serves. */
  readonly credentials: Credentials | null;
}

export interface ConfiguredSource {
  /** The key of one of the tenants. */
  readonly tenant: string;
  readonly region: string;
  readonly environment: AvePointEnvironment;
  readonly product: BackupProduct;
  readonly endpoint: string;
  /** Of the API; null: the simulator's. */
  readonly baseUrl: URL | null;
  readonly timeFilter: TimeFilter;
  readonly lookbackMs: number;
  readonly pageSize: number;
  /** Multi-Geo locations to look ids up in. */
  readonly locations: readonly string[];
}

/** What is said of one product; the rest is the tenant's. */
export interface ProductChoice {
  readonly module: ProductModule;
  readonly endpoint?: string | undefined;
  /** Of an endpoint that has a host of its own. */
  readonly url?: URL | undefined;
  readonly timeFilter?: TimeFilter | undefined;
  readonly locations: readonly string[];
}

/** What the sources of a tenant have in common. */
export type SourceSurroundings = Pick<ConfiguredSource, 'tenant' | 'region' | 'environment' | 'lookbackMs' | 'pageSize'> & {
  /** Null: the simulator's. */
  readonly graphUrl: URL | null;
};

export type TimeFilter = (typeof TIME_FILTERS)[number];

export const TIME_FILTERS = ['unknown', 'start', 'finish', 'overlap'] as const;
export const TENANT_KEY = /^[\w.-]{1,64}$/;

export function sourceOf({ module, ...choice }: ProductChoice, { graphUrl, ...around }: SourceSurroundings): ConfiguredSource {
  const endpoint = module.endpoints.find(({ name }) => name === choice.endpoint) ?? module.endpoints[0];
  return {
    ...around,
    product: module.product,
    endpoint: endpoint.name,
    baseUrl: graphUrl === null ? null : ((endpoint.hasOwnHost === true ? choice.url : undefined) ?? graphUrl),
    // The simulator filters by start.
    timeFilter: choice.timeFilter ?? (graphUrl === null ? 'start' : 'unknown'),
    locations: choice.locations,
  };
}

import type { z } from 'zod';

import { CLOUDS, graphUrlOf, identityUrlOf } from '../upstream/hosts.js';
import { readAs } from './faults.js';
import { modules } from './products.js';
import { type AskedProduct, readExpectations } from './read-expected.js';
import { type ConfiguredSource, type ConfiguredTenant, sourceOf } from './tenant.js';
import { readProof, type Surroundings } from './tenant-secrets.js';
import { CredentialFields, type Defaults, Product, TenantFields } from './tenants-schema.js';

/** An entry of the file. */
export interface ReadTenant {
  /** Null where it has none that can be used. */
  readonly key: string | null;
  readonly faults: readonly string[];
  /** The variable of the environment that holds its secret. */
  readonly variable: string | null;
  /** Null where something is wrong with it. */
  readonly tenant: ConfiguredTenant | null;
  sourcesOf(habits: Habits): readonly ConfiguredSource[];
}

export type Habits = Pick<ConfiguredSource, 'lookbackMs' | 'pageSize'>;

/** A field that is wrong is as if it were not there; it is a fault already. */
type Usable = Partial<TenantFields>;

interface Chosen extends AskedProduct {
  readonly product: Product;
}

const COMMERCIAL_ONLY = 'goes with the commercial environment only: the others have one host each';

const NOTHING: ReadTenant = { key: null, faults: [], variable: null, tenant: null, sourcesOf: () => [] };

export function readTenant(raw: unknown, defaults: Defaults, around: Surroundings): ReadTenant {
  const faults: string[] = [];
  const read = readAs(TenantFields, raw, '', faults);
  if (typeof raw !== 'object' || raw === null) return { ...NOTHING, faults };
  const fields: Usable = read ?? usableOf(raw);
  const { key = null } = fields;
  const cloudName = fields.environment ?? defaults.environment ?? 'commercial';
  if (fields.region !== undefined && cloudName !== 'commercial') faults.push(`region ${COMMERCIAL_ONLY}.`);
  const credentialFields = readAs(CredentialFields, fields.credentials ?? {}, 'credentials', faults);
  const proof = credentialFields === null ? null : readProof(credentialFields, around, faults);
  const products = readProducts(fields.products ?? [], cloudName === 'commercial', faults);
  const expected = readExpectations(fields.expected ?? [], products, faults);
  const variable = credentialFields?.clientSecretEnv ?? null;
  if (key === null || credentialFields === null || proof === null || faults.length > 0) return { ...NOTHING, key, faults, variable };

  const cloud = CLOUDS[cloudName];
  const { clientId } = credentialFields;
  const identityUrl = fields.identityUrl ?? defaults.identityUrl ?? identityUrlOf(cloud);
  const tenant: ConfiguredTenant = {
    key,
    displayName: fields.name ?? key,
    labels: (fields.labels ?? []).map(([name, value]) => ({ name, value })),
    externalIds: (fields.ids ?? []).map(([system, value]) => ({ system, value })),
    timeZone: fields.timeZone ?? defaults.timeZone ?? null,
    staleAfterMs: fields.staleAfter ?? defaults.staleAfter ?? null,
    expected,
    credentials: { clientId, identityUrl, ...proof },
  };
  const regionOf = (product: Product): string => cloud.region ?? product.region ?? fields.region ?? defaults.region ?? 'us';
  return {
    key,
    faults,
    variable,
    tenant,
    sourcesOf: (habits) =>
      products.map(({ module, product }) => {
        const region = regionOf(product);
        const graphUrl = fields.graphUrl ?? defaults.graphUrl ?? graphUrlOf(cloud, region);
        return sourceOf({ module, ...product }, { tenant: key, region, environment: cloud.environment, ...habits, graphUrl });
      }),
  };
}

/** What can be read of an entry that is wrong as a whole. */
function usableOf(raw: object): Usable {
  const fields: Readonly<Record<string, z.ZodType>> = TenantFields.shape;
  return Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => {
    const read = fields[name]?.safeParse(value);
    return read?.success === true ? [[name, read.data]] : [];
  }));
}

/** In the order of the registry, as everywhere. */
function readProducts(list: readonly unknown[], mayNameRegion: boolean, faults: string[]): readonly Chosen[] {
  const seen = new Set<string>();
  const chosen = list.flatMap((raw, index): Chosen[] => {
    const place = `products.${index}`;
    const product = readAs(Product, raw, place, faults);
    const module = modules.find(({ name }) => name === product?.name);
    if (product === null || module === undefined) return [];
    const endpoint = product.endpoint === undefined ? module.endpoints[0] : module.endpoints.find(({ name }) => name === product.endpoint);
    if (endpoint === undefined) faults.push(`${place}.endpoint has to be one of ${module.endpoints.map(({ name }) => name).join(', ')}.`);
    else if (product.url !== undefined && endpoint.hasOwnHost !== true) faults.push(`${place}.url goes with an endpoint that has a host of its own.`);
    if (product.region !== undefined && !mayNameRegion) faults.push(`${place}.region ${COMMERCIAL_ONLY}.`);
    const id = `${product.name} ${product.region ?? ''}`;
    if (seen.has(id)) faults.push(`${place} is there already: the same product needs another region.`);
    seen.add(id);
    return [{ module, product, endpoint: endpoint ?? module.endpoints[0] }];
  });
  return modules.flatMap((module) => chosen.filter((one) => one.module === module));
}

import { z } from 'zod';

import type { ClientCertificate } from '../client-certificate.js';
import type { ProductModule } from '../products/index.js';
import { CLOUDS, graphUrlOf, identityUrlOf, REGIONS } from '../upstream/hosts.js';
import { credentialsOf } from './credentials.js';
import { isRead, modules } from './products.js';
import { type ConfiguredSource, type ConfiguredTenant, sourceOf, TENANT_KEY, TIME_FILTERS } from './tenant.js';
import { DEFAULT_TENANT, faultsOf, httpUrl, listOf, locationList, oneOf } from './values.js';

/** Of the one tenant that settings can describe; a file of tenants says all this itself. */
export const TenantSettings = {
  AVEPOINT_CLIENT_ID: z.string().optional(),
  AVEPOINT_CLIENT_SECRET: z.string().optional(),
  AVEPOINT_CLIENT_CERTIFICATE_FILE: z.string().optional(),
  AVEPOINT_CLIENT_KEY_FILE: z.string().optional(),
  AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: z.string().optional(),
  AVEPOINT_SIMULATOR: z.literal('1', 'is `1` or not set').optional(),
  AVEPOINT_ENVIRONMENT: oneOf(Object.keys(CLOUDS) as (keyof typeof CLOUDS)[]).default('commercial'),
  AVEPOINT_REGION: oneOf(REGIONS).optional(),
  AVEPOINT_PRODUCTS: listOf(modules.map(({ name }) => name)).optional(),
  AVEPOINT_TENANT: z.string().regex(TENANT_KEY, 'takes up to 64 letters, digits, dots, dashes and underscores').default(DEFAULT_TENANT),
  AVEPOINT_GRAPH_URL: httpUrl().optional(),
  AVEPOINT_IDENTITY_URL: httpUrl().optional(),
};

type Settings = z.infer<z.ZodObject<typeof TenantSettings>>;

/** The settings of one product: `AVEPOINT_<PRODUCT>_…`. */
const productSettings = (module: ProductModule) =>
  z.object({
    TIME_FILTER: oneOf(TIME_FILTERS).optional(),
    ENDPOINT: oneOf(module.endpoints.map(({ name }) => name)).default(module.endpoints[0].name),
    URL: httpUrl().optional(),
    LOCATIONS: locationList().default([]),
  });

export interface OneProduct {
  readonly module: ProductModule;
  readonly own: z.infer<ReturnType<typeof productSettings>>;
}

const prefixOf = ({ product }: ProductModule): string => `AVEPOINT_${product}_`;

export const productSettingNames: readonly string[] = modules.flatMap((module) => Object.keys(productSettings(module).shape).map((name) => prefixOf(module) + name));

/** What is wrong with the settings of products is added to the faults. */
export function readProducts(given: Readonly<Record<string, string | undefined>>, faults: string[]): readonly OneProduct[] {
  return modules.flatMap((module) => {
    const prefix = prefixOf(module);
    const own = Object.entries(given).filter(([name]) => name.startsWith(prefix));
    const parsed = productSettings(module).safeParse(Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value])));
    faults.push(...faultsOf(prefix, parsed.error));
    return parsed.success ? [{ module, own: parsed.data }] : [];
  });
}

export function ownTenantOf(settings: Settings, certificate: ClientCertificate | null): ConfiguredTenant {
  const { AVEPOINT_TENANT: key } = settings;
  const identityUrl = settings.AVEPOINT_IDENTITY_URL ?? identityUrlOf(CLOUDS[settings.AVEPOINT_ENVIRONMENT]);
  return { key, displayName: key, labels: [], externalIds: [], timeZone: null, staleAfterMs: null, expected: [], credentials: credentialsOf(settings, certificate, identityUrl) };
}

export function ownSourcesOf(settings: Settings, { key, credentials }: ConfiguredTenant, products: readonly OneProduct[], habits: Pick<ConfiguredSource, 'lookbackMs' | 'pageSize'>): readonly ConfiguredSource[] {
  const cloud = CLOUDS[settings.AVEPOINT_ENVIRONMENT];
  const region = cloud.region ?? settings.AVEPOINT_REGION ?? 'us';
  const graphUrl = credentials === null ? null : (settings.AVEPOINT_GRAPH_URL ?? graphUrlOf(cloud, region));
  return products
    .filter(({ module }) => isRead(module, settings.AVEPOINT_PRODUCTS, credentials === null))
    .map(({ module, own }) =>
      sourceOf({ module, endpoint: own.ENDPOINT, url: own.URL, timeFilter: own.TIME_FILTER, locations: own.LOCATIONS }, { tenant: key, region, environment: cloud.environment, ...habits, graphUrl }),
    );
}

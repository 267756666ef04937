import { z } from 'zod';

import type { ApiKey } from './auth/api-keys.js';
import type { ClientCertificate } from './client-certificate.js';
import { accessFaults, accessOf, AccessSettings, unknownTenants } from './config/access.js';
import { certificateOf, type Credentials, credentialsOf } from './config/credentials.js';
import { readKeyFile } from './config/key-file.js';
import { limitsOf, LimitSettings } from './config/limits.js';
import { isRead } from './config/products.js';
import { type ProxySettings, readProxies } from './config/proxies.js';
import { unknownSettings } from './config/unknown-settings.js';
import { DEFAULT_TENANT, httpUrl, keyRing, listOf, locationList, oneOf, wholeNumber } from './config/values.js';
import { ConfigError } from './errors.js';
import type { Access } from './http/access.js';
import type { AvePointEnvironment, BackupProduct } from './generated/types.js';
import type { Limits } from './limits/limits.js';
import { products, type ProductModule } from './products/index.js';
import { CLOUDS, graphUrlOf, identityUrlOf, REGIONS } from './upstream/hosts.js';

export interface Config {
  readonly sources: readonly ConfiguredSource[];
  /** Null: the built-in simulator serves. */
  readonly credentials: Credentials | null;
  /** Null: a random key for this process. */
  readonly cursorKeys: readonly Buffer[] | null;
  /** Upstream calls that an operation may make. */
  readonly callBudget: number;
  /** The same of one that counts. */
  readonly scanBudget: number;
  /** Whether messages of failures are shown as upstreams reported them, with the names in them, where jobs are counted by cause. */
  readonly hasFailureExamples: boolean;
  /** Infinity: as fast as answers come. */
  readonly callsPerSecond: number;
  readonly pageMemory: { readonly ttlMs: number; readonly maxBytes: number };
  readonly host: string;
  readonly port: number;
  /** Where metrics are told; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number; readonly hasWorkloads: boolean } | null;
  /** How long readiness fails before connections are refused. */
  readonly drainMs: number;
  readonly logLevel: string;
  /** Whether the server stands behind a gateway. */
  readonly isSubgraph: boolean;
  /** On the way to AvePoint and to the issuer's keys. */
  readonly proxies: ProxySettings;
  readonly access: Access;
  readonly limits: Limits;
}

export interface ConfiguredSource {
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

/** Read apart from the settings' own schema. */
interface ReadApart {
  readonly certificate: ClientCertificate | null;
  readonly apiKeys: readonly ApiKey[] | null;
  readonly proxies: ProxySettings;
}

type Environment = Readonly<Record<string, string | undefined>>;
type TimeFilter = (typeof TIME_FILTERS)[number];

const HOUR_MS = 3_600_000;
const DRAIN_MS = 500;
const TIME_FILTERS = ['unknown', 'start', 'finish', 'overlap'] as const;
const CERTIFICATE = ['AVEPOINT_CLIENT_CERTIFICATE_FILE', 'AVEPOINT_CLIENT_KEY_FILE'] as const;
const SECRET = 'AVEPOINT_CLIENT_SECRET';
const PASSPHRASE = 'AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const modules: readonly ProductModule[] = Object.values(products);

const Settings = z.object({
  AVEPOINT_CLIENT_ID: z.string().optional(),
  AVEPOINT_CLIENT_SECRET: z.string().optional(),
  AVEPOINT_CLIENT_CERTIFICATE_FILE: z.string().optional(),
  AVEPOINT_CLIENT_KEY_FILE: z.string().optional(),
  AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: z.string().optional(),
  AVEPOINT_SIMULATOR: z.literal('1', 'is `1` or not set').optional(),
  AVEPOINT_ENVIRONMENT: oneOf(Object.keys(CLOUDS) as (keyof typeof CLOUDS)[]).default('commercial'),
  AVEPOINT_REGION: oneOf(REGIONS).optional(),
  AVEPOINT_PRODUCTS: listOf(modules.map(({ name }) => name)).optional(),
  AVEPOINT_TENANT: z.string().regex(/^[\w.-]{1,64}$/, 'takes up to 64 letters, digits, dots, dashes and underscores').default(DEFAULT_TENANT),
  AVEPOINT_GRAPH_URL: httpUrl().optional(),
  AVEPOINT_IDENTITY_URL: httpUrl().optional(),
  AVEPOINT_PAGE_SIZE: wholeNumber(1, 1000).default(100),
  AVEPOINT_LOOKBACK_HOURS: wholeNumber(0, 8760).default(48),
  AVEPOINT_CALL_BUDGET: wholeNumber(1, 10_000).default(100),
  AVEPOINT_SCAN_BUDGET: wholeNumber(1, 1000).default(300),
  AVEPOINT_CALLS_PER_SECOND: wholeNumber(1, 1000).optional(),
  FAILURE_EXAMPLES: oneOf(['on', 'off']).default('on'),
  PAGE_MEMORY_SECONDS: wholeNumber(0, 3600).default(15),
  PAGE_MEMORY_MB: wholeNumber(0, 16_384).default(24),
  CURSOR_KEYS: keyRing().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_WORKLOADS: z.literal('1', 'is `1` or not set').optional(),
  DRAIN_SECONDS: wholeNumber(0, 60).optional(),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  SUBGRAPH: z.literal('1', 'is `1` or not set').optional(),
  NODE_ENV: z.string().optional(),
  ...AccessSettings,
  ...LimitSettings,
});

type Settings = z.infer<typeof Settings>;

/** The settings of one product: `AVEPOINT_<PRODUCT>_…`. */
const productSettings = (module: ProductModule) =>
  z.object({
    TIME_FILTER: oneOf(TIME_FILTERS).optional(),
    ENDPOINT: oneOf(module.endpoints.map(({ name }) => name)).default(module.endpoints[0].name),
    URL: httpUrl().optional(),
    LOCATIONS: locationList().default([]),
  });

type ProductSettings = z.infer<ReturnType<typeof productSettings>>;

/** Of all that are read by name. */
export const settingNames: readonly string[] = [
  ...Object.keys(Settings.shape),
  ...modules.flatMap((module) => Object.keys(productSettings(module).shape).map((name) => `AVEPOINT_${module.product}_${name}`)),
];

/** Reads the settings; throws a `ConfigError` that names every fault at once, and never a value. */
export function readConfig(environment: Environment = process.env): Config {
  // A setting that is there and empty counts as not set: compose files write it so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const common = Settings.safeParse(given);
  const perProduct = modules.map((module) => {
    const prefix = `AVEPOINT_${module.product}_`;
    const own = Object.entries(given).filter(([name]) => name.startsWith(prefix));
    return { module, prefix, parsed: productSettings(module).safeParse(Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))) };
  });
  const faults = [
    ...faultsOf('', common.error),
    ...perProduct.flatMap(({ prefix, parsed }) => faultsOf(prefix, parsed.error)),
    ...contradictions(given),
    ...accessFaults(given),
    ...unknownSettings(Object.keys(given), settingNames),
  ];
  const certificate = certificateOf(given, faults);
  const keyFile = given['AUTH_API_KEYS_FILE'];
  const apiKeys = keyFile === undefined ? null : readKeyFile(keyFile, faults);
  faults.push(...unknownTenants(apiKeys ?? [], given['AVEPOINT_TENANT'] ?? DEFAULT_TENANT));
  const proxies = readProxies(environment, faults);
  if (!common.success || faults.length > 0) throw new ConfigError(faults);
  return build(
    common.data,
    { certificate, apiKeys, proxies },
    perProduct.flatMap(({ module, parsed }) => (parsed.success ? [{ module, own: parsed.data }] : [])),
  );
}

function faultsOf(prefix: string, error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${prefix}${String(path[0])} ${message}.`);
}

/** Faults that lie between settings. */
function contradictions(given: Environment): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const faults: string[] = [];
  const hasCertificate = [...CERTIFICATE, PASSPHRASE].some(has);
  const hasProof = has(SECRET) || hasCertificate;
  if (hasCertificate) {
    faults.push(...CERTIFICATE.filter((name) => !has(name)).map((name) => `${name} is missing: a certificate is one file, its key another.`));
    if (has(SECRET)) faults.push(`${SECRET} is set beside ${[...CERTIFICATE, PASSPHRASE].filter(has).join(' and ')}: give a secret or a certificate, not both.`);
  }
  if (has('AVEPOINT_CLIENT_ID') && !hasProof) faults.push(`${SECRET} is missing, or ${CERTIFICATE.join(' and ')}: credentials are a client id and a secret or a certificate.`);
  if (hasProof && !has('AVEPOINT_CLIENT_ID')) faults.push('AVEPOINT_CLIENT_ID is missing: credentials are a client id and a secret or a certificate.');
  const hasCredentials = has('AVEPOINT_CLIENT_ID') || hasProof;
  if (hasCredentials && has('AVEPOINT_SIMULATOR')) faults.push('AVEPOINT_SIMULATOR is set beside credentials: remove one or the other.');
  if (!hasCredentials) {
    const real = ['AVEPOINT_GRAPH_URL', 'AVEPOINT_IDENTITY_URL'].filter(has);
    faults.push(...real.map((name) => `${name} is set, but AVEPOINT_CLIENT_ID and ${SECRET}, or a certificate, are not.`));
    if (given['NODE_ENV'] === 'production' && !has('AVEPOINT_SIMULATOR')) {
      faults.push(`AVEPOINT_CLIENT_ID and ${SECRET}, or a certificate, are missing in production. To serve simulated data on purpose, set AVEPOINT_SIMULATOR to 1.`);
    }
  }
  if (has('AVEPOINT_REGION') && has('AVEPOINT_ENVIRONMENT') && given['AVEPOINT_ENVIRONMENT'] !== 'commercial') {
    faults.push('AVEPOINT_REGION goes with the commercial environment only: the others have one host each.');
  }
  if (has('METRICS_WORKLOADS') && !has('METRICS_PORT')) faults.push('METRICS_WORKLOADS is set, but METRICS_PORT is not: metrics are told nowhere without a port.');
  return faults;
}

function build(common: Settings, { certificate, apiKeys, proxies }: ReadApart, perProduct: readonly { readonly module: ProductModule; readonly own: ProductSettings }[]): Config {
  const cloud = CLOUDS[common.AVEPOINT_ENVIRONMENT];
  const region = cloud.region ?? common.AVEPOINT_REGION ?? 'us';
  const credentials = credentialsOf(common, certificate, common.AVEPOINT_IDENTITY_URL ?? identityUrlOf(cloud));
  const graphUrl = common.AVEPOINT_GRAPH_URL ?? graphUrlOf(cloud, region);
  return {
    credentials,
    cursorKeys: common.CURSOR_KEYS ?? null,
    callBudget: common.AVEPOINT_CALL_BUDGET,
    scanBudget: common.AVEPOINT_SCAN_BUDGET,
    hasFailureExamples: common.FAILURE_EXAMPLES === 'on',
    callsPerSecond: common.AVEPOINT_CALLS_PER_SECOND ?? Number.POSITIVE_INFINITY,
    pageMemory: { ttlMs: common.PAGE_MEMORY_SECONDS * 1000, maxBytes: common.PAGE_MEMORY_MB * 1024 * 1024 },
    host: common.HOST,
    port: common.PORT,
    metrics: common.METRICS_PORT === undefined ? null : { host: common.METRICS_HOST, port: common.METRICS_PORT, hasWorkloads: common.METRICS_WORKLOADS === '1' },
    drainMs: common.DRAIN_SECONDS === undefined ? DRAIN_MS : common.DRAIN_SECONDS * 1000,
    logLevel: common.LOG_LEVEL,
    isSubgraph: common.SUBGRAPH === '1',
    proxies,
    access: accessOf(common, apiKeys),
    limits: limitsOf(common, common.AVEPOINT_CALL_BUDGET + common.AVEPOINT_SCAN_BUDGET),
    sources: perProduct
      .filter(({ module }) => isRead(module, common.AVEPOINT_PRODUCTS, credentials === null))
      .map(({ module, own }) => {
        const endpoint = module.endpoints.find(({ name }) => name === own.ENDPOINT) ?? module.endpoints[0];
        const baseUrl = (endpoint.hasOwnHost === true ? own.URL : undefined) ?? graphUrl;
        return {
          tenant: common.AVEPOINT_TENANT,
          region,
          environment: cloud.environment,
          product: module.product,
          endpoint: endpoint.name,
          baseUrl: credentials === null ? null : baseUrl,
          // The simulator filters by start.
          timeFilter: own.TIME_FILTER ?? (credentials === null ? 'start' : 'unknown'),
          lookbackMs: common.AVEPOINT_LOOKBACK_HOURS * HOUR_MS,
          pageSize: common.AVEPOINT_PAGE_SIZE,
          locations: own.LOCATIONS,
        };
      }),
  };
}

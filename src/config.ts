import { z } from 'zod';

import type { ApiKey } from './auth/api-keys.js';
import { accessFaults, accessOf, AccessSettings, unknownTenants } from './config/access.js';
import { contradictions } from './config/contradictions.js';
import { certificateOf } from './config/credentials.js';
import { readKeyFile } from './config/key-file.js';
import { limitsOf, LimitSettings } from './config/limits.js';
import { ownSourcesOf, ownTenantOf, productSettingNames, readProducts, TenantSettings } from './config/own-tenant.js';
import { type ProxySettings, readProxies } from './config/proxies.js';
import type { ConfiguredSource, ConfiguredTenant } from './config/tenant.js';
import { readTenantsFile, settingsBeside, TENANTS_FILE } from './config/tenants-file.js';
import { unknownSettings } from './config/unknown-settings.js';
import { DEFAULT_TENANT, faultsOf, keyRing, oneOf, storeUrl, wholeNumber } from './config/values.js';
import { STORE_MS } from './deadlines.js';
import { ConfigError } from './errors.js';
import type { Access } from './http/access.js';
import type { Limits } from './limits/limits.js';
import type { StoreSettings } from './shared-memory/store.js';

export interface Config {
  readonly tenants: readonly ConfiguredTenant[];
  /** Tenant by tenant. */
  readonly sources: readonly ConfiguredSource[];
  /** Whether a file names the tenants, which can be read again. */
  readonly hasTenantsFile: boolean;
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
  /** What replicas share; null: nothing. */
  readonly sharedMemory: StoreSettings | null;
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

/** Read apart from the settings' own schema. */
interface ReadApart extends Pick<Config, 'tenants' | 'sources' | 'proxies'> {
  readonly apiKeys: readonly ApiKey[] | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const HOUR_MS = 3_600_000;
const DRAIN_MS = 500;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Settings = z.object({
  ...TenantSettings,
  [TENANTS_FILE]: z.string().optional(),
  AVEPOINT_PAGE_SIZE: wholeNumber(1, 1000).default(100),
  AVEPOINT_LOOKBACK_HOURS: wholeNumber(0, 8760).default(48),
  AVEPOINT_CALL_BUDGET: wholeNumber(1, 10_000).default(100),
  AVEPOINT_SCAN_BUDGET: wholeNumber(1, 1000).default(300),
  AVEPOINT_CALLS_PER_SECOND: wholeNumber(1, 1000).optional(),
  FAILURE_EXAMPLES: oneOf(['on', 'off']).default('on'),
  PAGE_MEMORY_SECONDS: wholeNumber(0, 3600).default(15),
  PAGE_MEMORY_MB: wholeNumber(0, 16_384).default(24),
  SHARED_MEMORY_URL: storeUrl().optional(),
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

/** Of all that are read by name. */
export const settingNames: readonly string[] = [...Object.keys(Settings.shape), ...productSettingNames];

/** Reads the settings; throws a `ConfigError` that names every fault at once, and never a value. */
export function readConfig(environment: Environment = process.env): Config {
  // A setting that is there and empty counts as not set: compose files write it so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const common = Settings.safeParse(given);
  const faults = [...faultsOf('', common.error), ...accessFaults(given)];
  const products = readProducts(given, faults);
  const file = readTenants(given, faults);
  const isOneTenant = file === null;
  const certificate = isOneTenant ? certificateOf(given, faults) : null;
  faults.push(...(isOneTenant ? contradictions(given) : settingsBeside(given)));
  faults.push(...unknownSettings(Object.keys(given), [...settingNames, ...(file?.variables ?? [])]));
  const keyFile = given['AUTH_API_KEYS_FILE'];
  if (given['METRICS_WORKLOADS'] !== undefined && given['METRICS_PORT'] === undefined) faults.push('METRICS_WORKLOADS is set, but METRICS_PORT is not: metrics are told nowhere without a port.');
  if (given['SHARED_MEMORY_URL'] !== undefined && given['CURSOR_KEYS'] === undefined) faults.push('SHARED_MEMORY_URL is set, but CURSOR_KEYS is not: what replicas share is sealed with a key that all of them have.');
  const apiKeys = keyFile === undefined ? null : readKeyFile(keyFile, faults);
  if (isOneTenant) faults.push(...unknownTenants(apiKeys ?? [], [given['AVEPOINT_TENANT'] ?? DEFAULT_TENANT], 'AVEPOINT_TENANT'));
  else if (file.isWhole) faults.push(...unknownTenants(apiKeys ?? [], file.tenants.map(({ key }) => key), TENANTS_FILE));
  const proxies = readProxies(environment, faults);
  if (!common.success || faults.length > 0) throw new ConfigError(faults);
  const settings = common.data;
  const habits = { lookbackMs: settings.AVEPOINT_LOOKBACK_HOURS * HOUR_MS, pageSize: settings.AVEPOINT_PAGE_SIZE };
  const own = ownTenantOf(settings, certificate);
  const tenants = file?.tenants ?? [own];
  const sources = file?.sourcesOf(habits) ?? ownSourcesOf(settings, own, products, habits);
  return build(settings, { tenants, sources, apiKeys, proxies });
}

function readTenants(given: Environment, faults: string[]): ReturnType<typeof readTenantsFile> | null {
  const path = given[TENANTS_FILE];
  return path === undefined ? null : readTenantsFile(path, given, faults);
}

function build(common: z.infer<typeof Settings>, { tenants, sources, apiKeys, proxies }: ReadApart): Config {
  return {
    tenants,
    sources,
    hasTenantsFile: common[TENANTS_FILE] !== undefined,
    cursorKeys: common.CURSOR_KEYS ?? null,
    callBudget: common.AVEPOINT_CALL_BUDGET,
    scanBudget: common.AVEPOINT_SCAN_BUDGET,
    hasFailureExamples: common.FAILURE_EXAMPLES === 'on',
    callsPerSecond: common.AVEPOINT_CALLS_PER_SECOND ?? Number.POSITIVE_INFINITY,
    pageMemory: { ttlMs: common.PAGE_MEMORY_SECONDS * 1000, maxBytes: common.PAGE_MEMORY_MB * 1024 * 1024 },
    sharedMemory: common.SHARED_MEMORY_URL === undefined ? null : { url: common.SHARED_MEMORY_URL, patienceMs: STORE_MS },
    host: common.HOST,
    port: common.PORT,
    metrics: common.METRICS_PORT === undefined ? null : { host: common.METRICS_HOST, port: common.METRICS_PORT, hasWorkloads: common.METRICS_WORKLOADS === '1' },
    drainMs: common.DRAIN_SECONDS === undefined ? DRAIN_MS : common.DRAIN_SECONDS * 1000,
    logLevel: common.LOG_LEVEL,
    isSubgraph: common.SUBGRAPH === '1',
    proxies,
    access: accessOf(common, apiKeys),
    limits: limitsOf(common, common.AVEPOINT_CALL_BUDGET + common.AVEPOINT_SCAN_BUDGET),
  };
}

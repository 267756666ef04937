import { describe, expect, test } from 'vitest';

import { readConfig, type Config } from '../src/config.js';
import { ConfigError } from '../src/errors.js';
import { enumOf, everyProduct, products } from './products/index.js';

type Environment = Readonly<Record<string, string | undefined>>;

const credentials = { AVEPOINT_CLIENT_ID: 'the-client', AVEPOINT_CLIENT_SECRET: 'the-secret' };
const keyOf = (byte: number, bytes = 32): string => Buffer.alloc(bytes, byte).toString('base64');

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

function messageOf(environment: Environment): string {
  try {
    readConfig(environment);
  } catch (error) {
    return String(error);
  }
  return '';
}

/** It does not start, and all that is said is about this setting. */
function expectFault(environment: Environment, setting: string): void {
  const faults = faultsOf(environment);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter((fault) => !fault.includes(setting))).toEqual([]);
}

const baseUrls = ({ sources }: Config): string[] => [...new Set(sources.map(({ baseUrl }) => baseUrl?.href ?? ''))];
const sourceOf = ({ sources }: Config, product: string) => sources.find((source) => source.product === product) ?? expect.fail(`no ${product}`);

const everyValue = products.map(({ name }) => enumOf(name));
const currentEndpoints: Readonly<Record<string, string>> = Object.fromEntries(products.map(({ name, endpoints: [{ name: endpoint }] }) => [enumOf(name), endpoint]));

describe('nothing set', () => {
  test('the simulator serves every product', () => {
    const config = readConfig({});
    expect(config.tenants[0]?.credentials).toBeNull();
    expect(config.sources.map(({ product }) => product)).toEqual(everyValue);
    expect(config.sources.every(({ baseUrl }) => baseUrl === null)).toBe(true);
  });

  test('the documented defaults', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4000, logLevel: 'info', cursorKeys: null });
    for (const source of config.sources) {
      expect(source).toMatchObject({ tenant: 'default', region: 'us', environment: 'COMMERCIAL', pageSize: 100, lookbackMs: 48 * 3_600_000 });
    }
    expect(config.sources.map(({ endpoint }) => endpoint)).toEqual(products.map(({ endpoints: [{ name }] }) => name));
  });

  test("what the simulator's time filter applies to is known, a real upstream's is not", () => {
    expect(new Set(readConfig({}).sources.map(({ timeFilter }) => timeFilter))).toEqual(new Set(['start']));
    expect(new Set(readConfig(credentials).sources.map(({ timeFilter }) => timeFilter))).toEqual(new Set(['unknown']));
  });

  test('a setting that is empty counts as not set', () => {
    const names = [
      ...['CLIENT_ID', 'CLIENT_SECRET', 'SIMULATOR', 'ENVIRONMENT', 'REGION', 'PRODUCTS', 'TENANT', 'GRAPH_URL', 'IDENTITY_URL', 'IAAS_PAAS_ENDPOINT', 'IAAS_PAAS_URL', 'MICROSOFT_365_ENDPOINT'].map((name) => `AVEPOINT_${name}`),
      ...['GOOGLE_WORKSPACE_TIME_FILTER', 'PAGE_SIZE', 'LOOKBACK_HOURS'].map((name) => `AVEPOINT_${name}`),
      ...['CURSOR_KEYS', 'HOST', 'PORT', 'LOG_LEVEL', 'NODE_ENV'],
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
    expect(readConfig(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(readConfig({}));
  });
});

describe('credentials', () => {
  test('both', () => {
    expect(readConfig(credentials).tenants[0]?.credentials).toMatchObject({ clientId: 'the-client', clientSecret: 'the-secret' });
  });

  test('half of them is a fault, which names the missing half', () => {
    expectFault({ AVEPOINT_CLIENT_ID: 'the-client' }, 'AVEPOINT_CLIENT_SECRET');
    expectFault({ AVEPOINT_CLIENT_SECRET: 'the-secret' }, 'AVEPOINT_CLIENT_ID');
    expectFault({ AVEPOINT_CLIENT_ID: 'the-client', AVEPOINT_CLIENT_SECRET: '' }, 'AVEPOINT_CLIENT_SECRET');
  });

  test('the simulator beside them is a fault', () => {
    expectFault({ ...credentials, AVEPOINT_SIMULATOR: '1' }, 'AVEPOINT_SIMULATOR');
  });

  test('the simulator is asked for with 1, and with nothing else', () => {
    expect(readConfig({ AVEPOINT_SIMULATOR: '1' }).tenants[0]?.credentials).toBeNull();
    for (const value of ['0', 'true', 'yes', 'no']) expectFault({ AVEPOINT_SIMULATOR: value }, 'AVEPOINT_SIMULATOR');
  });

  test('production without them does not start, unless the simulator is asked for', () => {
    expect(faultsOf({ NODE_ENV: 'production' }).join()).toMatch(/AVEPOINT_CLIENT_ID|AVEPOINT_SIMULATOR/);
    expect(faultsOf({ NODE_ENV: 'production', AVEPOINT_SIMULATOR: '1' })).toEqual([]);
    expect(faultsOf({ NODE_ENV: 'production', ...credentials })).toEqual([]);
    expect(faultsOf({ NODE_ENV: 'development' })).toEqual([]);
  });
});

describe('what there is not', () => {
  test.each([
    ['AVEPOINT_PRODUCTS', 'google-workspace,microsoft-366'],
    ['AVEPOINT_PRODUCTS', 'Salesforce'],
    ['AVEPOINT_PRODUCTS', ','],
    ['AVEPOINT_REGION', 'mars'],
    ['AVEPOINT_REGION', 'US'],
    ['AVEPOINT_ENVIRONMENT', 'moon'],
    ['AVEPOINT_IAAS_PAAS_ENDPOINT', 'jobreport'],
    ['AVEPOINT_MICROSOFT_365_ENDPOINT', 'job-report'],
    ['AVEPOINT_GOOGLE_WORKSPACE_TIME_FILTER', 'begin'],
    ['AVEPOINT_IAAS_PAAS_TIME_FILTER', 'START'],
    ['AVEPOINT_MICROSOFT_365_TIME_FILTER', 'both'],
    ['AVEPOINT_SALESFORCE_TIME_FILTER', '1'],
    ['AVEPOINT_PAGE_SIZE', '0'],
    ['AVEPOINT_PAGE_SIZE', '-5'],
    ['AVEPOINT_PAGE_SIZE', '12.5'],
    ['AVEPOINT_PAGE_SIZE', 'many'],
    ['AVEPOINT_LOOKBACK_HOURS', '-1'],
    ['AVEPOINT_LOOKBACK_HOURS', 'P2D'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['PORT', '1e3'],
    ['LOG_LEVEL', 'loud'],
    ['CURSOR_KEYS', 'short'],
    ['CURSOR_KEYS', keyOf(7, 31)],
    ['CURSOR_KEYS', keyOf(7, 33)],
    ['CURSOR_KEYS', Buffer.alloc(32, 7).toString('hex')],
    ['CURSOR_KEYS', `${keyOf(7)},short`],
    ['CURSOR_KEYS', `***${keyOf(7)}`],
    ['AVEPOINT_GRAPH_URL', 'graph-us.avepointonlineservices.com'],
    ['AVEPOINT_IDENTITY_URL', 'not a url'],
  ])('%s=%s is a fault', (setting, value) => {
    expectFault({ ...credentials, [setting]: value }, setting);
  });

  test('what there is is named', () => {
    expect(faultsOf({ AVEPOINT_REGION: 'mars' })[0]).toMatch(/us.*uk|uk.*us/);
    expect(faultsOf({ AVEPOINT_PRODUCTS: 'x' })[0]).toMatch(new RegExp(products.map(({ name }) => name).join('.*')));
    expect(faultsOf({ AVEPOINT_MICROSOFT_365_ENDPOINT: 'x' })[0]).toMatch(/cloud-backup-jobs.*jobs/);
    expect(faultsOf({ AVEPOINT_SALESFORCE_TIME_FILTER: 'x' })[0]).toMatch(/unknown.*start.*finish.*overlap/);
  });
});

describe('every fault at once, by its setting and never by its value', () => {
  const canary = 'canary-5d81';
  const wrong = {
    AVEPOINT_CLIENT_ID: canary,
    AVEPOINT_SIMULATOR: canary,
    AVEPOINT_ENVIRONMENT: canary,
    AVEPOINT_REGION: canary,
    AVEPOINT_PRODUCTS: `${canary},salesforce`,
    AVEPOINT_TENANT: `${canary}/${canary}`,
    AVEPOINT_GRAPH_URL: `http://${canary}.example.net/`,
    AVEPOINT_IDENTITY_URL: `ftp://user:${canary}@example.net/`,
    AVEPOINT_IAAS_PAAS_ENDPOINT: canary,
    AVEPOINT_IAAS_PAAS_URL: `//${canary}`,
    AVEPOINT_MICROSOFT_365_ENDPOINT: canary,
    AVEPOINT_GOOGLE_WORKSPACE_TIME_FILTER: canary,
    AVEPOINT_SALESFORCE_TIME_FILTER: canary,
    AVEPOINT_PAGE_SIZE: canary,
    AVEPOINT_LOOKBACK_HOURS: canary,
    CURSOR_KEYS: canary,
    PORT: canary,
    LOG_LEVEL: canary,
  };

  test('all of them', () => {
    const faults = faultsOf(wrong);
    // A client id is no fault: the secret that is missing is.
    const named = Object.keys(wrong).map((setting) => (setting === 'AVEPOINT_CLIENT_ID' ? 'AVEPOINT_CLIENT_SECRET' : setting));
    for (const setting of named) expect(faults.filter((fault) => fault.includes(setting)), setting).not.toEqual([]);
    expect(messageOf(wrong)).not.toContain(canary);
  });

  test('the message holds every fault', () => {
    const message = messageOf(wrong);
    for (const fault of faultsOf(wrong)) expect(message).toContain(fault);
  });

  test.each(Object.entries(wrong))('alone: %s', (setting, value) => {
    const message = messageOf(setting.startsWith('AVEPOINT_CLIENT') || setting === 'AVEPOINT_SIMULATOR' ? { [setting]: value } : { ...credentials, [setting]: value });
    expect(message).toContain(setting.startsWith('AVEPOINT_CLIENT') ? 'AVEPOINT_CLIENT_SECRET' : setting);
    expect(message).not.toContain(canary);
    expect(message).not.toContain('the-secret');
  });

  test('a secret is not in the message of another fault', () => {
    const message = messageOf({ ...credentials, AVEPOINT_REGION: 'mars', CURSOR_KEYS: keyOf(7) });
    expect(message).not.toContain('the-secret');
    expect(message).not.toContain('the-client');
    expect(message).not.toContain('mars');
  });
});

describe('hosts', () => {
  test.each([
    ['commercial', 'COMMERCIAL', 'us', 'https://graph-us.avepointonlineservices.com/', 'https://identity.avepointonlineservices.com/connect/token'],
    ['us-government', 'US_GOVERNMENT', 'gov', 'https://graph-gov.avepointonlineservices.com/', 'https://identity-gov.avepointonlineservices.com/connect/token'],
    ['aos2', 'AOS2', 'aos2', 'https://graph-aos2.avepointonlineservices.com/', 'https://identity-aos2.avepointonlineservices.com/connect/token'],
    ['fedramp', 'FEDRAMP', 'fedramp', 'https://graphusgovapi.online15.net/', 'https://identity.online15.net/connect/token'],
  ])('of %s', (name, environment, region, graph, identity) => {
    const config = readConfig({ ...credentials, AVEPOINT_ENVIRONMENT: name });
    expect(baseUrls(config)).toEqual([graph]);
    expect(config.tenants[0]?.credentials?.identityUrl.href).toBe(identity);
    for (const source of config.sources) expect(source).toMatchObject({ environment, region });
  });

  test.each(['au', 'sg', 'ca', 'ne', 'we', 'fr', 'de', 'jp', 'kr', 'ch', 'uk', 'us', 'uae', 'za', 'qa', 'gcp-au', 'gcp-jp', 'gcp-us', 'gcp-we', 'gcp-kr'])('of the data centre %s', (region) => {
    const config = readConfig({ ...credentials, AVEPOINT_REGION: region });
    expect(baseUrls(config)).toEqual([`https://graph-${region}.avepointonlineservices.com/`]);
    expect(config.tenants[0]?.credentials?.identityUrl.href).toBe('https://identity.avepointonlineservices.com/connect/token');
    expect(new Set(config.sources.map((source) => source.region))).toEqual(new Set([region]));
  });

  test.each(['us-government', 'aos2', 'fedramp'])('a region beside %s is a fault', (environment) => {
    expectFault({ ...credentials, AVEPOINT_ENVIRONMENT: environment, AVEPOINT_REGION: 'us' }, 'AVEPOINT_REGION');
    expect(faultsOf({ ...credentials, AVEPOINT_ENVIRONMENT: 'commercial', AVEPOINT_REGION: 'uk' })).toEqual([]);
  });

  test('of one’s own', () => {
    const config = readConfig({ ...credentials, AVEPOINT_GRAPH_URL: 'https://proxy.example.net/avepoint/', AVEPOINT_IDENTITY_URL: 'https://login.example.net/token' });
    expect(baseUrls(config)).toEqual(['https://proxy.example.net/avepoint/']);
    expect(config.tenants[0]?.credentials?.identityUrl.href).toBe('https://login.example.net/token');
  });

  const urlSettings = ['AVEPOINT_GRAPH_URL', 'AVEPOINT_IDENTITY_URL', 'AVEPOINT_IAAS_PAAS_URL'];
  const older = { ...credentials, AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report' };

  test.each(urlSettings.flatMap((setting) => ['http://127.0.0.1:8080/', 'http://localhost:8080/', 'http://[::1]:8080/', 'http://127.9.8.7/', 'https://example.net/'].map((url) => [setting, url])))('%s=%s is accepted', (setting, url) => {
    expect(faultsOf({ ...older, [setting]: url })).toEqual([]);
  });

  test.each(
    urlSettings.flatMap((setting) =>
      [
        'http://graph-us.avepointonlineservices.com/',
        'http://10.0.0.1/',
        'http://0.0.0.0/',
        'http://128.0.0.1/',
        'http://localhost.example.net/',
        'http://127.0.0.1.example.net/',
        'http://127.0.0.1@example.net/',
        'http://[::2]/',
        'ftp://127.0.0.1/',
        'file:///etc/passwd',
        'javascript:alert(1)',
      ].map((url) => [setting, url]),
    ),
  )('%s=%s is a fault', (setting, url) => {
    expectFault({ ...older, [setting]: url }, setting);
  });
});

describe('sources', () => {
  test('with credentials those that are on by default, and any that is named', () => {
    expect(readConfig(credentials).sources.map(({ product }) => product)).toEqual(products.filter(({ isByDefault }) => isByDefault).map(({ name }) => enumOf(name)));
    expect(readConfig({ ...credentials, ...everyProduct }).sources.map(({ product }) => product)).toEqual(everyValue);
  });

  test('by products, in whatever order and with blanks', () => {
    const config = readConfig({ AVEPOINT_PRODUCTS: ' salesforce , google-workspace' });
    expect(config.sources.map(({ product }) => product).sort()).toEqual(['GOOGLE_WORKSPACE', 'SALESFORCE']);
    expect(readConfig({ AVEPOINT_PRODUCTS: 'salesforce,salesforce' }).sources).toHaveLength(1);
  });

  test('of a tenant', () => {
    expect(new Set(readConfig({ AVEPOINT_TENANT: 'contoso' }).sources.map(({ tenant }) => tenant))).toEqual(new Set(['contoso']));
    expectFault({ AVEPOINT_TENANT: 'con/toso' }, 'AVEPOINT_TENANT');
  });

  test('an endpoint for each product', () => {
    const config = readConfig({ ...credentials, ...everyProduct, AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report', AVEPOINT_MICROSOFT_365_ENDPOINT: 'jobs' });
    const chosen = { ...currentEndpoints, IAAS_PAAS: 'job-report', MICROSOFT_365: 'jobs' };
    expect(Object.fromEntries(config.sources.map(({ product, endpoint }) => [product, endpoint]))).toEqual(chosen);
    expect(sourceOf(readConfig({ AVEPOINT_IAAS_PAAS_ENDPOINT: 'jobs' }), 'IAAS_PAAS').endpoint).toBe('jobs');
    expect(sourceOf(readConfig({ AVEPOINT_MICROSOFT_365_ENDPOINT: 'cloud-backup-jobs' }), 'MICROSOFT_365').endpoint).toBe('cloud-backup-jobs');
  });

  test('the job report has a host of its own, and without one that of the others', () => {
    const url = 'https://backup.example.net/web-api';
    const config = readConfig({ ...credentials, AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report', AVEPOINT_IAAS_PAAS_URL: url });
    expect(sourceOf(config, 'IAAS_PAAS').baseUrl?.href).toBe(url);
    expect(sourceOf(config, 'SALESFORCE').baseUrl?.href).toBe('https://graph-us.avepointonlineservices.com/');
    const without = readConfig({ ...credentials, AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report' });
    expect(sourceOf(without, 'IAAS_PAAS').baseUrl?.href).toBe('https://graph-us.avepointonlineservices.com/');
    const current = readConfig({ ...credentials, AVEPOINT_IAAS_PAAS_URL: url });
    expect(sourceOf(current, 'IAAS_PAAS').baseUrl?.href).toBe('https://graph-us.avepointonlineservices.com/');
  });

  test.each(['unknown', 'start', 'finish', 'overlap'])('a time filter for each product: %s', (timeFilter) => {
    const config = readConfig({ ...credentials, AVEPOINT_SALESFORCE_TIME_FILTER: timeFilter });
    expect(sourceOf(config, 'SALESFORCE').timeFilter).toBe(timeFilter);
    expect(sourceOf(config, 'IAAS_PAAS').timeFilter).toBe('unknown');
    for (const product of everyValue) {
      expect(sourceOf(readConfig({ ...credentials, ...everyProduct, [`AVEPOINT_${product}_TIME_FILTER`]: timeFilter }), product).timeFilter).toBe(timeFilter);
    }
  });

  test('how they are read', () => {
    const config = readConfig({ AVEPOINT_PAGE_SIZE: '25', AVEPOINT_LOOKBACK_HOURS: '6' });
    for (const source of config.sources) expect(source).toMatchObject({ pageSize: 25, lookbackMs: 6 * 3_600_000 });
    expect(readConfig({ AVEPOINT_LOOKBACK_HOURS: '0' }).sources[0]?.lookbackMs).toBe(0);
  });
});

describe('the server', () => {
  test('where it listens, and how much it tells', () => {
    expect(readConfig({ HOST: '0.0.0.0', AUTH_DISABLED: '1', PORT: '8080', LOG_LEVEL: 'debug' })).toMatchObject({ host: '0.0.0.0', port: 8080, logLevel: 'debug' });
    expect(readConfig({ PORT: '0' }).port).toBe(0);
    for (const level of ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']) expect(readConfig({ LOG_LEVEL: level }).logLevel).toBe(level);
  });

  test('a pace of upstream calls, a time to drain, and whether a gateway stands before it', () => {
    expect(readConfig({})).toMatchObject({ callsPerSecond: Number.POSITIVE_INFINITY, drainMs: 500, isSubgraph: false });
    expect(readConfig({ AVEPOINT_CALLS_PER_SECOND: '5', DRAIN_SECONDS: '0', SUBGRAPH: '1' })).toMatchObject({ callsPerSecond: 5, drainMs: 0, isSubgraph: true });
    for (const [name, value] of [['AVEPOINT_CALLS_PER_SECOND', '0'], ['DRAIN_SECONDS', '61'], ['SUBGRAPH', 'yes']] as const) {
      expect(() => readConfig({ [name]: value })).toThrow(name);
    }
  });

  test('Multi-Geo locations', () => {
    const locationsOf = (environment: Record<string, string>) => readConfig({ AVEPOINT_PRODUCTS: 'microsoft-365', ...environment }).sources[0]?.locations;
    expect(locationsOf({})).toEqual([]);
    expect(locationsOf({ AVEPOINT_MICROSOFT_365_LOCATIONS: 'NAM, EUR' })).toEqual(['NAM', 'EUR']);
    expect(() => locationsOf({ AVEPOINT_MICROSOFT_365_LOCATIONS: 'NAM;EUR' })).toThrow('AVEPOINT_MICROSOFT_365_LOCATIONS');
  });

  test('a ring of cursor keys, in order', () => {
    const keys = [keyOf(1), keyOf(2), keyOf(3)];
    expect(readConfig({ CURSOR_KEYS: keys.join(',') }).cursorKeys?.map((one) => one.toString('base64'))).toEqual(keys);
    expect(readConfig({ CURSOR_KEYS: keys.join(' , ') }).cursorKeys).toHaveLength(3);
  });
});

describe('what replicas share', () => {
  const CURSOR_KEYS = keyOf(1);

  test('is nothing, unless a store is set', () => {
    expect(readConfig({ CURSOR_KEYS }).sharedMemory).toBeNull();
    for (const url of ['redis://store.example.com', 'redis://127.0.0.1:6379/2', 'rediss://user:pass%40word@store.example.com:6380/0']) {
      expect(readConfig({ CURSOR_KEYS, SHARED_MEMORY_URL: url }).sharedMemory?.url).toBe(url);
    }
  });

  test('needs a key that all replicas have', () => {
    expectFault({ SHARED_MEMORY_URL: 'redis://store.example.com' }, 'CURSOR_KEYS');
  });

  test.each(['store.example.com:6379', 'http://canary-5d81.example.com', 'redis:', 'redis://', 'redis://canary-5d81/name', 'redis://canary-5d81/0?tls=true', 'redis://canary-5d81#0'])('%s is no store', (url) => {
    expectFault({ CURSOR_KEYS, SHARED_MEMORY_URL: url }, 'SHARED_MEMORY_URL');
    expect(messageOf({ CURSOR_KEYS, SHARED_MEMORY_URL: url })).not.toContain('canary-5d81');
  });
});

describe('metrics', () => {
  test('are told nowhere, unless a port is set; on this machine alone, unless a host is', () => {
    expect(readConfig({}).metrics).toBeNull();
    expect(readConfig({ METRICS_HOST: '0.0.0.0' }).metrics).toBeNull();
    expect(readConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464, hasWorkloads: false });
    expect(readConfig({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }).metrics).toEqual({ host: '0.0.0.0', port: 9464, hasWorkloads: false });
  });

  test('a port that is none is a fault', () => {
    expect(() => readConfig({ METRICS_PORT: '70000' })).toThrow(/METRICS_PORT/);
  });

  test('tell of workloads where that is asked for, and a port is set', () => {
    expect(readConfig({ METRICS_PORT: '9464', METRICS_WORKLOADS: '1' }).metrics).toMatchObject({ hasWorkloads: true });
    expect(readConfig({ METRICS_PORT: '9464', METRICS_WORKLOADS: '' }).metrics).toMatchObject({ hasWorkloads: false });
    expect(() => readConfig({ METRICS_WORKLOADS: '1' })).toThrow('METRICS_WORKLOADS is set, but METRICS_PORT is not');
    expect(() => readConfig({ METRICS_PORT: '9464', METRICS_WORKLOADS: 'yes' })).toThrow('METRICS_WORKLOADS is `1` or not set');
  });
});

describe('the cost of an operation', () => {
  test.each([
    [{}, 1000],
    [{ AVEPOINT_CALL_BUDGET: '200' }, 1100],
    [{ AVEPOINT_SCAN_BUDGET: '1000' }, 1700],
    [{ AVEPOINT_SCAN_BUDGET: '1000', LIMIT_COST: '500' }, 500],
  ])('may be what its calls are, and some values beside, unless a setting says less: %j', (environment, cost) => {
    expect(readConfig(environment).limits.cost).toBe(cost);
  });
});

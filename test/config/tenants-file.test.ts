import { X509Certificate } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readConfig, settingNames } from '../../src/config.js';
import { ConfigError } from '../../src/errors.js';
import { products } from '../products/index.js';
import { createCertificate, keyPem } from '../support/certificate.js';
import { writeKeyFile } from '../support/key-file.js';
import { writeTenants, type Entry } from '../support/tenants-file.js';

type Environment = Readonly<Record<string, string | undefined>>;

const SETTING = 'AVEPOINT_TENANTS_FILE';
const own = createCertificate();
const files = { secret: 'the-secret\n', client: own.certificatePem, key: keyPem(own.privateKey), locked: keyPem(own.privateKey, 'the-passphrase'), phrase: 'the-passphrase\r\n', blank: '\n' };
const contoso: Entry = { key: 'contoso', credentials: { clientId: 'the-client', clientSecretFile: 'secret' }, products: ['salesforce'] };

function faultsOf(content: unknown, environment: Environment = {}): readonly string[] {
  try {
    readConfig({ [SETTING]: writeTenants(content, files), ...environment });
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

const read = (content: unknown, environment: Environment = {}) => readConfig({ [SETTING]: writeTenants(content, files), ...environment });

describe('T1: what the file says', () => {
  const example = `
defaults: { region: we, staleAfter: PT26H, timeZone: Europe/Amsterdam }
tenants:
  - key: contoso
    name: Contoso Ltd
    labels: { tier: gold, country: nl }
    ids: { microsoft-365-tenant: 0eaab044, crm: "4711" }
    credentials: { clientId: 3f2a, clientSecretFile: secret }
    products:
      - google-workspace
      - { name: microsoft-365, timeFilter: start, locations: [NAM, EUR] }
      - { name: iaas-paas, endpoint: job-report, url: https://reports.example.com/x, region: us }
    expected:
      - { product: microsoft-365, services: [EXCHANGE_ONLINE, ONEDRIVE], operation: BACKUP, every: PT6H, staleAfter: PT12H }
  - key: fabrikam
    environment: us-government
    credentials: { clientId: 77d1, clientSecretEnv: FABRIKAM }
    products: [salesforce]
    expected: [{ product: salesforce, organizations: [00D5g], operation: BACKUP, every: PT24H }]
`;
  const config = read(example, { FABRIKAM: 'in the environment', AVEPOINT_PAGE_SIZE: '50', AVEPOINT_LOOKBACK_HOURS: '1' });

  test('names, labels and ids, which the name falls back to the key for (T6)', () => {
    expect(config.tenants).toMatchObject([
      { key: 'contoso', displayName: 'Contoso Ltd', labels: [{ name: 'country', value: 'nl' }, { name: 'tier', value: 'gold' }], externalIds: [{ system: 'crm', value: '4711' }, { system: 'microsoft-365-tenant', value: '0eaab044' }] },
      { key: 'fabrikam', displayName: 'fabrikam', labels: [], externalIds: [] },
    ]);
  });

  test('clocks and expectations, kept as plain data', () => {
    const HOUR = 3_600_000;
    expect(config.tenants).toMatchObject([
      {
        timeZone: 'Europe/Amsterdam',
        staleAfterMs: 26 * HOUR,
        expected: [
          { product: 'MICROSOFT_365', operation: 'BACKUP', workload: { code: '1', label: 'Exchange Online' }, everyMs: 6 * HOUR, staleAfterMs: 12 * HOUR },
          { product: 'MICROSOFT_365', operation: 'BACKUP', workload: { code: '3', label: 'OneDrive' }, everyMs: 6 * HOUR, staleAfterMs: 12 * HOUR },
        ],
      },
      { timeZone: 'Europe/Amsterdam', expected: [{ product: 'SALESFORCE', operation: 'BACKUP', workload: { code: '00D5g', label: null }, everyMs: 24 * HOUR, staleAfterMs: null }] },
    ]);
  });

  test('what every product can be expected to do, audit logs as another operation (W1)', () => {
    const names = { 'google-workspace': { services: ['GMAIL'] }, 'iaas-paas': { services: ['AZURE_VM', 'AMAZON_S3'] }, 'microsoft-365': { services: ['TEAMS'] }, salesforce: { organizations: ['a'] }, 'dynamics-365': { organizations: ['b'] } };
    const expected = Object.entries(names).map(([product, named]) => ({ product, ...named, operation: 'RESTORE', every: 'P1D' }));
    const audits = ['salesforce', 'dynamics-365'].map((product) => ({ product, organizations: ['a'], operation: 'OTHER', every: 'P1D' }));
    const [tenant] = read(JSON.stringify({ tenants: [{ ...contoso, products: Object.keys(names), expected: [...expected, ...audits] }] })).tenants;
    expect(tenant?.expected.map(({ product, operation, workload }) => [product, operation, workload.code].join(' '))).toEqual([
      ...['GOOGLE_WORKSPACE RESTORE 1', 'IAAS_PAAS RESTORE 1', 'IAAS_PAAS RESTORE 26000', 'MICROSOFT_365 RESTORE 7', 'SALESFORCE RESTORE a', 'DYNAMICS_365 RESTORE b'],
      ...['SALESFORCE OTHER a', 'DYNAMICS_365 OTHER a'],
    ]);
  });

  test('credentials, without the line end of the file', () => {
    expect(config.tenants.map(({ credentials }) => credentials)).toMatchObject([
      { clientId: '3f2a', clientSecret: 'the-secret', identityUrl: new URL('https://identity.avepointonlineservices.com/connect/token') },
      { clientId: '77d1', clientSecret: 'in the environment', identityUrl: new URL('https://identity-gov.avepointonlineservices.com/connect/token') },
    ]);
  });

  test('T2: sources in the order of tenants and of products, in the region that is said nearest', () => {
    expect(config.sources.map(({ tenant, region, product }) => `${tenant}/${region}/${product}`)).toEqual(['contoso/we/GOOGLE_WORKSPACE', 'contoso/us/IAAS_PAAS', 'contoso/we/MICROSOFT_365', 'fabrikam/gov/SALESFORCE']);
    expect(config.sources.map(({ baseUrl }) => baseUrl?.href)).toEqual([
      'https://graph-we.avepointonlineservices.com/',
      'https://reports.example.com/x',
      'https://graph-we.avepointonlineservices.com/',
      'https://graph-gov.avepointonlineservices.com/',
    ]);
    expect(config.sources.map(({ endpoint, timeFilter, locations }) => [endpoint, timeFilter, locations.join()])).toEqual([['jobs', 'unknown', ''], ['job-report', 'unknown', ''], ['cloud-backup-jobs', 'start', 'NAM,EUR'], ['jobs', 'unknown', '']]);
    for (const source of config.sources) expect(source).toMatchObject({ pageSize: 50, lookbackMs: 3_600_000 });
  });

  test('T2: one product in two regions', () => {
    const two = read({ tenants: [{ ...contoso, products: [{ name: 'salesforce', region: 'us' }, { name: 'salesforce', region: 'uk' }] }] });
    expect(two.sources.map(({ region }) => region)).toEqual(['us', 'uk']);
  });

  test('a certificate, its key locked', () => {
    const { tenants } = read({ tenants: [{ ...contoso, credentials: { clientId: 'c', certificateFile: 'client', keyFile: 'locked', keyPassphraseFile: 'phrase' } }] });
    expect(tenants[0]?.credentials).toMatchObject({ clientId: 'c', certificate: { validTo: new Date(new X509Certificate(own.certificatePem).validTo) } });
  });

  test('a variable that begins as settings do is no setting', () => {
    const named = { ...contoso, credentials: { clientId: 'c', clientSecretEnv: 'AVEPOINT_CONTOSO' } };
    expect(faultsOf({ tenants: [named] }, { AVEPOINT_CONTOSO: 's' })).toEqual([]);
    expect(faultsOf({ tenants: [contoso] }, { AVEPOINT_CONTOSO: 's' })).toHaveLength(1);
  });
});

describe('T1: settings beside the file', () => {
  const stay = /^(?:AVEPOINT_(?:PAGE_SIZE|LOOKBACK_HOURS|CALL_BUDGET|SCAN_BUDGET|CALLS_PER_SECOND|TENANTS_FILE)$|(?!AVEPOINT_))/;

  test.each(settingNames.filter((name) => !stay.test(name)))('%s is a fault', (name) => {
    expect(faultsOf({ tenants: [contoso] }, { [name]: 'x' }).join('\n')).toContain(`${name} is set beside ${SETTING}`);
    expect(faultsOf({ tenants: [contoso] }, { [name]: '' })).toEqual([]);
  });

  test('page size, lookback and budgets are none', () => {
    expect(faultsOf({ tenants: [contoso] }, { AVEPOINT_PAGE_SIZE: '9', AVEPOINT_LOOKBACK_HOURS: '9', AVEPOINT_CALL_BUDGET: '9', AVEPOINT_SCAN_BUDGET: '9', AVEPOINT_CALLS_PER_SECOND: '9', NODE_ENV: 'production' })).toEqual([]);
  });
});

/** What can be wrong with a tenant, and the beginning of what is said. */
const wrongs: readonly (readonly [wrong: Entry, said: string])[] = [
  [{ name: 7 }, 'name '],
  [{ name: 'a\nb' }, 'name '],
  [{ labels: ['gold'] }, 'labels '],
  [{ labels: { 'a word': 'x' } }, 'labels '],
  [{ labels: { tier: 1 } }, 'labels '],
  [{ ids: { crm: null } }, 'ids '],
  [{ region: 'mars' }, 'region '],
  [{ environment: 'fedramp', region: 'us' }, 'region '],
  [{ environment: 'moon' }, 'environment '],
  [{ graphUrl: 'http://example.com' }, 'graphUrl '],
  [{ identityUrl: 'https://user:pass@example.com/' }, 'identityUrl '],
  [{ staleAfter: 'P1M' }, 'staleAfter '],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone '],
  [{ nickname: 'x' }, 'takes key'],
  [{ credentials: undefined }, 'credentials'],
  [{ credentials: { clientId: 'c' } }, 'credentials needs'],
  [{ credentials: { clientSecretFile: 'secret' } }, 'credentials.clientId '],
  [{ credentials: { clientId: 'c', clientSecret: 's' } }, 'credentials takes'],
  [{ credentials: { clientId: 'c', clientSecretFile: 'nowhere' } }, 'credentials.clientSecretFile '],
  [{ credentials: { clientId: 'c', clientSecretFile: 'blank' } }, 'credentials.clientSecretFile '],
  [{ credentials: { clientId: 'c', clientSecretEnv: 'NOT_SET' } }, 'credentials.clientSecretEnv '],
  [{ credentials: { clientId: 'c', clientSecretFile: 'secret', certificateFile: 'client', keyFile: 'key' } }, 'credentials has clientSecretFile and certificateFile'],
  [{ credentials: { clientId: 'c', certificateFile: 'client' } }, 'credentials.keyFile '],
  [{ credentials: { clientId: 'c', clientSecretFile: 'secret', keyFile: 'key' } }, 'credentials.keyFile '],
  [{ credentials: { clientId: 'c', certificateFile: 'secret', keyFile: 'key' } }, 'credentials.certificateFile '],
  [{ credentials: { clientId: 'c', certificateFile: 'client', keyFile: 'locked' } }, 'credentials.keyFile '],
  [{ products: [] }, 'products '],
  [{ products: ['microsoft-366'] }, 'products.0.name '],
  [{ products: ['salesforce', { name: 'salesforce' }] }, 'products.1 '],
  [{ products: [{ name: 'salesforce', endpoint: 'report' }] }, 'products.0.endpoint '],
  [{ products: [{ name: 'salesforce', url: 'https://example.com' }] }, 'products.0.url '],
  [{ products: [{ name: 'salesforce', timeFilter: 'both' }] }, 'products.0.timeFilter '],
  [{ products: [{ name: 'salesforce', locations: ['N M'] }] }, 'products.0.locations.0 '],
  [{ products: [{ name: 'salesforce', colour: 'x' }] }, 'products.0 takes'],
  [{ environment: 'aos2', products: [{ name: 'salesforce', region: 'us' }] }, 'products.0.region '],
  [{ expected: [{ product: 'salesforce', organizations: ['x'], operation: 'BACKUP', every: 'daily' }] }, 'expected.0.every '],
  [{ expected: [{ product: 'microsoft-365', services: ['ONEDRIVE'], operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0.product '],
  [{ expected: [{ product: 'salesforce', organizations: ['x'], operation: 'DANCE', every: 'PT1H' }] }, 'expected.0.operation '],
  [{ products: ['dynamics-365'], expected: [{ product: 'dynamics-365', organizations: ['x'], operation: 'SEEDING', every: 'PT1H' }] }, 'expected.0.operation '],
  [{ expected: [{ product: 'salesforce', operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0 takes organizations'],
  [{ products: ['google-workspace'], expected: [{ product: 'google-workspace', operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0 takes services'],
  [{ products: ['google-workspace'], expected: [{ product: 'google-workspace', services: ['GMAIL', 'Gmail'], operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0.services '],
  // No type of a backup is told to be of it.
  [{ products: ['iaas-paas'], expected: [{ product: 'iaas-paas', services: ['COMMON'], operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0.services '],
  [{ products: ['iaas-paas'], expected: [{ product: 'iaas-paas', services: ['AZURE_VM'], operation: 'RETENTION', every: 'PT1H' }] }, 'expected.0.services '],
  [{ expected: [{ product: 'salesforce', organizations: ['x', 'x'], operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0 names what is expected already'],
  [{ expected: ['PT1H', 'PT2H'].map((every) => ({ product: 'salesforce', organizations: ['x'], operation: 'BACKUP', every })) }, 'expected.1 names what is expected already'],
  [{ expected: [{ product: 'salesforce', services: ['ONEDRIVE'], operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0.services '],
  [{ products: ['google-workspace'], expected: [{ product: 'google-workspace', organizations: ['x'], operation: 'BACKUP', every: 'PT1H' }] }, 'expected.0.organizations '],
];

describe('T1: every fault at once, by tenant and field', () => {
  test.each(wrongs)('%j', (wrong, said) => {
    const faults = faultsOf({ tenants: [contoso, { ...contoso, key: 'fabrikam', ...wrong }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${SETTING}, fabrikam: ${said}`));
  });

  test('of many tenants, and of one in several places', () => {
    const faults = faultsOf({ tenants: wrongs.map(([wrong], index) => ({ ...contoso, key: `t${index}`, ...wrong })) });
    expect(faults.map((fault) => /^AVEPOINT_TENANTS_FILE, (\w+): /.exec(fault)?.[1])).toEqual(wrongs.map((_, index) => `t${index}`));
    const four = faultsOf({ defaults: { region: 'mars' }, tenants: [{ ...contoso, labels: 'x', credentials: { clientId: 'c', clientSecretFile: 'nowhere' }, products: ['salesforce', 'x'] }] }, { AVEPOINT_REGION: 'us' });
    expect(four.map((fault) => fault.split(' ').slice(0, 3).join(' '))).toEqual([`${SETTING}: defaults.region has`, `${SETTING}, contoso: labels`, `${SETTING}, contoso: credentials.clientSecretFile`, `${SETTING}, contoso: products.1.name`, 'AVEPOINT_REGION is set']);
  });

  test('one without a key that can be used is told by its place', () => {
    expect(faultsOf({ tenants: [contoso, { ...contoso, key: 'a/b' }, null] }).map((fault) => fault.slice(0, 40))).toEqual([expect.stringContaining(`${SETTING}, tenants.1: key`), expect.stringContaining(`${SETTING}, tenants.2: takes`)]);
  });

  test('keys are unique; names may repeat (T6)', () => {
    expect(faultsOf({ tenants: [contoso, contoso, { ...contoso, key: 'other', name: 'N' }, { ...contoso, key: 'another', name: 'N' }] })).toEqual([`${SETTING}, contoso: more than one tenant has this key.`]);
  });

  test.each([['tenants: ['], ['a: 1\na: 2'], ['x: &x 1\ny: *x']])('%j is no such YAML', (text) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(/^AVEPOINT_TENANTS_FILE names a file that is not YAML/)]);
  });

  test.each([['tenants: []'], [''], ['[]'], ['other: 1\ntenants: 3'], ['just text']])('%j names no tenant', (text) => {
    expect(faultsOf(text).join()).toContain(SETTING);
  });

  test('a file that is not there', () => {
    expect(() => readConfig({ [SETTING]: '/nowhere/tenants.yaml' })).toThrow(`${SETTING} names a file that cannot be read (ENOENT).`);
  });
});

describe('T1: never a value, and no secret', () => {
  const canary = 'canary/5d81';
  const whole = { defaults: { region: 'we' }, tenants: [{ ...contoso, name: 'N', labels: { tier: 'gold' }, ids: { crm: '1' }, region: 'us', graphUrl: 'https://example.com', staleAfter: 'PT1H', timeZone: 'UTC', products: [{ name: 'salesforce', endpoint: 'jobs', timeFilter: 'start', locations: ['NAM'] }], expected: [{ product: 'salesforce', organizations: ['x'], operation: 'BACKUP', every: 'PT1H' }] }] };
  const anything = fc.oneof(fc.constant(canary), fc.constant([canary]), fc.constant({ [canary]: canary }), fc.constant({ [canary]: { [canary]: [canary] } }), fc.constantFrom(null, 1, true, '', [], {}));

  /** Puts something else into one place, or adds a name. */
  function spoil(value: unknown, path: readonly number[], by: unknown): unknown {
    const [step = 0, ...rest] = path;
    if (path.length === 0 || typeof value !== 'object' || value === null) return by;
    const entries = Object.entries(value);
    const at = step % (entries.length + 1);
    const spoilt = at === entries.length ? [...entries, [canary, by] as const] : entries.map(([name, item], index) => [name, index === at ? spoil(item, rest, by) : (item as unknown)] as const);
    return Array.isArray(value) ? spoilt.map(([, item]) => item as unknown) : Object.fromEntries(spoilt);
  }

  test('whatever stands wherever', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(fc.nat(9), { maxLength: 6 }), anything), { minLength: 1, maxLength: 4 }), (changes) => {
        const spoilt = changes.reduce<unknown>((content, [path, by]) => spoil(content, path, by), whole);
        const told = faultsOf(spoilt).join('\n');
        expect(told).not.toContain(canary);
        expect(told).not.toMatch(/the-secret|the-passphrase|the-client|PRIVATE/);
        for (const fault of told.split('\n')) expect(fault === '' || fault.startsWith(SETTING)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('of an environment that holds secrets', () => {
    const faults = faultsOf({ tenants: [{ ...contoso, credentials: { clientId: 'c', clientSecretEnv: 'TOLD' }, region: 'mars' }] }, { TOLD: canary, AVEPOINT_CLIENT_SECRET: canary });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain(canary);
  });
});

test('T5: a right of a key names a tenant of the file', () => {
  const keys = (rights: readonly string[]): Environment => ({ AUTH_API_KEYS_FILE: writeKeyFile([{ name: 'one', key: 'one', rights }]) });
  expect(faultsOf({ tenants: [contoso] }, keys(['contoso/*', '*/salesforce']))).toEqual([]);
  expect(faultsOf({ tenants: [contoso] }, keys(['fabrikam']))).toEqual([expect.stringMatching(/keys\.0\.rights\.0 names a tenant that is not configured: take that of AVEPOINT_TENANTS_FILE/)]);
});

test('every product can be named', () => {
  expect(read({ tenants: [{ ...contoso, products: products.map(({ name }) => name) }] }).sources).toHaveLength(products.length);
});

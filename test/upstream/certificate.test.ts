import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { IdentitySwitches } from '../../simulator/index.js';
import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/errors.js';
import { createCertificate, ecKeys, keyPem, rsaKeys, type TestCertificate } from '../support/certificate.js';
import { products } from '../products/index.js';
import { listPage, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const HOUR_MS = 3_600_000;
const PASSPHRASE = 'correct horse';
const own = createCertificate();
const other = createCertificate();

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'certificates-'))));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** Writes a file and gives its path. */
function file(text: string): string {
  files += 1;
  const path = join(folder, `file-${files}.pem`);
  writeFileSync(path, text);
  return path;
}

function settingsOf({ certificatePem, privateKey }: TestCertificate): Record<string, string> {
  return { AVEPOINT_CLIENT_CERTIFICATE_FILE: file(certificatePem), AVEPOINT_CLIENT_KEY_FILE: file(keyPem(privateKey)) };
}

describe('a token is had for a signed assertion', () => {
  let world: World;
  afterEach(() => world.close());

  async function start(identity: Partial<IdentitySwitches>, settings: Record<string, string>, registered: readonly TestCertificate[] = [other, own]): Promise<void> {
    world = await startWorld({
      simulator: { jobsPerProduct: 20, days: 20, switches: { identity }, certificates: registered.map(({ certificatePem }) => certificatePem) },
      environment: { AVEPOINT_CLIENT_SECRET: '', ...settings },
    });
  }

  const faults = (): (string | null)[] => [...new Set(world.simulator.tokenCalls.map(({ assertionFault }) => assertionFault))];
  const errorOf = async () => sourceOf(await listPage(world, { field: 'salesforceJobs' }), 'salesforce').error;

  test('one a scope, each with an assertion of its own', async () => {
    await start({}, settingsOf(own));
    expect((await listPage(world)).isComplete).toBe(true);
    expect(world.simulator.tokenCalls.map(({ status }) => status)).toEqual(products.map(() => 200));
    world.simulator.set({ identity: { tokenEpoch: 1 } });
    expect((await listPage(world)).isComplete).toBe(true);
    expect(faults()).toEqual([null]);
  });

  test('an encrypted key, with the passphrase in a file of its own', async () => {
    await start({}, {
      ...settingsOf(own),
      AVEPOINT_CLIENT_KEY_FILE: file(keyPem(own.privateKey, PASSPHRASE)),
      AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: file(`${PASSPHRASE}\n`),
    });
    expect((await listPage(world)).isComplete).toBe(true);
  });

  test('an attempt that fails is followed by one with an assertion of its own', async () => {
    await start({ fault: { kind: 'status', status: 503, times: 2 } }, settingsOf(own));
    expect((await listPage(world, { field: 'salesforceJobs' })).isComplete).toBe(true);
    expect(world.simulator.tokenCalls.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(faults()).toEqual([null]);
  });

  test.each([30_000, -30_000, 4 * 60_000])('a clock that is off by %i ms does no harm', async (clockOffsetMs) => {
    await start({ clockOffsetMs }, settingsOf(own));
    expect((await listPage(world)).isComplete).toBe(true);
  });

  test.each([
    [HOUR_MS, 'exp', 'behind'],
    [-HOUR_MS, 'nbf', 'ahead of'],
  ] as const)('a clock that is off by %i ms: the message says so', async (clockOffsetMs, fault, side) => {
    await start({ clockOffsetMs }, settingsOf(own));
    const error = await errorOf();
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAUTHENTICATED', isRetryable: false });
    expect(error?.message).toMatch(new RegExp(`clock of this machine is 60 min ${side}`));
    expect(faults()).toEqual([fault]);
    expect(world.simulator.calls).toEqual([]);
  });

  test('a certificate that is not registered: the message says what to check, and nothing of secrets', async () => {
    await start({}, settingsOf(own), [other]);
    const error = await errorOf();
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAUTHENTICATED', isRetryable: false });
    expect(error?.message).toMatch(/AVEPOINT_CLIENT_CERTIFICATE_FILE.*registered.*AVEPOINT_ENVIRONMENT/);
    expect(error?.message).not.toMatch(/clock|SECRET/);
    expect(faults()).toEqual(['x5t']);
  });

  test('for another client id', async () => {
    await start({}, { ...settingsOf(own), AVEPOINT_CLIENT_ID: 'another' });
    expect((await errorOf())?.message).toContain('AVEPOINT_CLIENT_ID');
    expect(faults()).toEqual(['iss or sub']);
  });
});

describe('what is wrong with the files is said at start', () => {
  const credentials = { AVEPOINT_CLIENT_ID: 'the-client' };

  function faultsOf(settings: Record<string, string>): readonly string[] {
    try {
      readConfig({ ...credentials, ...settings });
    } catch (error) {
      if (error instanceof ConfigError) return error.faults;
      throw error;
    }
    return [];
  }

  test('nothing', () => {
    expect(faultsOf(settingsOf(own))).toEqual([]);
    const config = readConfig({ ...credentials, ...settingsOf(own) });
    expect(config.tenants[0]?.credentials).toMatchObject({ clientId: 'the-client', certificate: { validTo: new Date(new X509Certificate(own.certificatePem).validTo) } });
    expect(config.tenants[0]?.credentials).not.toHaveProperty('clientSecret');
    expect(faultsOf({ ...settingsOf(own), AVEPOINT_CLIENT_SECRET: '' })).toEqual([]);
  });

  test('the older forms of PEM keys', () => {
    const pem = (options: object): string => file(String(own.privateKey.export({ type: 'pkcs1', format: 'pem', ...options })));
    expect(faultsOf({ ...settingsOf(own), AVEPOINT_CLIENT_KEY_FILE: pem({}) })).toEqual([]);
    const encrypted = { AVEPOINT_CLIENT_KEY_FILE: pem({ cipher: 'aes-256-cbc', passphrase: PASSPHRASE }) };
    expect(faultsOf({ ...settingsOf(own), ...encrypted })).toEqual([expect.stringContaining('AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE')]);
    expect(faultsOf({ ...settingsOf(own), ...encrypted, AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: file(PASSPHRASE) })).toEqual([]);
  });

  const keyOf = (privateKey: TestCertificate['privateKey'], passphrase?: string) => ({ AVEPOINT_CLIENT_KEY_FILE: file(keyPem(privateKey, passphrase)) });
  const certificateOf = ({ certificatePem }: TestCertificate) => ({ AVEPOINT_CLIENT_CERTIFICATE_FILE: file(certificatePem) });
  const pssKey = () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;

  test.each<[string, () => Record<string, string>, RegExp]>([
    ['a key of another certificate', () => keyOf(other.privateKey), /KEY_FILE does not fit AVEPOINT_CLIENT_CERTIFICATE_FILE/],
    ['an expired certificate', () => settingsOf(createCertificate({ to: new Date(Date.now() - 1000) })), /CERTIFICATE_FILE.*expired/],
    ['one that is not valid yet', () => settingsOf(createCertificate({ from: new Date(Date.now() + HOUR_MS) })), /CERTIFICATE_FILE.*not valid yet/],
    ['no certificate file', () => ({ AVEPOINT_CLIENT_CERTIFICATE_FILE: '/nowhere/canary' }), /CERTIFICATE_FILE.*cannot be read \(ENOENT\)/],
    ['no key file', () => ({ AVEPOINT_CLIENT_KEY_FILE: '/nowhere/canary' }), /KEY_FILE.*cannot be read \(ENOENT\)/],
    ['a folder', () => ({ AVEPOINT_CLIENT_KEY_FILE: folder }), /KEY_FILE.*cannot be read \(EISDIR\)/],
    ['no passphrase file', () => ({ ...keyOf(own.privateKey, PASSPHRASE), AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: '/nowhere/canary' }), /PASSPHRASE_FILE.*cannot be read/],
    ['an encrypted key without a passphrase', () => keyOf(own.privateKey, PASSPHRASE), /KEY_FILE is encrypted.*PASSPHRASE_FILE/],
    ['an empty passphrase', () => ({ ...keyOf(own.privateKey, PASSPHRASE), AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: file('\n') }), /KEY_FILE is encrypted.*PASSPHRASE_FILE/],
    ['a wrong passphrase', () => ({ ...keyOf(own.privateKey, PASSPHRASE), AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: file('canary') }), /PASSPHRASE_FILE does not hold the passphrase/],
    ['a key that is no RSA key', () => settingsOf(createCertificate({ keys: ecKeys() })), /KEY_FILE is not an RSA key/],
    ['one for another kind of RSA signature', () => keyOf(pssKey()), /KEY_FILE is not an RSA key/],
    ['a short key', () => settingsOf(createCertificate({ keys: rsaKeys(1024) })), /KEY_FILE.*less than 2048 bits/],
    ['the two files exchanged', () => ({ ...certificateOf(own), AVEPOINT_CLIENT_KEY_FILE: file(own.certificatePem) }), /KEY_FILE holds no private key/],
    ['a key for a certificate', () => ({ AVEPOINT_CLIENT_CERTIFICATE_FILE: file(keyPem(own.privateKey)) }), /CERTIFICATE_FILE holds no certificate/],
    ['a secret beside them', () => ({ AVEPOINT_CLIENT_SECRET: 'canary' }), /SECRET.*not both/],
  ])('%s', (_title, change, expected) => {
    const faults = faultsOf({ ...settingsOf(own), ...change() });
    expect(faults).toEqual([expect.stringMatching(expected)]);
    expect(faults.join()).not.toMatch(/canary|certificates-/);
  });

  test('half of a pair', () => {
    const { AVEPOINT_CLIENT_CERTIFICATE_FILE = '', AVEPOINT_CLIENT_KEY_FILE = '' } = settingsOf(own);
    expect(faultsOf({ AVEPOINT_CLIENT_CERTIFICATE_FILE })).toEqual([expect.stringMatching(/^AVEPOINT_CLIENT_KEY_FILE is missing/)]);
    expect(faultsOf({ AVEPOINT_CLIENT_KEY_FILE })).toEqual([expect.stringMatching(/^AVEPOINT_CLIENT_CERTIFICATE_FILE is missing/)]);
    expect(faultsOf({ AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE: file('x') })).toHaveLength(2);
    expect(faultsOf({ ...settingsOf(own), AVEPOINT_CLIENT_ID: '' })).toEqual([expect.stringMatching(/^AVEPOINT_CLIENT_ID is missing/)]);
    expect(faultsOf({})).toEqual([expect.stringMatching(/AVEPOINT_CLIENT_SECRET is missing, or AVEPOINT_CLIENT_CERTIFICATE_FILE/)]);
  });

  test('all at once', () => {
    const faults = faultsOf({
      AVEPOINT_CLIENT_CERTIFICATE_FILE: '/nowhere/canary',
      AVEPOINT_CLIENT_KEY_FILE: file(keyPem(ecKeys().privateKey)),
      AVEPOINT_CLIENT_SECRET: 'canary',
      AVEPOINT_REGION: 'mars',
    });
    expect(faults).toHaveLength(4);
    for (const setting of ['CERTIFICATE_FILE', 'KEY_FILE', 'SECRET', 'REGION']) expect(faults.join('\n')).toContain(setting);
  });
});

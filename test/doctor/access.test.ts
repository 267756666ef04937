import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eachProduct, products } from '../products/index.js';
import { createCertificate, keyPem } from '../support/certificate.js';
import { consult, wrongs } from './consult.js';

const HOUR_MS = 3_600_000;
const NOWHERE = 'http://127.0.0.1:9';
const own = createCertificate();
const soonOver = createCertificate({ to: new Date(Date.now() + 5 * 24 * HOUR_MS) });

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'doctor-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function certificateSettings({ certificatePem, privateKey } = own): Record<string, string> {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  writeFileSync(certificate, certificatePem);
  writeFileSync(key, keyPem(privateKey));
  return { AVEPOINT_CLIENT_SECRET: '', AVEPOINT_CLIENT_CERTIFICATE_FILE: certificate, AVEPOINT_CLIENT_KEY_FILE: key };
}

test('all is well, and the calls are counted and bounded', async () => {
  const { diagnosis, exitCode, text, simulator } = await consult();
  expect(exitCode).toBe(0);
  expect(wrongs(diagnosis)).toEqual([]);
  expect(diagnosis).toMatchObject({ isWell: true, isSimulated: false });
  expect(diagnosis.calls).toBe(simulator.tally.calls + simulator.tally.tokenCalls);
  expect(diagnosis.calls).toBeLessThanOrEqual(diagnosis.mostCalls);
  expect(text).toContain(`Calls made: ${diagnosis.calls}, of ${diagnosis.mostCalls} at most.`);
});

describe('each in words of its own', () => {
  test('a wrong secret', async () => {
    const { diagnosis, exitCode, simulator } = await consult({ environment: { AVEPOINT_CLIENT_SECRET: 'canary-wrong' } });
    expect(exitCode).toBe(1);
    expect(wrongs(diagnosis).map(({ check }) => check)).toEqual(products.map(() => 'token'));
    expect(wrongs(diagnosis)[0]?.text).toMatch(/refuses the client id and secret.*AVEPOINT_CLIENT_SECRET/);
    expect(diagnosis.isWell).toBe(false);
    expect(simulator.calls).toEqual([]);
  });

  test('a permission that the identity service does not grant', async () => {
    const { diagnosis } = await consult({ prepare: (simulator) => simulator.set({ identity: { fault: { kind: 'body', status: 400, text: '{"error":"invalid_scope"}' } } }), environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'permission', text: expect.stringMatching(/does not grant salesforce.public.read.all.*Grant it/) as string })]);
  });

  test('a permission that the API misses', async () => {
    const { diagnosis, of } = await consult({ prepare: (simulator) => simulator.set({ 'iaas-paas': { permitted: false } }) });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'permission', text: expect.stringMatching(/platformbackup.readwrite.all is missing \(403\)/) as string })]);
    expect(of('iaas-paas')['token']?.state).toBe('ok');
    expect(of('salesforce')['permission']?.state).toBe('ok');
  });

  test('a permission that can write, granted or not', async () => {
    const { of } = await consult();
    expect(of('iaas-paas')['permission']?.text).toMatch(/is granted\. It can write as well: .*no read-only one/);
    expect(of('salesforce')['permission']?.text).toMatch(/is granted\.$/);
    const { of: ofRefused } = await consult({ prepare: (simulator) => simulator.set({ 'iaas-paas': { permitted: false } }), environment: { AVEPOINT_PRODUCTS: 'iaas-paas' } });
    expect(ofRefused('iaas-paas')['permission']?.text).toMatch(/Grant it .*It can write as well/);
  });

  test('a wrong data centre: every source there is not found', async () => {
    const { diagnosis } = await consult({ prepare: (simulator) => simulator.set(eachProduct(() => ({ enabled: false }))) });
    expect(wrongs(diagnosis).map(({ check }) => check)).toEqual(products.map(() => 'data centre'));
    expect(wrongs(diagnosis)[0]?.text).toMatch(new RegExp(`All ${products.length} sources.*Set AVEPOINT_REGION`));
  });

  test('a product that is not enabled: other sources are known there', async () => {
    const { diagnosis, of } = await consult({ prepare: (simulator) => simulator.set({ salesforce: { enabled: false }, 'iaas-paas': { permitted: false } }) });
    expect(of('salesforce')['product']).toMatchObject({ state: 'wrong', text: expect.stringMatching(new RegExp(`knows ${products.length - 1} other sources.*Enable the product`)) as string });
    expect(of('salesforce')['data centre']?.state).toBe('ok');
    expect(wrongs(diagnosis).map(({ check }) => check).sort()).toEqual(['permission', 'product']);
  });

  test('one source alone: the two look the same, and it says so', async () => {
    const { diagnosis } = await consult({ prepare: (simulator) => simulator.set({ salesforce: { enabled: false } }), environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ text: expect.stringMatching(/look the same.*AVEPOINT_REGION.*enable the product/) as string })]);
  });

  test('an identity host that cannot be reached', async () => {
    const { diagnosis } = await consult({ environment: { AVEPOINT_IDENTITY_URL: `${NOWHERE}/connect/token`, AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'token', text: expect.stringMatching(/identity host 127.0.0.1:9 cannot be reached/) as string })]);
    expect(diagnosis.findings).toEqual([expect.objectContaining({ check: 'clock', state: 'unknown' })]);
  });

  test('a graph host that cannot be reached', async () => {
    const { diagnosis, of } = await consult({ environment: { AVEPOINT_GRAPH_URL: NOWHERE, AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'data centre', text: expect.stringMatching(/graph host 127.0.0.1:9 cannot be reached/) as string })]);
    expect(of('salesforce')['token']?.state).toBe('ok');
  });

  test('a token of another cloud', async () => {
    const { diagnosis } = await consult({ prepare: (simulator) => simulator.set({ salesforce: { fault: { kind: 'status', status: 401 } } }), environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'token', text: expect.stringMatching(/different clouds.*AVEPOINT_ENVIRONMENT/) as string })]);
  });

  test.each([[HOUR_MS, 'behind'], [-HOUR_MS, 'ahead of']])('a clock that is off by %i ms, with a secret', async (clockOffsetMs, side) => {
    const { diagnosis } = await consult({ prepare: (simulator) => simulator.set({ identity: { clockOffsetMs } }), environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'clock', text: expect.stringContaining(`this machine's clock is 60 min ${side}`) as string })]);
  });

  test('a clock that is off, with a certificate', async () => {
    const { diagnosis } = await consult({
      simulator: { certificates: [own.certificatePem] },
      prepare: (simulator) => simulator.set({ identity: { clockOffsetMs: HOUR_MS } }),
      environment: { ...certificateSettings(), AVEPOINT_PRODUCTS: 'salesforce' },
    });
    expect(wrongs(diagnosis).map(({ check }) => check)).toEqual(['clock', 'token']);
    expect(wrongs(diagnosis)[1]?.text).toMatch(/the clocks say why.*60 min behind.*Set the clock/);
  });

  test('a certificate that is not registered', async () => {
    const { diagnosis, text } = await consult({ environment: { ...certificateSettings(), AVEPOINT_PRODUCTS: 'salesforce' } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'token', text: expect.stringMatching(/the clocks agree: the certificate is not registered.*thumbprint [0-9A-F]{40}/) as string })]);
    expect(text).not.toMatch(/PRIVATE KEY|doctor-/);
  });

  test('a certificate that is, and how long it lasts', async () => {
    const { diagnosis } = await consult({ simulator: { certificates: [soonOver.certificatePem] }, environment: certificateSettings(soonOver) });
    expect(diagnosis.isWell).toBe(true);
    expect(diagnosis.findings.find(({ check }) => check === 'certificate')).toMatchObject({ state: 'advice', text: expect.stringMatching(/^Valid until/) as string });
  });
});

test('no jobs: the data centre cannot be told, and nothing is made up', async () => {
  const { diagnosis, of } = await consult({ simulator: { jobs: { salesforce: [] } }, environment: { AVEPOINT_PRODUCTS: 'salesforce' } });
  expect(diagnosis.isWell).toBe(true);
  const states = Object.fromEntries(Object.values(of('salesforce')).map(({ check, state }) => [check, state]));
  expect(states).toMatchObject({ 'data centre': 'unknown', 'time filter': 'unknown', order: 'unknown', 'page numbers': 'unknown', 'page size': 'unknown' });
});

test('neither secrets nor tokens nor people are printed', async () => {
  const { text, diagnosis, simulator } = await consult();
  const tokens = simulator.calls.map(({ headers }) => String(headers['authorization']).slice('Bearer '.length));
  const people = simulator.records('google-workspace').flatMap(({ operator }) => (operator === null || operator === 'System' ? [] : [operator]));
  expect(people.length).toBeGreaterThan(0);
  for (const secret of [simulator.clientSecret, ...tokens, ...people]) {
    expect(text).not.toContain(secret);
    expect(JSON.stringify(diagnosis)).not.toContain(secret);
  }
});

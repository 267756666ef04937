import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createCertificate } from '../support/certificate.js';
import { startForwardProxy, type ForwardProxyOptions } from '../support/forward-proxy.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { startTlsFront, type TlsFront } from '../support/tls-front.js';
import { consult, wrongs, type Consulted } from './consult.js';

const salesforce = { AVEPOINT_PRODUCTS: 'salesforce' };

let issuer: Issuer;
/** Before the issuer, with a certificate that nobody signed. */
let front: TlsFront;
beforeAll(async () => {
  issuer = await startIssuer();
  front = await startTlsFront(issuer.issuer, createCertificate({ names: ['127.0.0.1'] }));
});
afterAll(() => Promise.all([issuer.close(), front.close()]));

describe('a proxy', () => {
  async function consultBehind(options: ForwardProxyOptions): Promise<{ readonly consulted: Consulted; readonly port: number }> {
    const proxy = await startForwardProxy(options);
    const consulted = await consult({ environment: { ...salesforce, HTTP_PROXY: `http://user:canary@127.0.0.1:${proxy.port}` } });
    await proxy.close();
    expect(JSON.stringify(consulted.diagnosis) + consulted.text).not.toMatch(/canary|user:/);
    return { consulted, port: proxy.port };
  }

  test('is named for every host that is asked through it, once', async () => {
    const { consulted, port } = await consultBehind({});
    const { host } = new URL(consulted.simulator.graphUrl);
    expect(consulted.exitCode).toBe(0);
    expect(consulted.diagnosis.findings.filter(({ check }) => check === 'proxy')).toEqual([expect.objectContaining({ state: 'ok', text: `${host} is asked through 127.0.0.1:${port}.` })]);
  });

  test('that wants other credentials', async () => {
    const { consulted, port } = await consultBehind({ answer: 407 });
    expect(wrongs(consulted.diagnosis)).toEqual([expect.objectContaining({ check: 'token', text: expect.stringMatching(new RegExp(`proxy 127.0.0.1:${port} wants other credentials \\(407\\)`)) as string })]);
  });

  test('is not named where it is not used', async () => {
    const { text } = await consult({ environment: { ...salesforce, HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '*' } });
    expect(text).not.toMatch(/proxy/i);
  });
});

describe('TLS', () => {
  const untrusted = expect.stringMatching(/TLS certificate of 127.0.0.1:\d+ is signed by nobody.*NODE_EXTRA_CA_CERTS/) as string;

  test.each([
    ['the identity service', 'token', () => ({ AVEPOINT_IDENTITY_URL: `${front.urlFor()}/connect/token` })],
    ['the API', 'data centre', () => ({ AVEPOINT_GRAPH_URL: front.urlFor() })],
    ["the issuer's keys", 'issuer keys', () => ({ ...issuer.environment, AUTH_JWKS_URL: `${front.urlFor()}/keys` })],
  ])('of %s is named', async (_title, check, settings) => {
    const { diagnosis } = await consult({ environment: { ...salesforce, ...settings() } });
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check, text: untrusted })]);
  });
});

describe("the issuer's keys", () => {
  test('are there, and the call is counted', async () => {
    const { diagnosis, simulator, exitCode } = await consult({ environment: { ...salesforce, ...issuer.environment } });
    expect(exitCode).toBe(0);
    expect(diagnosis.findings).toContainEqual(expect.objectContaining({ check: 'issuer keys', state: 'ok' }));
    expect(diagnosis.calls).toBe(simulator.tally.calls + simulator.tally.tokenCalls + 1);
  });

  test('are something else', async () => {
    issuer.setDown(true);
    const { diagnosis } = await consult({ environment: { ...salesforce, ...issuer.environment } });
    issuer.setDown(false);
    expect(wrongs(diagnosis)).toEqual([expect.objectContaining({ check: 'issuer keys', text: expect.stringMatching(/not a set of keys \(503\).*AUTH_JWKS_URL/) as string })]);
  });
});

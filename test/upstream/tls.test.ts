import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { ask, bearer } from '../support/ask.js';
import { build, runBuilt, settingsFor, startBuilt } from '../support/built-server.js';
import { createCertificate, rsaKeys, type CertificateOptions } from '../support/certificate.js';
import { readAlone, withWorld } from '../support/faults.js';
import { startForwardProxy } from '../support/forward-proxy.js';
import { startIssuer } from '../support/issuer.js';
import type { ListedError } from '../support/list-jobs.js';
import { startTlsFront, type TlsFront } from '../support/tls-front.js';

const DAY_MS = 86_400_000;
const ca = createCertificate({ commonName: 'a CA of our own' });
/** One pair for all hosts: to make another takes long, and holds everything up meanwhile. */
const keys = rsaKeys();
const signed = (options: CertificateOptions = {}) => createCertificate({ issuer: ca, keys, commonName: 'a host', names: ['127.0.0.1', 'localhost'], ...options });
const selfSigned = createCertificate({ keys, names: ['127.0.0.1'] });

let simulator: Simulator;
let folder: string;
let trusted: string;
const fronts: TlsFront[] = [];

async function front(certificate: Parameters<typeof startTlsFront>[1], target = simulator.graphUrl): Promise<TlsFront> {
  const started = await startTlsFront(target, certificate);
  fronts.push(started);
  return started;
}

beforeAll(async () => {
  build();
  simulator = await startSimulator({ jobsPerProduct: 20, days: 10 });
  folder = mkdtempSync(join(tmpdir(), 'tls-'));
  trusted = join(folder, 'ca.pem');
  writeFileSync(trusted, ca.certificatePem);
}, 60_000);
afterAll(async () => {
  await Promise.all(fronts.map((one) => one.close()));
  await simulator.close();
  rmSync(folder, { recursive: true });
});

describe('named as TLS, with what to do, and asked once', () => {
  const isFinal = { code: 'UPSTREAM_UNREACHABLE', isRetryable: false, httpStatus: null };

  test('the API: self-signed', async () =>
    withWorld({ environment: { AVEPOINT_GRAPH_URL: (await front(selfSigned)).urlFor() } }, async (world) => {
      const { error, requests } = await readAlone(world);
      expect(error).toMatchObject(isFinal);
      expect(error?.message).toMatch(/TLS certificate of 127.0.0.1:\d+ is signed by nobody.*DEPTH_ZERO_SELF_SIGNED_CERT.*NODE_EXTRA_CA_CERTS/);
      expect(requests).toBe(1);
    }));

  test('the identity service: signed by an unknown CA', async () =>
    withWorld({ environment: { AVEPOINT_IDENTITY_URL: `${(await front(signed())).urlFor()}/connect/token` } }, async (world) => {
      const { error } = await readAlone(world);
      expect(error).toMatchObject(isFinal);
      expect(error?.message).toMatch(/TLS certificate of .* is signed by nobody.*UNABLE_TO_VERIFY_LEAF_SIGNATURE.*NODE_EXTRA_CA_CERTS/);
      expect(world.simulator.calls).toEqual([]);
    }));

  test("the issuer's keys: in the log, and no caller is let in", async () => {
    const issuer = await startIssuer();
    const ahead = await front(selfSigned, issuer.issuer);
    await withWorld({ environment: { ...issuer.environment, AUTH_JWKS_URL: `${ahead.urlFor()}/keys` } }, async (world) => {
      for (let round = 0; round < 2; round += 1) expect((await ask(world, '{ jobs { isComplete } }', bearer(await issuer.sign()))).status).toBe(503);
      const reasons = world.log.flatMap(({ reason }) => (typeof reason === 'string' ? [reason] : []));
      expect(reasons).toEqual([expect.stringMatching(/no key set: The TLS certificate of .*DEPTH_ZERO_SELF_SIGNED_CERT/), reasons[0]]);
    });
    await issuer.close();
  });

  test('plain HTTP where TLS should be', () =>
    withWorld({ environment: { AVEPOINT_GRAPH_URL: simulator.graphUrl.replace('http:', 'https:') } }, async (world) => {
      const { error, requests } = await readAlone(world);
      expect(error).toMatchObject(isFinal);
      expect(error?.message).toMatch(/127.0.0.1:\d+ speaks no TLS.*plain HTTP.*AVEPOINT_GRAPH_URL/);
      expect(requests).toBe(1);
    }));

  test('behind a proxy it is the host, and of a proxy that speaks TLS it is the proxy', async () => {
    const [plain, secure] = await Promise.all([startForwardProxy(), startForwardProxy({ certificate: selfSigned })]);
    const graphUrl = (await front(selfSigned)).urlFor();
    for (const [proxy, who] of [[plain, new URL(graphUrl).host], [secure, `the proxy 127.0.0.1:${secure.port}`]] as const) {
      await withWorld({ environment: { AVEPOINT_GRAPH_URL: graphUrl, HTTPS_PROXY: proxy.url } }, async (world) => {
        const { error, requests } = await readAlone(world);
        expect([error, requests]).toEqual([expect.objectContaining(isFinal), 1]);
        expect(error?.message).toContain(`The TLS certificate of ${who} is signed by nobody`);
      });
    }
    await Promise.all([plain.close(), secure.close()]);
  });
});

describe('with NODE_EXTRA_CA_CERTS', { timeout: 60_000 }, () => {
  interface Answered {
    readonly isComplete: boolean;
    readonly sources: readonly { readonly requests: number; readonly error: Pick<ListedError, 'code' | 'message' | 'isRetryable'> | null }[];
  }

  /** Salesforce and IaaS + PaaS, which can have a host of its own. */
  async function serve(settings: Record<string, string>): Promise<Answered> {
    const server = await startBuilt(simulator, { AVEPOINT_PRODUCTS: 'salesforce,iaas-paas', AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report', NODE_EXTRA_CA_CERTS: trusted, ...settings });
    const query = '{ page: jobs(first: 5) { isComplete sources { requests error { code message isRetryable } } } }';
    const { data } = await ask<{ readonly page: Answered }>(server, query);
    server.kill('SIGTERM');
    await server.exit;
    return data?.page ?? expect.fail('no page');
  }

  const failed = (says: RegExp): unknown => ({ requests: 1, error: { code: 'UPSTREAM_UNREACHABLE', isRetryable: false, message: expect.stringMatching(says) as string } });
  const otherName = /TLS certificate of .* is for another name \(ERR_TLS_CERT_ALTNAME_INVALID\).*AVEPOINT_REGION or AVEPOINT_GRAPH_URL.*NODE_EXTRA_CA_CERTS/;

  test('jobs come through TLS and a proxy that speaks TLS, which sees nothing of them', async () => {
    const [good, proxy] = await Promise.all([front(signed()), startForwardProxy({ certificate: signed() })]);
    const url = good.urlFor('localhost');
    const settings = { AVEPOINT_GRAPH_URL: url, AVEPOINT_IDENTITY_URL: `${url}/connect/token`, https_proxy: `https://name:secret@127.0.0.1:${proxy.port}` };
    expect(await serve(settings)).toEqual({ isComplete: true, sources: [{ error: null, requests: 1 }, { error: null, requests: 1 }] });
    expect(new Set(proxy.tunnels.map(({ target }) => target))).toEqual(new Set([new URL(url).host]));
    expect(proxy.tunnels[0]?.authorization).toMatch(/^Basic /);
    await proxy.close();
  });

  test('expired, or for another name', async () => {
    const expired = await front(signed({ to: new Date(Date.now() - DAY_MS / 2) }));
    const other = await front(signed({ names: ['other.example'] }));
    const { sources } = await serve({ AVEPOINT_GRAPH_URL: expired.urlFor(), AVEPOINT_IAAS_PAAS_URL: other.urlFor() });
    expect(sources).toEqual([failed(otherName), failed(/TLS certificate of .* has expired \(CERT_HAS_EXPIRED\).*NODE_EXTRA_CA_CERTS/)]);
  });

  test('the doctor names both, and one that nobody has signed', async () => {
    const expired = await front(signed({ to: new Date(Date.now() - DAY_MS / 2) }));
    const other = await front(signed({ names: ['other.example'] }));
    const settings = { ...settingsFor(simulator), AVEPOINT_PRODUCTS: 'salesforce,iaas-paas', AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report', NODE_EXTRA_CA_CERTS: trusted };
    const two = await runBuilt({ ...settings, AVEPOINT_GRAPH_URL: expired.urlFor(), AVEPOINT_IAAS_PAAS_URL: other.urlFor() }, 'doctor', '--json');
    expect([two.code, two.stdout]).toEqual([1, expect.stringMatching(/has expired \(CERT_HAS_EXPIRED\).*NODE_EXTRA_CA_CERTS/)]);
    expect(two.stdout).toMatch(otherName);
    const unsigned = await runBuilt({ ...settings, AVEPOINT_IDENTITY_URL: `${(await front(selfSigned)).urlFor()}/connect/token` }, 'doctor', '--json');
    expect([unsigned.code, unsigned.stdout]).toEqual([1, expect.stringMatching(/signed by nobody.*DEPTH_ZERO_SELF_SIGNED_CERT.*NODE_EXTRA_CA_CERTS/)]);
  });

  test('behind a proxy: for another name, or not valid yet', async () => {
    const proxy = await startForwardProxy();
    const other = await front(signed({ names: ['other.example'] }));
    const early = await front(signed({ from: new Date(Date.now() + DAY_MS) }));
    const { sources } = await serve({ AVEPOINT_GRAPH_URL: other.urlFor(), AVEPOINT_IAAS_PAAS_URL: early.urlFor(), HTTPS_PROXY: proxy.url });
    expect(sources).toEqual([failed(/TLS certificate of .* is not accepted \(CERT_NOT_YET_VALID\).*NODE_EXTRA_CA_CERTS/), failed(otherName)]);
    expect(proxy.tunnels).toHaveLength(2);
    await proxy.close();
  });
});

import { randomUUID, sign, X509Certificate } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { createCertificate } from '../support/certificate.js';

/** What tests of certificates rest on: that the simulator takes nothing but good assertions. */
const own = createCertificate();
const other = createCertificate();
const SCOPE = 'salesforce.public.read.all';

let simulator: Simulator;
beforeAll(async () => void (simulator = await startSimulator({ jobsPerProduct: 1, days: 1, certificates: [own.certificatePem] })));
afterAll(() => simulator.close());

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function thumbprint(pem: string): string {
  return Buffer.from(new X509Certificate(pem).fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
}

interface Changes {
  readonly header?: object;
  readonly payload?: object;
  readonly key?: typeof own.privateKey;
}

function assertionOf({ header, payload, key = own.privateKey }: Changes): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: simulator.clientId, sub: simulator.clientId, aud: simulator.identityUrl, jti: randomUUID(), nbf: now, exp: now + 300, ...payload };
  const signed = `${part({ alg: 'RS256', x5t: thumbprint(own.certificatePem), ...header })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

async function ask(assertion: string, type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: simulator.clientId, scope: SCOPE, client_assertion_type: type, client_assertion: assertion });
  const { status } = await fetch(simulator.identityUrl, { method: 'POST', body });
  return { status, fault: simulator.tokenCalls.at(-1)?.assertionFault };
}

test('a good one is taken, once', async () => {
  const assertion = assertionOf({});
  expect(await ask(assertion)).toEqual({ status: 200, fault: null });
  expect(await ask(assertion)).toEqual({ status: 401, fault: 'jti' });
});

const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

test.each<[string, Changes]>([
  ['signature', { key: other.privateKey }],
  ['x5t', { header: { x5t: 'AAAA' } }],
  ['kid', { header: { kid: 'AAAA' } }],
  ['alg', { header: { alg: 'none' } }],
  ['aud', { payload: { aud: 'https://identity.example/connect/token' } }],
  ['iss or sub', { payload: { iss: 'another' } }],
  ['iss or sub', { payload: { sub: 'another' } }],
  ['exp', { payload: { exp: soon(-1) } }],
  ['exp', { payload: { exp: soon(3700) } }],
  ['exp', { payload: { exp: undefined } }],
  ['nbf', { payload: { nbf: soon(60) } }],
  ['nbf', { payload: { nbf: undefined } }],
  ['jti', { payload: { jti: undefined } }],
])('one with a bad %s is not: %o', async (fault, changes) => {
  expect(await ask(assertionOf(changes))).toEqual({ status: 401, fault });
});

test('what is no JWT, or of another kind, is not', async () => {
  expect(await ask('a.b.c')).toEqual({ status: 401, fault: 'no JWT' });
  expect(await ask(assertionOf({}), 'jwt')).toEqual({ status: 401, fault: 'client_assertion_type' });
});

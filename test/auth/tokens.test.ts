import { request } from 'node:http';

import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { currentSeats } from '../products/index.js';
import { ask, bearer } from '../support/ask.js';
import { AUDIENCE, inSeconds, startIssuer, type Issuer } from '../support/issuer.js';
import { startWorld, type World } from '../support/world.js';

const QUERY = '{ jobSources { id } }';

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await startIssuer();
  world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: issuer.environment });
});
afterAll(() => Promise.all([world.close(), issuer.close()]));

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const rightClaims = (): Record<string, unknown> => ({ iss: issuer.issuer, aud: AUDIENCE, sub: 'someone', exp: inSeconds(300), scope: 'jobs:*' });

describe('a token that is right', () => {
  test.each([
    ['of RFC 9068', {}, {}],
    ['whose type is written in full', {}, { typ: 'application/at+jwt' }],
    ['of a type of its own kind', {}, { typ: 'JWT' }],
    ['without a type', {}, { typ: undefined }],
    ['with rights as Entra ID writes scopes', { scope: undefined, scp: 'profile jobs:default' }, {}],
    ['with rights as Entra ID writes roles', { scope: undefined, roles: ['jobs:*/*'] }, {}],
    ['for several audiences', { aud: ['api://other', AUDIENCE] }, {}],
    ['that expired within the tolerance', { exp: inSeconds(-10) }, {}],
    ['that begins within the tolerance', { nbf: inSeconds(10) }, {}],
  ])('%s', async (_title, claims, header) => {
    const reply = await ask(world, QUERY, bearer(await issuer.sign(claims, header)));
    expect([reply.status, reply.data]).toEqual([200, { jobSources: currentSeats.map(({ sourceId }) => ({ id: sourceId })) }]);
  });

  test('its subject is in the log, cut and escaped, and no other part of it', async () => {
    const token = await issuer.sign({ sub: `a\n${'b'.repeat(300)}`, email: 'person@example.com' });
    await ask(world, QUERY, bearer(token));
    const line = world.log.findLast(({ msg }) => msg === 'operation');
    expect(line?.['caller']).toBe(`token:a\\u000a${'b'.repeat(300)}`.slice(0, 256) + '…');
    expect(JSON.stringify(world.log)).not.toContain('person@example.com');
    expect(JSON.stringify(world.log)).not.toContain(token.slice(-40));
  });
});

describe('a token that is not', () => {
  const bad: Readonly<Record<string, () => Promise<string> | string>> = {
    'expired': () => issuer.sign({ exp: inSeconds(-60) }),
    'not yet valid': () => issuer.sign({ nbf: inSeconds(60) }),
    'without an end': () => issuer.sign({ exp: undefined as unknown as number }),
    'without a subject': () => issuer.sign({ sub: undefined as unknown as string }),
    'whose subject is nothing': () => issuer.sign({ sub: '' }),
    'whose subject is blank': () => issuer.sign({ sub: ' \n' }),
    'whose subject is a number': () => issuer.sign({ sub: 7 as unknown as string }),
    'whose subject is a list': () => issuer.sign({ sub: ['someone'] as unknown as string }),
    'whose subject is no name': () => issuer.sign({ sub: 'x'.repeat(513) }),
    'for another audience': () => issuer.sign({ aud: 'api://other' }),
    'from another issuer': () => issuer.sign({ iss: 'https://issuer.example.com' }),
    'without a signature': () => `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(rightClaims())}.`,
    'signed with the public key as a secret': () => new SignJWT(rightClaims()).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'first' }).sign(new TextEncoder().encode(issuer.publicKey)),
    'signed with another key': () => issuer.forge(),
    'with the key inside': async () => issuer.forge({}, { jwk: { kty: 'RSA' } }),
    'with a changed payload': async () => {
      const [header, , signature] = (await issuer.sign({ scope: 'jobs:nothing' })).split('.');
      return [header, base64(rightClaims()), signature].join('.');
    },
    'of an unknown key': () => issuer.forge({}, { kid: 'unknown' }),
    'of another type': () => issuer.sign({}, { typ: 'dpop+jwt' }),
    'an id token': () => issuer.sign({ nonce: 'n', at_hash: 'h' }, { typ: 'JWT' }),
    'an id token by its own word': () => issuer.sign({ token_use: 'id' }, { typ: 'JWT' }),
    'of 20 KB': () => issuer.sign({ scope: 'jobs:* '.repeat(2200) }),
    'no token at all': () => 'token',
  };

  test.each(Object.entries(bad))('%s: 401, always alike', async (_title, make) => {
    const reply = await ask(world, QUERY, bearer(await make()));
    const nothing = await ask(world, QUERY);
    expect(reply.status).toBe(401);
    const { message, extensions } = reply.errors?.[0] ?? expect.fail('no error');
    expect([{ message, extensions }, reply.data]).toEqual([{ message: 'This server needs a valid bearer token or API key.', extensions: { code: 'UNAUTHENTICATED' } }, undefined]);
    const shape = ({ headers }: typeof reply): string[] => [...headers].filter(([name]) => !['date', 'x-request-id', 'keep-alive', 'connection'].includes(name)).map(String);
    expect(shape(reply)).toEqual(shape(nothing));
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('two headers: which of them would count?', async () => {
    const token = await issuer.sign();
    const { port } = new URL(world.url);
    const status = await new Promise((resolve, reject) => {
      const body = JSON.stringify({ query: QUERY });
      const headers = ['host', `127.0.0.1:${port}`, 'content-type', 'application/json', 'content-length', String(body.length), 'authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`];
      request({ port, method: 'POST', path: '/graphql', headers }, (response) => resolve(response.resume().statusCode)).on('error', reject).end(body);
    });
    expect(status).toBe(401);
  });

  test.each([['Basic', 'Basic c29tZW9uZTpzZWNyZXQ='], ['no scheme', 'token'], ['two tokens', 'Bearer a Bearer b'], ['nothing behind it', 'Bearer ']])('another header: %s', async (_title, authorization) => {
    expect((await ask(world, QUERY, { authorization })).status).toBe(401);
  });

  test('a token beside an API key', async () => {
    expect((await ask(world, QUERY, { ...bearer(await issuer.sign()), 'x-api-key': 'key' })).status).toBe(401);
  });
});

test.each([['none of ours', 'openid profile'], ['of nothing that there is', 'jobs:'], ['malformed', 'jobs:a/b/c jobs:ä']])('a token whose rights are %s is refused, and the reason said', async (_title, scope) => {
  const reply = await ask(world, QUERY, bearer(await issuer.sign({ scope })));
  expect([reply.status, reply.errors?.[0]?.extensions]).toEqual([403, { code: 'FORBIDDEN' }]);
});

describe('a flood of tokens of unknown keys', () => {
  let before = 0;
  beforeEach(() => void (before = issuer.fetches));

  test('fetches the keys once a cooldown at most, and refuses them all', async () => {
    const tokens = await Promise.all(Array.from({ length: 100 }, (_, index) => issuer.forge({}, { kid: `unknown-${index}` })));
    const statuses = await Promise.all(tokens.map(async (token) => (await ask(world, QUERY, bearer(token))).status));
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(issuer.fetches - before).toBeLessThanOrEqual(1);
  });
});

test('what is wrong with a token is in the log, for whoever runs the server', async () => {
  await ask(world, QUERY, bearer(await issuer.sign({ exp: inSeconds(-60) })));
  expect(world.log.at(-1)).toMatchObject({ msg: 'refused', reason: 'ERR_JWT_EXPIRED' });
});

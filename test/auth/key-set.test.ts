import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createAuthenticate, type Authenticate } from '../../src/auth/authenticate.js';
import { readConfig } from '../../src/config.js';
import { startIssuer, type Issuer } from '../support/issuer.js';

const cooldownMs = 100;

let issuer: Issuer;
let authenticate: Authenticate;
beforeEach(async () => {
  issuer = await startIssuer();
  authenticate = createAuthenticate(readConfig(issuer.environment).access, { cooldownMs, freshMs: 2 * cooldownMs });
});
afterEach(() => issuer.close());

async function statusOf(token: string): Promise<number> {
  return authenticate({ authorization: [`Bearer ${token}`] }).then(() => 200, ({ status }: { status: number }) => status);
}

describe('while the key set cannot be fetched', () => {
  test('keys that were fetched once stay good, however old', async () => {
    const token = await issuer.sign();
    expect(await statusOf(token)).toBe(200);
    issuer.setDown(true);
    for (let round = 0; round < 4; round += 1) {
      await sleep(2.5 * cooldownMs);
      expect(await statusOf(token)).toBe(200);
    }
    // It was tried again, behind the requests.
    expect(issuer.fetches).toBeGreaterThan(2);
  });

  test('nobody is let in who cannot be checked', async () => {
    issuer.setDown(true);
    const token = await issuer.sign();
    expect(await statusOf(token)).toBe(503);
    expect(await statusOf(token)).toBe(503);
    expect(issuer.fetches).toBe(1);
  });

  test('nor a token of a key that is not at hand', async () => {
    expect(await statusOf(await issuer.sign())).toBe(200);
    issuer.setDown(true);
    await sleep(1.5 * cooldownMs);
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => statusOf(await issuer.forge({}, { kid: 'unknown' }))));
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(issuer.fetches).toBe(2);
  });

  test('and once it can be, all is well', async () => {
    issuer.setDown(true);
    const token = await issuer.sign();
    expect(await statusOf(token)).toBe(503);
    issuer.setDown(false);
    await sleep(1.5 * cooldownMs);
    expect(await statusOf(token)).toBe(200);
  });
});

test('a new key is fetched when the first token of it comes, after the cooldown', async () => {
  expect(await statusOf(await issuer.sign())).toBe(200);
  await issuer.rotate('second');
  await sleep(1.5 * cooldownMs);
  expect(await statusOf(await issuer.sign())).toBe(200);
  expect(issuer.fetches).toBe(2);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

export const AUDIENCE = 'api://jobs';

/** Issues tokens, and serves the keys to check them with. */
export interface Issuer {
  readonly issuer: string;
  /** Settings under which a server takes its tokens. */
  readonly environment: Record<string, string>;
  /** How often the keys were fetched. */
  readonly fetches: number;
  /** In PEM; whoever takes it for a shared secret is deceived. */
  readonly publicKey: string;
  /** A token that is right; claims and header fields replace those of a right one, undefined takes them away. */
  sign(claims?: JWTPayload, header?: Record<string, unknown>): Promise<string>;
  /** A token with another issuer's key. */
  forge(claims?: JWTPayload, header?: Record<string, unknown>): Promise<string>;
  /** From now on tokens are signed with a new key of this id, which the key set names beside the old one. */
  rotate(kid: string): Promise<void>;
  setDown(isDown: boolean): void;
  /** How long the keys take to come. */
  setSlow(delayMs: number): void;
  close(): Promise<void>;
}

export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

export async function startIssuer(): Promise<Issuer> {
  const [first, foreign] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256', { extractable: true })]);
  const keys = [{ ...(await exportJWK(first.publicKey)), kid: 'first', alg: 'RS256', use: 'sig' }];
  let [kid, signingKey]: [string, CryptoKey] = ['first', first.privateKey];
  let [fetches, isDown, delayMs] = [0, false, 0];

  const server = createServer((_request, response) => {
    fetches += 1;
    setTimeout(() => {
      if (isDown) response.writeHead(503).end('down');
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
    }, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function signWith(key: CryptoKey, claims: JWTPayload, header: Record<string, unknown>): Promise<string> {
    const payload = { iss: issuer, aud: AUDIENCE, sub: 'someone', iat: inSeconds(0), exp: inSeconds(300), scope: 'jobs:*', ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header }).sign(key);
  }

  return {
    issuer,
    environment: { AUTH_ISSUER: issuer, AUTH_AUDIENCE: AUDIENCE, AUTH_JWKS_URL: `${issuer}/keys` },
    get fetches() {
      return fetches;
    },
    publicKey: await exportSPKI(first.publicKey),
    sign: (claims = {}, header = {}) => signWith(signingKey, claims, header),
    forge: (claims = {}, header = {}) => signWith(foreign.privateKey, claims, header),
    async rotate(next) {
      const pair = await generateKeyPair('RS256', { extractable: true });
      keys.push({ ...(await exportJWK(pair.publicKey)), kid: next, alg: 'RS256', use: 'sig' });
      [kid, signingKey] = [next, pair.privateKey];
    },
    setDown: (down) => void (isDown = down),
    setSlow: (milliseconds) => void (delayMs = milliseconds),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

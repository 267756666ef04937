import { type KeyObject, webcrypto } from 'node:crypto';

import { type ClientAuth, modifyAssertion, PrivateKeyJwt } from 'oauth4webapi';

/** The key of an app registration, and the SHA-1 of the certificate that it is registered with. */
export interface AssertionKey {
  readonly privateKey: KeyObject;
  readonly thumbprint: Buffer;
}

const LIFETIME_SECONDS = 300;
/** For identity services whose clock is a little behind. */
const BACKDATED_SECONDS = 60;

/** Proves who the client is with a JWT of its own signature (RS256), a fresh one each time. `audience`: the token URL. */
export async function signedAssertion({ privateKey, thumbprint }: AssertionKey, audience: string): Promise<ClientAuth> {
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  return PrivateKeyJwt(
    // The identity service names registered certificates by their thumbprints.
    { key, kid: thumbprint.toString('hex').toUpperCase() },
    {
      [modifyAssertion](header, payload) {
        const now = Math.floor(Date.now() / 1000);
        header['typ'] = 'JWT';
        header['x5t'] = thumbprint.toString('base64url');
        payload['aud'] = audience;
        payload['iat'] = now;
        payload['nbf'] = now - BACKDATED_SECONDS;
        payload['exp'] = now + LIFETIME_SECONDS;
      },
    },
  );
}

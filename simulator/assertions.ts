import { createHash, verify, X509Certificate } from 'node:crypto';

export interface AssertionChecks {
  readonly clientId: string;
  /** The URL of the token endpoint. */
  readonly audience: string;
  /** Epoch milliseconds, by the clock of the identity service. */
  readonly now: number;
}

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const longestLifeSeconds = 3600;

/** Verifies signed client assertions against the certificates of the app registration. */
export interface AssertionVerifier {
  /** Why it is refused; null where it is good. One that was good is not good again. */
  refuse(assertion: string, checks: AssertionChecks): string | null;
}

/** `certificates`: in PEM form. */
export function createAssertionVerifier(certificates: readonly string[]): AssertionVerifier {
  const registered = new Map(certificates.map((pem) => [thumbprintOf(new X509Certificate(pem)), new X509Certificate(pem)]));
  const used = new Map<string, number>();

  return {
    refuse(assertion, { clientId, audience, now }) {
      const parts = assertion.split('.');
      const [header, payload] = parts.slice(0, 2).map(readPart);
      const signature = parts[2] ?? '';
      if (parts.length !== 3 || header == null || payload == null) return 'no JWT';
      if (header['alg'] !== 'RS256') return 'alg';
      const certificate = registered.get(String(header['x5t']));
      if (certificate === undefined) return 'x5t';
      if (header['kid'] !== undefined && header['kid'] !== certificate.fingerprint.replaceAll(':', '')) return 'kid';
      const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
      if (!verify('RSA-SHA256', signed, certificate.publicKey, Buffer.from(signature, 'base64url'))) return 'signature';
      if (now < Date.parse(certificate.validFrom) || now >= Date.parse(certificate.validTo)) return 'certificate';

      if (payload['aud'] !== audience) return 'aud';
      if (payload['iss'] !== clientId || payload['sub'] !== clientId) return 'iss or sub';
      const { exp, nbf, jti } = payload;
      const seconds = now / 1000;
      if (typeof nbf !== 'number' || nbf > seconds) return 'nbf';
      if (typeof exp !== 'number' || exp <= seconds || exp > seconds + longestLifeSeconds) return 'exp';
      for (const [id, until] of used) if (until <= seconds) used.delete(id);
      if (typeof jti !== 'string' || jti === '' || used.has(jti)) return 'jti';
      used.set(jti, exp);
      return null;
    },
  };
}

function thumbprintOf({ raw }: X509Certificate): string {
  return createHash('sha1').update(raw).digest('base64url');
}

function readPart(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

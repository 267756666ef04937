import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

import { RefusedError, type Caller } from './caller.js';
import { KeySetError } from './key-set.js';
import { parseGrant, type Rights } from './rights.js';

export interface TokenSettings {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly jwksUrl: URL;
  /** What the header's `typ` may be; a token without one counts as `JWT`. */
  readonly types: readonly string[];
  readonly clockToleranceSeconds: number;
  /** Claims that hold rights, as a list or as words between spaces. */
  readonly rightsClaims: readonly string[];
  /** What a word has to begin with to be a right of this server. */
  readonly rightsPrefix: string;
}

/** Asymmetric ones alone: whoever knows a public key must not be able to sign with it. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const MAX_TOKEN_LENGTH = 8192;
/** OpenID Connect allows 255; others are seen to use more. */
const MAX_SUBJECT_LENGTH = 512;
/** The right to the schema, behind the prefix. */
const SCHEMA = '$schema';
/** Claims that only id tokens have; some issuers give them the audience of the API. */
const ID_TOKEN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash'];

export function createTokenCheck(settings: TokenSettings, keys: JWTVerifyGetKey): (token: string) => Promise<Caller> {
  const { issuer, audiences, clockToleranceSeconds: clockTolerance } = settings;
  const types = settings.types.map(normalType);
  const options = { issuer, audience: [...audiences], clockTolerance, algorithms: ALGORITHMS, requiredClaims: ['exp', 'sub'] };

  return async (token) => {
    if (token.length > MAX_TOKEN_LENGTH) throw new RefusedError(401, 'token too long');
    const { payload, protectedHeader } = await jwtVerify(token, keys, options).catch((error: unknown) => {
      throw refusalOf(error);
    });
    if (!types.includes(normalType(protectedHeader.typ ?? 'JWT'))) throw new RefusedError(401, 'token type');
    if (isIdToken(payload)) throw new RefusedError(401, 'id token');
    if (!isSubject(payload.sub)) throw new RefusedError(401, 'subject');
    return { name: `token:${payload.sub}`, rights: rightsOf(payload, settings), isKnown: true };
  };
}

/** It tells callers apart, so it has to be one. */
function isSubject(sub: unknown): boolean {
  return typeof sub === 'string' && sub.trim() !== '' && sub.length <= MAX_SUBJECT_LENGTH;
}

/** A media type may be written with or without its first half. */
function normalType(type: string): string {
  return type.toLowerCase().replace(/^application\//, '');
}

/** Some issuers (Cognito, Keycloak) say in a claim what a token is for. */
function isIdToken(payload: JWTPayload): boolean {
  const uses = [payload['token_use'], payload['typ']].filter((use) => typeof use === 'string').map((use) => use.toLowerCase());
  return uses.some((use) => use === 'id' || use === 'refresh') || ID_TOKEN_CLAIMS.some((claim) => payload[claim] !== undefined);
}

function rightsOf(payload: JWTPayload, { rightsClaims, rightsPrefix }: TokenSettings): Rights {
  const words = rightsClaims
    .map((claim) => payload[claim])
    .flatMap((value: unknown): unknown[] => (typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []))
    .flatMap((word) => (typeof word === 'string' && word.startsWith(rightsPrefix) ? [word.slice(rightsPrefix.length)] : []));
  return { grants: words.flatMap((word) => parseGrant(word) ?? []), mayIntrospect: words.includes(SCHEMA) };
}

/** Without keys nothing can be judged; with keys, whatever is not proven is refused. */
function refusalOf(error: unknown): RefusedError {
  if (error instanceof errors.JWKSNoMatchingKey) return new RefusedError(401, 'unknown key');
  if (error instanceof KeySetError) return new RefusedError(503, error.cause instanceof Error ? `no key set: ${error.cause.message}` : 'no key set');
  if (error instanceof errors.JOSEError) return new RefusedError(401, error.code);
  return new RefusedError(401, 'unreadable token');
}

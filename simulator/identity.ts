import { createHmac, randomUUID } from 'node:crypto';
import type { ApiRequest } from './api.js';
import { answerJson, type Answer } from './answer.js';
import { assertionType, createAssertionVerifier } from './assertions.js';
import type { IdentitySwitches } from './switches.js';

export const tokenPath = '/connect/token';

export interface Identity {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The answer to a token request, and the scope that was asked for; `tokenUrl` is where it came in. */
  issue(request: ApiRequest, switches: IdentitySwitches, now: number, tokenUrl: string): Issue;
  /** The scope that a bearer token is good for now; null when it is good for nothing. */
  scopeOf(authorization: string | undefined, switches: IdentitySwitches, now: number): string | null;
}

export interface Issue {
  readonly answer: Answer;
  readonly scope: string;
  /** What is wrong with the client's assertion; null where nothing is, or none came. */
  readonly assertionFault: string | null;
}

interface Grant {
  readonly scope: string;
  readonly expiresAt: number;
  readonly epoch: number;
}

/** Client credentials in the form body, as documented: a secret, or an assertion signed with a certificate's key. HTTP Basic is not. */
export function createIdentity(seed: number, scopes: readonly string[], certificates: readonly string[]): Identity {
  const clientId = '5b1a7c9e-0d42-4f6b-9c38-2e7f10a6d5b4';
  const clientSecret = createHmac('sha256', 'client secret').update(String(seed)).digest('base64url');
  const grants = new Map<string, Grant>();
  const assertions = createAssertionVerifier(certificates);

  function assertionFaultOf(form: URLSearchParams, now: number, audience: string): string | null {
    if (!form.has('client_assertion')) return null;
    if (form.get('client_assertion_type') !== assertionType) return 'client_assertion_type';
    if (form.has('client_secret')) return 'a secret beside it';
    return assertions.refuse(form.get('client_assertion') ?? '', { clientId, audience, now });
  }

  function errorOf(form: URLSearchParams, assertionFault: string | null): string | null {
    if (!form.has('grant_type')) return 'invalid_request';
    if (form.get('grant_type') !== 'client_credentials') return 'unsupported_grant_type';
    const isProven = form.has('client_assertion') ? assertionFault === null : form.get('client_secret') === clientSecret;
    if (form.get('client_id') !== clientId || !isProven) return 'invalid_client';
    // Scopes are documented in mixed casing. Several in one request are known to fail, so here they always do.
    return scopes.includes((form.get('scope') ?? '').toLowerCase()) ? null : 'invalid_scope';
  }

  function forgetExpired(now: number): void {
    for (const [token, { expiresAt }] of grants) if (expiresAt <= now) grants.delete(token);
  }

  return {
    clientId,
    clientSecret,

    issue({ headers, rawBody }, { expiresInSeconds, values, tokenEpoch, clockOffsetMs }, now, tokenUrl) {
      const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
      const form = new URLSearchParams(isForm ? rawBody : '');
      const scope = form.get('scope') ?? '';
      const assertionFault = assertionFaultOf(form, now + clockOffsetMs, tokenUrl);
      const error = errorOf(form, assertionFault);
      if (error !== null) return { scope, assertionFault, answer: answerJson(error === 'invalid_client' ? 401 : 400, { error }) };
      forgetExpired(now);
      const token = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
      grants.set(token, { scope: scope.toLowerCase(), expiresAt: now + expiresInSeconds * 1000, epoch: tokenEpoch });
      const granted = { access_token: token, expires_in: expiresInSeconds, token_type: 'Bearer', scope, ...values };
      return { scope, assertionFault, answer: answerJson(200, granted, { 'cache-control': 'no-store' }) };
    },

    scopeOf(authorization, { tokenEpoch }, now) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
      const grant = grants.get(token);
      return grant !== undefined && grant.expiresAt > now && grant.epoch === tokenEpoch ? grant.scope : null;
    },
  };
}

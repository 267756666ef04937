import { createHmac, randomUUID } from 'node:crypto';
import type { ApiRequest } from './api.js';
import { answerJson, type Answer } from './answer.js';
import type { IdentitySwitches } from './switches.js';

export const tokenPath = '/connect/token';

export interface Identity {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The answer to a token request, and the scope that was asked for. */
  issue(request: ApiRequest, switches: IdentitySwitches, now: number): { answer: Answer; scope: string };
  /** The scope that a bearer token is good for now; null when it is good for nothing. */
  scopeOf(authorization: string | undefined, switches: IdentitySwitches, now: number): string | null;
}

interface Grant {
  readonly scope: string;
  readonly expiresAt: number;
  readonly epoch: number;
}

/** Client credentials in the form body, as documented; HTTP Basic is not. */
export function createIdentity(seed: number, scopes: readonly string[]): Identity {
  const clientId = '5b1a7c9e-0d42-4f6b-9c38-2e7f10a6d5b4';
  const clientSecret = createHmac('sha256', 'client secret').update(String(seed)).digest('base64url');
  const grants = new Map<string, Grant>();

  function errorOf(form: URLSearchParams): string | null {
    if (!form.has('grant_type')) return 'invalid_request';
    if (form.get('grant_type') !== 'client_credentials') return 'unsupported_grant_type';
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) return 'invalid_client';
    // Scopes are documented in mixed casing. Several in one request are known to fail, so here they always do.
    return scopes.includes((form.get('scope') ?? '').toLowerCase()) ? null : 'invalid_scope';
  }

  function forgetExpired(now: number): void {
    for (const [token, { expiresAt }] of grants) if (expiresAt <= now) grants.delete(token);
  }

  return {
    clientId,
    clientSecret,

    issue({ headers, rawBody }, { expiresInSeconds, tokenEpoch }, now) {
      const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
      const form = new URLSearchParams(isForm ? rawBody : '');
      const scope = form.get('scope') ?? '';
      const error = errorOf(form);
      if (error !== null) return { scope, answer: answerJson(error === 'invalid_client' ? 401 : 400, { error }) };
      forgetExpired(now);
      const token = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
      grants.set(token, { scope: scope.toLowerCase(), expiresAt: now + expiresInSeconds * 1000, epoch: tokenEpoch });
      const granted = { access_token: token, expires_in: expiresInSeconds, token_type: 'Bearer', scope };
      return { scope, answer: answerJson(200, granted, { 'cache-control': 'no-store' }) };
    },

    scopeOf(authorization, { tokenEpoch }, now) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
      const grant = grants.get(token);
      return grant !== undefined && grant.expiresAt > now && grant.epoch === tokenEpoch ? grant.scope : null;
    },
  };
}

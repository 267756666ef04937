import {
  allowInsecureRequests,
  type AuthorizationServer,
  type ClientAuth,
  clientCredentialsGrantRequest,
  ClientSecretPost,
  customFetch,
  processClientCredentialsResponse,
  ResponseBodyError,
} from 'oauth4webapi';

import { SourceError, type SourceErrorCode } from '../errors.js';
import type { Patience } from '../shared-memory/patience.js';
import type { SharedGuard } from '../shared-memory/throttle.js';
import { type AssertionKey, signedAssertion } from './client-assertion.js';
import { clockAdvice } from './clock.js';
import { retryAfterOf } from './failures.js';
import { createGuard, type Sending } from './guard.js';
import type { Http, HttpAnswer } from './http.js';

export type Credentials = {
  readonly identityUrl: URL;
  readonly clientId: string;
} & ({ readonly clientSecret: string } | { readonly certificate: AssertionKey });

/** Access tokens, one a scope: some scopes fail when they are asked for together. Fetched once, however many wait. */
export interface AccessTokens {
  /** `patience`: with the memory that replicas share; of who asks. */
  get(scope: string, patience?: Patience): Promise<string>;
  /** Another token than the one that the API refused. */
  renew(scope: string, refused: string, patience?: Patience): Promise<string>;
}

/** How many tokens were asked for so far, by what came of it. */
export type TokenFetches = Map<'OK' | SourceErrorCode, number>;

interface IssuedToken {
  readonly value: string;
  /** On the monotonic clock, milliseconds. */
  readonly refreshAt: number;
}

const REFRESH_BEFORE_MS = 60_000;
/** Of all attempts together. */
const FETCH_MS = 20_000;
const REMEMBER_FAILURE_MS = 1_000;
/** However short a life the identity service announces: else every call would need a token of its own. */
const LEAST_USE_MS = 30_000;
const SETTINGS = 'AVEPOINT_ENVIRONMENT or AVEPOINT_IDENTITY_URL';
/** Where the identity service names none. */
const DEFAULT_LIFETIME_SECONDS = 300;

/** `fetches`: of all credentials together. `shared`: what other replicas know of the identity service. */
export function createAccessTokens(http: Http, credentials: Credentials, fetches: TokenFetches = new Map(), shared: SharedGuard | null = null): AccessTokens {
  const tokens = new Map<string, Promise<IssuedToken>>();
  const guard = createGuard('The identity service', shared);
  let proof: Promise<ClientAuth> | null = null;

  async function ask(scope: string, signal: AbortSignal, { admit }: Sending): Promise<IssuedToken> {
    if (admit !== null) await admit(signal);
    proof ??= proofOf(credentials);
    try {
      const token = await fetchToken(http, credentials, await proof, scope, signal);
      count('OK');
      return token;
    } catch (failure) {
      if (failure instanceof SourceError) count(failure.code);
      throw failure;
    }
  }

  function count(outcome: 'OK' | SourceErrorCode): void {
    fetches.set(outcome, (fetches.get(outcome) ?? 0) + 1);
  }

  function fetchOnce(scope: string, patience?: Patience): Promise<IssuedToken> {
    const signal = AbortSignal.timeout(FETCH_MS);
    const token = guard.run((own, sending) => ask(scope, own, sending), signal, performance.now() + FETCH_MS, patience);
    tokens.set(scope, token);
    token.catch(() => {
      // For a moment the failure answers whoever asks, or every caller would ask the identity service again.
      setTimeout(() => {
        if (tokens.get(scope) === token) tokens.delete(scope);
      }, REMEMBER_FAILURE_MS).unref();
    });
    return token;
  }

  async function getUnless(scope: string, isStale: (token: IssuedToken) => boolean, patience?: Patience): Promise<string> {
    const current = tokens.get(scope) ?? fetchOnce(scope, patience);
    const token = await current;
    if (!isStale(token)) return token.value;
    const latest = tokens.get(scope);
    return (await (latest === undefined || latest === current ? fetchOnce(scope, patience) : latest)).value;
  }

  return {
    get: (scope, patience) => getUnless(scope, ({ refreshAt }) => refreshAt <= performance.now(), patience),
    renew: (scope, refused, patience) => getUnless(scope, ({ value }) => value === refused, patience),
  };
}

async function proofOf(credentials: Credentials): Promise<ClientAuth> {
  return 'certificate' in credentials ? signedAssertion(credentials.certificate, credentials.identityUrl.href) : ClientSecretPost(credentials.clientSecret);
}

async function fetchToken(http: Http, credentials: Credentials, proof: ClientAuth, scope: string, signal: AbortSignal): Promise<IssuedToken> {
  const { identityUrl, clientId } = credentials;
  const server: AuthorizationServer = { issuer: identityUrl.origin, token_endpoint: identityUrl.href };
  const client = { client_id: clientId };
  const askedAt = performance.now();
  let answer: HttpAnswer | undefined;
  let lifetimeMs = 0;
  try {
    const response = await clientCredentialsGrantRequest(server, client, proof, new URLSearchParams({ scope }), {
      [customFetch]: async (url, { method, headers, body }) => {
        answer = await http.send({ method, url: new URL(url), headers, body: String(body), signal, settings: SETTINGS });
        const { text, lifetimeSeconds } = takeLifetime(answer.text);
        lifetimeMs = lifetimeSeconds * 1000;
        return new Response(text, { status: answer.status, headers: { 'content-type': String(answer.headers['content-type'] ?? '') } });
      },
      // The configuration lets plain HTTP through for loopback addresses only.
      [allowInsecureRequests]: identityUrl.protocol === 'http:',
    });
    const token = await processClientCredentialsResponse(server, client, response);
    refuseUnsendable(token.access_token);
    return { value: token.access_token, refreshAt: askedAt + Math.max(LEAST_USE_MS, lifetimeMs - Math.min(REFRESH_BEFORE_MS, lifetimeMs / 10)) };
  } catch (failure) {
    throw toSourceError(failure, answer, scope, credentials);
  }
}

/** `expires_in` by itself: the library refuses a token for what cannot be read there, and for what is not above 0. */
function takeLifetime(text: string): { readonly text: string; readonly lifetimeSeconds: number } {
  const untold = { text, lifetimeSeconds: DEFAULT_LIFETIME_SECONDS };
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('expires_in' in body)) return untold;
    const { expires_in: told, ...rest } = body;
    const seconds = typeof told === 'string' ? Number.parseFloat(told) : told;
    return { text: JSON.stringify(rest), lifetimeSeconds: typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : DEFAULT_LIFETIME_SECONDS };
  } catch {
    return untold;
  }
}

/** RFC 6749, A.12: tokens are of visible ASCII and spaces. */
function refuseUnsendable(token: string): void {
  const found = /[^\x20-\x7e]/.exec(token)?.[0];
  if (found === undefined) return;
  const what = /[\r\n]/.test(token) ? 'a line break' : /\p{Cc}/u.test(found) ? 'a control character' : 'letters beyond ASCII';
  throw new SourceError('UPSTREAM_BAD_RESPONSE', `The identity service gave an access token that no HTTP header can carry: ${what} is in it. Check AVEPOINT_IDENTITY_URL, and proxies in between.`, { isFinal: true });
}

function toSourceError(failure: unknown, answer: HttpAnswer | undefined, scope: string, credentials: Credentials): SourceError {
  if (failure instanceof SourceError) return failure;
  const httpStatus = answer?.status ?? null;
  const retryAfterSeconds = answer === undefined ? null : retryAfterOf(answer.status, answer);
  const details = { httpStatus, retryAfterSeconds, cause: failure };
  if (failure instanceof ResponseBodyError && failure.error === 'invalid_scope') {
    return new SourceError('UPSTREAM_FORBIDDEN', `The identity service does not grant ${scope}. Add this permission to the app registration in AvePoint Online Services > App registrations.`, details);
  }
  if (httpStatus === 429) return new SourceError('UPSTREAM_THROTTLED', 'The identity service is throttled (429). Try again later.', details);
  if (httpStatus !== null && httpStatus >= 500) {
    return new SourceError('UPSTREAM_ERROR', `The identity service reported a failure of its own (${httpStatus}). Try again later.`, details);
  }
  if (httpStatus === 400 || httpStatus === 401 || httpStatus === 403) {
    return new SourceError('UPSTREAM_UNAUTHENTICATED', `The identity service refused the credentials (${httpStatus}). ${adviceOf(credentials, answer)}`, details);
  }
  return new SourceError('UPSTREAM_BAD_RESPONSE', 'The identity service answered with something that is not a token. Check AVEPOINT_IDENTITY_URL, and proxies in between.', details);
}

function adviceOf(credentials: Credentials, answer: HttpAnswer | undefined): string {
  if (!('certificate' in credentials)) return 'Check AVEPOINT_CLIENT_ID and AVEPOINT_CLIENT_SECRET, whether the secret has expired, and AVEPOINT_ENVIRONMENT.';
  const certificate = 'Check AVEPOINT_CLIENT_ID, that the certificate of AVEPOINT_CLIENT_CERTIFICATE_FILE is registered for it and has not expired, and AVEPOINT_ENVIRONMENT.';
  return [certificate, clockAdvice(answer?.headers['date'], Date.now())].filter((text) => text !== null).join(' ');
}

import { SourceError } from '../errors.js';
import type { AccessTokens, Credentials } from '../upstream/access-tokens.js';
import type { Source } from '../sources/source.js';
import type { FindProxy } from '../upstream/proxies.js';
import type { JobPage } from '../wire/page.js';
import { reasonOf, type Asker } from './asker.js';
import { finding, type Finding } from './finding.js';
import { lastDays } from './windows.js';

/** Whether a source can be read at all; what is found missing later is told by all sources together. */
export type Access =
  | { readonly kind: 'open'; readonly page: JobPage }
  | { readonly kind: 'not-found' }
  /** `isKnown`: who refuses for want of a permission knows what was asked for. */
  | { readonly kind: 'closed'; readonly findings: readonly Finding[]; readonly isKnown: boolean };

export interface Surroundings {
  readonly tokens: AccessTokens;
  readonly credentials: Credentials;
  readonly clockLeads: ReadonlyMap<string, number>;
  readonly graphUrl: URL;
  readonly proxyOf: FindProxy;
}

/** What the server asks for where nobody says otherwise. */
export const DEFAULT_DAYS = 30;
/** An assertion is made a minute early and lives five. */
const TOLERATED_LEAD_MS = 60_000;
const TOLERATED_LAG_MS = 300_000;
const GRANT = 'Grant it to the app registration in AvePoint Online Services > App registrations.';

/** What whoever grants a permission should know of it. */
export function warnOfWriting(scope: string): string {
  return /\breadwrite\b/i.test(scope) ? ' It can write as well: AvePoint has no read-only one for this product. This server only reads.' : '';
}

export async function checkAccess(source: Source, asker: Asker, around: Surroundings): Promise<Access> {
  const { endpoint, pageSize } = source;
  try {
    await around.tokens.get(endpoint.scope);
  } catch (failure) {
    return { kind: 'closed', isKnown: false, findings: [explainToken(failure, endpoint.scope, around), ...notReached(['permission', 'data centre', 'product'])] };
  }
  try {
    const page = await asker.page(lastDays(DEFAULT_DAYS, endpoint.grain, Date.now()), { number: endpoint.rules.firstNumber, token: null }, pageSize);
    return { kind: 'open', page };
  } catch (failure) {
    if (failure instanceof SourceError && failure.code === 'UPSTREAM_NOT_FOUND') return { kind: 'not-found' };
    const isKnown = failure instanceof SourceError && failure.code === 'UPSTREAM_FORBIDDEN';
    return { kind: 'closed', isKnown, findings: explainAnswer(failure, endpoint.scope, around) };
  }
}

export function notReached(checks: readonly string[]): Finding[] {
  return checks.map((check) => finding(check, 'unknown', 'Not reached.'));
}

function explainToken(failure: unknown, scope: string, { credentials, clockLeads, proxyOf }: Surroundings): Finding {
  const code = failure instanceof SourceError ? failure.code : null;
  const { host } = credentials.identityUrl;
  if (code === 'UPSTREAM_UNREACHABLE' || code === 'UPSTREAM_TIMEOUT') {
    if (isTold(failure, proxyOf(credentials.identityUrl))) return finding('token', 'wrong', reasonOf(failure));
    return finding('token', 'wrong', `The identity host ${host} ${silence(code)}. Open the way to it (DNS, proxy, firewall), or correct AVEPOINT_ENVIRONMENT or AVEPOINT_IDENTITY_URL.`);
  }
  if (code === 'UPSTREAM_FORBIDDEN') return finding('permission', 'wrong', `The identity service does not grant ${scope}: the permission is missing. ${GRANT}${warnOfWriting(scope)}`);
  if (code !== 'UPSTREAM_UNAUTHENTICATED') return finding('token', 'wrong', reasonOf(failure));
  if (!('certificate' in credentials)) {
    return finding('token', 'wrong', 'The identity service refuses the client id and secret. Copy AVEPOINT_CLIENT_ID and AVEPOINT_CLIENT_SECRET from the app registration again, make a new secret if that one has expired, and check AVEPOINT_ENVIRONMENT.');
  }
  const lead = clockLeads.get(host) ?? 0;
  if (lead > TOLERATED_LEAD_MS || lead < -TOLERATED_LAG_MS) {
    return finding('token', 'wrong', `The identity service refuses the signed assertion, and the clocks say why: ${describeLead(lead)} that of ${host}, and an assertion is good for minutes. Set the clock (NTP), then ask again.`);
  }
  const thumbprint = credentials.certificate.thumbprint.toString('hex').toUpperCase();
  return finding('token', 'wrong', `The identity service refuses the signed assertion, and the clocks agree: the certificate is not registered for this client id. Upload the certificate of AVEPOINT_CLIENT_CERTIFICATE_FILE (thumbprint ${thumbprint}) to the app registration, and check AVEPOINT_CLIENT_ID and AVEPOINT_ENVIRONMENT.`);
}

/** Of certificates and proxies the failure itself says most. */
function isTold(failure: unknown, proxy: URL | null): boolean {
  return proxy !== null || (failure instanceof SourceError && !failure.isRetryable);
}

function silence(code: 'UPSTREAM_UNREACHABLE' | 'UPSTREAM_TIMEOUT'): string {
  return code === 'UPSTREAM_TIMEOUT' ? 'does not answer in time: it cannot be reached, or is too busy' : 'cannot be reached, or breaks the connection';
}

export function describeLead(lead: number): string {
  const minutes = Math.round(Math.abs(lead) / 60_000);
  return `this machine's clock is ${minutes} min ${lead > 0 ? 'ahead of' : 'behind'}`;
}

function explainAnswer(failure: unknown, scope: string, { graphUrl, proxyOf }: Surroundings): Finding[] {
  const { host } = graphUrl;
  const code = failure instanceof SourceError ? failure.code : null;
  const token = finding('token', 'ok', 'The identity service gave one.');
  if (code === 'UPSTREAM_UNAUTHENTICATED') {
    const text = `${host} refuses the token that the identity service gave: they belong to different clouds. Check AVEPOINT_ENVIRONMENT, AVEPOINT_GRAPH_URL and AVEPOINT_IDENTITY_URL.`;
    return [finding('token', 'wrong', text), ...notReached(['permission', 'data centre', 'product'])];
  }
  if (code === 'UPSTREAM_FORBIDDEN') {
    return [token, finding('permission', 'wrong', `${host} says that the permission ${scope} is missing (403). ${GRANT}${warnOfWriting(scope)}`), ...notReached(['data centre', 'product'])];
  }
  if (code === 'UPSTREAM_UNREACHABLE' || code === 'UPSTREAM_TIMEOUT') {
    const unsaid = `The graph host ${host} ${silence(code)}. Open the way to it (DNS, proxy, firewall), or correct AVEPOINT_REGION or AVEPOINT_GRAPH_URL.`;
    const text = isTold(failure, proxyOf(graphUrl)) ? reasonOf(failure) : unsaid;
    return [token, finding('data centre', 'wrong', text), ...notReached(['permission', 'product'])];
  }
  return [token, finding('answer', 'wrong', reasonOf(failure)), ...notReached(['permission', 'data centre', 'product'])];
}

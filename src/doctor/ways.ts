import type { Config } from '../config.js';
import { SourceError } from '../errors.js';
import { fetchOver } from '../upstream/fetch.js';
import type { Http } from '../upstream/http.js';
import { nameOf } from '../upstream/proxies.js';
import { finding, type Finding } from './finding.js';

const ISSUER_MS = 10_000;

/** Who is asked through which proxy, host by host. */
export function checkProxies(targets: readonly URL[], { proxyOf }: Http): Finding[] {
  const hosts = new Map(targets.map((target) => [target.host, proxyOf(target)]));
  return [...hosts].flatMap(([host, proxy]) => (proxy === null ? [] : [finding('proxy', 'ok', `${host} is asked through ${nameOf(proxy)}.`)]));
}

/** Whether the issuer's keys are to be had, which callers with tokens need. */
export async function checkIssuer({ access: { tokens } }: Config, http: Http): Promise<Finding[]> {
  if (tokens === null) return [];
  const { jwksUrl } = tokens;
  try {
    const answer = await fetchOver(http, 'AUTH_JWKS_URL')(jwksUrl.href, { headers: new Headers({ accept: 'application/json' }), signal: AbortSignal.timeout(ISSUER_MS) });
    if (answer.status === 200 && isKeySet(await answer.json().catch(() => null))) return [finding('issuer keys', 'ok', `${jwksUrl.host} gives them.`)];
    return [finding('issuer keys', 'wrong', `${jwksUrl.host} answers with something that is not a set of keys (${answer.status}). Correct AUTH_JWKS_URL.`)];
  } catch (failure) {
    if (!(failure instanceof SourceError)) throw failure;
    return [finding('issuer keys', 'wrong', failure.message)];
  }
}

function isKeySet(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'keys' in json && Array.isArray(json.keys);
}

import { SourceError } from '../errors.js';
import { nameOf } from './proxies.js';
import { ProxyError } from './tunnel.js';

/** Which way a call goes, for messages. */
export interface Way {
  readonly host: string;
  readonly proxy: URL | null;
  /** The settings that say where it goes. */
  readonly settings: string;
}

const PROXY_SETTINGS = 'HTTPS_PROXY, HTTP_PROXY and NO_PROXY';
const TRUST = 'If a proxy in between or a CA of your own signs there, name a file with its certificate in NODE_EXTRA_CA_CERTS, and start again.';
/** What OpenSSL says of plain HTTP where TLS should be; the second since its version 3.2. */
const PLAIN_HTTP = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']);
const UNSIGNED = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_UNTRUSTED']);
const OTHER_NAME = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_CERT_ALTNAME_FORMAT', 'HOSTNAME_MISMATCH']);
/** The other words of OpenSSL for a certificate, or a list of revoked ones, that it does not accept. */
const CERTIFICATE = /^((UNABLE_TO|ERROR_IN)_.*C(ERT|RL)_|(CERT|CRL)_|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|UNABLE_TO_(GET_CRL|DECODE_ISSUER_PUBLIC_KEY)$)/;

/** The error for a call that nobody answered, or only in part; it says whose doing that seems to be. */
export function unreachable(failure: unknown, way: Way): SourceError {
  const causes = causesOf(failure);
  const proxyError = causes.find((cause) => cause instanceof ProxyError);
  const { host, settings } = way;
  const atProxy = proxyError !== undefined && way.proxy !== null ? nameOf(way.proxy) : null;
  const tls = explainTls(causes, atProxy === null ? host : `the proxy ${atProxy}`, atProxy === null ? settings : 'HTTPS_PROXY and HTTP_PROXY');
  const [message, isFinal] = tls ?? (atProxy === null ? [explainBreak(way), false] : explainProxy(atProxy, host, proxyError?.status ?? null));
  return new SourceError('UPSTREAM_UNREACHABLE', message, { isFinal, cause: failure });
}

/** How a call went that does not go straight, for a message. */
export function throughProxy({ proxy }: Way): string {
  return proxy === null ? '' : ` through the proxy ${nameOf(proxy)}`;
}

function explainBreak(way: Way): string {
  const { host, proxy, settings } = way;
  if (proxy !== null) return `No connection to ${host}${throughProxy(way)}, or it broke. Check ${PROXY_SETTINGS}, what the proxy lets through, and ${settings}.`;
  return `No connection to ${host}, or it broke. Check the network and firewall on the way, HTTPS_PROXY if only a proxy leads outside, and ${settings}.`;
}

/** Another attempt is refused as this one was, unless the proxy itself is in trouble. */
function explainProxy(proxy: string, host: string, status: number | null): [string, isFinal: boolean] {
  if (status === null) return [`The proxy ${proxy} cannot be reached, or opens no way to ${host} in time. Check ${PROXY_SETTINGS}, and the network on the way to it.`, false];
  if (status === 407) return [`The proxy ${proxy} wants other credentials (407). Check the user name and password in HTTPS_PROXY or HTTP_PROXY.`, true];
  return [`The proxy ${proxy} opens no way to ${host} (${status}). Check what it lets through, and ${PROXY_SETTINGS}.`, status < 500 && status !== 408 && status !== 429];
}

export function explainTls(causes: readonly Error[], who: string, settings: string): [string, isFinal: boolean] | null {
  for (const { code } of causes as readonly { readonly code?: unknown }[]) {
    if (typeof code !== 'string') continue;
    if (code === 'CERT_HAS_EXPIRED') return [`The TLS certificate of ${who} has expired (${code}), by the clock of this machine. Check that clock, and have the certificate renewed. ${TRUST}`, true];
    if (UNSIGNED.has(code)) return [`The TLS certificate of ${who} is signed by nobody whom this machine trusts (${code}). ${TRUST}`, true];
    if (OTHER_NAME.has(code)) return [`The TLS certificate of ${who} is for another name (${code}). Check ${settings}, and proxies in between. ${TRUST}`, true];
    if (CERTIFICATE.test(code)) return [`The TLS certificate of ${who} is not accepted (${code}). ${TRUST}`, true];
    if (PLAIN_HTTP.has(code)) return [`${capital(who)} speaks no TLS at this port, as if it spoke plain HTTP (${code}). Check scheme and port in ${settings}, and proxies in between.`, true];
    if (/^ERR_(SSL|TLS)_/.test(code)) return [`No TLS connection to ${who} came about (${code}). Check ${settings}, and proxies in between.`, false];
  }
  return null;
}

function causesOf(failure: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let cause = failure; cause instanceof Error && !causes.includes(cause); cause = cause.cause) causes.push(cause);
  return causes;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

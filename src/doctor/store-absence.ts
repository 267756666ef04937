import { StoreRefusal } from '../shared-memory/connection.js';
import { explainTls } from '../upstream/unreachable.js';

/** Of Redis; every Valkey is newer. */
export const OLDEST = '6.2';
/** For each answer. */
export const ANSWER_MS = 1000;

/** Why nothing is shared there. What a store says itself is not repeated: it can hold what was sent. */
export function explainAbsence({ host, protocol }: URL, failure: unknown): string {
  if (failure instanceof StoreRefusal) return explainRefusal(host, failure);
  const [tls] = failure instanceof Error ? (explainTls([failure], host, 'SHARED_MEMORY_URL') ?? []) : [];
  if (tls !== undefined) return tls;
  const { code } = failure as { readonly code?: unknown };
  if (typeof code === 'string') return `${host} cannot be reached (${code}). Open the way to it (DNS, firewall), start it, or correct SHARED_MEMORY_URL.`;
  const way = protocol === 'rediss:' ? 'speaks no TLS' : 'wants TLS (rediss://)';
  return `No store answers at ${host} within ${ANSWER_MS / 1000} s: a firewall is in between, it is too busy, it ${way}, or it is something else. Check SHARED_MEMORY_URL.`;
}

function explainRefusal(host: string, refusal: StoreRefusal): string {
  if (/\bunknown command\b/.test(refusal.message)) return `${host} is older than Redis ${OLDEST}, which is needed, or Valkey.`;
  const code = codeOf(refusal);
  if (code === 'NOAUTH' || code === 'WRONGPASS' || /\bpassword\b/i.test(refusal.message)) return `${host} does not let us in. Correct user and password in SHARED_MEMORY_URL.`;
  if (/\bDB index\b/.test(refusal.message)) return `${host} has no database of the number that SHARED_MEMORY_URL ends with.`;
  return `${host} refuses whoever connects (${code}). Its own log says why.`;
}

export function isForbidden(refusal: StoreRefusal): boolean {
  return codeOf(refusal) === 'NOPERM' || /\bcan't (run|access)\b/.test(refusal.message);
}

export const codeOf = ({ message }: StoreRefusal): string => /^[A-Z]+\b/.exec(message)?.[0] ?? 'ERR';

import type { Credential } from '../examples/dashboard/credential.js';

type Headers = Readonly<Record<string, string>>;

/** Of headers that say who asks. */
const NAMES = ['authorization', 'x-api-key'];

export function saysWhoAsks(headers: Headers): boolean {
  return Object.keys(headers).some((name) => NAMES.includes(name.toLowerCase()));
}

/** Who types a header of these means it, and the server takes one. */
export function sentHeaders(typed: Headers, credential: Credential | null): Headers {
  return saysWhoAsks(typed) || credential === null ? typed : { ...typed, [credential[0]]: credential[1] };
}

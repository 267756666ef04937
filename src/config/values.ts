import { z } from 'zod';

import { isLoopback } from '../loopback.js';

export const DEFAULT_TENANT = 'default';

const CURSOR_KEY_BYTES = 32;

export function oneOf<const T extends string>(values: readonly T[]) {
  return z.enum(values, `has to be one of ${values.join(', ')}`);
}

export function listOf(values: readonly string[]) {
  return z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()).filter((item) => item !== ''))
    .pipe(z.array(z.enum(values, `has to be a comma list of ${values.join(', ')}`)).min(1, 'names nothing'));
}

export function locationList() {
  return z
    .string()
    .regex(/^ *\w+( *, *\w+)* *$/, 'has to be a comma list of Multi-Geo location codes, such as `NAM,EUR`')
    .transform((text) => text.split(',').map((code) => code.trim()));
}

export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `has to be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((number) => number >= min && number <= max, `has to be a whole number from ${min} to ${max}`);
}

/** Texts between commas. */
export function commaList() {
  return z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()).filter((item) => item !== ''))
    .refine((items) => items.length > 0, 'names nothing');
}

/** Origins of web pages, as browsers send them. */
export function origins() {
  return commaList().refine((items) => items.every((item) => URL.canParse(item) && new URL(item).origin === item), 'has to be a comma list of origins such as https://jobs.example.com');
}

/** `https:`, or `http:` to this very machine; a secret and a token travel there. */
export function httpUrl(takesQuery = false) {
  return z
    .string()
    .refine((text) => URL.canParse(text), 'has to be a full URL')
    .transform((text) => new URL(text))
    .refine((url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)), 'has to start with https: (http: is for loopback addresses only)')
    .refine((url) => url.username === '' && url.password === '' && (takesQuery || url.search === '') && url.hash === '', 'takes no user name, query or fragment');
}

/** A user name and a password are part of it. */
export function storeUrl() {
  return z
    .string()
    .refine((text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '', 'has to be the URL of a Redis or Valkey server, redis://… or rediss://… (with TLS)')
    .refine((text) => !URL.canParse(text) || /^[^/]*\/\/[^/?#]*(\/\d{0,5})?$/.test(text), 'takes nothing but the number of a database behind the host');
}

export function keyRing() {
  const advice = `has to be a comma list of base64 keys of ${CURSOR_KEY_BYTES} bytes (openssl rand -base64 32)`;
  return z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every(isKey), advice)
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')));
}

/** Buffer skips what is not base64, so only a key that comes out as it went in is one. */
function isKey(text: string): boolean {
  const key = Buffer.from(text, 'base64');
  return key.length === CURSOR_KEY_BYTES && key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
}

/** A sentence for everything that is wrong, by the name of its setting. */
export function faultsOf(prefix: string, error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${prefix}${String(path[0])} ${message}.`);
}

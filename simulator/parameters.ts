import { Refusal } from './answer.js';
import { msFromTicks, readIso } from './instants.js';
import type { Facets } from './job.js';
import { isJsonObject, type Json } from './json.js';

/** Reads one parameter by its documented name; null where it is absent or empty. */
export type Parameters = (name: string) => string | null;

/** Names bind in any casing, as the vendor's own samples rely on; of two of the same name the first counts. */
export function fromQuery(query: URLSearchParams): Parameters {
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, value);
  }
  return (name) => values.get(name.toLowerCase()) || null;
}

/** Ticks lose their last digits in `JSON.parse`, far below the millisecond that jobs are compared by. */
export function fromBody(body: unknown): Parameters {
  const values = new Map<string, string>();
  collect(body as Json, '', values);
  return (name) => values.get(name.toLowerCase()) || null;
}

function collect(value: Json, path: string, values: Map<string, string>): void {
  if (typeof value === 'string' || typeof value === 'number') values.set(path, digitsOf(value));
  if (!isJsonObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) collect(member, (path === '' ? name : `${path}.${name}`).toLowerCase(), values);
  }
}

function digitsOf(value: string | number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

export function readInteger(parameters: Parameters, name: string): number | null {
  const text = parameters(name);
  if (text === null) return null;
  if (!/^-?\d{1,10}$/.test(text)) throw new Refusal(400, `The value '${text}' is not valid for ${name}.`);
  return Number(text);
}

/** The codes of a filter, of which 0 stands for all. */
export function readCode(parameters: Parameters, name: string): number | null {
  return readInteger(parameters, name) || null;
}

/** `first`: the page that comes without a number; `least`: the least that is taken. */
export function readPage(parameters: Parameters, name: string, first: number, least: number): number {
  const page = readInteger(parameters, name) ?? first;
  if (page < least) throw new Refusal(400, least === 0 ? `${name} must not be negative.` : `${name} must be greater than 0.`);
  return page;
}

export function readPageSize(parameters: Parameters, name: string, documented: number): number {
  const size = readInteger(parameters, name) ?? documented;
  if (size < 1) throw new Refusal(400, `${name} must be greater than 0.`);
  return size;
}

export function readRequired(parameters: Parameters, name: string, read: (parameters: Parameters, name: string) => number | null): number {
  const value = read(parameters, name);
  if (value === null) throw new Refusal(400, `The ${name} field is required.`);
  return value;
}

export function readIsoInstant(parameters: Parameters, name: string): number | null {
  const text = parameters(name);
  if (text === null) return null;
  const ms = readIso(text);
  if (ms === null) throw new Refusal(400, `The value '${text}' is not valid for ${name}.`);
  return ms;
}

/** 0 leaves this end open. */
export function readTicksInstant(parameters: Parameters, name: string): number | null {
  const text = parameters(name);
  if (text === null) return null;
  if (!/^\d{1,19}$/.test(text)) throw new Refusal(400, `The value '${text}' is not valid for ${name}.`);
  const ticks = BigInt(text);
  return ticks === 0n ? null : msFromTicks(ticks);
}

/** The facets that were asked for. */
export function facetsOf(asked: { readonly [name in keyof Facets]: Facets[name] | null }): Facets {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
}

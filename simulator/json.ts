const rawText = Symbol('JSON text');

export interface RawJson {
  readonly [rawText]: string;
}

export type Json = null | boolean | number | bigint | string | RawJson | readonly Json[] | JsonObject;

/** A property that is undefined is left out. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** JSON text that is written as it stands. */
export function raw(text: string): RawJson {
  return { [rawText]: text };
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(rawText in value);
}

const quotedNames = new Map<string, string>();

function quoteName(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const quoted = JSON.stringify(name);
  quotedNames.set(name, quoted);
  return quoted;
}

/** `JSON.stringify` that also writes a bigint, digit for digit: .NET ticks are beyond what a double holds. */
export function writeJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (rawText in value) return (value)[rawText];
  const members = value as JsonObject;
  let text = '';
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoteName(name)}:${writeJson(member)}`;
  }
  return `{${text}}`;
}

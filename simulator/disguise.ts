import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { ProductSwitches } from './switches.js';

/** A documented row, as the switches want it written. */
export function disguiseRow(row: JsonObject, switches: ProductSwitches): Json {
  const { omit, values, ownValues, words, unset, unsetTimes, rowNames } = switches;
  const members: Record<string, Json | undefined> = { ...row, ...values, ...ownValues[textOf(row['jobId'] ?? row['id'])] };
  for (const [name, ofCode] of Object.entries(words)) members[name] = ofCode[textOf(members[name])] ?? members[name];
  for (const name of ['startTime', 'finishTime']) {
    // Ticks cannot be null: 0 is unset.
    if (unsetTimes !== null && (members[name] === null || members[name] === 0n)) members[name] = unsetTimes;
  }
  for (const name of omit) members[name] = undefined;
  if (unset !== null) {
    for (const [name, value] of Object.entries(members)) {
      if (value === null) members[name] = unset === 'absent' ? undefined : unset;
    }
  }
  return rewrite(members, rowNames, switches);
}

/** Of an id or a code. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function disguiseEnvelope(envelope: JsonObject, switches: ProductSwitches): Json {
  return rewrite(envelope, switches.envelopeNames, switches);
}

type Rewriting = Pick<ProductSwitches, 'casing' | 'numbersAsText'>;

function rewrite(value: Json, names: Readonly<Record<string, string>>, how: Rewriting): Json {
  const asDocumented = how.casing === 'camel' && !how.numbersAsText && Object.keys(names).length === 0;
  if (asDocumented) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return how.numbersAsText ? String(value) : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => rewrite(item, names, how));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [
    inCase(names[name] ?? name, how.casing),
    member === undefined ? undefined : rewrite(member, names, how),
  ]);
  return Object.fromEntries(members) as JsonObject;
}

function inCase(name: string, casing: ProductSwitches['casing']): string {
  if (casing === 'camel') return name;
  return casing === 'lower' ? name.toLowerCase() : name.slice(0, 1).toUpperCase() + name.slice(1);
}

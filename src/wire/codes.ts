import type { UpstreamCode } from '../generated/types.js';
import type { CodeTable } from '../planning/facet.js';

export interface CodeEntry<Value extends string, Canonical extends string> {
  readonly code: string;
  /** The vendor's own wording. */
  readonly label: string;
  /** The product's enum value; none where the schema has no name for it. */
  readonly value?: Value;
  /** The value of the scale that all products share, where there is such a scale. */
  readonly canonical?: Canonical;
}

export interface Codes<Value extends string, Canonical extends string> extends CodeTable {
  valueOf(code: string): Value | 'UNKNOWN';
  canonicalOf(code: string): Canonical | 'UNKNOWN';
  describe(code: string): UpstreamCode;
}

export function createCodes<Value extends string, Canonical extends string>(entries: readonly CodeEntry<Value, Canonical>[]): Codes<Value, Canonical> {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return {
    has: (code) => byCode.has(code),
    codesOf: (value) => entries.filter((entry) => entry.value === value).map((entry) => entry.code),
    codesOfCanonical: (value) => entries.filter((entry) => entry.canonical === value).map((entry) => entry.code),
    valueOf: (code) => byCode.get(code)?.value ?? 'UNKNOWN',
    canonicalOf: (code) => byCode.get(code)?.canonical ?? 'UNKNOWN',
    describe: (code) => ({ __typename: 'UpstreamCode', code, label: byCode.get(code)?.label ?? null, isKnown: byCode.has(code) }),
  };
}

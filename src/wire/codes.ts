import type { UpstreamCode } from '../generated/types.js';
import type { CodeTable } from '../planning/facet.js';

export interface CodeEntry<Value extends string, Canonical extends string> {
  readonly code: string;
  /** The vendor's own wording. */
  readonly label: string;
  /** What the vendor's specification calls it, where that is neither the label nor the value. */
  readonly names?: readonly string[];
  /** The product's enum value; none where the schema has no name for it. */
  readonly value?: Value;
  /** The value of the scale that all products share, where there is such a scale. */
  readonly canonical?: Canonical;
}

export interface Codes<Value extends string, Canonical extends string> extends CodeTable {
  /** The code that a text is, or that alone bears it for a label, a name or a value; null for any other text. */
  codeOf(text: string): string | null;
  valueOf(code: string): Value | 'UNKNOWN';
  canonicalOf(code: string): Canonical | 'UNKNOWN';
  describe(code: string): UpstreamCode;
  /** What a record says that carries this code or word. */
  decode(sent: string): DecodedCode<Value, Canonical>;
}

/** A code of a record as the schema shows it. */
export interface DecodedCode<Value, Canonical> {
  /** Of the table; what was sent where it has none for it. */
  readonly code: string;
  readonly isKnown: boolean;
  readonly value: Value | 'UNKNOWN';
  readonly canonical: Canonical | 'UNKNOWN';
  readonly upstream: UpstreamCode;
}

export function createCodes<Value extends string, Canonical extends string>(entries: readonly CodeEntry<Value, Canonical>[]): Codes<Value, Canonical> {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const byWord = codesByWord(entries);
  const codeOf = (text: string): string | null => (byCode.has(text) ? text : (byWord.get(bare(text)) ?? null));
  const valueOf = (code: string): Value | 'UNKNOWN' => byCode.get(code)?.value ?? 'UNKNOWN';
  const canonicalOf = (code: string): Canonical | 'UNKNOWN' => byCode.get(code)?.canonical ?? 'UNKNOWN';
  const describe = (code: string): UpstreamCode => ({ __typename: 'UpstreamCode', code, label: byCode.get(code)?.label ?? null, isKnown: byCode.has(code) });

  function decodeAnew(sent: string): DecodedCode<Value, Canonical> {
    const known = codeOf(sent);
    const code = known ?? sent;
    return { code, isKnown: known !== null, value: valueOf(code), canonical: canonicalOf(code), upstream: { ...describe(code), code: sent } };
  }

  // What upstreams are known to send; all jobs share it.
  const decoded = new Map(entries.flatMap(({ code, label }) => [code, label]).map((sent) => [sent, decodeAnew(sent)]));
  return {
    codes: [...byCode.keys()],
    has: (code) => byCode.has(code),
    codesOf: (value) => entries.filter((entry) => entry.value === value).map((entry) => entry.code),
    codesOfCanonical: (value) => entries.filter((entry) => entry.canonical === value).map((entry) => entry.code),
    codeOf,
    valueOf,
    canonicalOf,
    describe,
    decode: (sent) => decoded.get(sent) ?? decodeAnew(sent),
  };
}

type Named = CodeEntry<string, string>;

/** The vendor's words count before this server's values. */
function codesByWord(entries: readonly Named[]): ReadonlyMap<string, string | null> {
  const values = bearersOf(entries, ({ value }) => (value === undefined ? [] : [value]));
  return new Map([...values, ...bearersOf(entries, ({ label, names = [] }) => [label, ...names])]);
}

/** The code of each word; null for one that several codes bear. */
function bearersOf(entries: readonly Named[], wordsOf: (entry: Named) => readonly string[]): ReadonlyMap<string, string | null> {
  const bearers = new Map<string, string | null>();
  for (const entry of entries) {
    for (const word of new Set(wordsOf(entry).map(bare))) bearers.set(word, bearers.has(word) ? null : entry.code);
  }
  return bearers;
}

/** Letters and digits alone: `Finished with Exception` and `FINISHED_WITH_EXCEPTION` are one word. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

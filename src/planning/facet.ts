import type { JobOperation, UpstreamCode } from '../generated/types.js';

/** The codes of one upstream vocabulary and what they mean here. */
export interface CodeTable {
  readonly codes: readonly string[];
  has(code: string): boolean;
  /** Codes of a value of the product's own enum. */
  codesOf(value: string): readonly string[];
  /** Codes of a value of the scale that all products share. */
  codesOfCanonical(value: string): readonly string[];
  describe(code: string): UpstreamCode;
  /** UNKNOWN where there is no value of that scale. */
  canonicalOf(code: string): string;
}

/** How a filter field names what it wants: a value of the product's enum, of the common scale, or an upstream code. */
export type FacetField = 'value' | 'canonical' | 'code';

/** One thing that jobs are told apart by: status, type, service… An upstream takes one value of it at most. */
export interface Facet {
  readonly name: string;
  /** Fields of the product's filter, and of the common one, that constrain this facet. Together they are one list of alternatives. */
  readonly fields: Readonly<Record<string, FacetField>>;
  /** Whether the endpoint has a parameter for it. */
  readonly isParameter: boolean;
  /** Whether records carry it, so that a filter can be applied, and re-applied, here. */
  readonly isCarried: boolean;
  /** Null where any text can be a code. */
  readonly table: CodeTable | null;
  /** What an upstream takes for "all", so that it cannot be asked for jobs of this code: whether there are any, records alone can say. */
  readonly allCode?: string;
  /** Whether a record that does not say is UNKNOWN; else it cannot be told. */
  readonly isMissingUnknown?: boolean;
  /** What to ask for where no filter says so and the upstream's own default would hide jobs. */
  readonly defaultCodes?: readonly string[];
  /** What a stream's parameter says of its jobs, for records that do not say it themselves. */
  prove?(code: string): Proof;
}

export interface Proof {
  readonly operation?: JobOperation;
  readonly workload?: UpstreamCode;
}

/** The values of a facet that a filter lets through. */
export interface Alternatives {
  readonly codes: ReadonlySet<string>;
  /** Whether codes outside the table pass too. */
  readonly takesUnknown: boolean;
  /** The filter fields that were given. */
  readonly fields: readonly string[];
}

export type Filter = Readonly<Record<string, unknown>>;

/** One of the filters that must all hold. */
export interface FilterPart {
  readonly filter: Filter;
  /** What stands before the names of its fields. */
  readonly prefix: string;
}

/** What must hold for the jobs of one product: the filter, and what it says of that product alone. */
export function partsOf(filter: Filter, filterField: string): readonly FilterPart[] {
  const common = { filter, prefix: '' };
  const own = ownFilterOf(filter, filterField);
  return own === null ? [common] : [common, { filter: own, prefix: `${filterField}.` }];
}

export function ownFilterOf(filter: Filter, filterField: string): Filter | null {
  return (filter[filterField] ?? null) as Filter | null;
}

const UNKNOWN = 'UNKNOWN';

/** What the parts of a filter ask of a facet together, or null where they ask nothing. */
export function alternativesOf(facet: Facet, parts: readonly FilterPart[]): Alternatives | null {
  return parts.reduce<Alternatives | null>((sum, part) => {
    const one = alternativesIn(facet, part);
    return sum === null || one === null ? (sum ?? one) : bothOf(facet, sum, one);
  }, null);
}

function bothOf({ table }: Facet, a: Alternatives, b: Alternatives): Alternatives {
  const passes = ({ codes, takesUnknown }: Alternatives, code: string): boolean => codes.has(code) || (takesUnknown && table?.has(code) === false);
  return {
    codes: new Set([...a.codes, ...b.codes].filter((code) => passes(a, code) && passes(b, code))),
    takesUnknown: a.takesUnknown && b.takesUnknown,
    fields: [...a.fields, ...b.fields],
  };
}

function alternativesIn(facet: Facet, { filter, prefix }: FilterPart): Alternatives | null {
  const fields = Object.keys(facet.fields).filter((field) => filter[field] !== undefined && filter[field] !== null);
  if (fields.length === 0) return null;
  const codes = new Set<string>();
  let takesUnknown = false;
  for (const field of fields) {
    for (const wanted of [filter[field]].flat().map(String)) {
      const kind = facet.fields[field] as FacetField;
      if (kind !== 'code' && wanted === UNKNOWN) takesUnknown = true;
      for (const code of codesFor(facet.table, kind, wanted)) if (code !== facet.allCode || facet.isCarried) codes.add(code);
    }
  }
  return { codes, takesUnknown, fields: fields.map((field) => prefix + field) };
}

function codesFor(table: CodeTable | null, kind: FacetField, wanted: string): readonly string[] {
  if (kind === 'code' || table === null) return [wanted];
  return kind === 'value' ? table.codesOf(wanted) : table.codesOfCanonical(wanted);
}

import type { Json, ProductName, SimulatedJob } from '../../simulator/index.js';

/*
 * What the tests know of a product, written from docs/upstream.md and from the descriptions in the schema. Not from src and not from the
 * simulator: they would be witnesses to themselves.
 */

/** A value of the schema, or a word of the vendor, by code. */
export type Codes = Readonly<Record<number, string>>;

/** Enum value of the product, then `JobOperation`. */
export type TypeTable = Readonly<Record<number, readonly [type: string, operation: string]>>;

export type Filter = Readonly<Record<string, unknown>>;

export interface Product {
  readonly name: ProductName;
  /** Whether it is read, with credentials, where `AVEPOINT_PRODUCTS` is not set. */
  readonly isByDefault: boolean;
  /** The field of `Query` that lists this product alone. */
  readonly field: string;
  readonly filterInput: string;
  readonly typename: string;
  /** The permission, as clients ask for it (docs/upstream.md §12). */
  readonly scope: string;
  /** `JobStatus` by code (docs/upstream.md §10). */
  readonly statuses: Codes;
  /** As the vendor's page calls them. */
  readonly statusLabels: Codes;
  /** Where records carry a word for a status: its other name, that of the vendor's specification. Else null. */
  readonly statusNames: Codes | null;
  readonly types: TypeTable;
  readonly services: Codes;
  /** Words that stand for a code, beside those above: what a tolerant reader takes them for. */
  readonly statusSpellings: readonly (readonly [word: string, status: string])[];
  readonly typeSpellings: readonly (readonly [word: string, type: string, operation: string])[];
  /** Filters that no other product has. */
  readonly ownFilters: Readonly<Record<string, OwnFilter>>;
  /** Whether `search` is the upstream's affair: in any casing, and in descriptions too (docs/behaviour.md §4). */
  readonly isSearched: boolean;
  /** The alias of `type` in `selection`; null where the product's jobs have no type. */
  readonly typeField: string | null;
  /** The fields that no other product has, as they are selected, and what a job has there but for its type. */
  readonly selection: string;
  own(job: SimulatedJob): Readonly<Record<string, unknown>>;
  /** The text that says what was worked on, where there is no table of services. */
  workloadText(job: SimulatedJob): string | null;
  /** A text that a page about the job has and pages about jobs of other products have not. */
  shown(job: SimulatedJob): string | null;
  /** What went wrong, of a job of that status. */
  failures(job: SimulatedJob, status: string): readonly Failure[] | null;
  /** What makes the jobs of a test, by their number, as manifold as the product can be asked for. */
  vary(index: number): Partial<SimulatedJob>;
  /** As it is read without settings; then its older endpoint, where it has one. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
}

export interface OwnFilter {
  readonly values: readonly string[];
  readonly isList: boolean;
  /** The value of a job. */
  of(job: SimulatedJob): string | null;
}

export interface Failure {
  readonly message: string;
  readonly isErrorCode: boolean | null;
  readonly documentationUrl: string | null;
  readonly occurrences: number | null;
}

export interface Endpoint {
  /** As in settings. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The documented property names of a row, by docs/upstream.md §3–§8. */
  readonly rowNames: readonly string[];
  /** Which of them says what; null where records do not say it. */
  readonly idName: string;
  readonly statusName: string;
  readonly typeName: string | null;
  readonly serviceName: string | null;
  /** What says how long a job ran; null where nothing does. */
  readonly durationName: string | null;
  readonly durationUnit: 'timespan' | 'hours' | 'ticks' | null;
  /** A length of thousands of years in that unit. */
  readonly longestDuration: string | bigint | null;
  /** Where the numbers of a row stand in the answer, by name; `numbersIn` is the row's property that holds them, if they are not its own. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly numbersIn: string | null;
  /** Where texts stand in the answer that are no code. */
  readonly texts: Readonly<Record<string, string>>;
  /** Words for codes of the row that are neither status nor type. */
  readonly otherWords: Readonly<Record<string, Codes>>;

  /** What a foreign link asks for, in the endpoint's own words. */
  readonly linkQuery: string;
  readonly tokenParameter: string | null;
  /** Whether the last page's number, not a token, leads on. */
  readonly isNumbered: boolean;
  readonly firstPage: 0 | 1;
  /** Whether a link names its page by number; else it is a token. */
  readonly linksByNumber: boolean;
  /** Whether the envelope has a total that counts all that match. */
  readonly hasTotal: boolean;
  /** Whether the envelope has a link at all. */
  readonly hasLink: boolean;
  /** How many lists make up all of its jobs. */
  readonly lists: number;
  /** Whether one job can be asked for, by a text or by its path. */
  readonly isFoundById: boolean;
  /** Null where no parameter filters by status. */
  readonly statusParameter: string | null;
  /** Whether parameters read 0 as "all". */
  readonly isZeroAll: boolean;
  /** Bounds of a window are dates, or whole hours. */
  readonly grain: 'day' | 'hour';
  /** What is sent for a window without a lower bound; null: nothing. */
  readonly openFrom: string | null;
  /** Filters that are sent along and that rows prove, and the row's property that proves each. */
  readonly proven: readonly { readonly rowName: string; readonly filter: Filter }[];

  /** JSON of a page around these rows. */
  page(rows: string): string;
  /** A page under test/fixtures whose first row is as documented, with these properties in place of its own. */
  readonly sample: { readonly file: string; readonly renamed?: Readonly<Record<string, string>>; readonly more?: Readonly<Record<string, Json>> };
  /** docs/upstream.md §2 (6): what of an error inside HTTP 200 its envelope keeps, and bodies that are one, or an empty page. */
  readonly errors: {
    readonly httpStatus: number | null;
    readonly ids: readonly ('requestId' | 'traceId')[];
    readonly bad: readonly string[];
    readonly good: readonly string[];
  };
}

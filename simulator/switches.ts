import type { Charset } from './charset.js';
import type { Fault } from './faults.js';
import type { InstantStyle, SpanStyle } from './instants.js';
import type { Json } from './json.js';
import { forEachProduct, productNames, products, type ProductName } from './products/index.js';

/*
 * The register of docs/upstream.md §13, and what serves each entry:
 *
 *  1 Pascal-case Microsoft 365 legacy   casing: 'pascal'
 *  2 camel-case Microsoft 365 legacy    the default
 *  3 totalNumber for totalCount         envelopeNames, rowNames
 *  4 ticks, ISO, dates                  times
 *  5 "0.011" hours                      Microsoft 365 by default; durations
 *  6 1.16:00:44                         IaaS + PaaS by default; durations
 *  7 state texts                        stateTexts
 *  8 Salesforce state for status        rowNames: { status: 'state' }
 *  9 Google Value, Pascal case          envelopeNames: { jobs: 'Value' }, casing: 'pascal'
 * 10 Google: no total, token            the default
 * 11 IaaS nextlink, no jobType, 99999   envelopeNames, omit: ['jobType'], the story
 * 12 page base 1, relative, duplicates  pageZeroIsPageOne, nextLink: 'relative', fourfoldEvery, duplicateRows, repeatedRows, values
 * 13 numbers as text, "N/A", ""         numbersAsText, unset
 * 14 a link to a foreign host           nextLink: 'foreign' or { text }
 * 15 overlapping pages                  overlap
 * 16 a link that never ends             endless
 * 17 a wrong total                      totalSkew, total
 * 18 an error inside HTTP 200           fault: { kind: 'envelope-error' }
 * 19 401, then well after a refresh     identity.tokenEpoch, or a status fault with times: 1
 * 20 403, 404, 429, 503                 permitted, enabled, fault: { kind: 'status', headers }
 * 21 no end while running, end < start  the story; values, or a job of one's own
 * 22 status 0 asked for                 the default
 * 23 a filter ignored                   ignoredFilters
 * 24 a body that is no JSON             fault: { kind: 'html' }, 'body', 'invalid-json'
 * 25 numbers beyond 2^53                values, with a bigint
 * 26 one id in two products             the story
 * 27 detail 404 without its location    the default, with the option multiGeo or a job of one's own
 * 28 counts against the outcome         the story; values, or a job of one's own
 *
 * Beyond it, as other vendors' lists are: words for codes (words), instants that stand for "not set" (unsetTimes), and what is odd
 * about single rows (ownValues).
 */
export interface ProductSwitches {
  /** False: 404, as in a data centre that does not have the product. */
  enabled: boolean;
  /** False: 403, as when the app registration lacks the permission. */
  permitted: boolean;
  latencyMs: number;
  /** The first of them that applies to a call spoils its answer. */
  fault: Fault | readonly Fault[] | null;

  /** How far the product's own clock is ahead of this machine's; its story goes by it. */
  clockAheadMs: number;
  /** One in so many jobs that have ended shows no start; 0 is none. */
  startlessEvery: number;
  /** Some jobs of the story run so long; 0 is none. */
  longRunHours: number;

  /** What the endpoint's own time filter is about. A job that has no such time yet is always in. */
  timeFilter: 'start' | 'finish' | 'overlap' | 'ignored';
  fromInclusive: boolean;
  toInclusive: boolean;
  /** Refuses a time of day in `startTime` and `finishTime`. */
  datesOnly: boolean;
  /** Filters that are read and then forgotten, by the names of `SimulatedJob`, `search`, and `window`. */
  ignoredFilters: 'all' | readonly string[];
  /** Newest: jobs without a start, then by start; ties by job id. Oldest: the reverse. */
  order: 'newest' | 'oldest' | 'shuffled';

  /** A larger page asked for is cut to this, without a word. */
  maxPageSize: number | null;
  /** Larger pages than that are refused with this status. */
  tooLarge: { readonly above: number; readonly status: number } | null;
  /** Page 0 and page 1 are both the first page, and page 2 is the one after it. Otherwise an endpoint that counts from 1 has no page 0. */
  pageZeroIsPageOne: boolean;
  /** Rows of a page that come again at the head of the next one. */
  overlap: number;
  /** How many times more the first row of a page stands in it. */
  duplicateRows: number;
  /** One in so many jobs stands four times on end in every list, and the total counts it as often; 0 is none. */
  fourfoldEvery: number;
  /** Of the first rows of a page, how many come again at its end. */
  repeatedRows: number;
  /** Pages without rows before each page but the first. */
  emptyPages: number;
  /** What the page after the last is refused with; null answers with a page without rows. */
  pastEnd: number | null;
  /**
   * Token: of the vendor's form, also where there is no parameter to take it back. Slash: a token as it is, and it begins with one.
   */
  nextLink: 'token' | 'slash' | 'relative' | 'absolute' | 'foreign' | '' | null | 'absent' | { readonly text: string } | LinkSpelling;
  /** Same: every link leads to the second page. Cycle: the last leads to the first. Fresh: ever new, to empty pages. */
  endless: false | 'same' | 'cycle' | 'fresh';
  tokenLifetimeMs: number | null;
  /** Null is as the page words it: the job report counts the rows of the answer, the others all that match. */
  total: 'matching' | 'page' | 'absent' | null;
  totalSkew: number;

  /** What a page without rows is: itself, 204, or 200 without a body or a content type. */
  emptyAs: 'page' | 'status 204' | 'no body';
  /** Beside those of an answer, or in their place. */
  headers: Readonly<Record<string, string>>;
  charset: Charset | null;

  casing: 'camel' | 'pascal' | 'lower';
  /** New names for what is around the rows, at any depth, before casing. */
  envelopeNames: Readonly<Record<string, string>>;
  /** New names for what is in a row, at any depth, before casing. */
  rowNames: Readonly<Record<string, string>>;
  /** Row fields left out, by their documented names. */
  omit: readonly string[];
  /** Values that every row gets, by their documented names. */
  values: Readonly<Record<string, Json>>;
  /** Values that the rows of single jobs get besides, by job id. */
  ownValues: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** Words that stand for codes, by row field and code: `{ status: { 3: 'Failed' } }`. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What stands in a row where there is nothing to say. */
  unset: null | 'absent' | '' | 'N/A' | '0001-01-01T00:00:00Z';
  /** What stands for a start or an end that there is not; null is as `unset` says. */
  unsetTimes: Json;
  numbersAsText: boolean;
  /** Null is the endpoint's own. */
  times: InstantStyle | null;
  /** Null is the endpoint's own. */
  durations: SpanStyle | null;
  /** Of an endpoint that writes texts: `Finished with Exception`, `FinishedException`, or `4`. */
  stateTexts: 'label' | 'name' | 'code';
}

/** The endpoint's own path, relative or absolute, in capitals or with a slash at its end; a token's parameter is called as in OData. */
export type LinkSpelling = 'upper' | 'slashed' | 'absolute-upper' | 'absolute-slashed';

export interface IdentitySwitches {
  latencyMs: number;
  fault: Fault | readonly Fault[] | null;
  expiresInSeconds: number;
  /** Values that every token answer gets, whatever is true of the token. */
  values: Readonly<Record<string, Json>>;
  headers: Readonly<Record<string, string>>;
  charset: Charset | null;
  /** Tokens issued under another number are refused. */
  tokenEpoch: number;
  /** How far the vendor's clock is ahead of this machine's; it judges assertions and writes `Date` headers. */
  clockOffsetMs: number;
}

export type Switches = Record<ProductName, ProductSwitches> & { identity: IdentitySwitches };
export type SwitchChanges = Partial<Record<ProductName, Partial<ProductSwitches>>> & {
  identity?: Partial<IdentitySwitches>;
};

const asDocumented: ProductSwitches = {
  enabled: true,
  permitted: true,
  latencyMs: 0,
  fault: null,
  clockAheadMs: 0,
  startlessEvery: 0,
  longRunHours: 0,
  timeFilter: 'start',
  fromInclusive: true,
  toInclusive: false,
  datesOnly: false,
  ignoredFilters: [],
  order: 'newest',
  maxPageSize: null,
  tooLarge: null,
  pageZeroIsPageOne: false,
  overlap: 0,
  duplicateRows: 0,
  fourfoldEvery: 0,
  repeatedRows: 0,
  emptyPages: 0,
  pastEnd: null,
  nextLink: 'token',
  endless: false,
  tokenLifetimeMs: null,
  total: null,
  totalSkew: 0,
  emptyAs: 'page',
  headers: {},
  charset: null,
  casing: 'camel',
  envelopeNames: {},
  rowNames: {},
  omit: [],
  values: {},
  ownValues: {},
  words: {},
  unset: null,
  unsetTimes: null,
  numbersAsText: false,
  times: null,
  durations: null,
  stateTexts: 'label',
};

export function createSwitches(changes: SwitchChanges): Switches {
  const switches: Switches = {
    ...forEachProduct((name) => ({ ...asDocumented, ...products[name].switches })),
    identity: { latencyMs: 0, fault: null, expiresInSeconds: 3600, values: {}, headers: {}, charset: null, tokenEpoch: 0, clockOffsetMs: 0 },
  };
  changeSwitches(switches, changes);
  return switches;
}

export function changeSwitches(switches: Switches, changes: SwitchChanges): void {
  for (const name of [...productNames, 'identity'] as const) {
    const change = changes[name];
    if (change === undefined) continue;
    Object.assign(switches[name], change);
    if (change.fault !== undefined) switches[name].fault = fresh(change.fault);
  }
}

/** Copies, because how often a fault has struck is remembered by its identity. */
function fresh(fault: ProductSwitches['fault']): ProductSwitches['fault'] {
  if (fault === null) return null;
  return 'kind' in fault ? { ...fault } : fault.map((one) => ({ ...one }));
}

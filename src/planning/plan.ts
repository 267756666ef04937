import { hash } from 'node:crypto';

import { BadUserInputError } from '../errors.js';
import { boundsOf, narrow, type Bounds, type Grain, type TimeHabits } from './bounds.js';
import { alternativesOf, partsOf, type Alternatives, type Facet, type Filter, type FilterPart, type Proof } from './facet.js';
import { trimPasted } from './pasted.js';
import type { ResolvedWindow } from './window.js';

/** What planning has to know of a source. */
export interface PlannableSource extends TimeHabits {
  readonly id: string;
  /** Method and path, for messages. */
  readonly label: string;
  readonly pageSize: number;
  /** The field of `JobFilter` that narrows its product alone. */
  readonly filterField: string;
  readonly endpoint: {
    readonly facets: readonly Facet[];
    /** Whether the endpoint searches itself; its answer stands. */
    readonly isSearchable: boolean;
    readonly grain: Grain;
  };
}

/** One source asked with one set of single-valued parameters. */
export interface Stream<S extends PlannableSource> {
  readonly source: S;
  /** Upstream code by facet name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly search: string | null;
  readonly bounds: Bounds;
  readonly pageSize: number;
  /** What the parameters prove of jobs whose records do not say it. */
  readonly proof: Proof;
  readonly key: string;
}

export interface FacetCheck {
  readonly facet: Facet;
  readonly alternatives: Alternatives;
}

export interface SourcePlan<S extends PlannableSource> {
  readonly source: S;
  readonly uncarried: readonly string[];
  /** Empty where the filter cannot match the source. */
  readonly streams: readonly Stream<S>[];
  /** Filter fields that no upstream parameter stands for. */
  readonly localFilters: readonly string[];
  /** What the filter asks of records, whether or not the upstream was asked for it too. */
  readonly checks: readonly FacetCheck[];
  /** Texts that have to be in the job id, where the endpoint does not search. */
  readonly searchHere: readonly string[];
}

const MAX_STREAMS_A_SOURCE = 4;

/**
 * `uncarried`: facets that this source's records turned out not to carry, whatever its endpoint's pages say. `attributed`: facets that are
 * asked value by value, so that the stream which brings a job tells its value.
 */
export function planSource<S extends PlannableSource>(source: S, filter: Filter, window: ResolvedWindow, uncarried: readonly string[] = [], attributed: readonly string[] = []): SourcePlan<S> {
  const { pageSize } = source;
  const { isSearchable, grain } = source.endpoint;
  const facets = uncarried.length === 0 ? source.endpoint.facets : source.endpoint.facets.map((facet) => (uncarried.includes(facet.name) ? { ...facet, isCarried: false } : facet));
  const parts = partsOf(filter, source.filterField);
  const searches = searchesOf(parts);
  const search = isSearchable ? onlySearch(searches, source) : null;
  const searchHere = isSearchable ? [] : [...searches.values()];
  const asked = facets.flatMap((facet) => {
    const alternatives = alternativesOf(facet, parts);
    return alternatives === null ? [] : [{ facet, alternatives }];
  });
  for (const { facet, alternatives } of asked) {
    if (!facet.isParameter && !facet.isCarried) {
      throw new BadUserInputError('filter', `${source.label} of source ${source.id} cannot filter by \`${alternatives.fields.join('`, `')}\`, and its records do not carry it.`);
    }
  }
  const impossible = asked.some(({ facet, alternatives: { codes, takesUnknown } }) => codes.size === 0 && !(takesUnknown && facet.isCarried));
  if (impossible) return { source, uncarried, streams: [], localFilters: [], checks: [], searchHere };

  const pushed = choosePushed(facets, asked, attributed);
  const local = asked.filter((check) => !pushed.has(check.facet) || isDefaultOnly(check));
  const bounds = boundsOf(window, source, grain);
  const streams = combinations(pushed).map((codes): Stream<S> => {
    const parameters = Object.fromEntries([...codes].map(([facet, code]) => [facet.name, code]));
    const proof = Object.assign({}, ...[...codes].map(([facet, code]) => facet.prove?.(code))) as Proof;
    const key = keyOf({ source, parameters, search, bounds, pageSize });
    return { source, parameters, search, bounds, pageSize, proof, key };
  });
  return {
    source,
    uncarried,
    streams,
    localFilters: [...local.flatMap(({ alternatives }) => alternatives.fields), ...(isSearchable ? [] : searches.keys())],
    checks: asked,
    searchHere,
  };
}

/** By the names of their fields. */
function searchesOf(parts: readonly FilterPart[]): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap(({ filter, prefix }) => {
      const search = readSearch(filter['search']);
      return search === null ? [] : [[`${prefix}search`, search] as const];
    }),
  );
}

/** An endpoint that searches takes one text, and what it finds by that cannot be searched again here. */
function onlySearch(searches: ReadonlyMap<string, string>, { id }: PlannableSource): string | null {
  const [search = null, ...others] = new Set(searches.values());
  if (others.length > 0) throw new BadUserInputError('filter', `Source ${id} searches for one text: give \`${[...searches.keys()].join('` or `')}\`, or the same in both.`);
  return search;
}

/** White space alone stays what it is: without it nothing would be searched for. */
function readSearch(text: unknown): string | null {
  return typeof text === 'string' && text !== '' ? trimPasted(text) || text : null;
}

/** Whether its parameter is sent only because the endpoint wants one: no value of it stands for codes that nobody knows. */
export function isDefaultOnly({ facet, alternatives }: FacetCheck): boolean {
  return facet.isCarried && alternatives.takesUnknown;
}

/** Whether a code is among those wanted that the upstream would take for every code. */
function asksForAll({ facet: { allCode }, alternatives }: FacetCheck): boolean {
  return allCode !== undefined && alternatives.codes.has(allCode);
}

/** Which facets become parameters, with the codes to ask for: all that records cannot prove, the rest as far as it fits. */
function choosePushed(facets: readonly Facet[], asked: readonly FacetCheck[], attributed: readonly string[]): Map<Facet, readonly string[]> {
  const pushed = new Map<Facet, readonly string[]>();
  const optional: FacetCheck[] = [];
  for (const facet of facets) {
    const check = asked.find((candidate) => candidate.facet === facet);
    const canAsk = facet.isParameter && check !== undefined && !check.alternatives.takesUnknown && !asksForAll(check);
    if (check !== undefined && facet.isParameter && !facet.isCarried) pushed.set(facet, [...check.alternatives.codes]);
    else if (canAsk && facet.defaultCodes !== undefined) pushed.set(facet, [...check.alternatives.codes]);
    else if (check === undefined && attributed.includes(facet.name)) pushed.set(facet, valuesOf(facet));
    else if (facet.defaultCodes !== undefined) pushed.set(facet, facet.defaultCodes);
    else if (canAsk) optional.push(check);
  }
  optional.sort((a, b) => a.alternatives.codes.size - b.alternatives.codes.size);
  let streams = [...pushed.values()].reduce((product, codes) => product * codes.length, 1);
  for (const { facet, alternatives } of optional) {
    const { size } = alternatives.codes;
    if (size > 1 && streams * size > MAX_STREAMS_A_SOURCE && !attributed.includes(facet.name)) continue;
    pushed.set(facet, [...alternatives.codes]);
    streams *= size;
  }
  return pushed;
}

/** All that an upstream can be asked for one by one. */
export function valuesOf({ table, allCode }: Facet): readonly string[] {
  return (table?.codes ?? []).filter((code) => code !== allCode);
}

function combinations(pushed: ReadonlyMap<Facet, readonly string[]>): ReadonlyMap<Facet, string>[] {
  let rows: ReadonlyMap<Facet, string>[] = [new Map()];
  for (const [facet, codes] of pushed) {
    rows = rows.flatMap((row) => codes.map((code) => new Map([...row, [facet, code]])));
  }
  return rows;
}

/** The stream asked for no more than jobs that had started by a moment, which are told as those of the window are. */
export function startedBy<S extends PlannableSource>(stream: Stream<S>, startedAt: number, window: ResolvedWindow): Stream<S> {
  const { source, bounds } = stream;
  const { to } = boundsOf({ ...window, by: 'STARTED_AT', to: startedAt + 1, isOpenEnded: false }, source, source.endpoint.grain);
  const narrowed = narrow(bounds, to, source.endpoint.grain);
  return { ...stream, bounds: narrowed, key: keyOf({ ...stream, bounds: narrowed }) };
}

export function keyOf({ source, parameters, search, bounds, pageSize }: Omit<Stream<PlannableSource>, 'key' | 'proof'>): string {
  return JSON.stringify([source.id, source.label, pageSize, Object.entries(parameters).sort(), search, bounds.from, bounds.to]);
}

/** Tells plans apart: a cursor is good only for the streams that it was made for. */
export function fingerprint(streams: readonly { readonly key: string }[]): Uint8Array {
  return Buffer.from(hash('sha256', streams.map(({ key }) => `${key}\n`).join(''), 'hex'), 'hex').subarray(0, 12);
}

import type { JobStatsDimension, UpstreamCode } from '../generated/types.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Facet } from '../planning/facet.js';
import type { JobRow } from '../planning/match.js';
import type { Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';

/** What jobs are told apart by that is not the same for all jobs of a source. */
export type ToldDimension = Extract<JobStatsDimension, 'OPERATION' | 'TYPE' | 'WORKLOAD'>;

/** A value of it; null where nothing tells. */
export type ToldValue = string | UpstreamCode | null;

/** The facet that tells it. */
const FACET_OF = { OPERATION: 'type', TYPE: 'type', WORKLOAD: 'service' } as const satisfies Record<ToldDimension, string>;

export function isTold(dimension: JobStatsDimension): dimension is ToldDimension {
  return dimension in FACET_OF;
}

/** Facets that jobs of a source are told apart by, unless the product knows better. */
export function facetsTelling(dimensions: readonly ToldDimension[], { endpoint }: Source): string[] {
  return [...new Set(dimensions.filter((dimension) => !isDerived(dimension, endpoint)).map((dimension) => FACET_OF[dimension]))];
}

/** Those of them that a parameter alone tells. */
export function facetsAskedFor(dimensions: readonly ToldDimension[], source: Source): string[] {
  const { facets } = source.endpoint;
  return facetsTelling(dimensions, source).filter((name) => facets.some((facet) => facet.name === name && facet.isParameter && !facet.isCarried));
}

/** A facet that records tell, and a parameter where one lacks it. */
export interface CarriedFacet {
  readonly name: string;
  /** The code that tells it. */
  readonly by: string;
}

export function facetsCarried(dimensions: readonly ToldDimension[], { endpoint }: Source): CarriedFacet[] {
  return dimensions.flatMap((dimension) => {
    const facet = endpoint.facets.find(({ name }) => name === FACET_OF[dimension]);
    if (facet?.isParameter !== true) return [];
    // What a product tells of a job, it tells by its type.
    if (isDerived(dimension, endpoint)) return { name: facet.name, by: 'type' };
    return facet.isCarried ? { name: facet.name, by: facet.name } : [];
  });
}

export function isLacking({ codes }: JobRow, { by }: CarriedFacet): boolean {
  return codes[by] === null;
}

function isDerived(dimension: ToldDimension, { workloadOf }: Source['endpoint']): boolean {
  return dimension === 'WORKLOAD' && workloadOf !== undefined;
}

/** Whether a job saves logs, and none of the data that it is told to protect. */
export function savesLogs({ codes }: JobRow, { endpoint }: Source): boolean {
  return endpoint.logTypes?.includes(codes['type'] ?? '') ?? false;
}

/** Reads what a job of one source is told apart by. */
export interface ToldReader {
  /** Whether the stream that brings a job tells it, and not its record. */
  readonly isByStream: boolean;
  read(row: JobRow, stream: Stream<Source>): ToldValue;
}

export function createToldReader(dimension: ToldDimension, { source, told }: AttributedPlan<Source>): ToldReader {
  const facet = source.endpoint.facets.find(({ name }) => name === FACET_OF[dimension]);
  if (facet === undefined || !told.includes(facet.name)) return { isByStream: false, read: (row) => readRecord(dimension, row, source) };
  return {
    isByStream: true,
    read(_row, { parameters }) {
      const code = parameters[facet.name];
      return code === undefined ? null : readCode(dimension, facet, code);
    },
  };
}

function readRecord(dimension: ToldDimension, row: JobRow, source: Source): ToldValue {
  if (dimension === 'OPERATION') return row.node.operation;
  return dimension === 'TYPE' ? row.node.upstreamType : workloadToldBy(row, source);
}

/** What a job protects, by its record. */
export function workloadToldBy(row: JobRow, { endpoint: { workloadOf } }: Source): UpstreamCode | null {
  return workloadOf === undefined ? row.node.workload : workloadOf(row);
}

function readCode(dimension: ToldDimension, { table }: Facet, code: string): ToldValue {
  return (dimension === 'OPERATION' ? table?.canonicalOf(code) : table?.describe(code)) ?? null;
}

/** Tells values apart. */
export function textOf(value: ToldValue): string {
  return typeof value === 'string' ? value : (value?.code ?? '');
}

import type { Facet, Filter } from './facet.js';
import { planSource, valuesOf, type PlannableSource, type SourcePlan, type Stream } from './plan.js';
import type { ResolvedWindow } from './window.js';

/** A plan whose streams tell what records do not. */
export interface AttributedPlan<S extends PlannableSource> extends SourcePlan<S> {
  /** Facets of which a stream's parameter tells the value. */
  readonly told: readonly string[];
  /** What has the jobs of all values; empty where the filter names each value itself. */
  readonly whole: readonly Stream<S>[];
}

/** More streams than that are too many for one product of values. */
const MAX_PRODUCT = 20;

/**
 * Asks facets that records do not carry value by value. Two of them are joined, not multiplied, where that would be many: each job then
 * comes in a stream of either, and its id says that it is one. `spread`: facets that a filter names values of, and that are asked value by
 * value though records carry them, however many streams that takes.
 */
export function planAttributed<S extends PlannableSource>(source: S, filter: Filter, window: ResolvedWindow, names: readonly string[], uncarried: readonly string[] = [], spread: readonly string[] = []): AttributedPlan<S> {
  const plain = planSource(source, filter, window, uncarried, spread);
  const told = source.endpoint.facets.filter((facet) => names.includes(facet.name) && isAskedFor(facet, uncarried));
  const free = told.filter((facet) => plain.checks.every((check) => check.facet.name !== facet.name));
  const freeNames = free.map(({ name }) => name);
  const isJoined = free.length > 1 && free.length === told.length && free.reduce((product, facet) => product * valuesOf(facet).length, 1) > MAX_PRODUCT;
  const plans = isJoined ? freeNames.map((name) => planSource(source, filter, window, uncarried, [...spread, name])) : [planSource(source, filter, window, uncarried, [...spread, ...freeNames])];
  return {
    ...plain,
    streams: plain.streams.length === 0 ? [] : plans.flatMap(({ streams }) => streams),
    told: told.map(({ name }) => name),
    whole: free.length === 0 ? [] : plain.streams,
  };
}

/** Whether a parameter is the only one to tell. */
function isAskedFor({ name, isParameter, isCarried, table }: Facet, uncarried: readonly string[]): boolean {
  return isParameter && table !== null && (!isCarried || uncarried.includes(name));
}

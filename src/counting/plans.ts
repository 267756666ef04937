import { BadUserInputError, type NoSourceError } from '../errors.js';
import { chooseSources } from '../listing/chosen-sources.js';
import { narrowByProduct } from '../listing/jobs-request.js';
import { isPlain, MAX_PLAIN_STREAMS, MAX_STREAMS, openStreams } from '../listing/runs.js';
import { planAttributed, type AttributedPlan } from '../planning/attribution.js';
import type { Filter } from '../planning/facet.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';
import type { Period } from './period.js';
import { facetsTelling, type ToldDimension } from './told.js';

/** What is asked of every source. */
export interface Asked {
  readonly filter: Filter;
  readonly period: Period;
  /** What jobs are told apart by. */
  readonly told: readonly ToldDimension[];
  /** Upstream queries that the operation may open; as many as for lists without. */
  readonly mostStreams?: number;
  /** Facets that are asked value by value where that takes fewer calls than reading all jobs. */
  readonly spread?: readonly string[];
  /** Where much is left of a stream that is read to its end, it may be read in pages of so many times the configured size. */
  readonly pagesAtOnce?: number;
}

/** What is asked, and of whom. */
export interface Chosen {
  /** Why nobody is asked, where the caller did not ask for nobody. */
  readonly noSource: NoSourceError | null;
  readonly sources: readonly Source[];
}

/** The sources that a filter is about, as lists choose them. */
export function chooseCounted(filter: Filter, context: CountingContext): Chosen {
  const { sources, error } = narrowByProduct(chooseSources(context.readings.sources(), filter), filter);
  return { sources, noSource: error };
}

type OpenedStreams = Pick<CountingContext['readings'], 'streams' | 'plainStreams'>;

/** Plans every source. Where telling jobs apart would take more streams than there may be, that source does not tell. */
export function planSources(sources: readonly Source[], { filter, period: { window }, told, mostStreams = MAX_STREAMS }: Asked, { readings }: { readonly readings: OpenedStreams }): AttributedPlan<Source>[] {
  return sources.map((source) => {
    const plan = withWhole(planAttributed(source, filter, window, facetsTelling(told, source)));
    if (openPlan(plan, readings, mostStreams)) return plan;
    const plain = planAttributed(source, filter, window, []);
    if (openPlan(plain, readings, mostStreams)) return plain;
    throw new BadUserInputError('filter', `This operation needs more than ${mostStreams} upstream queries, one for every combination of type and service. Narrow types or services, or tenants by \`tenants\` or \`tenantLabels\`.`);
  });
}

function openPlan(plan: AttributedPlan<Source>, { streams, plainStreams }: OpenedStreams, most: number): boolean {
  return plan.told.length === 0 && isPlain(plan) ? openStreams(plan.streams, { streams: plainStreams }, MAX_PLAIN_STREAMS) : openStreams(plan.streams, { streams }, most);
}

/** A plan that asks for facets which records turned out to lack; null where that would take more streams than there may be. */
export function planSourceAnew({ source, told }: AttributedPlan<Source>, lacking: readonly string[], asked: Asked, context: CountingContext): AttributedPlan<Source> | null {
  const { filter, period } = asked;
  const plan = withWhole(planAttributed(source, filter, period.window, [...facetsTelling(asked.told, source), ...lacking], [...told, ...lacking]));
  return openStreams(plan.streams, context.readings, asked.mostStreams) ? plan : null;
}

/** The same where nothing is told by what is asked. */
export function planSourceUntold({ source }: AttributedPlan<Source>, { filter, period }: Asked): AttributedPlan<Source> {
  return planAttributed(source, filter, period.window, []);
}

/** Where no total says how many jobs there are, all of them are read as well: those that no value brings are told nothing, and not missing. */
function withWhole(plan: AttributedPlan<Source>): AttributedPlan<Source> {
  return plan.whole.length === 0 || plan.source.endpoint.rules.isTotalFinal ? plan : { ...plan, streams: [...plan.streams, ...plan.whole] };
}

/** The same, with facets asked value by value that the filter names many values of; null where there are none. Its streams are not opened yet. */
export function planSourceSpread({ source, checks, streams }: AttributedPlan<Source>, { filter, period, told, spread = [] }: Asked): AttributedPlan<Source> | null {
  const canSpread = (name: string): boolean => checks.some(({ facet, alternatives }) => facet.name === name && facet.isParameter && !alternatives.takesUnknown) && streams.every(({ parameters }) => parameters[name] === undefined);
  const names = spread.filter(canSpread);
  return names.length === 0 ? null : planAttributed(source, filter, period.window, facetsTelling(told, source), [], names);
}

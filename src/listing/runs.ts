import { BadUserInputError } from '../errors.js';
import { startOf, type Position } from '../paging/position.js';
import type { Filter } from '../planning/facet.js';
import { planSource, type SourcePlan, type Stream } from '../planning/plan.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import type { ListingContext } from './context.js';
import { createLedger } from './ledger.js';
import { startRun, type SourceRun } from './source-run.js';

/** Upstream queries that one operation may open, and those that a cursor has positions of. */
export const MAX_STREAMS = 60;
/** What it may open beside those for sources that nothing filters. */
export const MAX_PLAIN_STREAMS = 600;

/** Plans every source for its window, within the number of streams that an operation may open. */
export function planAll(sources: readonly Source[], filter: Filter, windowOf: (index: number) => ResolvedWindow, uncarried: readonly (readonly string[])[], context: ListingContext): SourcePlan<Source>[] {
  const plans = sources.map((source, index) => planSource(source, filter, windowOf(index), uncarried[index]));
  if (!openPlans(plans.filter((plan) => !isPlain(plan)), context)) {
    const hint = isOfMany(plans) ? ', or tenants by `tenants` or `tenantLabels`' : '';
    throw new BadUserInputError('filter', `This operation needs more than ${MAX_STREAMS} upstream queries, one for every combination of type and service. Narrow types or services${hint}.`);
  }
  if (!openPlans(plans.filter(isPlain), context)) {
    throw new BadUserInputError('filter', `This operation needs more than ${MAX_PLAIN_STREAMS} upstream queries. Narrow it by \`tenants\` or \`tenantLabels\`.`);
  }
  return plans;
}

/** Whether nothing filters its source. */
export function isPlain({ checks, searchHere, streams }: SourcePlan<Source>): boolean {
  return checks.length === 0 && searchHere.length === 0 && streams.every(({ search }) => search === null);
}

/** Opens the streams of plans that are all plain, or none of them; false, and none is counted, where those are too many. */
export function openPlans(plans: readonly SourcePlan<Source>[], { streams, plainStreams }: Pick<ListingContext, 'streams' | 'plainStreams'>): boolean {
  const opened = plans.flatMap((plan) => plan.streams);
  return plans.every(isPlain) ? openStreams(opened, { streams: plainStreams }, MAX_PLAIN_STREAMS) : openStreams(opened, { streams });
}

/** A merged page needs a page of every stream before its first row: one that could never have them all is refused before any call. */
export function checkReach(plans: readonly SourcePlan<Source>[], { budget }: Pick<ListingContext, 'budget'>): void {
  const streams = plans.reduce((sum, plan) => sum + plan.streams.length, 0);
  if (streams <= budget.calls || !isOfMany(plans)) return;
  throw new BadUserInputError('filter', `This list needs ${streams} upstream calls before its first job, one for every query, and an operation may make ${budget.calls}. Narrow it by \`tenants\` or \`tenantLabels\`, or raise AVEPOINT_CALL_BUDGET.`);
}

/** One tenant alone cannot be narrowed to fewer. */
function isOfMany(plans: readonly SourcePlan<Source>[]): boolean {
  return new Set(plans.map(({ source }) => source.node.tenant)).size > 1;
}

/** False, and none is counted, where an operation would open more than it may. */
export function openStreams(streams: readonly Stream<Source>[], context: Pick<ListingContext, 'streams'>, most = MAX_STREAMS): boolean {
  const further = new Set(streams.map(({ key }) => key).filter((key) => !context.streams.has(key)));
  if (context.streams.size + further.size > most) return false;
  for (const key of further) context.streams.add(key);
  return true;
}

/** One run a plan, in the order of the plans, each taking its part of the positions. What a list wants of one stream is certain only where there is no other. */
export function startRuns(plans: readonly SourcePlan<Source>[], positions: readonly Position[], window: ResolvedWindow, context: ListingContext, first: number): SourceRun[] {
  const wanted = positions.length === 1 ? first : 0;
  let taken = 0;
  return plans.map((plan, rank) => startRun(plan, rank, positions.slice(taken, (taken += plan.streams.length)), window, context, createLedger(), wanted));
}

export function startPositions(plan: SourcePlan<Source>): Position[] {
  return plan.streams.map(() => startOf(plan.source.endpoint.rules.firstNumber));
}

/**
 * Reads every first page, before anything is delivered. Where records lack a field that the filter needs and the endpoint has a
 * parameter for it, the source is asked anew, value by value, so that the parameter is the proof.
 */
export async function replanWhatLacks(runs: readonly SourceRun[], filter: Filter, window: ResolvedWindow, context: ListingContext): Promise<SourceRun[]> {
  await Promise.all(runs.flatMap(({ walks }) => walks.map(({ walk }) => walk.fill(1))));
  return runs.map((run, rank) => {
    const lacking = lackingOf(run);
    if (lacking.length === 0) return run;
    const plan = planSource(run.plan.source, filter, window, lacking);
    if (!openPlans([plan], context)) return run;
    return startRun(plan, rank, startPositions(plan), window, context, createLedger(run.ledger));
  });
}

/** Names of facets that the filter needs, records lack, and a parameter can tell. */
export function lackingOf({ ledger }: SourceRun): string[] {
  return [...ledger.undecided].filter(({ facet, alternatives }) => facet.isParameter && !alternatives.takesUnknown).map(({ facet }) => facet.name);
}

import { BadUserInputError, type NoSourceError } from '../errors.js';
import type { JobPeriodInput } from '../generated/types.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Filter } from '../planning/facet.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';
import { readPeriod } from './period.js';
import { chooseCounted, planSources, type Asked } from './plans.js';

export interface CountArguments {
  readonly filter?: Filter | null;
  readonly period?: JobPeriodInput | null;
  readonly first?: number | null;
}

/** The arguments of a field that reads jobs of a filter and a period, checked and planned. */
export interface CountRequest extends Asked {
  readonly first: number;
  /** Why nobody is asked, where the caller did not ask for nobody. */
  readonly noSource: NoSourceError | null;
  readonly plans: readonly AttributedPlan<Source>[];
}

const MAX_FIRST = 100;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readCountRequest(args: CountArguments, firstByDefault: number, context: CountingContext): CountRequest {
  const first = readFirst(args.first, firstByDefault);
  const asked = { filter: args.filter ?? {}, period: readPeriod(args.period, context.now), told: [] };
  const { sources, noSource } = chooseCounted(asked.filter, context);
  return { ...asked, first, noSource, plans: planSources(sources, asked, context) };
}

export function readFirst(first: number | null | undefined, byDefault: number): number {
  const wanted = first ?? byDefault;
  if (wanted < 1 || wanted > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 1 to ${MAX_FIRST}.`);
  return wanted;
}

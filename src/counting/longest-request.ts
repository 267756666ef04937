import { BadUserInputError, type NoSourceError } from '../errors.js';
import type { JobPeriodInput } from '../generated/types.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Filter } from '../planning/facet.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';
import { readPeriod } from './period.js';
import { chooseCounted, planSources, type Asked } from './plans.js';

export interface LongestArguments {
  readonly filter?: Filter | null;
  readonly period?: JobPeriodInput | null;
  readonly first?: number | null;
}

/** The arguments of `longestJobs`, checked and planned. */
export interface LongestRequest extends Asked {
  readonly first: number;
  readonly noSource: NoSourceError | null;
  readonly plans: readonly AttributedPlan<Source>[];
}

const DEFAULT_FIRST = 10;
const MAX_FIRST = 100;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readLongestRequest(args: LongestArguments, context: CountingContext): LongestRequest {
  const first = readFirst(args.first, DEFAULT_FIRST);
  const filter = args.filter ?? {};
  const asked = { filter, period: readPeriod(args.period, context.now), told: [] };
  const { sources, noSource } = chooseCounted(filter, context);
  return { ...asked, first, noSource, plans: planSources(sources, asked, context) };
}

/** Of fields that show single jobs. */
export function readFirst(first: number | null | undefined, byDefault: number): number {
  const wanted = first ?? byDefault;
  if (wanted < 1 || wanted > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 1 to ${MAX_FIRST}.`);
  return wanted;
}

import { BadUserInputError, type NoSourceError } from '../errors.js';
import type { JobPeriodInput } from '../generated/types.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Filter } from '../planning/facet.js';
import type { Source } from '../sources/source.js';
import type { CountingContext } from './context.js';
import { readPeriod } from './period.js';
import { chooseCounted, planSources, type Asked } from './plans.js';

export interface DigestArguments {
  readonly filter?: Filter | null;
  readonly period?: JobPeriodInput | null;
  readonly first?: number | null;
}

/** The arguments of `jobFailureDigest`, checked and planned. */
export interface DigestRequest extends Asked {
  readonly first: number;
  readonly noSource: NoSourceError | null;
  readonly plans: readonly AttributedPlan<Source>[];
}

const FAILED = ['FAILED', 'PARTIAL'];
const DEFAULT_FIRST = 20;
const MAX_FIRST = 100;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readDigestRequest(args: DigestArguments, context: CountingContext): DigestRequest {
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 1 to ${MAX_FIRST}.`);
  const period = readPeriod(args.period, context.now);
  const filter = { ...args.filter, statuses: args.filter?.['statuses'] ?? FAILED };
  const { sources, noSource } = chooseCounted(filter, context);
  const asked = { filter, period, told: [] };
  return { ...asked, first, noSource, plans: planSources(sources, asked, context) };
}

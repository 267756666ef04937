import type { Stretch } from '../../clocks/clock.js';
import { BadUserInputError, type NoSourceError } from '../../errors.js';
import type { JobPeriodInput, JobStatsDimension, JobStatsOrder } from '../../generated/types.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import type { Filter } from '../../planning/facet.js';
import type { Source } from '../../sources/source.js';
import type { CountingContext } from '../context.js';
import { keyOfSource, keyText } from '../group-key.js';
import type { Wants } from '../job-table.js';
import { bad, checkWritable, DAY_MS, readPeriod } from '../period.js';
import { chooseCounted, planSources, type Asked } from '../plans.js';
import { isTold } from '../told.js';

export interface StatsArguments {
  readonly filter?: Filter | null;
  readonly period?: JobPeriodInput | null;
  readonly groupBy?: readonly JobStatsDimension[] | null;
  readonly orderBy?: JobStatsOrder;
  readonly first?: number | null;
}

/** The arguments of `jobStats`, checked and planned. */
export interface StatsRequest extends Asked {
  readonly dimensions: readonly JobStatsDimension[];
  /** Null where jobs are not told apart by time. */
  readonly stretches: readonly Stretch[] | null;
  readonly orderBy: JobStatsOrder;
  readonly first: number;
  readonly wants: Wants;
  readonly noSource: NoSourceError | null;
  readonly plans: readonly AttributedPlan<Source>[];
  /** Groups that there are whatever is met, as far as they can be told. */
  readonly groups: number;
}

type Unit = Extract<JobStatsDimension, 'HOUR' | 'DAY' | 'WEEK' | 'MONTH'>;

const UNITS: ReadonlySet<JobStatsDimension> = new Set<Unit>(['HOUR', 'DAY', 'WEEK', 'MONTH']);
const MAX_DIMENSIONS = 3;
const MAX_GROUPS = 2000;
const MOST_DAYS_OF_HOURS = 8;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readStatsRequest(args: StatsArguments, wants: Wants, context: CountingContext): StatsRequest {
  const dimensions = readDimensions(args.groupBy ?? []);
  const first = args.first ?? MAX_GROUPS;
  if (first < 1 || first > MAX_GROUPS) throw new BadUserInputError('first', `\`first\` has to be from 1 to ${MAX_GROUPS}.`);
  const period = readPeriod(args.period, context.now);
  const unit = dimensions.find(isUnit) ?? null;
  if (unit === 'HOUR' && period.askedMs > MOST_DAYS_OF_HOURS * DAY_MS) throw bad(`A period that is told by the hour has at most ${MOST_DAYS_OF_HOURS} days.`);
  const stretches = unit === null ? null : period.clock.stretches(period.from, period.to, unit);
  for (const { start, end } of stretches ?? []) [start, end].forEach(checkWritable);
  const filter = args.filter ?? {};
  const { sources, noSource } = chooseCounted(filter, context);
  const groups = (stretches?.length ?? 1) * keysOf(sources, dimensions);
  if (groups > MAX_GROUPS) throw new BadUserInputError('groupBy', `These are ${groups} groups; ${MAX_GROUPS} are counted. Ask for longer stretches, fewer sources or a shorter period.`);
  const asked = { filter, period, told: dimensions.filter(isTold) };
  return { ...asked, dimensions, stretches, orderBy: args.orderBy ?? 'BY_KEY', first, wants, noSource, plans: planSources(sources, asked, context), groups };
}

function readDimensions(dimensions: readonly JobStatsDimension[]): readonly JobStatsDimension[] {
  if (dimensions.length > MAX_DIMENSIONS) throw badGroup(`\`groupBy\` takes at most ${MAX_DIMENSIONS} dimensions.`);
  if (new Set(dimensions).size < dimensions.length) throw badGroup('`groupBy` has a dimension more than once.');
  if (dimensions.filter(isUnit).length > 1) throw badGroup('`groupBy` takes at most one of HOUR, DAY, WEEK and MONTH.');
  return dimensions;
}

function badGroup(message: string): BadUserInputError {
  return new BadUserInputError('groupBy', message);
}

function isUnit(dimension: JobStatsDimension): dimension is Unit {
  return UNITS.has(dimension);
}

/** How many keys there are whatever is met. */
function keysOf(sources: readonly Source[], dimensions: readonly JobStatsDimension[]): number {
  return dimensions.every(isUnit) ? 1 : new Set(sources.map((source) => keyText(keyOfSource(source, dimensions)))).size;
}

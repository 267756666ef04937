import { BadUserInputError, type NoSourceError } from '../../errors.js';
import type { JobOperation, JobWorkloadDimension, JobWorkloadOrder, JobWorkloadState } from '../../generated/types.js';
import type { AttributedPlan } from '../../planning/attribution.js';
import { bindingText } from '../../planning/bookmark.js';
import { readDuration } from '../../planning/duration.js';
import type { Source } from '../../sources/source.js';
import type { WantedLabel } from '../../sources/tenant.js';
import type { CountingContext } from '../context.js';
import { DAY_MS, readPeriod, type Period } from '../period.js';
import { chooseCounted, planSources, type Asked } from '../plans.js';
import type { SuccessRule } from './workload-tally.js';
import { openPlace, type WorkloadPlace } from './workload-cursor.js';

export interface WorkloadFilter {
  readonly products?: readonly string[] | null;
  readonly sourceIds?: readonly string[] | null;
  readonly tenants?: readonly string[] | null;
  readonly tenantLabels?: readonly WantedLabel[] | null;
  readonly operations?: readonly JobOperation[];
  readonly states?: readonly JobWorkloadState[] | null;
  readonly isStale?: boolean | null;
  readonly isLate?: boolean | null;
  readonly consecutiveFailuresAtLeast?: number | null;
}

export interface WorkloadsArguments {
  readonly filter?: WorkloadFilter | null;
  readonly lookBack?: string;
  readonly staleAfter?: string | null;
  readonly countPartialAsSuccess?: boolean;
  readonly successNeedsObjects?: boolean;
  readonly orderBy?: JobWorkloadOrder;
  readonly groupBy?: readonly JobWorkloadDimension[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The arguments of `jobWorkloads`, checked and planned. */
export interface WorkloadsRequest extends SuccessRule {
  readonly filter: WorkloadFilter;
  readonly operations: ReadonlySet<JobOperation>;
  readonly orderBy: JobWorkloadOrder;
  /** The moment of the first page. */
  readonly now: number;
  readonly period: Period;
  /** Null where the configuration says it. */
  readonly staleAfterMs: number | null;
  readonly dimensions: readonly JobWorkloadDimension[];
  readonly wantsGroups: boolean;
  readonly first: number;
  /** Behind which this page begins. */
  readonly after: WorkloadPlace | null;
  readonly binding: string;
  readonly noSource: NoSourceError | null;
  readonly parts: readonly WorkloadPart[];
  readonly plans: readonly AttributedPlan<Source>[];
}

/** A source, and what it is asked. */
export interface WorkloadPart {
  readonly plan: AttributedPlan<Source>;
  readonly asked: Asked;
}

const DEFAULT_FIRST = 100;
const MAX_FIRST = 500;
const MOST_MS = 366 * DAY_MS;
/** A stream of a board is a page as a rule. */
const MOST_STREAMS = 300;
/** In one call, where a stream has much more than a page. */
const PAGES_AT_ONCE = 4;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readWorkloadsRequest(args: WorkloadsArguments, wantsGroups: boolean, context: CountingContext): WorkloadsRequest {
  const { lookBack = 'P7D', staleAfter = null, countPartialAsSuccess = false, successNeedsObjects = false, orderBy = 'BY_SOURCE', after: cursor = null } = args;
  const filter = args.filter ?? {};
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 0 || first > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 0 to ${MAX_FIRST}.`);
  const lookBackMs = readLength(lookBack, 'lookBack');
  if (lookBackMs > MOST_MS) throw new BadUserInputError('lookBack', 'At most `P366D` are looked back.');
  const staleAfterMs = staleAfter === null ? null : readLength(staleAfter, 'staleAfter');
  if (staleAfterMs !== null && staleAfterMs > lookBackMs) throw new BadUserInputError('staleAfter', '`staleAfter` is longer than `lookBack`: what is not looked at cannot be told. Look back further.');
  const operations = readOperations(filter);
  const dimensions = args.groupBy ?? [];
  if (new Set(dimensions).size < dimensions.length) throw new BadUserInputError('groupBy', '`groupBy` has a dimension more than once.');
  const binding = bindingText({ field: 'jobWorkloads', filter, window: { ...args, filter: null, first: null, after: null }, rights: context.rights, orderBy });
  const after = cursor === null ? null : openPlace(context.cursors, binding, cursor);
  const now = after?.now ?? context.now;
  const period = readPeriodBack(lookBack, now, after !== null);
  const { sources, noSource } = chooseCounted({ ...filter }, context);
  // In their order sources are read one by one, as far as a page needs, and calls bound that: each has the streams for itself.
  const isReadBySource = orderBy === 'BY_SOURCE' && !wantsGroups;
  const parts = sources.map((source): WorkloadPart => {
    const asked: Asked = { filter: { operations: operationsAsked(operations, source) }, period, told: ['OPERATION', 'WORKLOAD'], mostStreams: MOST_STREAMS, spread: ['type'], pagesAtOnce: PAGES_AT_ONCE };
    return { asked, plan: planSources([source], asked, isReadBySource ? { readings: { streams: new Set(), plainStreams: new Set() } } : context)[0] as AttributedPlan<Source> };
  });
  return {
    ...{ filter, operations: new Set(operations), now, period, staleAfterMs, dimensions, wantsGroups, first, after, binding, noSource, parts },
    ...{ countPartialAsSuccess, successNeedsObjects, orderBy },
    plans: parts.map(({ plan }) => plan),
  };
}

/** A page that goes on takes nothing that has come since the first one. */
function readPeriodBack(last: string, now: number, isResumed: boolean): Period {
  const period = readPeriod({ last, by: 'STARTED_AT' }, now);
  return isResumed ? { ...period, window: { ...period.window, ahead: 'none' } } : period;
}

function readOperations({ operations = ['BACKUP'] }: WorkloadFilter): readonly JobOperation[] {
  if (operations.length === 0) throw new BadUserInputError('filter', '`operations` is empty: name what is to be looked at.');
  if (operations.includes('UNKNOWN')) throw new BadUserInputError('filter', '`operations` cannot hold UNKNOWN: what a job of an unknown type does to a workload is not known.');
  return operations;
}

/** Backups of audit logs are other operations here, and backups by their type. */
function operationsAsked(operations: readonly JobOperation[], { endpoint }: Source): readonly JobOperation[] {
  return endpoint.logTypes !== undefined && operations.includes('OTHER') ? [...new Set<JobOperation>([...operations, 'BACKUP'])] : operations;
}

function readLength(text: string, argument: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds === null || milliseconds <= 0) throw new BadUserInputError(argument, `\`${argument}\` has to be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as \`PT26H\` or \`P7D\`.`);
  return milliseconds;
}

import type { JobCountPrecision } from '../../generated/types.js';
import type { CountingContext } from '../context.js';
import { groupJobs } from './grouping.js';
import type { Group } from './group.js';
import { canHave } from '../group-key.js';
import { compareGroups, type Orders } from './group-order.js';
import { createJobTable, type JobTable } from '../job-table.js';
import { isInexact } from './measures.js';
import { precisionOf } from '../precision.js';
import { hasAllRated } from './rates.js';
import { readEach, readSource, type Reading } from '../reading.js';
import { STATUSES } from '../roll.js';
import type { StatsRequest } from './stats-request.js';

/** Jobs counted, and how far that can be trusted. */
export interface JobCount {
  readonly request: StatsRequest;
  readonly groups: readonly JudgedGroup[];
  readonly total: JudgedGroup;
  readonly isComplete: boolean;
  /** One a source, in their order. */
  readonly readings: readonly Reading<JobTable>[];
}

export interface JudgedGroup extends Group {
  readonly precision: JobCountPrecision;
  /** Null unless exact, where there is none of what it is made of, and where the filter leaves out a part of that. */
  readonly successRate: number | null;
  readonly completionRate: number | null;
}

export async function countJobs(request: StatsRequest, orders: Omit<Orders, 'sources'>, context: CountingContext): Promise<JobCount> {
  const { plans, period, dimensions, told, stretches, orderBy, first, wants, noSource } = request;
  const readings = await readEach(plans, context, (plan, own) => readSource(plan, request, (final, ledger) => createJobTable(final, ledger, period, told, wants), own));
  const counted = await groupJobs(readings, dimensions, stretches, context.turn);

  function judge(group: Group): JudgedGroup {
    const { stretch } = group.key;
    const readAt = (reading: Reading<JobTable>): number => (stretch === null ? reading.tally.matched() : (counted.read.get(reading)?.[stretches?.indexOf(stretch) ?? 0] ?? 0));
    const able = readings.filter(({ plan }) => canHave(group.key, plan.source));
    const precision = noSource === null ? precisionOf(group.key, readings, period, readAt) : 'UNKNOWN';
    noteInexact(group, able);
    return { ...group, precision, ...ratesOf(group, precision === 'EXACT' && able.every(({ plan }) => hasAllRated(plan))) };
  }

  const compare = compareGroups(orderBy, dimensions, { ...orders, sources: context.sources });
  const rank = (group: JudgedGroup) => ({ ...group, group, isUnknown: group.precision === 'UNKNOWN', failed: countOf(group, 'FAILED') });
  const groups = counted.groups.map((group) => rank(judge(group))).sort(compare).slice(0, first);
  return {
    request,
    groups: groups.map(({ group }) => group),
    total: judge(counted.total),
    isComplete: noSource === null && readings.every(({ error, isShort }) => error === null && !isShort),
    readings,
  };
}

function ratesOf(group: Group, isKnown: boolean): Pick<JudgedGroup, 'successRate' | 'completionRate'> {
  const [succeeded, partial, failed] = [countOf(group, 'SUCCEEDED'), countOf(group, 'PARTIAL'), countOf(group, 'FAILED')];
  const all = succeeded + partial + failed;
  if (!isKnown || all === 0) return { successRate: null, completionRate: null };
  return { successRate: succeeded / all, completionRate: (succeeded + partial) / all };
}

function countOf({ statuses }: Group, status: (typeof STATUSES)[number]): number {
  return statuses[STATUSES.indexOf(status)] ?? 0;
}

function noteInexact(group: Group, readings: readonly Reading<JobTable>[]): void {
  if (!isInexact(group)) return;
  for (const { ledger } of readings) ledger.warn({ code: 'UNREADABLE_VALUE', message: 'A sum is larger than a whole number can be; it is null.' });
}

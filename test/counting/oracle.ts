import { expect } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { isInWindow, matches, operationOf, statusOf, type TruthFilter } from '../planning/truth.js';
import { serviceOfType } from '../products/iaas-paas.js';
import type { Seat } from '../products/index.js';
import { emptyCounts, type CountArguments, type CountedGroup, type Counts, type Stats } from './count.js';

/*
 * What `jobStats` has to answer, job by job, from the records behind every list and docs/upstream.md. It knows nothing of how they are read;
 * only which stretches a period has it takes from the answer, and holds each job's own local time against their labels.
 */

/** How many jobs of each status, by what they were grouped by. */
export type Expected = ReadonlyMap<string, Counts>;

/** The services of a parameter, the ones that pages do not name among them. */
const SERVICE_PARAMETERS: Readonly<Record<string, readonly number[]>> = {
  'microsoft-365': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'iaas-paas': [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 20_000, 21_000, 23_000, 24_000, 25_000, 26_000, 27_000],
};

/** What only the question tells, of jobs of this source: at Microsoft 365 both, in job reports the service (of their types there are too many). */
function askedOf({ name, product }: Seat, groupBy: readonly string[]): { readonly type: boolean; readonly service: boolean } {
  const isM365 = product === 'microsoft-365';
  return {
    type: isM365 && (groupBy.includes('OPERATION') || groupBy.includes('TYPE')),
    service: (isM365 || (name === 'iaas-paas/job-report' && !groupBy.includes('OPERATION') && !groupBy.includes('TYPE'))) && groupBy.includes('WORKLOAD'),
  };
}

const isTypeKnown = (job: SimulatedJob, seat: Seat): boolean => seat.types[job.type] !== undefined;
const isServiceKnown = (job: SimulatedJob): boolean => SERVICE_PARAMETERS[job.product]?.includes(job.service ?? -1) ?? false;

/** Whether a query brings the job: rules A2, A3. */
export function isBrought(job: SimulatedJob, seat: Seat, filter: TruthFilter, groupBy: readonly string[]): boolean {
  const asked = askedOf(seat, groupBy);
  // Job reports have no total, so all of them are read as well.
  if ((!asked.type && !asked.service) || seat.name === 'iaas-paas/job-report') return true;
  const isFixed = ['types', 'typeCodes', 'operations'].some((name) => filter[name] !== undefined) || ['services', 'serviceCodes'].some((name) => filter[name] !== undefined);
  const brings = [...(asked.type ? [isTypeKnown(job, seat)] : []), ...(asked.service ? [isServiceKnown(job)] : [])];
  return isFixed ? brings.every(Boolean) : brings.some(Boolean);
}

export function toldOf(job: SimulatedJob, seat: Seat, dimension: string, groupBy: readonly string[]): string | null {
  const asked = askedOf(seat, groupBy);
  if (dimension === 'WORKLOAD') {
    if (asked.service) return isServiceKnown(job) ? String(job.service) : null;
    if (seat.name === 'iaas-paas/jobs') return serviceOfType(job.type);
    if (job.product === 'salesforce' || job.product === 'dynamics-365') return job.organizationId;
    return seat.serviceName === null || job.service === null ? null : String(job.service);
  }
  if (seat.typeName === null && (!asked.type || !isTypeKnown(job, seat))) return null;
  return dimension === 'OPERATION' ? operationOf(job) : String(job.type);
}

export interface Truth {
  readonly seats: readonly Seat[];
  records(seat: Seat): readonly SimulatedJob[];
}

/** The part of `JobFilter` that speaks of one product, and the rest: both must hold. */
export function isAskedFor(job: SimulatedJob, seat: Seat, filter: Readonly<Record<string, unknown>>): boolean {
  const { statuses, operations, search, sourceIds, products } = filter as TruthFilter & { readonly sourceIds?: readonly string[]; readonly products?: readonly string[] };
  const common = { ...(statuses && { statuses }), ...(operations && { operations }), ...(search !== undefined && { search }) };
  const own = (filter[fieldOf(seat)] ?? {}) as TruthFilter;
  const isSelected = (sourceIds?.includes(seat.sourceId) ?? true) && (products?.includes(seat.product.toUpperCase().replaceAll('-', '_')) ?? true);
  return isSelected && matches(job, common) && matches(job, own);
}

/** The field of `JobFilter` for one product. */
export const fieldOf = ({ field }: Pick<Seat, 'field'>): string => field.replace(/Jobs$/, '');

export function addTo(counts: Counts, status: string): Counts {
  const name = status.toLowerCase() as keyof Counts;
  return { ...counts, total: counts.total + 1, [name]: counts[name] + 1 };
}

/** Where a job stands in the period; null for one that has no instant. */
const placeOf = (job: SimulatedJob, by: string): number | null => (by === 'FINISHED_AT' ? job.finishedAt : (job.startedAt ?? job.finishedAt));

/** `reachesNow`: whether the caller left the end of the period open. */
export function expectedCounts({ seats, records }: Truth, { filter = {}, groupBy = [] }: CountArguments, { period, groups }: Stats, reachesNow: boolean): { readonly counts: Expected; readonly missing: ReadonlySet<string>; readonly matched: number } {
  const counts = new Map<string, Counts>();
  const missing = new Set<string>();
  const stretches = [...new Map(groups.flatMap(({ key: { stretch } }) => (stretch === null ? [] : [[stretch.start, stretch] as const]))).values()];
  let matched = 0;
  for (const seat of seats) {
    for (const job of records(seat)) {
      if (!isAskedFor(job, seat, filter) || !isInWindow(job, period, reachesNow)) continue;
      if (!isBrought(job, seat, { ...filter, ...((filter[fieldOf(seat)] ?? {}) as TruthFilter) }, groupBy)) {
        missing.add(seat.sourceId);
        continue;
      }
      matched += 1;
      const key = keyText(groupBy, (dimension) => valueOf(job, seat, dimension, groupBy, () => stretchOf(job, period, stretches, groupBy)));
      counts.set(key, addTo(counts.get(key) ?? emptyCounts, statusOf(job)));
    }
  }
  return { counts, missing, matched };
}

function valueOf(job: SimulatedJob, seat: Seat, dimension: string, groupBy: readonly string[], stretch: () => string): string | null {
  switch (dimension) {
    case 'TENANT':
      return seat.sourceId.split('/')[0] ?? null;
    case 'SOURCE':
      return seat.sourceId;
    case 'PRODUCT':
      return seat.product;
    case 'OPERATION':
    case 'TYPE':
    case 'WORKLOAD':
      // Codes of two products are two groups (rule S4).
      return dimension === 'OPERATION' ? toldOf(job, seat, dimension, groupBy) : `${seat.product} ${toldOf(job, seat, dimension, groupBy)}`;
    default:
      return stretch();
  }
}

function stretchOf(job: SimulatedJob, { by, timeZone }: Stats['period'], stretches: readonly NonNullable<CountedGroup['key']['stretch']>[], groupBy: readonly string[]): string {
  const instant = placeOf(job, by);
  // A job without an instant stands in the last one (rule S1).
  const found = (instant === null ? undefined : stretches.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end))) ?? stretches.at(-1) ?? expect.fail('no stretch');
  if (instant !== null) expect(found.label).toBe(labelOf(instant, timeZone, groupBy));
  return found.start;
}

/** By the clock of the zone, as `Intl` shows it. */
function labelOf(instant: number, timeZone: string, groupBy: readonly string[]): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' }).formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const month = `${parts['year']}-${parts['month']}`;
  if (groupBy.includes('MONTH')) return month;
  if (groupBy.includes('WEEK')) return weekOf(Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])));
  return groupBy.includes('HOUR') ? `${month}-${parts['day']}T${parts['hour']}` : `${month}-${parts['day']}`;
}

/** ISO 8601: a week belongs to the year that its Thursday lies in. */
function weekOf(date: number): string {
  const dayMs = 86_400_000;
  const thursday = new Date(date + (3 - ((new Date(date).getUTCDay() + 6) % 7)) * dayMs);
  const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * dayMs)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** What a group of the answer is of, in the same words. */
export function keyOfGroup({ key }: CountedGroup, groupBy: readonly string[]): string {
  const product = key.product?.toLowerCase().replaceAll('_', '-') ?? null;
  const values: Readonly<Record<string, string | null>> = {
    TENANT: key.tenant,
    SOURCE: key.source?.id ?? null,
    PRODUCT: product,
    OPERATION: key.operation,
    TYPE: `${product} ${key.type?.code ?? null}`,
    WORKLOAD: `${product} ${key.workload?.code ?? null}`,
  };
  return keyText(groupBy, (dimension) => (dimension in values ? (values[dimension] ?? null) : (key.stretch?.start ?? null)));
}

const keyText = (groupBy: readonly string[], value: (dimension: string) => string | null): string => JSON.stringify(groupBy.map(value));

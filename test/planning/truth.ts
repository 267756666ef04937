import type { SimulatedJob } from '../../simulator/index.js';
import { productOf, type Codes } from '../products/index.js';
import type { ListedEdge, ListedPage } from '../support/list-jobs.js';

/*
 * What a filter and a window mean, job by job, from docs/upstream.md and the names of schema.graphql. It knows the truth behind every record,
 * also what no endpoint shows; so it answers what a filter ought to find, however the upstream has to be asked for it.
 */

export const statusOf = (job: SimulatedJob): string => productOf(job.product).statuses[job.status] ?? 'UNKNOWN';
export const typeOf = (job: SimulatedJob): string => productOf(job.product).types[job.type]?.[0] ?? 'UNKNOWN';
export const operationOf = (job: SimulatedJob): string => productOf(job.product).types[job.type]?.[1] ?? 'UNKNOWN';
export const serviceOf = (job: SimulatedJob): string => productOf(job.product).services[job.service ?? -1] ?? 'UNKNOWN';

export function codesNamed(table: Codes, name: string): number[] {
  return Object.entries(table).flatMap(([code, value]) => (value === name ? [Number(code)] : []));
}

export interface TruthFilter {
  readonly services?: readonly string[];
  readonly serviceCodes?: readonly number[];
  readonly types?: readonly string[];
  readonly typeCodes?: readonly number[];
  readonly operations?: readonly string[];
  readonly statuses?: readonly string[];
  readonly statusCodes?: readonly number[];
  readonly location?: string;
  readonly search?: string;
  /** What only one product has. */
  readonly [own: string]: unknown;
}

/** Whether a job is one of those that the filter asks for. */
export function matches(job: SimulatedJob, filter: TruthFilter): boolean {
  const { services, serviceCodes, types, typeCodes, operations, statuses, statusCodes, location, search, ...own } = filter;
  return (
    isAmong(serviceOf(job), services, job.service, serviceCodes) &&
    isAmong(typeOf(job), types, job.type, typeCodes) &&
    isAmong(operationOf(job), operations, null, undefined) &&
    isAmong(statusOf(job), statuses, job.status, statusCodes) &&
    (location === undefined || job.location === location) &&
    (search === undefined || mentions(job, search)) &&
    Object.entries(own).every(([name, wanted]) => wanted === undefined || isOwn(job, name, wanted))
  );
}

/** A filter that the job's product does not have is a mistake of the test. */
function isOwn(job: SimulatedJob, name: string, wanted: unknown): boolean {
  const filter = productOf(job.product).ownFilters[name];
  if (filter === undefined) throw new Error(`${job.product} has no filter ${name}.`);
  return ([wanted].flat() as readonly unknown[]).includes(filter.of(job));
}

/** A list of names and a list of codes are one list of alternatives. */
function isAmong(name: string, names: readonly string[] | undefined, code: number | null, codes: readonly number[] | undefined): boolean {
  if (names === undefined && codes === undefined) return true;
  return (names?.includes(name) ?? false) || (code !== null && (codes?.includes(code) ?? false));
}

/** An upstream that searches itself does so whatever the casing, and in the description too. */
function mentions(job: SimulatedJob, search: string): boolean {
  if (!productOf(job.product).isSearched) return job.jobId.includes(search);
  return `${job.jobId}\n${job.comments ?? ''}`.toLowerCase().includes(search.toLowerCase());
}

/** Whether a job belongs to the window that a page names; `reachesNow`: whether the caller left its end open. */
export function isInWindow(job: SimulatedJob, window: Pick<ListedPage['window'], 'from' | 'to' | 'by'>, reachesNow: boolean): boolean {
  const from = window.from === null ? -Infinity : Date.parse(window.from);
  const to = Date.parse(window.to);
  const instant = window.by === 'FINISHED_AT' ? job.finishedAt : (job.startedAt ?? job.finishedAt);
  if (instant === null) return window.by === 'STARTED_AT' && reachesNow;
  return instant >= from && (instant < to || reachesNow);
}

/** Product and job id: ids are shared by products. */
export const keyOfJob = ({ product, jobId }: Pick<SimulatedJob, 'product' | 'jobId'>): string => `${product} ${jobId}`;
export const keyOfEdge = ({ node }: ListedEdge): string => `${node.product.toLowerCase().replaceAll('_', '-')} ${node.jobId}`;

export const sortedKeys = (jobs: readonly SimulatedJob[]): string[] => jobs.map(keyOfJob).sort();
export const sortedEdgeKeys = (edges: readonly ListedEdge[]): string[] => edges.map(keyOfEdge).sort();

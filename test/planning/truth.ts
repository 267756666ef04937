import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { googleDataSources, googleServices, googleTypes, iaasPaasTypes, salesforceTypes, statusTables, type TypeTable } from '../support/oracle-tables.js';
import type { ListedEdge, ListedPage } from '../support/list-jobs.js';

/*
 * What a filter and a window mean, job by job, from docs/upstream.md and the names of schema.graphql. It knows the truth behind every record,
 * also what no endpoint shows; so it answers what a filter ought to find, however the upstream has to be asked for it.
 */

/** docs/upstream.md §4, `serviceType`. */
const iaasPaasServices: Readonly<Record<number, string>> = {
  1: 'AZURE_VM',
  2: 'ENTRA_ID',
  4: 'AZURE_STORAGE',
  64: 'ADMIN_PORTAL_SETTINGS',
  128: 'COMMON',
  256: 'AMAZON_EC2',
  512: 'AZURE_SQL_NATIVE',
  1024: 'AZURE_DEVOPS',
  2048: 'AZURE_SQL_DATABASE',
  4096: 'AZURE_AD_B2C',
  8192: 'GOOGLE_CLOUD',
  16384: 'AWS_SETTINGS',
  20000: 'SQL_SERVER',
  21000: 'VMWARE',
  23000: 'GOOGLE_CLOUD_STORAGE',
  24000: 'AZURE_COSMOS_DB',
  25000: 'AZURE_POSTGRESQL',
  26000: 'AMAZON_S3',
  27000: 'ENTRA_EXTERNAL_ID',
};

/** docs/upstream.md §6.2, `objectType`. */
const microsoft365Services: Readonly<Record<number, string>> = {
  1: 'EXCHANGE_ONLINE',
  2: 'SHAREPOINT_ONLINE',
  3: 'ONEDRIVE',
  4: 'MICROSOFT_365_GROUPS',
  5: 'PROJECT_ONLINE',
  6: 'PUBLIC_FOLDER',
  7: 'TEAMS',
  8: 'VIVA_ENGAGE',
  9: 'TEAMS_CHAT',
  10: 'POWER_BI',
  11: 'POWER_AUTOMATE',
  12: 'POWER_APPS',
};

/** docs/upstream.md §6.2, `jobType`; §10. */
const microsoft365Types: TypeTable = {
  1: ['BACKUP', 'BACKUP'],
  2: ['RESTORE', 'RESTORE'],
  3: ['EXPORT', 'EXPORT'],
  4: ['DELETE', 'DELETE'],
  5: ['RETENTION', 'RETENTION'],
};

/** docs/upstream.md §7, `level`. */
const salesforceLevels: Readonly<Record<number, string>> = { 1: 'ORGANIZATION', 2: 'OBJECT', 3: 'RECORD', 4: 'FIELD', 5: 'METADATA', 6: 'NOT_APPLICABLE' };

export const typeTables: Readonly<Record<ProductName, TypeTable>> = {
  'google-workspace': googleTypes,
  'iaas-paas': iaasPaasTypes,
  'microsoft-365': microsoft365Types,
  salesforce: salesforceTypes,
};

export const serviceTables: Readonly<Record<ProductName, Readonly<Record<number, string>>>> = {
  'google-workspace': googleServices,
  'iaas-paas': iaasPaasServices,
  'microsoft-365': microsoft365Services,
  salesforce: {},
};

export const statusOf = (job: SimulatedJob): string => statusTables[job.product][job.status] ?? 'UNKNOWN';
export const typeOf = (job: SimulatedJob): string => typeTables[job.product][job.type]?.[0] ?? 'UNKNOWN';
export const operationOf = (job: SimulatedJob): string => typeTables[job.product][job.type]?.[1] ?? 'UNKNOWN';
export const serviceOf = (job: SimulatedJob): string => serviceTables[job.product][job.service ?? -1] ?? 'UNKNOWN';

export function codesNamed(table: Readonly<Record<number, string>>, name: string): number[] {
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
  readonly dataSources?: readonly string[];
  readonly level?: string;
  readonly organizationId?: string;
  readonly location?: string;
  readonly search?: string;
}

/** Whether a job is one of those that the filter asks for. */
export function matches(job: SimulatedJob, filter: TruthFilter): boolean {
  const { services, serviceCodes, types, typeCodes, operations, statuses, statusCodes, dataSources, level, organizationId, location, search } = filter;
  return (
    isAmong(serviceOf(job), services, job.service, serviceCodes) &&
    isAmong(typeOf(job), types, job.type, typeCodes) &&
    isAmong(operationOf(job), operations, null, undefined) &&
    isAmong(statusOf(job), statuses, job.status, statusCodes) &&
    isAmong(googleDataSources[job.dataSource ?? -1] ?? 'UNKNOWN', dataSources, null, undefined) &&
    (level === undefined || salesforceLevels[job.level ?? -1] === level) &&
    (organizationId === undefined || job.organizationId === organizationId) &&
    (location === undefined || job.location === location) &&
    (search === undefined || mentions(job, search))
  );
}

/** A list of names and a list of codes are one list of alternatives. */
function isAmong(name: string, names: readonly string[] | undefined, code: number | null, codes: readonly number[] | undefined): boolean {
  if (names === undefined && codes === undefined) return true;
  return (names?.includes(name) ?? false) || (code !== null && (codes?.includes(code) ?? false));
}

/** IaaS + PaaS searches itself, whatever the casing, and in the description too. */
function mentions(job: SimulatedJob, search: string): boolean {
  if (job.product !== 'iaas-paas') return job.jobId.includes(search);
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

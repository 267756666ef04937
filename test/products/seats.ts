import type { ProductName } from '../../simulator/index.js';

/** One endpoint as a source is read through it. A new endpoint is one more line here, and inherits every suite beside this file. */
export interface Seat {
  readonly name: EndpointName;
  readonly product: ProductName;
  /** Method and path of the vendor's page. */
  readonly endpoint: string;
  /** The permission, as clients ask for it (docs/upstream.md §12). */
  readonly scope: string;
  /** The field of `Query` that lists this product alone. */
  readonly field: string;
  readonly filterInput: string;
  /** `JobSource.id` in a server without settings of its own. */
  readonly sourceId: string;
  /** Settings that choose the endpoint, and this product alone. */
  readonly environment: Readonly<Record<string, string>>;
  /** The documented property names of a row, by docs/upstream.md §3–§7. */
  readonly rowNames: readonly string[];
  /** Whether the last page's number, not a token, leads on. */
  readonly isNumbered: boolean;
  /** Whether the envelope has a total that counts all that match. */
  readonly hasTotal: boolean;
  /** Whether the envelope has a link at all. */
  readonly hasLink: boolean;
}

export type EndpointName =
  | 'google-workspace/jobs'
  | 'iaas-paas/jobs'
  | 'iaas-paas/job-report'
  | 'microsoft-365/cloud-backup-jobs'
  | 'microsoft-365/jobs'
  | 'salesforce/jobs';

const iaasCounts = ['failedCount', 'successfulCount', 'skippedCount', 'totalCount'];
const times = ['startTime', 'finishTime'];

const google: Seat = {
  name: 'google-workspace/jobs',
  product: 'google-workspace',
  endpoint: 'GET /backup/google/admin/jobs',
  scope: 'gsuite.graph.read.all',
  field: 'googleWorkspaceJobs',
  filterInput: 'GoogleWorkspaceJobFilter',
  sourceId: 'default/us/google-workspace',
  environment: { AVEPOINT_PRODUCTS: 'google-workspace' },
  rowNames: ['jobId', 'appType', 'jobType', 'dataSource', 'status', 'progress', ...times, 'operator'],
  isNumbered: false,
  hasTotal: false,
  hasLink: true,
};

const iaas: Seat = {
  name: 'iaas-paas/jobs',
  product: 'iaas-paas',
  endpoint: 'GET /backup/vm/jobs',
  scope: 'platformbackup.readwrite.all',
  field: 'iaasPaasJobs',
  filterInput: 'IaasPaasJobFilter',
  sourceId: 'default/us/iaas-paas',
  environment: { AVEPOINT_PRODUCTS: 'iaas-paas' },
  rowNames: ['jobId', 'jobType', 'status', ...iaasCounts, ...times, 'duration', 'comments'],
  isNumbered: false,
  hasTotal: true,
  hasLink: true,
};

const iaasReport: Seat = {
  ...iaas,
  name: 'iaas-paas/job-report',
  endpoint: 'POST /api/public/jobreport',
  environment: { AVEPOINT_PRODUCTS: 'iaas-paas', AVEPOINT_IAAS_PAAS_ENDPOINT: 'job-report' },
  rowNames: ['jobId', 'state', ...iaasCounts, ...times, 'duration', 'comments'],
  isNumbered: true,
  hasTotal: false,
  hasLink: false,
};

const microsoft: Seat = {
  name: 'microsoft-365/cloud-backup-jobs',
  product: 'microsoft-365',
  endpoint: 'GET /backup/m365/cloudbackupjobs',
  scope: 'microsoft365backup.jobInfo.read.all',
  field: 'microsoft365Jobs',
  filterInput: 'Microsoft365JobFilter',
  sourceId: 'default/us/microsoft-365',
  environment: { AVEPOINT_PRODUCTS: 'microsoft-365' },
  rowNames: ['id', 'state', ...times, 'duration', 'backupDetails', 'jobErrors'],
  isNumbered: true,
  hasTotal: true,
  hasLink: true,
};

const microsoftOld: Seat = {
  ...microsoft,
  name: 'microsoft-365/jobs',
  endpoint: 'GET /cloudbackup/jobs',
  environment: { AVEPOINT_PRODUCTS: 'microsoft-365', AVEPOINT_MICROSOFT_365_ENDPOINT: 'jobs' },
};

const salesforce: Seat = {
  name: 'salesforce/jobs',
  product: 'salesforce',
  endpoint: 'GET /backup/sfbapi/jobs',
  scope: 'salesforce.public.read.all',
  field: 'salesforceJobs',
  filterInput: 'SalesforceJobFilter',
  sourceId: 'default/us/salesforce',
  environment: { AVEPOINT_PRODUCTS: 'salesforce' },
  rowNames: [
    'type',
    'jobId',
    ...times,
    'status',
    ...['successfulRecords', 'skippedRecords', 'failedRecords', 'totalRecords'],
    ...['successfulMetadata', 'failedMetadata', 'totalMetadata'],
    ...['successfulObjects', 'skippedObjects', 'failedObjects', 'totalObjects'],
    ...['dataSize', 'apiCalls', 'organizationId'],
  ],
  isNumbered: true,
  hasTotal: true,
  hasLink: true,
};

export const seats: readonly Seat[] = [google, iaas, iaasReport, microsoft, microsoftOld, salesforce];

/** Every product once: as it is read without settings, and through its older endpoint where it has one. */
export const currentSeats: readonly Seat[] = [google, iaas, microsoft, salesforce];
export const olderSeats: readonly Seat[] = [google, iaasReport, microsoftOld, salesforce];

export const seatsOf = (...names: readonly EndpointName[]): Seat[] => seats.filter(({ name }) => names.includes(name));

/** Settings of a server that reads all of these. */
export function environmentOf(all: readonly Seat[]): Record<string, string> {
  const products = all.map(({ environment }) => environment['AVEPOINT_PRODUCTS']).join(',');
  return Object.assign({}, ...all.map(({ environment }) => environment), { AVEPOINT_PRODUCTS: products }) as Record<string, string>;
}

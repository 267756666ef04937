import type { BackupProduct, JobOperation, JobSourceHealthState, JobStatus, JobWorkloadState } from './generated/graphql';
import { productNames } from './generated/product-names';

export { productNames };

/** Worst first: the order of legends, bars and filters. */
export const statusNames: Readonly<Record<JobStatus, string>> = {
  FAILED: 'Failed',
  PARTIAL: 'Partly failed',
  UNKNOWN: 'Unknown',
  STOPPED: 'Stopped',
  SKIPPED: 'Skipped',
  PAUSED: 'Paused',
  QUEUED: 'Queued',
  RUNNING: 'Running',
  SUCCEEDED: 'Succeeded',
};

export const operationNames: Readonly<Record<JobOperation, string>> = {
  BACKUP: 'Backup',
  RESTORE: 'Restore',
  EXPORT: 'Export',
  DELETE: 'Deletion',
  RETENTION: 'Retention',
  ARCHIVE: 'Archive',
  REPORT: 'Report',
  INDEX: 'Index',
  COMPARE: 'Comparison',
  SYNC: 'Synchronization',
  ANALYSIS: 'Analysis',
  SEEDING: 'Seeding',
  OTHER: 'Other',
  UNKNOWN: 'Unknown',
};

export const healthWords: Readonly<Record<JobSourceHealthState, string>> = {
  HEALTHY: 'Answers',
  UNTESTED: 'Not asked yet',
  DEGRADED: 'Last call failed',
  UNAVAILABLE: 'Does not answer',
};

/** Worst first, as the API orders them; what each says of a workload. */
export const workloadStateNames: Readonly<Record<JobWorkloadState, string>> = {
  FAILING: 'Failing',
  STALE: 'Stale',
  LATE: 'Late',
  PARTIAL: 'Partly failed',
  UNKNOWN: 'Not known',
  OK: 'Well',
};

export const workloadStateWords: Readonly<Record<JobWorkloadState, string>> = {
  FAILING: 'The run that ended last has failed.',
  STALE: 'The last success is longer ago than allowed, or there is none in the time looked at.',
  LATE: 'A run that should have started has not.',
  PARTIAL: 'The run that ended last succeeded in part.',
  UNKNOWN: 'It cannot be told: the source did not answer, or not far enough.',
  OK: 'The last success is recent enough, nothing is late, and the run that ended last did not fail.',
};

export const products = keysOf(productNames);
export const statuses = keysOf(statusNames);
export const operations = keysOf(operationNames);
export const workloadStates = keysOf(workloadStateNames);

/** `Salesforce · default/us`: product, tenant and data centre tell any two sources apart. */
export function sourceName(source: { readonly product: BackupProduct; readonly tenant: string; readonly region: string }): string {
  return `${productNames[source.product]} · ${source.tenant}/${source.region}`;
}

/** The code where there is no name. */
export function workloadName({ workload }: { readonly workload: { readonly code: string; readonly label: string | null } | null }): string {
  return workload === null ? 'Not told what' : (workload.label ?? workload.code);
}

/** `Data source` of `dataSource`, `API calls` of `apiCalls`. */
export function nameOfField(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\bapi\b/, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

function keysOf<Key extends string>(names: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(names) as Key[];
}

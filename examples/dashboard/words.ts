import type { BackupProduct, JobOperation, JobSourceHealthState, JobStatus } from './generated/graphql';
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

export const products = keysOf(productNames);
export const statuses = keysOf(statusNames);
export const operations = keysOf(operationNames);

/** `Salesforce · default/us`: product, tenant and data centre tell any two sources apart. */
export function sourceName(source: { readonly product: BackupProduct; readonly tenant: string; readonly region: string }): string {
  return `${productNames[source.product]} · ${source.tenant}/${source.region}`;
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

import type { ProductName } from '../../simulator/index.js';

/*
 * The vendor's codes and what they mean here, written from the enum values of schema.graphql and from
 * docs/upstream.md §3 (Google Workspace), §4 (IaaS + PaaS), §6.2 (Microsoft 365), §7 (Salesforce), §10 (status and operation).
 * Not from src, not from the simulator.
 */

/** docs/upstream.md §10, column by column. */
export const statusTables: Readonly<Record<ProductName, Readonly<Record<number, string>>>> = {
  'google-workspace': { 0: 'RUNNING', 2: 'SUCCEEDED', 3: 'FAILED', 7: 'PARTIAL' },
  'iaas-paas': { 0: 'QUEUED', 1: 'RUNNING', 2: 'SUCCEEDED', 4: 'SKIPPED', 8: 'PARTIAL', 16: 'FAILED', 32: 'QUEUED', 64: 'STOPPED' },
  'microsoft-365': { 1: 'RUNNING', 2: 'SUCCEEDED', 3: 'FAILED', 4: 'PARTIAL', 5: 'PARTIAL' },
  salesforce: { 1: 'RUNNING', 2: 'SUCCEEDED', 3: 'PARTIAL', 4: 'FAILED', 5: 'PAUSED', 6: 'STOPPED', 7: 'SKIPPED' },
};

/** docs/upstream.md §6.2 and §6.3: Microsoft 365 writes words; the same code as a label of the page and as a name of the specification. */
export const microsoft365Words: Readonly<Record<number, { readonly label: string; readonly name: string }>> = {
  1: { label: 'In Progress', name: 'InProgress' },
  2: { label: 'Finished', name: 'Finished' },
  3: { label: 'Failed', name: 'Failed' },
  4: { label: 'Finished with Exception', name: 'FinishedException' },
  5: { label: 'Partially Finished', name: 'PartiallyFinished' },
};

/** docs/upstream.md §3 `appType`. */
export const googleServices: Readonly<Record<number, string>> = {
  1: 'GMAIL',
  2: 'DRIVE',
  4: 'CALENDAR',
  8: 'CONTACTS',
  64: 'SHARED_DRIVES',
  128: 'CLASSROOM',
  256: 'USERS',
  512: 'GROUPS',
  4096: 'CHAT',
  8192: 'GMAIL_VAULT',
  16384: 'DRIVE_VAULT',
  32768: 'SHARED_DRIVES_VAULT',
};

/** docs/upstream.md §3 `dataSource`. */
export const googleDataSources: Readonly<Record<number, string>> = { 1: 'ADMIN', 2: 'RECENTER' };

/** Enum value of the product, then `JobOperation`. */
export type TypeTable = Readonly<Record<number, readonly [type: string, operation: string]>>;

/** docs/upstream.md §3 `jobType`; §10. */
export const googleTypes: TypeTable = {
  1: ['BACKUP', 'BACKUP'],
  2: ['RESTORE', 'RESTORE'],
  3: ['EXPORT', 'EXPORT'],
  4: ['DELETE', 'DELETE'],
  5: ['RETENTION', 'RETENTION'],
  6: ['GENERATE_REPORT', 'REPORT'],
};

/** docs/upstream.md §4 `jobType`; §10. Backend types (in italics there) are INTERNAL. */
export const iaasPaasTypes: TypeTable = {
  1: ['AZURE_VM_BACKUP', 'BACKUP'],
  2: ['AZURE_VM_RESTORE', 'RESTORE'],
  4: ['AZURE_VM_FILE_EXPORT', 'EXPORT'],
  8: ['INTERNAL', 'REPORT'],
  16: ['INTERNAL', 'SYNC'],
  32: ['INTERNAL', 'OTHER'],
  33: ['AZURE_VM_INDEX_GENERATION', 'INDEX'],
  34: ['INTERNAL', 'COMPARE'],
  64: ['DATA_RETENTION', 'RETENTION'],
  128: ['ENTRA_ID_BACKUP', 'BACKUP'],
  256: ['ENTRA_ID_RESTORE', 'RESTORE'],
  257: ['ENTRA_ID_EXPORT', 'EXPORT'],
  512: ['INTERNAL', 'SYNC'],
  1024: ['AZURE_STORAGE_BACKUP', 'BACKUP'],
  2048: ['AZURE_STORAGE_RESTORE', 'RESTORE'],
  4096: ['AZURE_STORAGE_EXPORT', 'EXPORT'],
  8192: ['INTERNAL', 'OTHER'],
  16384: ['INTERNAL', 'OTHER'],
  20000: ['INTERNAL', 'BACKUP'],
  20001: ['INTERNAL', 'SYNC'],
  20002: ['INTERNAL', 'RESTORE'],
  20003: ['ADMIN_PORTAL_SETTINGS_BACKUP', 'BACKUP'],
  20004: ['ADMIN_PORTAL_SETTINGS_EXPORT', 'EXPORT'],
  20005: ['INTERNAL', 'SYNC'],
  20006: ['ADMIN_PORTAL_SETTINGS_RESTORE', 'RESTORE'],
  20007: ['INTERNAL', 'OTHER'],
  20009: ['AMAZON_EC2_BACKUP', 'BACKUP'],
  20010: ['AMAZON_EC2_RESTORE', 'RESTORE'],
  20011: ['INTERNAL', 'SYNC'],
  20012: ['AZURE_SQL_NATIVE_BACKUP', 'BACKUP'],
  20013: ['AZURE_SQL_NATIVE_RESTORE', 'RESTORE'],
  20014: ['AZURE_DEVOPS_BACKUP', 'BACKUP'],
  20015: ['AZURE_DEVOPS_RESTORE', 'RESTORE'],
  20016: ['AZURE_SQL_DATABASE_BACKUP', 'BACKUP'],
  20017: ['AZURE_SQL_DATABASE_RESTORE', 'RESTORE'],
  20018: ['AZURE_VM_FILE_RESTORE', 'RESTORE'],
  20019: ['AZURE_AD_B2C_BACKUP', 'BACKUP'],
  20020: ['AZURE_AD_B2C_RESTORE', 'RESTORE'],
  20022: ['GOOGLE_VM_BACKUP', 'BACKUP'],
  20023: ['GOOGLE_VM_RESTORE', 'RESTORE'],
  20024: ['GOOGLE_VM_INDEX_GENERATION', 'INDEX'],
  20025: ['GOOGLE_VM_FILE_EXPORT', 'EXPORT'],
  30000: ['INTERNAL', 'DELETE'],
  30001: ['INTERNAL', 'DELETE'],
  30003: ['DATA_DELETION', 'DELETE'],
  40000: ['AWS_PLATFORM_CONFIGURATION_BACKUP', 'BACKUP'],
  40001: ['AWS_PLATFORM_CONFIGURATION_EXPORT', 'EXPORT'],
  60000: ['SQL_SERVER_BACKUP', 'BACKUP'],
  60001: ['SQL_SERVER_RESTORE', 'RESTORE'],
  60010: ['AZURE_VMWARE_VM_BACKUP', 'BACKUP'],
  60011: ['AZURE_VMWARE_VM_RESTORE', 'RESTORE'],
  60100: ['AZURE_POSTGRESQL_BACKUP', 'BACKUP'],
  60101: ['AZURE_POSTGRESQL_RESTORE', 'RESTORE'],
  70010: ['GOOGLE_CLOUD_STORAGE_BACKUP', 'BACKUP'],
  70011: ['GOOGLE_CLOUD_STORAGE_RESTORE', 'RESTORE'],
  70012: ['GOOGLE_CLOUD_STORAGE_EXPORT', 'EXPORT'],
  80000: ['AZURE_COSMOS_DB_BACKUP', 'BACKUP'],
  80010: ['AZURE_COSMOS_DB_RESTORE', 'RESTORE'],
  90000: ['ENTRA_EXTERNAL_ID_BACKUP', 'BACKUP'],
  90001: ['ENTRA_EXTERNAL_ID_RESTORE', 'RESTORE'],
  90002: ['ENTRA_EXTERNAL_ID_EXPORT', 'EXPORT'],
  90110: ['AMAZON_S3_BACKUP', 'BACKUP'],
  90120: ['AMAZON_S3_RESTORE', 'RESTORE'],
};

/** docs/upstream.md §7 `type`; §10. */
export const salesforceTypes: TypeTable = {
  1: ['BACKUP', 'BACKUP'],
  2: ['ON_DEMAND_BACKUP', 'BACKUP'],
  3: ['RESTORE', 'RESTORE'],
  4: ['PRE_RESTORE', 'ANALYSIS'],
  5: ['COMPARE', 'COMPARE'],
  6: ['ARCHIVE', 'ARCHIVE'],
  7: ['SIMULATION', 'ANALYSIS'],
  8: ['INACTIVE_DATA_ANALYSIS', 'ANALYSIS'],
  9: ['RETENTION', 'RETENTION'],
  10: ['DISCOVERY', 'SYNC'],
  11: ['BACKUP_EXPORT', 'EXPORT'],
  12: ['ON_DEMAND_EXPORT', 'EXPORT'],
  13: ['AUTO_EXPORT', 'EXPORT'],
  14: ['DATA_CLEANUP', 'DELETE'],
  15: ['SANDBOX_SEEDING', 'SEEDING'],
  16: ['GENERATE_RECOVERY_POINT', 'OTHER'],
  17: ['CONTINUOUS_DATA_PROTECTION', 'BACKUP'],
  18: ['DATA_SERVICE', 'OTHER'],
  19: ['ON_DEMAND_DATA_SERVICE', 'OTHER'],
  20: ['AUDIT_LOG_BACKUP', 'BACKUP'],
  21: ['AUDIT_LOG_EXPORT', 'EXPORT'],
  22: ['AUDIT_LOG_AUTO_EXPORT', 'EXPORT'],
};

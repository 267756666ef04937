import type { JobOperation, JobStatus, SalesforceJobLevel, SalesforceJobType } from '../../generated/types.js';
import { createCodes } from '../../wire/codes.js';

/** `status`. Not in the order of the other products: 3 ended with exceptions, 4 failed. */
export const statuses = createCodes<JobStatus, JobStatus>([
  { code: '1', label: 'In progress', value: 'RUNNING', canonical: 'RUNNING' },
  { code: '2', label: 'Finished', value: 'SUCCEEDED', canonical: 'SUCCEEDED' },
  { code: '3', label: 'Finished with exception', names: ['FinishedException', 'FinishedWithExceptions'], value: 'PARTIAL', canonical: 'PARTIAL' },
  { code: '4', label: 'Failed', value: 'FAILED', canonical: 'FAILED' },
  { code: '5', label: 'Paused', value: 'PAUSED', canonical: 'PAUSED' },
  { code: '6', label: 'Stopped', value: 'STOPPED', canonical: 'STOPPED' },
  { code: '7', label: 'Skipped', value: 'SKIPPED', canonical: 'SKIPPED' },
]);

/** `type`. Which of them are backups is this server's policy: 1, 2 and 17, and 20 for audit logs. */
export const types = createCodes<SalesforceJobType, JobOperation>([
  { code: '1', label: 'Backup', value: 'BACKUP', canonical: 'BACKUP' },
  { code: '2', label: 'On-demand backup', value: 'ON_DEMAND_BACKUP', canonical: 'BACKUP' },
  { code: '3', label: 'Restore', value: 'RESTORE', canonical: 'RESTORE' },
  { code: '4', label: 'Pre restore', value: 'PRE_RESTORE', canonical: 'ANALYSIS' },
  { code: '5', label: 'Compare', value: 'COMPARE', canonical: 'COMPARE' },
  { code: '6', label: 'Archive', value: 'ARCHIVE', canonical: 'ARCHIVE' },
  { code: '7', label: 'Simulation', value: 'SIMULATION', canonical: 'ANALYSIS' },
  { code: '8', label: 'Inactive data analysis', value: 'INACTIVE_DATA_ANALYSIS', canonical: 'ANALYSIS' },
  { code: '9', label: 'Retention', value: 'RETENTION', canonical: 'RETENTION' },
  { code: '10', label: 'Discovery', value: 'DISCOVERY', canonical: 'SYNC' },
  { code: '11', label: 'Backup export', value: 'BACKUP_EXPORT', canonical: 'EXPORT' },
  { code: '12', label: 'On-demand export', value: 'ON_DEMAND_EXPORT', canonical: 'EXPORT' },
  { code: '13', label: 'Auto export', value: 'AUTO_EXPORT', canonical: 'EXPORT' },
  { code: '14', label: 'Data cleanup', value: 'DATA_CLEANUP', canonical: 'DELETE' },
  { code: '15', label: 'Sandbox seeding', value: 'SANDBOX_SEEDING', canonical: 'SEEDING' },
  { code: '16', label: 'Generate recovery point', value: 'GENERATE_RECOVERY_POINT', canonical: 'OTHER' },
  { code: '17', label: 'Continuous data protection', value: 'CONTINUOUS_DATA_PROTECTION', canonical: 'BACKUP' },
  { code: '18', label: 'Data service', value: 'DATA_SERVICE', canonical: 'OTHER' },
  { code: '19', label: 'On-demand data service', value: 'ON_DEMAND_DATA_SERVICE', canonical: 'OTHER' },
  { code: '20', label: 'Audit log backup', value: 'AUDIT_LOG_BACKUP', canonical: 'BACKUP' },
  { code: '21', label: 'Audit log export', value: 'AUDIT_LOG_EXPORT', canonical: 'EXPORT' },
  { code: '22', label: 'Audit log auto export', value: 'AUDIT_LOG_AUTO_EXPORT', canonical: 'EXPORT' },
]);

/** `level`, of the request alone. */
export const levels = createCodes<SalesforceJobLevel, never>([
  { code: '1', label: 'Organization', value: 'ORGANIZATION' },
  { code: '2', label: 'Object', value: 'OBJECT' },
  { code: '3', label: 'Record', value: 'RECORD' },
  { code: '4', label: 'Field', value: 'FIELD' },
  { code: '5', label: 'Metadata', value: 'METADATA' },
  { code: '6', label: 'N/A', value: 'NOT_APPLICABLE' },
]);

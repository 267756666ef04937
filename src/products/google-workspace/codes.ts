import type { GoogleWorkspaceDataSource, GoogleWorkspaceJobType, GoogleWorkspaceService, JobOperation, JobStatus } from '../../generated/types.js';
import { createCodes } from '../../wire/codes.js';

/** `jobStatus` of the request, `status` of a job. The codes between them were never published. */
export const statuses = createCodes<JobStatus, JobStatus>([
  { code: '0', label: 'In progress', value: 'RUNNING', canonical: 'RUNNING' },
  { code: '2', label: 'Finished', value: 'SUCCEEDED', canonical: 'SUCCEEDED' },
  { code: '3', label: 'Failed', value: 'FAILED', canonical: 'FAILED' },
  { code: '7', label: 'Finished with exception', names: ['FinishedException', 'FinishedWithExceptions'], value: 'PARTIAL', canonical: 'PARTIAL' },
]);

/** `jobType`. */
export const types = createCodes<GoogleWorkspaceJobType, JobOperation>([
  { code: '1', label: 'Backup', value: 'BACKUP', canonical: 'BACKUP' },
  { code: '2', label: 'Restore', value: 'RESTORE', canonical: 'RESTORE' },
  { code: '3', label: 'Export', value: 'EXPORT', canonical: 'EXPORT' },
  { code: '4', label: 'Delete', value: 'DELETE', canonical: 'DELETE' },
  { code: '5', label: 'Retention', value: 'RETENTION', canonical: 'RETENTION' },
  { code: '6', label: 'Generate Report', value: 'GENERATE_REPORT', canonical: 'REPORT' },
]);

/** `appType`. Powers of two, but a combination of them is documented nowhere: one value is sent. */
export const services = createCodes<GoogleWorkspaceService, never>([
  { code: '1', label: 'Gmail', value: 'GMAIL' },
  { code: '2', label: 'Drive', value: 'DRIVE' },
  { code: '4', label: 'Calendar', value: 'CALENDAR' },
  { code: '8', label: 'Contacts', value: 'CONTACTS' },
  { code: '64', label: 'Shared drives', value: 'SHARED_DRIVES' },
  { code: '128', label: 'Classroom', value: 'CLASSROOM' },
  { code: '256', label: 'Users', value: 'USERS' },
  { code: '512', label: 'Groups', value: 'GROUPS' },
  { code: '4096', label: 'Chat', value: 'CHAT' },
  { code: '8192', label: 'Gmail (Vault)', value: 'GMAIL_VAULT' },
  { code: '16384', label: 'Drive (Vault)', value: 'DRIVE_VAULT' },
  { code: '32768', label: 'Shared drives (Vault)', value: 'SHARED_DRIVES_VAULT' },
]);

/** `dataSource`: the portal. The upstream's default is 1, which hides the jobs of ReCenter. */
export const dataSources = createCodes<GoogleWorkspaceDataSource, never>([
  { code: '1', label: 'Admin', value: 'ADMIN' },
  { code: '2', label: 'ReCenter', value: 'RECENTER' },
]);

import type { Dynamics365JobType, JobOperation, JobStatus } from '../../generated/types.js';
import { createCodes } from '../../wire/codes.js';

/** `status`. Not as elsewhere: 2 runs, 3 is well. The codes between them were never published. */
export const statuses = createCodes<JobStatus, JobStatus>([
  { code: '2', label: 'In progress', value: 'RUNNING', canonical: 'RUNNING' },
  { code: '3', label: 'Finished', value: 'SUCCEEDED', canonical: 'SUCCEEDED' },
  { code: '4', label: 'Failed', value: 'FAILED', canonical: 'FAILED' },
  { code: '7', label: 'Finished with exception', names: ['FinishedException', 'FinishedWithExceptions'], value: 'PARTIAL', canonical: 'PARTIAL' },
]);

/** `type`. Powers of two, but a combination of them is documented nowhere: one value is sent. */
export const types = createCodes<Dynamics365JobType, JobOperation>([
  { code: '1', label: 'Backup', value: 'BACKUP', canonical: 'BACKUP' },
  { code: '2', label: 'Restore', value: 'RESTORE', canonical: 'RESTORE' },
  { code: '4', label: 'Dry run', value: 'DRY_RUN', canonical: 'ANALYSIS' },
  { code: '8', label: 'Retention', value: 'RETENTION', canonical: 'RETENTION' },
  { code: '16', label: 'Audit backup', value: 'AUDIT_BACKUP', canonical: 'BACKUP' },
  { code: '32', label: 'Export', value: 'EXPORT', canonical: 'EXPORT' },
]);

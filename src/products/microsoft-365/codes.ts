import type { JobOperation, JobStatus, Microsoft365JobType, Microsoft365Service } from '../../generated/types.js';
import { createCodes } from '../../wire/codes.js';

/** `jobState` of the request. Records carry a word instead: a label, or a name of the specification. That 5 is PARTIAL is this server's policy. */
export const statuses = createCodes<JobStatus, JobStatus>([
  { code: '1', label: 'In Progress', value: 'RUNNING', canonical: 'RUNNING' },
  { code: '2', label: 'Finished', value: 'SUCCEEDED', canonical: 'SUCCEEDED' },
  { code: '3', label: 'Failed', value: 'FAILED', canonical: 'FAILED' },
  { code: '4', label: 'Finished with Exception', names: ['FinishedException', 'FinishedWithExceptions'], value: 'PARTIAL', canonical: 'PARTIAL' },
  { code: '5', label: 'Partially Finished', value: 'PARTIAL', canonical: 'PARTIAL' },
]);

/** `jobType`, of the request alone. */
export const types = createCodes<Microsoft365JobType, JobOperation>([
  { code: '1', label: 'Backup', value: 'BACKUP', canonical: 'BACKUP' },
  { code: '2', label: 'Restore', value: 'RESTORE', canonical: 'RESTORE' },
  { code: '3', label: 'Export', value: 'EXPORT', canonical: 'EXPORT' },
  { code: '4', label: 'Delete', value: 'DELETE', canonical: 'DELETE' },
  { code: '5', label: 'Retention', value: 'RETENTION', canonical: 'RETENTION' },
]);

/** `objectType`, of the request alone. Not the `serviceType` of the sibling endpoints, which is off by one and then differs. */
export const services = createCodes<Microsoft365Service, never>([
  { code: '1', label: 'Exchange Online', value: 'EXCHANGE_ONLINE' },
  { code: '2', label: 'SharePoint Online', value: 'SHAREPOINT_ONLINE' },
  { code: '3', label: 'OneDrive', value: 'ONEDRIVE' },
  { code: '4', label: 'Microsoft 365 Groups', value: 'MICROSOFT_365_GROUPS' },
  { code: '5', label: 'Project Online', value: 'PROJECT_ONLINE' },
  { code: '6', label: 'Public Folder', value: 'PUBLIC_FOLDER' },
  { code: '7', label: 'Teams', value: 'TEAMS' },
  { code: '8', label: 'Viva Engage', value: 'VIVA_ENGAGE' },
  { code: '9', label: 'Teams Chat', value: 'TEAMS_CHAT' },
  { code: '10', label: 'Power BI', value: 'POWER_BI' },
  { code: '11', label: 'Power Automate', value: 'POWER_AUTOMATE' },
  { code: '12', label: 'Power Apps', value: 'POWER_APPS' },
]);

import type { Product } from '../product.js';
import { cloudBackupJob } from './cloud-backup-job.js';
import { cloudBackupJobs } from './cloud-backup-jobs.js';
import { blank, soFar } from './job.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const microsoft365: Product = {
  scope: 'microsoft365backup.jobinfo.read.all',
  instantMs: 1000,
  statuses: { running: 1, waiting: [] },
  blank,
  soFar,
  endpoints: [cloudBackupJobs, cloudBackupJob, jobs],
  plot,
  switches: {},
  dialects: [{ stateTexts: 'name' }, { stateTexts: 'code' }],
};

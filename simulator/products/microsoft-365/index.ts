import type { Product } from '../product.js';
import { cloudBackupJob } from './cloud-backup-job.js';
import { cloudBackupJobs } from './cloud-backup-jobs.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const microsoft365: Product = {
  name: 'microsoft-365',
  scope: 'microsoft365backup.jobinfo.read.all',
  instantMs: 1000,
  statuses: { running: 1, waiting: [] },
  endpoints: [cloudBackupJobs, cloudBackupJob, jobs],
  plot,
};

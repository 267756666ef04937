import type { Product } from '../product.js';
import { jobReport } from './job-report.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const iaasPaas: Product = {
  name: 'iaas-paas',
  scope: 'platformbackup.readwrite.all',
  instantMs: 1000,
  statuses: { running: 1, waiting: [0, 32] },
  endpoints: [jobs, jobReport],
  plot,
};

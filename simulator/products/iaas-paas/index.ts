import type { Product } from '../product.js';
import { blank, soFar } from './job.js';
import { jobReport } from './job-report.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const iaasPaas: Product = {
  scope: 'platformbackup.readwrite.all',
  instantMs: 1000,
  statuses: { running: 1, waiting: [0, 32] },
  blank,
  soFar,
  endpoints: [jobs, jobReport],
  plot,
  switches: {},
  dialects: [{ words: { status: { 2: 'Successful', 16: 'failed' } } }],
};

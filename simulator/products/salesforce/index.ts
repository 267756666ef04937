import type { Product } from '../product.js';
import { blank, soFar } from './job.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const salesforce: Product = {
  scope: 'salesforce.public.read.all',
  instantMs: 1000,
  statuses: { running: 1, waiting: [] },
  blank,
  soFar,
  endpoints: [jobs],
  plot,
  switches: {},
  dialects: [{ words: { status: { 2: 'Finished', 4: 'FAILED' }, type: { 3: 'Restore' } } }],
};

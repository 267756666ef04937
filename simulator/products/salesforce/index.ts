import type { Product } from '../product.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const salesforce: Product = {
  name: 'salesforce',
  scope: 'salesforce.public.read.all',
  instantMs: 1000,
  statuses: { running: 1, waiting: [] },
  endpoints: [jobs],
  plot,
};

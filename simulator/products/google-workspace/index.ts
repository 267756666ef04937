import type { Product } from '../product.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const googleWorkspace: Product = {
  name: 'google-workspace',
  scope: 'gsuite.graph.read.all',
  instantMs: 1,
  statuses: { running: 0, waiting: [] },
  endpoints: [jobs],
  plot,
};

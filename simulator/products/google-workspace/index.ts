import type { Product } from '../product.js';
import { blank, soFar } from './job.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const googleWorkspace: Product = {
  scope: 'gsuite.graph.read.all',
  instantMs: 1,
  statuses: { running: 0, waiting: [] },
  blank,
  soFar,
  endpoints: [jobs],
  plot,
  switches: {},
  dialects: [{ words: { status: { 3: 'Failed', 7: 'Finished with exception' }, jobType: { 1: 'Backup', 2: 'RESTORE' } } }],
};

import type { Product } from '../product.js';
import { blank, soFar } from './job.js';
import { jobs } from './jobs.js';
import { plot } from './plot.js';

export const dynamics365: Product = {
  scope: 'dynamics.readwrite.all',
  instantMs: 1,
  statuses: { running: 2, waiting: [] },
  blank,
  soFar,
  endpoints: [jobs],
  plot,
  // The one product with a link in its sample that is no token.
  switches: { nextLink: 'relative' },
  dialects: [
    // As four of the sample's five rows.
    { fourfoldEvery: 5 },
    { words: { type: { 1: 'Backup', 2: 'Restore' }, status: { 3: 'Finished', 7: 'Finished with Exception' } } },
  ],
};

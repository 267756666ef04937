import type { SimulatedJob } from './job.js';
import { products, type ProductName } from './products/index.js';

/** Of any product, with the fields of all: what a job does not have is null in it. */
export function blankJob(product: ProductName): SimulatedJob {
  const common = { product, jobId: '', type: 1, service: null, status: 0, startedAt: null, finishedAt: null, counts: null };
  return Object.assign(common, ...Object.values(products).map(({ blank }) => blank)) as SimulatedJob;
}

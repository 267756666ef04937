import { blankJob } from './blank-job.js';
import type { SimulatedJob } from './job.js';
import { products, type ProductName } from './products/index.js';
import { createRandom } from './random.js';

/** A job that a test asks for; what it leaves open is made up. Times are cut to what the product can show. */
export function completeJob(product: ProductName, given: Partial<SimulatedJob>, now: number, count: number): SimulatedJob {
  const { instantMs, plot, statuses } = products[product];
  const cut = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / instantMs) * instantMs);
  const startedAt = cut(given.startedAt === undefined ? Math.floor(now / 1000) * 1000 : given.startedAt);
  const minuteLater = startedAt === null || given.status === statuses.running ? null : startedAt + 60_000;
  const certain = {
    ...given,
    product,
    startedAt,
    finishedAt: cut(given.finishedAt === undefined ? minuteLater : given.finishedAt),
  };
  const draft = {
    ...blankJob(product),
    ...plot.nightly[0]?.fields,
    jobId: `${product}-${count}`,
    status: plot.outcomes.succeeded,
    ...certain,
  };
  return { ...plot.dress(draft, createRandom(count), false), ...certain };
}

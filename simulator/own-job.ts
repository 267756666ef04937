import { blankJob, type SimulatedJob } from './job.js';
import type { Product } from './products/product.js';
import { createRandom } from './random.js';

/** A job that a test asks for; what it leaves open is made up. Times are cut to what the product can show. */
export function completeJob(product: Product, given: Partial<SimulatedJob>, now: number, count: number): SimulatedJob {
  const { name, instantMs, plot, statuses } = product;
  const cut = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / instantMs) * instantMs);
  const startedAt = cut(given.startedAt === undefined ? Math.floor(now / 1000) * 1000 : given.startedAt);
  const minuteLater = startedAt === null || given.status === statuses.running ? null : startedAt + 60_000;
  const certain = {
    ...given,
    product: name,
    startedAt,
    finishedAt: cut(given.finishedAt === undefined ? minuteLater : given.finishedAt),
  };
  const draft = {
    ...blankJob(name),
    ...plot.nightly[0]?.fields,
    jobId: `${name}-${count}`,
    status: plot.outcomes.succeeded,
    ...certain,
  };
  return { ...plot.dress(draft, createRandom(count)), ...certain };
}

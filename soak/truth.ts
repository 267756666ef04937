import type { ProductName, SimulatedJob } from '../simulator/index.js';
import type { SoakUpstream } from './stage.js';

/** The upstream's own records, with the moment since when each is there. */
export interface Truth {
  add(product: ProductName, startedAt: number): Promise<void>;
  /** Jobs that were there all the time since `since`. */
  certain(since: number): readonly SimulatedJob[];
  /** One that may have been seen. */
  find(key: string): SimulatedJob | undefined;
}

/** As the simulator has it, of what the schema calls `IAAS_PAAS`. */
export const nameOf = (product: string): string => product.toLowerCase().replaceAll('_', '-');

/** Ids are not unique across products. */
export const keyOf = ({ product, jobId }: { readonly product: string; readonly jobId: string }): string => `${nameOf(product)}/${jobId}`;

export function createTruth(upstream: SoakUpstream): Truth {
  const records = new Map<string, { readonly job: SimulatedJob; readonly since: number }>();
  for (const job of upstream.jobs) records.set(keyOf(job), { job, since: 0 });
  return {
    async add(product, startedAt) {
      const jobId = `AD${new Date(startedAt).toISOString().replace(/\D/g, '')}${records.size}`;
      const job = { product, jobId, startedAt, finishedAt: startedAt + 60_000 };
      // Before the upstream says so it may already be seen; only after that it has to be.
      records.set(keyOf(job), { job: job as SimulatedJob, since: Number.POSITIVE_INFINITY });
      records.set(keyOf(job), { job: await upstream.add(product, job), since: Date.now() });
    },
    certain: (since) => [...records.values()].filter((record) => record.since <= since).map(({ job }) => job),
    find: (key) => records.get(key)?.job,
  };
}

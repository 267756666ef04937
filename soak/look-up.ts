import { setTimeout as sleep } from 'node:timers/promises';

import { PAUSE_MS, post, type Walker } from './post.js';
import type { SeenJob } from './walk.js';

const QUERY = `query LookUp($jobId: String!, $products: [BackupProduct!]) {
  jobs: findJobs(jobId: $jobId, products: $products) { product jobId startedAt finishedAt counts { total failed } }
}`;
const ATTEMPTS = 20;

/** Looks a job up that a list has shown; says what is wrong with the answer, null where nothing is. */
export async function lookUp(job: SeenJob, walker: Walker): Promise<string | null> {
  for (let attempt = 0; attempt < ATTEMPTS && !walker.isOver(); attempt += 1) {
    const { data, errors } = await post<{ jobs: readonly SeenJob[] | null }>(walker, QUERY, { jobId: job.jobId, products: [job.product] }, ({ jobs }) => jobs !== null);
    if (data !== null && errors.length === 0) {
      return JSON.stringify(data.jobs) === JSON.stringify([job]) ? null : `${job.product}/${job.jobId} was looked up and is ${JSON.stringify(data.jobs)} instead of ${JSON.stringify(job)}`;
    }
    await sleep(PAUSE_MS);
  }
  return null;
}

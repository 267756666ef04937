import { setTimeout as sleep } from 'node:timers/promises';

import { serve } from './served.js';

const LOOK_UPS = 100_000;
const TOGETHER = 50;
const PARALLEL = 4;

/** A heap that is enough for so many megabytes of pages. docs/operations.md has the same table. */
const HEAPS: Readonly<Record<number, number>> = { 8: 128, 64: 192 };

/** What ids that there are not leave in memory, where pages are kept for an hour. */
export async function benchLookUpsOfNothing(): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  for (const [pageMemory, heap] of Object.entries(HEAPS)) rows[`PAGE_MEMORY_MB=${pageMemory}, heap of ${heap}`] = await measure(pageMemory, heap);
  console.log(`\n${LOOK_UPS} look-ups of ids that there are not: resident megabytes of the server, which has to live on`);
  console.table(rows);
}

async function measure(pageMemory: string, heap: number): Promise<Record<string, number>> {
  const environment = { NODE_OPTIONS: `--max-old-space-size=${heap}`, PAGE_MEMORY_MB: pageMemory, PAGE_MEMORY_SECONDS: '3600', AVEPOINT_PRODUCTS: 'microsoft-365' };
  const served = await serve({ jobsPerProduct: 50, callsKept: 0 }, environment);
  await served.ask('{ page: jobs(first: 20) { isComplete nodes { jobId } } }');
  const before = served.server.residentMegabytes();
  let [most, next, isDone] = [before, 0, false];
  const watching = (async () => {
    while (!isDone) {
      most = Math.max(most, served.server.residentMegabytes());
      await sleep(250);
    }
  })();
  const lookUp = async (): Promise<void> => {
    while (next < LOOK_UPS) {
      const ids = Array.from({ length: TOGETHER }, () => globalId(`no-such-job-${next++}`));
      const { errors } = await served.ask(`{ found: jobsById(ids: ${JSON.stringify(ids)}) { id } }`);
      if (errors !== undefined) throw new Error(errors[0]?.message);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, lookUp));
  isDone = true;
  await watching;
  const { data } = await served.ask('{ page: jobs(first: 20) { isComplete nodes { jobId } } }');
  if (data?.page?.isComplete !== true) throw new Error('An honest request was not answered afterwards');
  const after = served.server.residentMegabytes();
  await served.stop();
  return { before, most, after, growth: after - before };
}

function globalId(jobId: string): string {
  return Buffer.from(`default/us/microsoft-365/${jobId}`).toString('base64url');
}

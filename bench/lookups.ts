import { productNames, type ProductName, type SimulatedJob } from '../simulator/index.js';
import { serve, type Served } from './served.js';

const JOBS = 1_000;
const HOUR_MS = 3_600_000;

/** Upstream calls that it takes to find jobs by their ids, old and new. */
export async function benchLookups(): Promise<void> {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const product of productNames) rows[product] = await measure(product);
  console.log(`\nUpstream calls an id: ${JOBS} random jobs of 90 days asked for one by one, ${JOBS} ids that there are not, and ids asked for together`);
  console.table(rows);
}

async function measure(product: ProductName): Promise<Record<string, number | string>> {
  const served = await serve();
  const jobs = served.simulator.records(product);
  const random = Array.from({ length: JOBS }, () => jobs[Math.floor(Math.random() * jobs.length)] as SimulatedJob);
  const row = {
    'by global id': await callsEach(served, random.map(({ jobId }) => `job(id: "${globalId(product, jobId)}") { jobId }`), JOBS),
    'by job id': await callsEach(served, random.map(({ jobId }) => `job: findJobs(jobId: "${jobId}", sourceIds: ["default/us/${product}"]) { jobId }`), JOBS),
    'not there': await callsEach(served, random.map(({ jobId }) => `job(id: "${globalId(product, `${jobId}0`)}") { jobId }`), 0),
  };
  await served.stop();
  return { ...row, '20 of two days': await callsTogether(product, 90, 48, 20), '50 of one night': await callsTogether(product, 10, 10, 50) };
}

/** Average a document; throws where other than `expected` documents found their job. */
async function callsEach({ simulator, ask }: Served, selections: readonly string[], expected: number): Promise<string> {
  simulator.forgetCalls();
  let found = 0;
  for (const selection of selections) {
    const answer = await ask(`{ ${selection} }`);
    if (answer.errors !== undefined) throw new Error(answer.errors[0]?.message);
    if (JSON.stringify(answer.data).includes('jobId')) found += 1;
  }
  if (found !== expected) throw new Error(`${found} of ${expected} were found`);
  return (simulator.calls.length / selections.length).toFixed(2);
}

async function callsTogether(product: ProductName, days: number, hours: number, count: number): Promise<number> {
  const served = await serve({ days });
  const jobs = served.simulator.records(product).filter(({ startedAt }) => startedAt !== null);
  const newest = jobs[Math.floor(jobs.length / 2)]?.startedAt ?? 0;
  const ids = jobs.filter(({ startedAt }) => (startedAt ?? 0) <= newest && (startedAt ?? 0) > newest - hours * HOUR_MS).slice(0, count);
  if (ids.length < count) throw new Error(`only ${ids.length} jobs of ${product} in ${hours} hours`);
  served.simulator.forgetCalls();
  const list = ids.map(({ jobId }) => `"${globalId(product, jobId)}"`).join(', ');
  const { data } = await served.ask(`{ jobsById(ids: [${list}]) { jobId } }`);
  if (JSON.stringify(data).split('"jobId"').length !== count + 1) throw new Error('some were not found');
  const calls = served.simulator.calls.length;
  await served.stop();
  return calls;
}

function globalId(product: ProductName, jobId: string): string {
  return Buffer.from(`default/us/${product}/${jobId}`).toString('base64url');
}

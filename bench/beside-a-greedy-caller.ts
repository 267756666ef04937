import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { serve, type Served } from './served.js';

const SECONDS = 20;
const LISTS = 48;
const PARALLEL = 4;
const MOST_TIMES = 3;
const PAUSE_MS = 20;

const PAGE = '{ page: jobs(first: 20) { isComplete nodes { jobId status startedAt } } }';
/** All from memory, a cursor on every edge. */
const GREED = `{ ${Array.from({ length: LISTS }, (_, index) => `l${index}: salesforceJobs(first: 200) { edges { cursor } }`).join(' ')} }`;

/** How long one caller waits while another asks for all that costs no upstream call. */
export async function benchBesideAGreedyCaller(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'keys.yaml');
  writeFileSync(file, JSON.stringify({ keys: ['honest', 'greedy'].map((name) => ({ name, sha256: createHash('sha256').update(name).digest('hex'), rights: ['*'] })) }));
  const served = await serve({}, { AUTH_API_KEYS_FILE: file, PAGE_MEMORY_SECONDS: '600', LIMIT_ROWS: '20000' });
  await Promise.all(['honest', 'greedy'].map((key) => ask(served, key, key === 'greedy' ? GREED : PAGE)));
  const alone = await waitFor(served, SECONDS);
  let [isOver, answered, refused] = [false, 0, 0];
  const greedy = Array.from({ length: PARALLEL }, async () => {
    while (!isOver) {
      if ((await ask(served, 'greedy', GREED)) === 200) answered += 1;
      else refused += 1;
    }
  });
  const beside = await waitFor(served, SECONDS);
  isOver = true;
  await Promise.all(greedy);
  await served.stop();
  rmSync(folder, { recursive: true });
  const ratio = medianOf(beside) / medianOf(alone);
  console.log(`\nA page of 20 jobs from memory, asked for by one caller while another has ${PARALLEL} operations of ${LISTS} lists of cursors running (${answered} answered, ${refused} refused): milliseconds`);
  console.table({ alone: row(alone), beside: row(beside), ratio: { median: ratio.toFixed(2), 'at most': String(MOST_TIMES) } });
  if (ratio > MOST_TIMES) throw new Error(`The median beside a greedy caller is ${ratio.toFixed(2)} times that alone; ${MOST_TIMES} are allowed`);
}

async function waitFor(served: Served, seconds: number): Promise<readonly number[]> {
  const times: number[] = [];
  const endsAt = performance.now() + seconds * 1000;
  while (performance.now() < endsAt) {
    const startedAt = performance.now();
    if ((await ask(served, 'honest', PAGE)) !== 200) throw new Error('The honest caller was refused');
    times.push(performance.now() - startedAt);
    await sleep(PAUSE_MS);
  }
  return times.sort((a, b) => a - b);
}

async function ask({ server }: Served, key: string, query: string): Promise<number> {
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': key }, body: JSON.stringify({ query }) });
  await response.arrayBuffer();
  return response.status;
}

function row(times: readonly number[]): Record<string, string> {
  return { requests: String(times.length), median: medianOf(times).toFixed(1), '95 %': (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(1) };
}

function medianOf(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}

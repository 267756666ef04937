import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

import { serve } from './served.js';

/** As many of each as one operation may have. */
const LISTS: Readonly<Record<string, number>> = { salesforceJobs: 48, jobs: 16 };
const ROUNDS = 10;
const MOST_MS = 50;

/** At the longest. */
interface Held {
  readonly clockMs: number;
  readonly processorMs: number;
}

/** How long one operation keeps the event loop from everybody else. */
export async function benchEventLoop(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows: Record<string, Record<string, string>> = {};
  for (const pageMemory of [600, 0]) {
    const socket = join(folder, String(pageMemory));
    const watch = new URL(`event-loop-watch.js?socket=${socket}`, import.meta.url).href;
    const served = await serve({}, { NODE_OPTIONS: `--import=${watch}`, PAGE_MEMORY_SECONDS: String(pageMemory) });
    for (const [field, lists] of Object.entries(LISTS)) {
      const query = `{ ${Array.from({ length: lists }, (_, index) => `l${index}: ${field}(first: 200) { edges { cursor node { id } } }`).join(' ')} }`;
      const held: Held[] = [];
      await longestOf(socket);
      for (let round = 0; round < ROUNDS; round += 1) {
        const { errors } = await served.ask(query);
        if (errors !== undefined) throw new Error(errors[0]?.message);
        held.push(await longestOf(socket));
      }
      rows[`${lists} ${field}, ${pageMemory === 0 ? 'read anew' : 'from memory'}`] = row(held);
    }
    await served.stop();
  }
  rmSync(folder, { recursive: true });
  console.log(`\nThe longest that the event loop was held while one operation had lists of 200 with their cursors, ${ROUNDS} times: milliseconds of processor time, and by the clock, which also counts what else the machine did`);
  console.table(rows);
}

function row(held: readonly Held[]): Record<string, string> {
  const [clock, processor] = [held.map(({ clockMs }) => clockMs), held.map(({ processorMs }) => processorMs)].map((times) => times.sort((a, b) => a - b)) as [number[], number[]];
  const most = processor.at(-1) ?? 0;
  return {
    median: (processor[ROUNDS / 2] ?? 0).toFixed(1),
    most: most.toFixed(1),
    'at most': String(MOST_MS),
    ok: most <= MOST_MS ? 'ok' : 'not',
    'median by the clock': (clock[ROUNDS / 2] ?? 0).toFixed(1),
    'most by the clock': (clock.at(-1) ?? 0).toFixed(1),
  };
}

/** Since it was last asked. */
function longestOf(socketPath: string): Promise<Held> {
  return new Promise((resolve, reject) => {
    get({ socketPath, path: '/' }, (response) => void json(response).then((told) => resolve(told as Held), reject)).on('error', reject);
  });
}

import { setTimeout as sleep } from 'node:timers/promises';

import { ask, type Answered } from './ask.js';

const LIST = `query ($window: JobWindowInput!, $after: String) {
  jobs(window: $window, first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } isComplete }
}`;
const PAUSE_MS = 100;

export interface Walked {
  readonly ids: readonly string[];
  readonly pages: number;
  readonly replicas: ReadonlySet<string>;
  readonly upstreamCalls: number;
  /** Pages that had to be asked for again. */
  readonly failures: number;
}

interface Page {
  readonly jobs: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly isComplete: boolean;
  };
}

export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Reads a list to its end, each page with the cursor of the one before, whoever has sealed it. */
export async function walk(url: string, window: Window): Promise<Walked> {
  const ids: string[] = [];
  const replicas = new Set<string>();
  let [pages, upstreamCalls, failures] = [0, 0, 0];
  let after: string | null = null;
  for (;;) {
    try {
      const answered: Answered<Page> = await ask<Page>(url, LIST, { window, after });
      const { nodes, pageInfo, isComplete } = answered.data.jobs;
      ids.push(...nodes.map(({ id }) => id));
      replicas.add(answered.replica);
      upstreamCalls += answered.upstreamCalls;
      pages += 1;
      after = pageInfo.endCursor ?? after;
      if (isComplete && !pageInfo.hasNextPage) return { ids, pages, replicas, upstreamCalls, failures };
    } catch {
      failures += 1;
      await sleep(PAUSE_MS);
    }
  }
}

/** Goes on walking until it is told to stop; each list has to hold the same jobs. */
export async function walkOn(url: string, window: Window, isOver: () => boolean): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  while (!isOver()) walked.push(await walk(url, window));
  return walked;
}

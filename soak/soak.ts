import { setTimeout as sleep } from 'node:timers/promises';

import type { StoreTally } from '../bench/store.js';
import { productNames, type Tally } from '../simulator/index.js';
import { between, createRandom, pick } from '../simulator/random.js';
import { judge } from './judge.js';
import { lookUp } from './look-up.js';
import type { Operation } from './post.js';
import { createQuestion } from './questions.js';
import type { SoakServer, SoakStore, SoakUpstream } from './stage.js';
import { createTruth } from './truth.js';
import { walk, type SeenJob } from './walk.js';

export interface SoakOptions {
  readonly seed: number;
  /** Ends when the upstream has had so many requests, */
  readonly requests: number;
  /** or after this long. */
  readonly milliseconds: number;
  readonly clients: number;
  /** When the server is restarted, as parts of `requests`. */
  readonly restartsAt: readonly number[];
  /** From when to when the store of several replicas is away, likewise. */
  readonly storeAway?: readonly [number, number];
  /** How long the server remembers pages. */
  readonly memoryMs: number;
  readonly onProgress?: (line: string) => void;
}

export interface SoakResult {
  readonly tally: Tally;
  readonly operations: number;
  readonly complete: number;
  /** Why operations were not, by code. */
  readonly failures: Readonly<Record<string, number>>;
  readonly walks: number;
  readonly finishedWalks: number;
  readonly jobsSeen: number;
  readonly jobsAdded: number;
  readonly lookups: number;
  readonly wrong: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly silentlyShort: number;
  readonly examples: readonly string[];
  readonly restarts: number;
  readonly storeKills: number;
  /** Of the store of several replicas, since it was started last; null where there is none. */
  readonly storeTally: StoreTally | null;
  readonly medianMs: number;
  /** Resident megabytes, one list for each life of the server. */
  readonly megabytes: readonly (readonly number[])[];
  readonly milliseconds: number;
}

const DAY_MS = 86_400_000;
const SAMPLE_MS = 1_000;
const ADD_EVERY_MS = 2_000;
/** Walks that are under way at the end may finish within this. */
const GRACE_MS = 30_000;
const MOST_EXAMPLES = 5;

/** Many clients walk lists at once; every list is held against the upstream's own records. */
export async function soak(upstream: SoakUpstream, server: SoakServer, options: SoakOptions): Promise<SoakResult> {
  const { seed, requests, milliseconds, clients, memoryMs } = options;
  const startedAt = performance.now();
  const truth = createTruth(upstream);
  const failures: Record<string, number> = {};
  const times: number[] = [];
  const megabytes: number[][] = [[]];
  const examples: string[] = [];
  const sums = { complete: 0, walks: 0, finishedWalks: 0, jobsSeen: 0, jobsAdded: 0, lookups: 0, wrong: 0, lost: 0, duplicated: 0, silentlyShort: 0, restarts: 0, storeKills: 0 };
  let tally = await upstream.tally();
  let isEnding = false;
  let endsAt = Number.POSITIVE_INFINITY;
  const walker = { url: () => server.url, isOver: () => performance.now() > endsAt, note };

  function note({ isComplete, milliseconds: took, failures: seen }: Operation): void {
    times.push(took);
    if (isComplete) sums.complete += 1;
    for (const code of new Set(seen)) failures[code] = (failures[code] ?? 0) + 1;
  }

  async function client(number: number): Promise<void> {
    const random = createRandom(seed * 1000 + number);
    while (!isEnding) {
      const walked = await walk(createQuestion(random, upstream.jobs), walker);
      const verdict = judge(walked, truth, memoryMs);
      sums.walks += 1;
      sums.finishedWalks += walked.isFinished ? 1 : 0;
      sums.jobsSeen += walked.jobs.length;
      for (const name of ['wrong', 'lost', 'duplicated', 'silentlyShort'] as const) sums[name] += verdict[name];
      if (verdict.example !== null && examples.length < MOST_EXAMPLES) examples.push(verdict.example);
      // One that has ended, or it may differ by now.
      const ended = walked.jobs.filter(({ finishedAt }) => finishedAt !== null);
      if (ended.length > 0) await check(pick(random, ended));
    }
  }

  async function check(job: SeenJob): Promise<void> {
    const fault = await lookUp(job, walker);
    sums.lookups += 1;
    if (fault === null) return;
    sums.wrong += 1;
    if (examples.length < MOST_EXAMPLES) examples.push(fault);
  }

  /** Jobs turn up late, anywhere in the lists. */
  async function addJobs(): Promise<void> {
    const random = createRandom(seed);
    while (!isEnding) {
      const seconds = Math.floor(Date.now() / 1000) - between(random, 0, (60 * DAY_MS) / 1000);
      await truth.add(pick(random, productNames), seconds * 1000);
      sums.jobsAdded += 1;
      await sleep(ADD_EVERY_MS);
    }
  }

  async function restart(): Promise<void> {
    await server.restart();
    sums.restarts += 1;
    megabytes.push([]);
  }

  function upsetsOf(store: SoakStore | undefined): readonly { readonly at: number; strike(): Promise<void> }[] {
    const { storeAway } = options;
    if (store === undefined || storeAway === undefined) return [];
    const kill = async (): Promise<void> => {
      await store.kill();
      sums.storeKills += 1;
    };
    return [{ at: storeAway[0], strike: kill }, { at: storeAway[1], strike: store.start }];
  }

  async function watch(): Promise<void> {
    const upsets = [...options.restartsAt.map((at) => ({ at, strike: restart })), ...upsetsOf(server.store)].sort((a, b) => a.at - b.at);
    while (!isEnding) {
      await sleep(SAMPLE_MS);
      tally = await upstream.tally();
      const size = server.residentMegabytes();
      if (size !== null) megabytes.at(-1)?.push(size);
      const isLate = performance.now() - startedAt >= milliseconds;
      if (!isLate && tally.calls >= (upsets[0]?.at ?? Number.POSITIVE_INFINITY) * requests) await upsets.shift()?.strike();
      else if (isLate || tally.calls >= requests) isEnding = true;
      options.onProgress?.(`${Math.round((performance.now() - startedAt) / 1000)} s, ${tally.calls} requests, ${times.length} operations (not complete: ${JSON.stringify(failures)}), ${sums.walks} walks, ${size ?? '?'} MB`);
    }
    endsAt = performance.now() + GRACE_MS;
  }

  await Promise.all([watch(), addJobs(), ...Array.from({ length: clients }, (_, number) => client(number))]);
  return {
    ...sums,
    tally: await upstream.tally(),
    storeTally: (await server.store?.tally()) ?? null,
    operations: times.length,
    failures,
    examples,
    medianMs: median(times),
    megabytes,
    milliseconds: performance.now() - startedAt,
  };
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

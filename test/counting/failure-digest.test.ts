import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { productOf, seats } from '../products/index.js';
import { status } from '../support/faults.js';
import { statusOf } from '../planning/truth.js';
import { startWorld, type World } from '../support/world.js';

const now = Date.now();
const simulator = { now: () => now, jobsPerProduct: 200, days: 9 };

const failedStatus = Number(Object.entries(productOf('iaas-paas').statuses).find(([, name]) => name === 'FAILED')?.[0]);

interface Cause {
  readonly id: string;
  readonly kind: 'ERROR_CODE' | 'MESSAGE' | 'COMMENT';
  readonly text: string;
  readonly example: string | null;
  readonly documentationUrl: string | null;
  readonly jobs: number;
  readonly occurrences: number | null;
  readonly sources: readonly { readonly id: string }[];
  readonly workloads: readonly { readonly code: string }[];
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly latestJobs: readonly { readonly jobId: string; readonly finishedAt: string | null; readonly status: string }[];
}

interface Digest {
  readonly causes: readonly Cause[];
  readonly otherCauses: number;
  readonly jobs: number | null;
  readonly unexplainedJobs: number | null;
  readonly precision: string;
  readonly isComplete: boolean;
  readonly sources: readonly { readonly source: { readonly id: string }; readonly outcome: string; readonly matched: number | null }[];
}

const DIGEST = `query ($filter: JobFilter, $period: JobPeriodInput, $first: Int) { digest: jobFailureDigest(filter: $filter, period: $period, first: $first) {
  causes { id kind text example documentationUrl jobs occurrences sources { id } workloads { code } firstAt lastAt latestJobs { jobId finishedAt status } }
  otherCauses jobs unexplainedJobs precision isComplete sources { source { id } outcome matched }
} }`;

async function digest(world: World, variables: Record<string, unknown> = {}): Promise<Digest> {
  const answer = await world.query<{ readonly digest: Digest | null }>(DIGEST, variables);
  if (answer.data?.digest === undefined || answer.data.digest === null) throw new Error(JSON.stringify(answer.errors));
  return answer.data.digest;
}

const isFailed = (job: SimulatedJob): boolean => ['FAILED', 'PARTIAL'].includes(statusOf(job));

/** Jobs that failed and ended in the last seven days, by the records behind every list. */
function failedOf(world: World): SimulatedJob[] {
  const from = now - 7 * 86_400_000;
  return [...new Set(seats.map(({ product }) => product))].flatMap((product) => world.simulator.records(product)).filter((job) => isFailed(job) && job.finishedAt !== null && job.finishedAt >= from && job.finishedAt < now);
}

/** Of what differs from job to job, the simulator's messages hold numbers alone. */
const withoutNumbers = (message: string): string => message.replace(/\d+/g, '‹number›');

/** What a job gives as its reasons. */
function reasonsOf(job: SimulatedJob): string[] {
  if (job.product === 'iaas-paas') return job.comments === null || job.comments.trim() === '' ? [] : [`COMMENT ${withoutNumbers(job.comments)}`];
  return [...new Set((job.failures ?? []).map(({ isErrorCode, value }) => (isErrorCode === true ? `ERROR_CODE ${value}` : `MESSAGE ${withoutNumbers(value)}`)))];
}

describe('failures by cause', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator })));
  afterAll(() => world.close());

  it('F1 F3 counts a job once a cause, and jobs without a reason beside', async () => {
    const failed = failedOf(world);
    const { causes, jobs, unexplainedJobs, precision, isComplete, otherCauses } = await digest(world, { first: 100 });
    const expected = new Map<string, number>();
    for (const reason of failed.flatMap(reasonsOf)) expected.set(reason, (expected.get(reason) ?? 0) + 1);

    expect(failed.length).toBeGreaterThan(20);
    expect({ precision, isComplete, otherCauses }).toEqual({ precision: 'EXACT', isComplete: true, otherCauses: 0 });
    expect(jobs).toBe(failed.length);
    expect(unexplainedJobs).toBe(failed.filter((job) => reasonsOf(job).length === 0).length);
    expect(new Map(causes.map(({ kind, text, jobs: count }) => [`${kind} ${text}`, count]))).toEqual(expected);
    expect(new Set(causes.map(({ kind }) => kind))).toEqual(new Set(['ERROR_CODE', 'MESSAGE', 'COMMENT']));
  });

  it('F4 puts those of most jobs first, then of most occurrences, then by text, and counts the rest', async () => {
    const { causes } = await digest(world, { first: 100 });
    const sorted = [...causes].sort((a, b) => b.jobs - a.jobs || (b.occurrences ?? -1) - (a.occurrences ?? -1) || (a.text < b.text ? -1 : 1));
    expect(causes.map(({ text }) => text)).toEqual(sorted.map(({ text }) => text));
    const first = await digest(world, { first: 2 });
    expect(first.causes).toEqual(causes.slice(0, 2));
    expect(first.otherCauses).toBe(causes.length - 2);
  });

  it('F4 shows the jobs that ended last, newest first, and when the first and the last ended', async () => {
    const { causes } = await digest(world, { first: 100 });
    for (const { kind, text, latestJobs, firstAt, lastAt } of causes) {
      const ends = failedOf(world).filter((job) => reasonsOf(job).includes(`${kind} ${text}`)).sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0));
      const written = (job: SimulatedJob | undefined): string => new Date(job?.finishedAt ?? 0).toISOString();
      expect(latestJobs.map(({ finishedAt }) => finishedAt)).toEqual(ends.slice(0, 3).map(written));
      expect([firstAt, lastAt]).toEqual([written(ends.at(-1)), written(ends[0])]);
    }
  });

  it('knows a cause again by its id, whatever else is asked', async () => {
    const [all, one] = [await digest(world, { first: 100 }), await digest(world, { filter: { products: ['MICROSOFT_365'] }, first: 100 })];
    const ids = new Map(all.causes.map(({ kind, text, id }) => [`${kind} ${text}`, id]));
    expect(one.causes.length).toBeGreaterThan(0);
    expect(one.causes.map(({ kind, text }) => ids.get(`${kind} ${text}`))).toEqual(one.causes.map(({ id }) => id));
    expect(new Set(ids.values()).size).toBe(all.causes.length);
  });

  it('F5 gives the newest message as it was reported, and none for a code', async () => {
    const { causes } = await digest(world, { first: 100 });
    for (const { kind, example, text } of causes) expect(example === null ? null : withoutNumbers(example)).toBe(kind === 'ERROR_CODE' ? null : text);
  });

  it('takes other statuses where they are asked for', async () => {
    const { jobs } = await digest(world, { filter: { statuses: ['FAILED'] } });
    expect(jobs).toBe(failedOf(world).filter((job) => statusOf(job) === 'FAILED').length);
  });

  it.each([{ first: 0 }, { first: 101 }, { period: { last: 'P400D' } }, { period: { timeZone: '+02:00' } }])('refuses %j before any call', async (variables) => {
    const before = world.simulator.calls.length;
    const answer = await world.query(DIGEST, variables);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: Object.keys(variables)[0] });
    expect(world.simulator.calls.length).toBe(before);
  });
});

it('gives up the rarest of more than 5,000 causes, and counts each once among the others, also where it comes again', async () => {
  const letters = (index: number): string => [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const comments = ['usual', 'usual', ...Array.from({ length: 5600 }, (_, index) => letters(index)), ...Array.from({ length: 40 }, (_, index) => letters(index))];
  const jobs = comments.map((comments, index): Partial<SimulatedJob> => ({ jobId: `FB-${index}`, startedAt: now - (index + 2) * 60_000, finishedAt: now - (index + 1) * 60_000, status: failedStatus, comments }));
  const world = await startWorld({ simulator: { now: () => now, jobs: { 'iaas-paas': jobs } }, environment: { AVEPOINT_PRODUCTS: 'iaas-paas', AVEPOINT_PAGE_SIZE: '1000' } });
  try {
    const { causes, ...rest } = await digest(world, { first: 1 });
    expect(causes).toMatchObject([{ text: 'usual', jobs: 2 }]);
    expect(rest).toMatchObject({ otherCauses: 5600, jobs: comments.length, unexplainedJobs: 0, precision: 'AT_LEAST', isComplete: true });
  } finally {
    await world.close();
  }
});

describe('what did not answer', () => {
  it('F6 is never nothing', async () => {
    const world = await startWorld({ simulator: { ...simulator, switches: { 'microsoft-365': { fault: status(403) } } } });
    try {
      const some = await digest(world);
      expect(some).toMatchObject({ precision: 'AT_LEAST', isComplete: false });
      const none = await digest(world, { filter: { products: ['MICROSOFT_365'] } });
      expect(none).toMatchObject({ precision: 'UNKNOWN', isComplete: false, jobs: null, unexplainedJobs: null, causes: [] });
      expect(none.sources).toMatchObject([{ outcome: 'FAILED', matched: null }]);
    } finally {
      await world.close();
    }
  });
});

it('F5 leaves examples out for all where the server is told to', async () => {
  const world = await startWorld({ simulator, environment: { FAILURE_EXAMPLES: 'off' } });
  try {
    const { causes } = await digest(world, { first: 100 });
    expect(causes.length).toBeGreaterThan(2);
    expect(causes.filter(({ example }) => example !== null)).toEqual([]);
    expect(JSON.stringify(world.log)).not.toContain('mailbox');
  } finally {
    await world.close();
  }
});

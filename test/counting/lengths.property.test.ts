import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type ProductSwitches, type SimulatedJob } from '../../simulator/index.js';
import { isInWindow, statusOf } from '../planning/truth.js';
import { currentSeats, environmentOf, productOf, runningOf, type Seat } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { longest, unusual, type LongestArguments, type UnusualArguments } from './lengths.js';
import { fieldOf, isAskedFor, isBrought, toldOf } from './oracle.js';

/*
 * Which jobs took long, from the records behind every list and the numbered rules D1 to D5, job by job and without a thought for cost.
 */

/** The simulator's clock stands. */
const now = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;
const ago = (hours: number): string => new Date(now - hours * hourMs).toISOString();
const repeatable = { seed: 20_261_126, endOnFailure: true, numRuns: 12 };

const KIND = ['OPERATION', 'WORKLOAD'];
const LOGS: Readonly<Record<string, number>> = { salesforce: 20, 'dynamics-365': 16 };
const RUNNING = ['RUNNING', 'PAUSED'];

interface Known {
  readonly job: SimulatedJob;
  readonly seat: Seat;
}

/** In seconds; those that run at the moment `at`. */
function secondsOf({ job: { startedAt, finishedAt, ...job } }: Known, at: number): number | null {
  if (startedAt === null) return null;
  if (finishedAt !== null) return (finishedAt - startedAt) / 1000;
  return RUNNING.includes(statusOf({ ...job, startedAt, finishedAt })) ? (at - startedAt) / 1000 : null;
}

const endOf = ({ job }: Known): number => job.finishedAt ?? Infinity;
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byEnd = (a: Known, b: Known): number => (endOf(a) === endOf(b) ? 0 : endOf(b) - endOf(a)) || text(a.job.jobId, b.job.jobId);

function kindOf({ job, seat }: Known): string {
  const operation = LOGS[job.product] === job.type ? 'OTHER' : toldOf(job, seat, 'OPERATION', KIND);
  return JSON.stringify([seat.sourceId, operation, toldOf(job, seat, 'WORKLOAD', KIND)]);
}

const allOf = ({ simulator }: World): Known[] => currentSeats.flatMap((seat) => simulator.records(seat.product).map((job) => ({ job, seat })));

/** What says which jobs are judged, taken out. */
function widened(filter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = ['statuses', 'statusCodes', 'search'];
  const keep = (part: object): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name)));
  return Object.fromEntries(Object.entries(keep(filter)).map(([name, value]) => [name, typeof value === 'object' && value !== null && !Array.isArray(value) ? keep(value) : value]));
}

interface Judged extends Known {
  readonly kind: string;
  readonly ratio: number;
  readonly baseline: { readonly runs: number; readonly medianSeconds: number; readonly p95Seconds: number };
}

interface Question extends UnusualArguments {
  readonly factor: number;
  readonly minRuns: number;
  readonly floorMs: number;
  readonly historyMs: number;
}

function expectedUnusual(all: readonly Known[], question: Question, period: { readonly from: string; readonly to: string; readonly by: string }, reachesNow: boolean, at: number): { readonly jobs: readonly Judged[]; readonly unjudged: number } {
  const { filter = {}, factor, minRuns, floorMs, historyMs } = question;
  const from = Date.parse(period.from) - historyMs;
  const isBroughtBy = ({ job, seat }: Known, by: Readonly<Record<string, unknown>>): boolean => isBrought(job, seat, { ...by, ...((by[fieldOf(seat)] ?? {})) }, KIND);
  const runs = all.filter((known) => isAskedFor(known.job, known.seat, widened(filter)) && isBroughtBy(known, widened(filter)) && statusOf(known.job) === 'SUCCEEDED' && known.job.finishedAt !== null && known.job.finishedAt >= from && secondsOf(known, at) !== null);
  const jobs: Judged[] = [];
  let unjudged = 0;
  for (const known of all) {
    const { job, seat } = known;
    const status = statusOf(job);
    if (!isAskedFor(job, seat, filter) || !isBroughtBy(known, filter) || status === 'QUEUED') continue;
    const isRunning = job.finishedAt === null && RUNNING.includes(status);
    if (!isRunning && !isInWindow(job, period, reachesNow)) continue;
    const end = isRunning ? now + 1 : endOf(known);
    const usual = runs.filter((run) => endOf(run) < end && run !== known && kindOf(run) === kindOf(known)).map((run) => secondsOf(run, at) ?? 0).sort((a, b) => a - b);
    const seconds = secondsOf(known, at);
    const middle = ((usual[Math.floor((usual.length - 1) / 2)] ?? 0) + (usual[Math.floor(usual.length / 2)] ?? 0)) / 2;
    if (seconds === null || usual.length < minRuns || middle === 0) {
      unjudged += 1;
      continue;
    }
    const floor = floorMs / 1000;
    const isLong = seconds >= factor * middle && seconds - middle >= floor;
    const isShort = seconds <= middle / factor && middle - seconds >= floor && !isRunning && ['SUCCEEDED', 'PARTIAL'].includes(status);
    const kind = isLong ? (isRunning ? 'STILL_RUNNING' : 'LONG') : 'SHORT';
    if (isLong || isShort) jobs.push({ ...known, kind, ratio: seconds / middle, baseline: { runs: usual.length, medianSeconds: middle, p95Seconds: usual[Math.ceil(0.95 * usual.length) - 1] ?? 0 } });
  }
  const far = ({ ratio }: Judged): number => Math.abs(Math.log(ratio));
  return { jobs: jobs.sort((a, b) => (far(a) === far(b) ? byEnd(a, b) : far(b) - far(a))), unjudged };
}

const some = <T>(values: readonly T[], maxLength = 4): fc.Arbitrary<T[]> => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });
const statuses = ['RUNNING', 'PAUSED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED', 'UNKNOWN'];
const filters = fc.oneof(
  fc.constant({}),
  fc.record({ statuses: some(statuses), sourceIds: some(currentSeats.map(({ sourceId }) => sourceId)), operations: some(['BACKUP', 'RESTORE', 'EXPORT', 'OTHER']) }, { requiredKeys: [] }),
  fc.constantFrom('IB', 'FB20', '00', 'denied').map((search) => ({ search })),
  fc.constantFrom(...currentSeats).chain((seat) => fc.record({ statuses: some(statuses), statusCodes: some(Object.keys(seat.statuses).map(Number), 3) }, { requiredKeys: [] }).map((own) => ({ [fieldOf(seat)]: own }))),
);
const periods = fc.oneof(
  fc.constant({}),
  fc.constantFrom('PT8H', 'P2D', 'P6D').map((last) => ({ last })),
  fc.tuple(fc.oneof(fc.integer({ min: -9, max: 60 }), fc.integer({ min: 100, max: 300 })), fc.integer({ min: 10, max: 60 })).map(([to, length]) => ({ from: ago(to + length), to: ago(to) })),
);
const first = fc.constantFrom(1, 5, 20, 100);

const questions: fc.Arbitrary<Question> = fc
  .record({ filter: filters, period: periods, factor: fc.constantFrom(1.2, 1.5, 2, 3), minRuns: fc.constantFrom(3, 5, 9), floorMs: fc.constantFrom(0, 60_000, 300_000), historyMs: fc.constantFrom(0, 24, 72, 720).map((hours) => hours * hourMs), first })
  .map((question) => ({ ...question, floor: `PT${question.floorMs / 1000}S`, history: `PT${question.historyMs / hourMs}H` }));

/** Known of no source unless said. */
type TimeFilter = Extract<ProductSwitches['timeFilter'], 'start' | 'finish'>;
const timeFilterOf = (timeFilter: TimeFilter): Readonly<Record<string, string>> => Object.fromEntries(productNames.map((product) => [`AVEPOINT_${product.toUpperCase().replaceAll('-', '_')}_TIME_FILTER`, timeFilter]));

const settings: readonly { readonly title: string; readonly pageSize: number; readonly switches: Partial<ProductSwitches>; readonly timeFilter?: TimeFilter }[] = [
  { title: 'as documented', pageSize: 100, switches: {} },
  { title: 'small pages that overlap', pageSize: 15, switches: { overlap: 2, duplicateRows: 1 } },
  { title: 'known to filter by start', pageSize: 100, switches: { timeFilter: 'start' }, timeFilter: 'start' },
  { title: 'known to filter by end', pageSize: 60, switches: { timeFilter: 'finish' }, timeFilter: 'finish' },
  { title: 'out of order, status filters ignored, a time filter by either end', pageSize: 40, switches: { order: 'shuffled', ignoredFilters: ['status'], timeFilter: 'overlap' } },
];

/** Some run for longer than others take in all, and one for longer than most histories. */
const HANGS_HOURS = [7, 20, 45, 150];
const LOOKBACK_HOURS = '240';

describe.each(settings)('$title, $pageSize jobs a page', ({ pageSize, switches, timeFilter }) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ simulator: { now: () => now, jobsPerProduct: 120, days: 6 }, environment: { ...environmentOf(...currentSeats), AVEPOINT_PAGE_SIZE: String(pageSize), AVEPOINT_LOOKBACK_HOURS: LOOKBACK_HOURS, ...(timeFilter && timeFilterOf(timeFilter)), AVEPOINT_SCAN_BUDGET: '900', LIMIT_COST: '1000000', LIMIT_COST_PER_MINUTE: '10000000' } });
    world.simulator.set(Object.fromEntries(productNames.map((product) => [product, switches])));
    for (const { product } of currentSeats) {
      const like = world.simulator.records(product)[0];
      for (const hours of HANGS_HOURS) world.simulator.add(product, { ...like, jobId: `HG${hours}`, startedAt: now - hours * hourMs, finishedAt: null, status: runningOf(productOf(product)) });
    }
  });
  afterAll(() => world.close());

  test('D1: the longest jobs are those of the records', async () => {
    const question = fc.record({ filter: filters, period: fc.tuple(periods, fc.constantFrom('STARTED_AT', 'FINISHED_AT')).map(([period, by]) => ({ ...period, by })), first });
    await fc.assert(
      fc.asyncProperty(question, async (asked: LongestArguments & { readonly filter: Readonly<Record<string, unknown>>; readonly period: Readonly<Record<string, unknown>>; readonly first: number }) => {
        const before = Date.now();
        const found = await longest(world, asked);
        const matching = allOf(world).filter(({ job, seat }) => isAskedFor(job, seat, asked.filter) && isInWindow(job, found.period, !('to' in asked.period)));
        const observed = new Map(found.nodes.map(({ jobId, product, observedAt }) => [`${product} ${jobId}`, Date.parse(observedAt)]));
        const expectedAt = (at: number): string[] => {
          const lengthOf = (known: Known): number | null => secondsOf(known, observed.get(`${known.seat.product.toUpperCase().replaceAll('-', '_')} ${known.job.jobId}`) ?? at);
          return matching
            .filter((known) => lengthOf(known) !== null)
            .sort((a, b) => (lengthOf(b) ?? 0) - (lengthOf(a) ?? 0) || byEnd(a, b))
            .slice(0, asked.first)
            .map(({ job }) => job.jobId);
        };
        const expected = expectedAt(before);
        // What runs grows while it is asked for.
        fc.pre(expected.join() === expectedAt(Date.now()).join());
        expect(found.nodes.map(({ jobId }) => jobId)).toEqual(expected);
        expect(found.isComplete).toBe(true);
        expect(found.sources.reduce((sum, { matched }) => sum + (matched ?? 0), 0)).toBe(matching.length);
      }),
      repeatable,
    );
  });

  test('D2 to D5: so are the jobs of unusual length, what is usual, and how many cannot be judged', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(questions, async ({ floorMs, historyMs, ...asked }) => {
        const question = { ...asked, floorMs, historyMs };
        const before = Date.now();
        const found = await unusual(world, asked);
        const reachesNow = !('to' in (asked.period ?? {}));
        const expectedAt = (at: number) => expectedUnusual(allOf(world), question, found.period, reachesNow, at);
        const viewOf = ({ jobs }: ReturnType<typeof expectedAt>) => jobs.slice(0, asked.first).map(({ job, kind, baseline }) => ({ jobId: job.jobId, kind, baseline }));
        const expected = expectedAt(before);
        fc.pre(JSON.stringify(viewOf(expected)) === JSON.stringify(viewOf(expectedAt(Date.now()))));

        shown += found.nodes.length;
        expect(found.nodes.map(({ job, kind, baseline }) => ({ jobId: job.jobId, kind, baseline }))).toEqual(viewOf(expected));
        expect(found.nodes.every(({ seconds, ratio, baseline }) => ratio === seconds / baseline.medianSeconds)).toBe(true);
        const isShort = found.sources.some(({ warnings }) => warnings.some(({ code, message }) => code === 'UNATTRIBUTED' && message.startsWith('The upstream counts')));
        expect([found.unjudged, found.isComplete]).toEqual(isShort ? [null, false] : [expected.unjudged, true]);
        expect(found.sources.map(({ error }) => error)).toEqual(found.sources.map(() => null));
      }),
      repeatable,
    );
    expect(shown).toBeGreaterThan(20);
  });
});

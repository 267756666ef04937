import { countsSoFar, type Facets, type JobFilter, type LiveStatuses, type SimulatedJob } from './job.js';
import { withLongRun, withoutStart, type OddTimes } from './odd-times.js';
import type { Product } from './products/product.js';
import { hash } from './random.js';
import type { ProductSwitches } from './switches.js';

/** A job and how it ends. Unless fixed, it waits from `appearsAt`, runs from its start, and ends at its finish. */
export interface ScriptedJob {
  readonly job: SimulatedJob;
  readonly appearsAt: number;
  readonly fixed: boolean;
}

/** A job that is what it is, whatever the clock says. */
export function fixedJob(job: SimulatedJob): ScriptedJob {
  return { job, appearsAt: -Infinity, fixed: true };
}

/** Writes on as time passes: every call brings the jobs of one more day. */
export type NextDay = () => { readonly jobs: readonly ScriptedJob[]; readonly endsAt: number };

/** The jobs that match, in order. Each is worked out when it is asked for. */
export interface View {
  readonly length: number;
  at(index: number): SimulatedJob | undefined;
}

export function sliceOf(view: View, offset: number, count: number): SimulatedJob[] {
  const jobs: SimulatedJob[] = [];
  for (let index = offset; index < Math.min(view.length, offset + count); index += 1) {
    const job = view.at(index);
    if (job !== undefined) jobs.push(job);
  }
  return jobs;
}

export interface Ledger {
  select(filter: JobFilter, how: OddTimes & Pick<ProductSwitches, 'timeFilter' | 'order'>, now: number): View;
  find(jobId: string, how: OddTimes, now: number): SimulatedJob | null;
  add(job: SimulatedJob): void;
  remove(jobId: string): void;
}

const dayMs = 86_400_000;

const startOf = (scripted: ScriptedJob): number => scripted.job.startedAt ?? Infinity;
const byId = (a: SimulatedJob, b: SimulatedJob): number => (a.jobId < b.jobId ? -1 : a.jobId > b.jobId ? 1 : 0);
/** Oldest first; read backwards, ties come by ascending id. */
const byStart = (a: ScriptedJob, b: ScriptedJob): number =>
  startOf(a) === startOf(b) ? byId(b.job, a.job) : startOf(a) - startOf(b);

/** What is true of a product's jobs until they end. */
type Life = Pick<Product, 'statuses' | 'soFar'>;

export function createLedger(written: readonly ScriptedJob[], life: Life, nextDay: NextDay | null): Ledger {
  let all = [...written].sort(byStart);
  let writtenUntil = -Infinity;
  const shelves = new Map<string, readonly ScriptedJob[]>();

  function writeOn(now: number): void {
    if (nextDay === null || writtenUntil > now + dayMs) return;
    while (writtenUntil <= now + dayMs) {
      const day = nextDay();
      all.push(...day.jobs);
      writtenUntil = day.endsAt;
    }
    all.sort(byStart);
    shelves.clear();
  }

  /** All jobs with these facets, kept until the ledger changes: the pages of a walk ask alike. */
  function shelfOf(facets: Facets): readonly ScriptedJob[] {
    const asked = Object.entries(facets) as [keyof Facets, unknown][];
    if (asked.length === 0) return all;
    const key = JSON.stringify(asked);
    const shelf = shelves.get(key) ?? all.filter(({ job }) => asked.every(([name, value]) => job[name] === value));
    shelves.set(key, shelf);
    return shelf;
  }

  return {
    select(filter, how, now) {
      writeOn(now);
      const { timeFilter, order } = how;
      const [from, to] = [filter.from ?? -Infinity, filter.to ?? Infinity];
      const startless = how.startlessEvery > 0;
      const started = timeFilter === 'start' && !startless ? { from, to } : { from: -Infinity, to: Infinity };
      const shelf = shelfOf(filter.facets);
      const view = newestFirst(how.longRunHours > 0 ? shelf.map((scripted) => withLongRun(scripted, how)) : shelf, started, now, life);
      const ends = timeFilter === 'finish' || timeFilter === 'overlap';
      if (filter.status === null && filter.search === null && !ends && !startless && order === 'newest') return view;

      const shown = sliceOf(view, 0, view.length);
      const jobs = (startless ? unstartedFirst(shown.map((job) => withoutStart(job, how))) : shown).filter(
        (job) =>
          (timeFilter !== 'start' || job.startedAt === null || (job.startedAt >= from && job.startedAt < to)) &&
          (filter.status === null || job.status === filter.status) &&
          (filter.search === null || mentions(job, filter.search)) &&
          (!ends || (job.finishedAt ?? Infinity) >= from) &&
          (timeFilter !== 'finish' || job.finishedAt === null || job.finishedAt < to) &&
          (timeFilter !== 'overlap' || job.startedAt === null || job.startedAt < to),
      );
      if (order === 'oldest') jobs.reverse();
      if (order === 'shuffled') jobs.sort((a, b) => hash(a.jobId) - hash(b.jobId) || byId(a, b));
      return jobs;
    },

    find(jobId, how, now) {
      writeOn(now);
      const scripted = all.find(({ job, appearsAt }) => job.jobId === jobId && appearsAt <= now);
      return scripted === undefined ? null : withoutStart(asOf(withLongRun(scripted, how), now, life), how);
    },

    add(job) {
      all = [...all, fixedJob(job)].sort(byStart);
      shelves.clear();
    },

    remove(jobId) {
      all = all.filter(({ job }) => job.jobId !== jobId);
      shelves.clear();
    },
  };
}

function unstartedFirst(jobs: readonly SimulatedJob[]): SimulatedJob[] {
  return [...jobs.filter(({ startedAt }) => startedAt === null).sort(byId), ...jobs.filter(({ startedAt }) => startedAt !== null)];
}

/** What has started is a stretch of the shelf, found by binary search; what has not is at its end, and little. */
function newestFirst(
  shelf: readonly ScriptedJob[],
  { from, to }: { from: number; to: number },
  now: number,
  life: Life,
): View {
  const present = firstNotBefore(shelf, now + 1);
  const least = firstNotBefore(shelf, from);
  const most = Math.max(least, Math.min(present, firstNotBefore(shelf, to)));
  const later = shelf.slice(present).filter(({ appearsAt }) => appearsAt <= now);
  const jobs = later.reverse().map((scripted) => asOf(scripted, now, life));
  const head = [
    ...jobs.filter(({ startedAt }) => startedAt === null).sort(byId),
    ...jobs.filter(({ startedAt }) => startedAt !== null && startedAt >= from && startedAt < to),
  ];
  return {
    length: head.length + most - least,
    at(index) {
      if (index < head.length) return head[index];
      const scripted = shelf[most - 1 - (index - head.length)];
      return scripted === undefined ? undefined : asOf(scripted, now, life);
    },
  };
}

function firstNotBefore(shelf: readonly ScriptedJob[], ms: number): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const scripted = shelf[middle];
    if (scripted !== undefined && startOf(scripted) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mentions(job: SimulatedJob, search: string): boolean {
  const text = search.toLowerCase();
  return job.jobId.toLowerCase().includes(text) || (job.comments ?? '').toLowerCase().includes(text);
}

function asOf({ job, appearsAt, fixed }: ScriptedJob, now: number, { statuses, soFar }: Life): SimulatedJob {
  const { startedAt, finishedAt } = job;
  if (fixed || startedAt === null || finishedAt === null || now >= finishedAt) return job;
  const waits = now < startedAt;
  const done = waits ? 0 : (now - startedAt) / (finishedAt - startedAt);
  return {
    ...job,
    status: waits ? waitingStatus((now - appearsAt) / (startedAt - appearsAt), statuses) : statuses.running,
    startedAt: waits ? null : startedAt,
    finishedAt: null,
    counts: countsSoFar(job.counts, done),
    ...soFar(job, done),
  };
}

function waitingStatus(waited: number, { waiting, running }: LiveStatuses): number {
  return waiting[Math.floor(waited * waiting.length)] ?? running;
}

import { blankJob } from './blank-job.js';
import { idClock } from './instants.js';
import type { SimulatedJob } from './job.js';
import type { NextDay, ScriptedJob } from './ledger.js';
import { products, type ProductName } from './products/index.js';
import { at, between, createRandom, hash, pick, type Random } from './random.js';

/** A kind of job that happens again and again. */
export interface Role {
  readonly prefix: string;
  /** How long it usually runs. */
  readonly minutes: number;
  /** What is the same every time; has the last word over what the plot makes up. */
  readonly fields: Partial<SimulatedJob>;
  readonly failsSinceYesterday?: true;
  /** Stands still for good: paused, or stuck since a few hours before the present. */
  readonly neverEnds?: true;
}

/** What a product brings to the common story. */
export interface Plot {
  /** One backup per workload, every night. A workload that is not here is never backed up. */
  readonly nightly: readonly Role[];
  /** What happens besides. */
  readonly daytime: readonly Role[];
  /** Every documented code and some strange records, each once in the whole story. */
  readonly rarities: readonly Role[];
  readonly outcomes: { readonly succeeded: number; readonly partial: number; readonly failed: number };
  /** One that other products have too: in this story they share an id with it. */
  readonly sharedPrefix: string | null;
  /** How long before its start a job gets its id. */
  idLeadMs(random: Random): number;
  /** Whether the clock in an id is the very start, as fine as its digits are. */
  readonly startsWithId: boolean;
  /** Digits of the clock in a job id: 14 are seconds, 17 milliseconds, more have digits below. */
  idDigits(prefix: string): number;
  /** Makes up counts, sizes and words that suit the outcome, and a location in a tenant that has several. */
  dress(job: SimulatedJob, random: Random, multiGeo: boolean): SimulatedJob;
}

export interface StoryOptions {
  readonly seed: number;
  readonly jobsPerProduct: number;
  readonly days: number;
  /** The moment that the story has arrived at. */
  readonly anchor: number;
  readonly multiGeo: boolean;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export function createStory(product: ProductName, options: StoryOptions): { past: ScriptedJob[]; nextDay: NextDay } {
  const { plot, instantMs, statuses } = products[product];
  const { seed, days, anchor, jobsPerProduct, multiGeo } = options;
  const midnight = Math.floor(anchor / dayMs) * dayMs;
  const perDay = jobsPerProduct / days;
  const claimed = new Set<string>();

  /** An id that no other job has; its clock moves on until it is free. */
  function claimId(prefix: string, createdAt: number, random: Random): { jobId: string; createdAt: number } {
    const digits = plot.idDigits(prefix);
    const below = String(between(random, 0, 99_999)).padStart(5, '0');
    for (let ms = createdAt; ; ms += digits <= 14 ? 1000 : 1) {
      const jobId = prefix + idClock(ms, digits, below);
      if (claimed.has(jobId)) continue;
      claimed.add(jobId);
      return { jobId, createdAt: ms };
    }
  }

  interface Staging {
    readonly appearsAt?: number;
    readonly finishedAt?: number;
    readonly status?: number;
    readonly jobId?: string;
  }

  function stage(role: Role, startsAt: number, random: Random, staging: Staging = {}): ScriptedJob {
    const lead = plot.idLeadMs(random);
    const id = claimId(role.prefix, staging.appearsAt ?? startsAt - lead, random);
    const startedAt = plot.startsWithId ? id.createdAt : startsAt;
    const ranMs = role.minutes * minuteMs * (0.5 + random());
    const finishedAt = staging.finishedAt ?? Math.ceil((startedAt + ranMs) / instantMs) * instantMs;
    const status = staging.status ?? outcome(role, startedAt, random);
    const job = plot.dress(
      {
        ...blankJob(product),
        jobId: staging.jobId ?? id.jobId,
        startedAt,
        finishedAt: role.neverEnds === true ? null : finishedAt,
        ...role.fields,
        status: role.fields.status ?? status,
      },
      random,
      multiGeo,
    );
    return {
      job: { ...job, ...role.fields },
      appearsAt: statuses.waiting.length > 0 ? Math.min(id.createdAt, startedAt) : startedAt,
      fixed: false,
    };
  }

  function outcome(role: Role, startedAt: number, random: Random): number {
    const luck = random();
    // A day and a half: whatever the hour, one such night at least is over.
    if (role.failsSinceYesterday === true && startedAt >= anchor - 36 * hourMs) return plot.outcomes.failed;
    return luck < 0.92 ? plot.outcomes.succeeded : luck < 0.97 ? plot.outcomes.partial : plot.outcomes.failed;
  }

  /** Day 0 is the anchor's. Nights are shared out so that every workload has its own hour. */
  function tellDay(day: number): ScriptedJob[] {
    const random = createRandom(hash(`${seed} ${product} ${day}`));
    const dawn = midnight + day * dayMs;
    const count = Math.floor((day + 1) * perDay) - Math.floor(day * perDay);
    const nights = Math.min(count, Math.max(plot.nightly.length, Math.round(count * 0.6)));
    const rare = plot.rarities.filter(({ neverEnds }, index) => neverEnds !== true && rareDay(index) === day);
    const jobs: ScriptedJob[] = [];
    for (let index = 0; index < nights; index += 1) {
      const workload = count < plot.nightly.length ? day * count + index : index;
      const hour = (19 + ((workload % plot.nightly.length) * 10) / plot.nightly.length) % 24;
      const startsAt = dawn + (Math.floor(hour * 3600) + between(random, 0, 3000)) * 1000;
      jobs.push(stage(at(plot.nightly, workload), startsAt, random));
    }
    for (const role of rare) jobs.push(stage(role, dawn + 7 * hourMs + between(random, 0, 11 * 3600) * 1000, random));
    for (let left = count - nights - rare.length; left > 0; left -= 1) {
      jobs.push(stage(pick(random, plot.daytime), dawn + between(random, 0, 86_399) * 1000, random));
    }
    return jobs;
  }

  /** Rarities are spread evenly over the whole days before today. */
  function rareDay(index: number): number {
    return -1 - Math.floor((index * Math.max(1, days - 1)) / plot.rarities.length);
  }

  /** What the moment of arrival needs: jobs that run, jobs that wait, jobs that are stuck, one that ran 40 hours. */
  function tellPresent(): ScriptedJob[] {
    const random = createRandom(hash(`${seed} ${product} now`));
    const now = Math.floor(anchor / 1000) * 1000;
    const [first, second] = [at(plot.nightly, 0), at(plot.nightly, 1)];
    const minutesFromNow = (minutes: number): number => now + minutes * minuteMs;
    const present = [
      stage(first, minutesFromNow(-6), random, { finishedAt: minutesFromNow(12) }),
      stage(second, minutesFromNow(-27), random, { finishedAt: minutesFromNow(45) }),
      stage(at(plot.nightly, 2), minutesFromNow(-70), random, { finishedAt: minutesFromNow(110) }),
      stage(second, minutesFromNow(-41 * 60) - 44_000, random, {
        finishedAt: minutesFromNow(-60),
        status: plot.outcomes.failed,
      }),
    ];
    if (statuses.waiting.length > 0) {
      present.push(stage(first, minutesFromNow(30), random, { appearsAt: minutesFromNow(-2) }));
      present.push(stage(second, minutesFromNow(10), random, { appearsAt: minutesFromNow(-42) }));
    }
    if (plot.sharedPrefix !== null) {
      const createdAt = now - 3 * dayMs;
      present.push(stage(first, createdAt + 2000, random, { jobId: plot.sharedPrefix + idClock(createdAt, 17, '') }));
    }
    for (const role of plot.rarities) if (role.neverEnds === true) present.push(stage(role, minutesFromNow(-20 * 60), random));
    return present;
  }

  let next = 1;
  const past = tellPresent();
  for (let day = -days; day < next; day += 1) past.push(...tellDay(day));
  return {
    past: past.filter(({ job }) => job.startedAt === null || job.startedAt >= anchor - days * dayMs),
    nextDay: () => {
      const jobs = tellDay(next);
      next += 1;
      return { jobs, endsAt: midnight + next * dayMs };
    },
  };
}

import type { SimulatedJob } from './job.js';
import type { Json } from './json.js';
import { hash } from './random.js';

export type InstantStyle = 'iso-z' | 'iso-offset' | 'iso-bare' | 'ticks' | 'date';
export type SpanStyle = 'timespan' | 'hours' | 'hours-number' | 'ticks';

const ticksPerMs = 10_000n;
/** .NET ticks count 100 ns from 0001-01-01. */
const ticksAtUnixEpoch = 621_355_968_000_000_000n;

type End = 'startedAt' | 'finishedAt';

/** Every job has digits of its own below the millisecond: who reads ticks as a double rounds some of them up. */
function ticksOf(job: SimulatedJob, end: End): bigint | null {
  const ms = job[end];
  if (ms === null) return null;
  return BigInt(ms) * ticksPerMs + ticksAtUnixEpoch + BigInt(hash(job.jobId + end) % Number(ticksPerMs));
}

export function msFromTicks(ticks: bigint): number {
  return Number((ticks - ticksAtUnixEpoch) / ticksPerMs);
}

export function writeInstant(job: SimulatedJob, end: End, style: InstantStyle): Json {
  // An int64 cannot be null: 0 is unset.
  if (style === 'ticks') return ticksOf(job, end) ?? 0n;
  const ms = job[end];
  if (ms === null) return null;
  const iso = new Date(ms).toISOString();
  if (style === 'date') return iso.slice(0, 10);
  const bare = ms % 1000 === 0 ? iso.slice(0, 19) : iso.slice(0, 23);
  return bare + (style === 'iso-z' ? 'Z' : style === 'iso-offset' ? '+00:00' : '');
}

/**
 * The run time by the hidden ticks, cut to whole seconds in a TimeSpan: so it is often a second less than the two times
 * beside it, as in the vendor's samples.
 */
export function writeSpan(job: SimulatedJob, style: SpanStyle): Json {
  const start = ticksOf(job, 'startedAt');
  const finish = ticksOf(job, 'finishedAt');
  if (start === null || finish === null) return style === 'ticks' ? 0n : null;
  const ticks = finish - start;
  if (style === 'ticks') return ticks;
  const ms = Number(ticks / ticksPerMs);
  if (style === 'timespan') return timeSpan(ms);
  const hours = (ms / 3_600_000).toFixed(3);
  return style === 'hours' ? hours : Number(hours);
}

/** `[-][d.]hh:mm:ss`. */
function timeSpan(ms: number): string {
  const seconds = Math.trunc(Math.abs(ms) / 1000);
  const days = Math.trunc(seconds / 86_400);
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return `${ms < 0 ? '-' : ''}${days > 0 ? `${days}.` : ''}${clock}`;
}

const isoPattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/** UTC where no offset is given; a date alone is its midnight. Null when it is no time. */
export function readIso(text: string): number | null {
  const parts = isoPattern.exec(text);
  if (parts === null) return null;
  const ms = Date.parse(parts[1] !== undefined && parts[4] === undefined ? `${text}Z` : text);
  return Number.isNaN(ms) ? null : ms;
}

/** `yyyyMMddHHmmssfff` and then the digits below the millisecond: the clock that the vendor's job ids carry, in UTC. */
export function idClock(ms: number, digits: number, below: string): string {
  return (new Date(ms).toISOString().replace(/\D/g, '') + below).slice(0, digits);
}

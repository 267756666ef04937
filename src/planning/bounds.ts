import type { ResolvedWindow } from './window.js';

/** What an endpoint's own time filter applies to. No page says, so `unknown` is the default. */
export type TimeFilter = 'unknown' | 'start' | 'finish' | 'overlap';

/** The finest step of the bounds that are sent. */
export type Grain = 'hour' | 'day';

/** What is known of a source's time filter, and of how long its jobs run. */
export interface TimeHabits {
  readonly timeFilter: TimeFilter;
  /** How long a job may run without being missed. */
  readonly lookbackMs: number;
  /** What is asked wider while the time filter is unknown, whatever jobs run. */
  readonly leastLookbackMs: number;
}

/** The bounds sent to an upstream, epoch milliseconds. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number;
}

const GRAIN_MS = { hour: 3_600_000, day: 86_400_000 } as const;
/** How far a clock may be ahead. */
const MOST_AHEAD_MS = 86_400_000;
/** No job is older or younger, and upstreams refuse dates that they cannot store. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Bounds outside of which no job of the window can be, whatever the time filter applies to, as long as no job runs longer than the
 * lookback. Rounded outward from the window alone, so that requests at different moments ask alike.
 */
export function boundsOf(window: ResolvedWindow, habits: TimeHabits, grain: Grain): Bounds {
  const earlier = window.by === 'FINISHED_AT' ? runOf(habits, 'start') : marginOf(habits);
  // No job ends later than a clock can be ahead, however long it runs.
  const later = window.by === 'STARTED_AT' && !window.isOpenEnded ? runOf(habits, 'finish') : marginOf(habits);
  const step = GRAIN_MS[grain];
  // One millisecond more where nothing is added: whether an end itself counts is not documented either.
  const from = window.from === null ? null : window.from - Math.max(earlier, 1);
  const to = window.to + Math.max(later, window.isOpenEnded ? MOST_AHEAD_MS : 0);
  return within({ from: from === null ? null : Math.floor(from / step) * step, to: Math.ceil(to / step) * step }, step);
}

/** What stands for an open lower bound where an endpoint insists on one: nothing is older. */
export function closedFrom({ from, to }: Bounds): number {
  return from ?? Math.min(Date.UTC(2000, 0, 1), to);
}

/** Bounds that every upstream can read, a step apart at least. */
function within({ from, to }: Bounds, step: number): Bounds {
  return { from: from === null ? null : clamp(from, EARLIEST, LATEST - step), to: clamp(to, EARLIEST + step, LATEST) };
}

/** The bounds with an earlier end; they stay a step apart. */
export function narrow({ from, to }: Bounds, end: number, grain: Grain): Bounds {
  return { from, to: Math.min(to, Math.max(end, (from ?? Number.NEGATIVE_INFINITY) + GRAIN_MS[grain])) };
}

function clamp(instant: number, least: number, most: number): number {
  return Math.min(Math.max(instant, least), most);
}

/** A filter by the other end of a job than the window's is as far off as the job runs. */
function runOf({ timeFilter, lookbackMs }: TimeHabits, other: TimeFilter): number {
  return mayBe(timeFilter, other) ? lookbackMs : 0;
}

function mayBe(timeFilter: TimeFilter, what: TimeFilter): boolean {
  return timeFilter === 'unknown' || timeFilter === what;
}

function marginOf({ timeFilter, leastLookbackMs }: TimeHabits): number {
  return timeFilter === 'unknown' ? leastLookbackMs : 0;
}

/** How long a job may run without being missed in a window by end, whichever of the sources has it; null where none can be missing. */
export function reachOf(window: ResolvedWindow, sources: readonly TimeHabits[]): number | null {
  return shortestLookback(sources.filter((source) => missesByStart(window, source)));
}

/** The same of a list by end: what a page has not come to is asked for by the next one up to the end that this one came to. */
export function reachByEnd(window: ResolvedWindow, sources: readonly TimeHabits[]): number | null {
  return shortestLookback(sources.filter((source) => missesByStart(window, source) || mayBe(source.timeFilter, 'finish')));
}

function missesByStart({ by, from }: ResolvedWindow, { timeFilter }: TimeHabits): boolean {
  return by === 'FINISHED_AT' && from !== null && mayBe(timeFilter, 'start');
}

function shortestLookback(sources: readonly TimeHabits[]): number | null {
  return sources.length === 0 ? null : Math.min(...sources.map(({ lookbackMs }) => lookbackMs));
}

/** Whether a job lies outside the bounds sent, by every reading of the time filter that is still open. */
export function isOutside(startedAt: number | null, finishedAt: number | null, bounds: Bounds, timeFilter: TimeFilter): boolean {
  const start = timeFilter === 'finish' ? finishedAt : startedAt;
  const finish = timeFilter === 'start' ? startedAt : (finishedAt ?? Number.POSITIVE_INFINITY);
  if (start === null || finish === null) return false;
  return start > bounds.to || (bounds.from !== null && finish < bounds.from);
}

/**
 * Bounds that let through the jobs of the window and no others, so that an upstream's own total is the window's; null where there are
 * none. What is ahead of this clock can be told from newcomers on the first page alone.
 */
export function exactBoundsOf(window: ResolvedWindow, timeFilter: TimeFilter, grain: Grain, instantUnitMs: number, isFirstPage: boolean): Bounds | null {
  // An upstream may count jobs with neither start nor end in every window; only windows up to now take them here.
  if (timeFilter !== 'start' || window.by !== 'STARTED_AT' || !window.takesUnstarted) return null;
  const unit = grain === 'day' ? GRAIN_MS.day : instantUnitMs;
  const from = window.from === null ? null : Math.ceil(window.from / instantUnitMs) * instantUnitMs;
  const takesAhead = window.ahead === 'taken';
  if (window.ahead === 'led' || (takesAhead && !isFirstPage)) return null;
  const to = takesAhead ? Math.ceil((window.to + MOST_AHEAD_MS) / GRAIN_MS[grain]) * GRAIN_MS[grain] : Math.ceil(window.to / instantUnitMs) * instantUnitMs;
  return (from === null || from % unit === 0) && to % unit === 0 ? within({ from, to }, unit) : null;
}

import type { ResolvedWindow } from './window.js';

/** What an endpoint's own time filter applies to. No page says, so `unknown` is the default. */
export type TimeFilter = 'unknown' | 'start' | 'finish' | 'overlap';

/** The finest step of the bounds that are sent. */
export type Grain = 'hour' | 'day';

/** The bounds sent to an upstream, epoch milliseconds. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number;
}

const GRAIN_MS = { hour: 3_600_000, day: 86_400_000 } as const;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Bounds outside of which no job of the window can be, whatever the time filter applies to, as long as no job runs longer than the
 * lookback. Rounded outward from the window alone, so that requests at different moments ask alike.
 */
export function boundsOf(window: ResolvedWindow, timeFilter: TimeFilter, lookbackMs: number, grain: Grain): Bounds {
  const earlier = timeFilter === 'unknown' || (timeFilter === 'start' && window.by === 'FINISHED_AT');
  const later = timeFilter === 'unknown' || (timeFilter === 'finish' && window.by === 'STARTED_AT');
  const step = GRAIN_MS[grain];
  // One millisecond more where nothing is added: whether an end itself counts is not documented either.
  const from = window.from === null ? null : window.from - (earlier ? lookbackMs : 1);
  const to = window.to + (later ? lookbackMs : 0);
  return {
    from: from === null ? null : Math.max(Math.floor(from / step) * step, EARLIEST),
    to: Math.min(Math.ceil(to / step) * step, LATEST),
  };
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
 * none. `isOpenEnded`: the window ends now, so that any later bound is as good.
 */
export function exactBoundsOf(window: ResolvedWindow, timeFilter: TimeFilter, grain: Grain, instantUnitMs: number, isOpenEnded: boolean): Bounds | null {
  // An upstream may count jobs without a start in every window; only windows up to now take them here.
  if (timeFilter !== 'start' || window.by !== 'STARTED_AT' || !window.takesUnstarted) return null;
  const unit = grain === 'day' ? GRAIN_MS.day : instantUnitMs;
  const from = window.from === null ? null : Math.ceil(window.from / instantUnitMs) * instantUnitMs;
  const to = isOpenEnded ? Math.ceil(window.to / GRAIN_MS[grain]) * GRAIN_MS[grain] : Math.ceil(window.to / instantUnitMs) * instantUnitMs;
  return (from === null || from % unit === 0) && to % unit === 0 ? { from, to } : null;
}

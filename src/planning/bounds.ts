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

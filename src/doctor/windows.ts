import type { Bounds, Grain } from '../planning/bounds.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const STEP_MS = { hour: HOUR_MS, day: DAY_MS } as const;

/** The last days up to now, rounded outward to what the endpoint takes. */
export function lastDays(days: number, grain: Grain, now: number): Bounds {
  const step = STEP_MS[grain];
  return { from: Math.floor((now - days * DAY_MS) / step) * step, to: Math.ceil((now + 1) / step) * step };
}

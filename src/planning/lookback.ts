const HOUR_MS = 3_600_000;
/** The next run may be longer than the longest so far. */
const ALLOWANCE = 1.25;
/** What seems to run longer may be stuck. */
const MOST_MS = 30 * 24 * HOUR_MS;

/** How far to look back, from the setting and the longest run known; whole hours, so that requests at different moments ask alike. */
export function lookbackOf(leastMs: number, longestRunMs: number): number {
  const wanted = Math.ceil((ALLOWANCE * longestRunMs) / HOUR_MS) * HOUR_MS;
  return Math.max(leastMs, Math.min(wanted, MOST_MS));
}

/** The clock in a job id, epoch milliseconds; null where it carries none. A hint where to look first, and nothing else. */
export function clockOf(jobId: string): number | null {
  const [, date, hour, minute, second] = /^\D{0,8}(20\d{6})([01]\d|2[0-3])([0-5]\d)([0-5]\d)/.exec(jobId) ?? [];
  if (date === undefined) return null;
  const at = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** A time in which jobs are looked for, half-open, and the ids that may be found there. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
}

/**
 * The newest part of the time around the ids' clocks that is better read at once: a gap between two clocks that takes less than a page is
 * read through. `gapMs`: what one page spans.
 */
export function newestRange(ids: readonly string[], reachMs: number, gapMs: number): Range | null {
  const hints = ids.flatMap((id) => {
    const at = clockOf(id);
    return at === null ? [] : [{ id, at }];
  });
  hints.sort((a, b) => b.at - a.at);
  const end = hints.findIndex(({ at }, index) => index > 0 && (hints[index - 1]?.at ?? at) - at > 2 * reachMs + gapMs);
  const taken = end < 0 ? hints : hints.slice(0, end);
  const [newest, oldest] = [taken[0], taken.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  return { from: oldest.at - reachMs, to: newest.at + reachMs, ids: taken.map(({ id }) => id) };
}

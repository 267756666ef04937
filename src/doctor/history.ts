import { SourceError } from '../errors.js';
import type { Bounds, Grain } from '../planning/bounds.js';
import type { JobRow } from '../planning/match.js';
import type { Source } from '../sources/source.js';
import { reasonOf, type Asker } from './asker.js';
import { finding, type Finding } from './finding.js';
import { DAY_MS, lastDays } from './windows.js';

const CHECK = 'history';
const WINDOW_DAYS = 30;
/** The longest window that anybody may ask for has ten years. */
const MOST_WINDOWS = 122;
/** Enough to see whether what comes is what was asked for. */
const PAGE = 5;

/** How far back the list reaches, which no page says: windows of 30 days, half as far back as is unknown each time. At most seven calls. */
export async function checkHistory({ endpoint }: Source, asker: Asker, rows: readonly JobRow[]): Promise<Finding> {
  const now = Date.now();
  const starts = rows.flatMap(({ startedAt }) => startedAt ?? []);
  if (starts.length === 0) return finding(CHECK, 'unknown', 'Cannot be told: there are no jobs.');
  let has = Math.max(0, Math.floor((now - Math.min(...starts)) / (WINDOW_DAYS * DAY_MS)));
  let lacks = Math.max(MOST_WINDOWS, has + 1);
  while (lacks - has > 1) {
    const middle = Math.floor((has + lacks) / 2);
    const bounds = windowAt(middle, endpoint.grain, now);
    try {
      const page = await asker.page(bounds, { number: endpoint.rules.firstNumber, token: null }, PAGE);
      const isThere = page.rows.some((row) => ranIn(row, bounds));
      if (!isThere && page.received > 0) return finding(CHECK, 'unknown', `Cannot be told: a window of ${daysOf(middle)} days ago brings other jobs.`);
      if (isThere) has = middle;
      else lacks = middle;
    } catch (failure) {
      if (!(failure instanceof SourceError) || failure.code !== 'UPSTREAM_BAD_REQUEST') return finding(CHECK, 'unknown', `Could not be told: ${reasonOf(failure)}`);
      // A window that is too old may be refused instead.
      lacks = middle;
    }
  }
  if (lacks >= MOST_WINDOWS) return finding(CHECK, 'ok', `Jobs of ${daysOf(has)} days ago are listed; nobody can ask for older ones.`);
  return finding(CHECK, 'ok', `Jobs of ${daysOf(has)} days ago are listed, and none of ${daysOf(lacks)}: either nothing ran before, or the list reaches no further back.`);
}

/** So many windows before the last 30 days. */
function windowAt(index: number, grain: Grain, now: number): Bounds {
  return { from: lastDays((index + 1) * WINDOW_DAYS, grain, now).from, to: lastDays(index * WINDOW_DAYS, grain, now).from as number };
}

function daysOf(index: number): string {
  return `${index * WINDOW_DAYS} to ${(index + 1) * WINDOW_DAYS}`;
}

/** Whose midnight a date is, is not known. */
function ranIn({ startedAt, finishedAt }: JobRow, { from, to }: Bounds): boolean {
  const start = startedAt ?? finishedAt;
  return start !== null && start < to + DAY_MS && (finishedAt ?? Number.POSITIVE_INFINITY) > (from ?? 0) - DAY_MS;
}

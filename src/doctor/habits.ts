import type { Source } from '../sources/source.js';
import { lookbackOf } from '../planning/lookback.js';
import type { JobRow } from '../planning/match.js';
import { compareStarts } from '../paging/position.js';
import type { JobPage } from '../wire/page.js';
import { reasonOf, type Asker } from './asker.js';
import { finding, type Finding } from './finding.js';
import { HOUR_MS, lastDays } from './windows.js';

/** Whether jobs come newest start first, by one page of them. */
export function checkOrder(rows: readonly JobRow[]): Finding {
  const starts = rows.flatMap(({ startedAt }) => (startedAt === null ? [] : [startedAt]));
  if (new Set(starts).size < 2) return finding('order', 'unknown', 'Cannot be told from fewer than two jobs that started at different times.');
  const steps = starts.slice(1).map((start, index) => compareStarts(starts[index] ?? null, start));
  if (steps.every((step) => step <= 0)) return finding('order', 'ok', `Newest start first, in a page of ${starts.length}.`);
  const order = steps.every((step) => step >= 0) ? 'Oldest start first' : 'No order by start';
  return finding('order', 'advice', `${order}, in a page of ${starts.length}. Nothing is lost, but the newest of a list are only the newest of what was read: ask for short windows. There is nothing to set.`);
}

/** Few enough that two pages are there nearly always. */
const SMALL_PAGE = 5;

/** Two calls. */
export async function checkPageNumbers(source: Source, asker: Asker, days: number): Promise<Finding[]> {
  const { firstNumber } = source.endpoint.rules;
  const bounds = lastDays(days, source.endpoint.grain, Date.now());
  const name = `Page ${firstNumber} and page ${firstNumber + 1}`;
  try {
    const first = await asker.page(bounds, { number: firstNumber, token: null }, SMALL_PAGE);
    const second = await asker.page(bounds, { number: firstNumber + 1, token: null }, SMALL_PAGE);
    return [comparePages(first.rows, second.rows, name), describeLink(first)];
  } catch (failure) {
    return [finding('page numbers', 'unknown', `Could not be told: ${reasonOf(failure)}`)];
  }
}

function comparePages(first: readonly JobRow[], second: readonly JobRow[], name: string): Finding {
  const ids = new Set(first.map(({ id }) => id));
  const repeated = second.filter(({ id }) => ids.has(id)).length;
  if (first.length === 0) return finding('page numbers', 'unknown', `${name} cannot be compared: there are no jobs.`);
  if (second.length > 0 && repeated === second.length && repeated === ids.size) {
    return finding('page numbers', 'advice', `${name} are the same page. Jobs that come twice are dropped here; every list costs one call more. There is nothing to set.`);
  }
  if (second.length === 0 && first.length < SMALL_PAGE) return finding('page numbers', 'unknown', `${name} cannot be compared: all ${first.length} jobs are on the first.`);
  if (second.length === 0) return finding('page numbers', 'unknown', `${name} cannot be compared: the second is empty, so there may be no more jobs.`);
  const overlap = repeated === 0 ? '' : ` ${repeated} of ${second.length} jobs are on both: they overlap, or jobs came in between.`;
  return finding('page numbers', 'ok', `${name} differ.${overlap}`);
}

function describeLink({ next }: JobPage): Finding {
  switch (next.kind) {
    case 'bad':
      return finding('next link', 'wrong', `The link to the next page ${next.reason}. It is not followed, and lists end there; check AVEPOINT_GRAPH_URL.`);
    case 'none':
      return finding('next link', 'ok', 'None on the first page; pages go by number.');
    case 'more':
      return finding('next link', 'ok', 'It says that more follows; pages go by number.');
    case 'number':
      return finding('next link', 'ok', 'It carries a page number.');
    case 'token':
      return finding('next link', 'ok', 'It carries a token.');
  }
}

/** Whether jobs run so long that the server should look back further from its first query on. */
export function checkLookback({ timeFilter, leastLookbackMs, longestRun }: Source): Finding[] {
  if (timeFilter === 'overlap' || longestRun.milliseconds === 0) return [];
  const hours = (ms: number): number => Math.ceil(ms / HOUR_MS);
  const wanted = lookbackOf(leastLookbackMs, longestRun.milliseconds);
  const met = `The longest run met took ${hours(longestRun.milliseconds)} h, ended or not, and AVEPOINT_LOOKBACK_HOURS is ${hours(leastLookbackMs)}.`;
  if (wanted <= leastLookbackMs) return [finding('lookback', 'ok', met)];
  return [finding('lookback', 'advice', `${met} Until a page has shown a longer one, windows can miss it: allow a quarter more.`, `AVEPOINT_LOOKBACK_HOURS=${hours(wanted)}`)];
}

/** A word or a number; nothing that could be about a person. */
const PLAIN = /^[\w .-]{1,40}$/;

/** Codes that the tables do not have. */
export function checkCodes(rows: readonly JobRow[]): Finding[] {
  const of = (name: 'upstreamStatus' | 'upstreamType' | 'workload'): string[] =>
    rows.flatMap(({ node }) => (node[name]?.isKnown === false && PLAIN.test(node[name].code) ? [`${name} ${node[name].code}`] : []));
  const unknown = [...new Set([...of('upstreamStatus'), ...of('upstreamType'), ...of('workload')])];
  if (unknown.length === 0) return [];
  return [finding('codes', 'advice', `Not in this server's tables, and shown as UNKNOWN: ${unknown.slice(0, 10).join(', ')}. Please report them.`)];
}

import { LRUCache } from 'lru-cache';

import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './wall.js';

/** How far the clocks of a zone are ahead of UTC at an instant; milliseconds both. */
export type OffsetAt = (instant: number) => number;

/** Names begin with a letter: Node 22 takes `+02:00` for a zone, Node 20 does not. */
const NAME = /^[a-z][\w+/-]{1,63}$/i;

/** What `Intl` takes beside the names of IANA. Three letters are other zones to other people: IST is India here, not Israel. */
const OF_ICU_ALONE = /^(?:act|aet|agt|art|ast|bet|bst|cat|cnt|cst|ctt|eat|ect|iet|ist|jst|mit|net|nst|plt|pnt|prt|pst|sst|vst|systemv\/.*)$/i;

/** Formatters take tens of kilobytes and longer to make than to use; which zones are asked for is the callers' choice. */
const KEPT_ZONES = 64;
const kept = new LRUCache<string, OffsetAt>({ max: KEPT_ZONES });

/** Null for what is no IANA name, in any casing. */
export function openZone(name: string): OffsetAt | null {
  const key = name.toLowerCase();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const formatter = NAME.test(name) && !OF_ICU_ALONE.test(name) ? createFormatter(name) : null;
  if (formatter === null) return null;
  const offsetAt: OffsetAt = (instant) => readOffset(formatter, instant);
  kept.set(key, offsetAt);
  return offsetAt;
}

function createFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  } catch {
    return null;
  }
}

/** No zone is a day ahead or behind, so the day of the month tells on which side of UTC's date the clocks are. */
function readOffset(formatter: Intl.DateTimeFormat, instant: number): number {
  const second = Math.floor(instant / SECOND_MS) * SECOND_MS;
  const midnight = Math.floor(second / DAY_MS) * DAY_MS;
  const [day = 0, hours = 0, minutes = 0, seconds = 0] = (formatter.format(second).match(/\d+/g) ?? []).map(Number);
  const isDate = (ahead: number): boolean => new Date(midnight + ahead).getUTCDate() === day;
  const date = isDate(0) ? 0 : isDate(DAY_MS) ? DAY_MS : -DAY_MS;
  return midnight + date + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS - second;
}

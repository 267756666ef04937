import { isBlank } from './record.js';
import { readUtc } from './utc.js';

const DAY_MS = 86_400_000;
/** .NET ticks: 100 ns since 0001-01-01. */
const TICKS_A_MS = 10_000n;
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
const DAY_TICKS = BigInt(DAY_MS) * TICKS_A_MS;
const QUARTER_HOUR_TICKS = DAY_TICKS / 96n;
const ISO = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A year, or a date without hyphens: no clock, however few its digits. */
const DATE_DIGITS = /^20\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?$/;

/** No job of these products is older. */
const EARLIEST = Date.UTC(2000, 0, 1);
/** Years that stand for "not set": those in which the clocks of .NET, SQL and Unix begin, and the one in which .NET's ends. */
const UNSET_YEARS = ['0001', '1900', '1970', '9999'].map((year) => ({ from: Date.parse(`${year}-01-01`), to: Date.parse(`${year}-12-31`) + DAY_MS }));

/**
 * Epoch milliseconds; null where the upstream has none, or writes one that stands for it; undefined where it sent something that is no
 * instant, or one that no job can have. `now`: a day beyond it, by clocks that are ahead, is the last.
 */
export function readInstant(value: unknown, now: number): number | null | undefined {
  const instant = parseInstant(value);
  if (instant === null || instant === undefined) return instant;
  if (instant >= EARLIEST && instant <= now + DAY_MS) return instant;
  return isUnset(instant) ? null : undefined;
}

/** Milliseconds; no job can have run longer. */
export function longestRun(now: number): number {
  return now + DAY_MS - EARLIEST;
}

/** Whether it lies in such a year in any time zone. */
function isUnset(instant: number): boolean {
  return UNSET_YEARS.some(({ from, to }) => instant >= from - DAY_MS && instant < to + DAY_MS);
}

function parseInstant(value: unknown): number | null | undefined {
  const usual = typeof value === 'string' ? readUtc(value) : undefined;
  if (usual !== undefined) return usual;
  if (isBlank(value)) return null;
  const written = typeof value === 'number' && Number.isInteger(value) ? String(BigInt(value)) : value;
  if (typeof written !== 'string') return undefined;
  const text = written.trim();
  if (DATE_DIGITS.test(text)) return undefined;
  return /^-?\d{1,20}$/.test(text) ? fromDigits(BigInt(text)) : fromIso(text);
}

/** The size of a number tells its clock: Unix seconds, Unix milliseconds or ticks. */
function fromDigits(digits: bigint): number | null {
  if (isZero(digits)) return null;
  const seconds = Number(digits) * 1000;
  if (digits < 10n ** 11n || isUnset(seconds)) return seconds;
  return digits < 10n ** 15n ? Number(digits) : Number((digits - UNIX_EPOCH_TICKS) / TICKS_A_MS);
}

/** The beginning of a clock, or its zero in some time zone: whole quarters of an hour. Negative numbers are "not set" as well. */
function isZero(digits: bigint): boolean {
  return digits <= DAY_MS || (digits <= DAY_TICKS && digits % QUARTER_HOUR_TICKS === 0n);
}

/** Without an offset it is UTC; a bare date is its midnight; fractions are cut to milliseconds. */
function fromIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  if (Number(day) > daysIn(Number(year), Number(month))) return undefined;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2024-10-27T08:17:06Z`, the form of the samples. */
export function writeInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** `2024-10-27`: its midnight in UTC. */
export function writeDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function writeTicks(milliseconds: number): bigint {
  return BigInt(milliseconds) * TICKS_A_MS + UNIX_EPOCH_TICKS;
}

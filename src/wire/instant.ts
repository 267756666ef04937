import { isBlank } from './record.js';

/** .NET ticks: 100 ns since 0001-01-01. */
const TICKS_A_MS = 10_000n;
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
/** The end of the year 9999, where .NET's own clock ends. */
const MAX_TICKS = 3_155_378_975_999_999_999n;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
/** Dates that .NET and SQL write for "not set". */
const UNSET = /^(0001-01-01|1900-01-01)/;

/** Epoch milliseconds; null where the upstream has none; undefined where it sent something that is no instant. */
export function readInstant(value: unknown): number | null | undefined {
  if (isBlank(value)) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? fromDigits(BigInt(value)) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^-?\d{1,20}$/.test(text)) return fromDigits(BigInt(text));
  return UNSET.test(text) ? null : fromIso(text);
}

/** The size of a number tells its clock: ticks, Unix milliseconds or Unix seconds. Zero is an open end. */
function fromDigits(digits: bigint): number | null | undefined {
  if (digits <= 0n) return null;
  if (digits > MAX_TICKS) return undefined;
  if (digits >= 10n ** 17n) return Number((digits - UNIX_EPOCH_TICKS) / TICKS_A_MS);
  if (digits >= 10n ** 12n && digits <= 10n ** 14n) return Number(digits);
  if (digits >= 10n ** 9n && digits <= 10n ** 10n) return Number(digits) * 1000;
  return undefined;
}

/** Without an offset it is UTC; a bare date is its midnight; fractions are cut to milliseconds. */
function fromIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  if (Number(day) > daysIn(Number(year), Number(month))) return undefined;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
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

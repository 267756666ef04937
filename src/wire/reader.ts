import type { Warning } from '../planning/match.js';
import { readInstant } from './instant.js';
import { fieldsOf, isBlank, isObject, pick, type Fields } from './record.js';

/** Reads one upstream object field by field. What cannot be read is null, with a warning that names the field. */
export interface RecordReader {
  text(...names: readonly string[]): string | null;
  /** A number of things. Negative ones stand for "not known". */
  count(...names: readonly string[]): number | null;
  percent(...names: readonly string[]): number | null;
  flag(...names: readonly string[]): boolean | null;
  /** Epoch milliseconds; null too for what no job can have, see `readInstant`. */
  instant(...names: readonly string[]): number | null;
  /** A code as text, whole numbers without leading zeros. */
  code(...names: readonly string[]): string | null;
  /** Readers of the objects in a list; null where there is no list. */
  list(...names: readonly string[]): readonly RecordReader[] | null;
  /** A reader of the object in a field; null where there is none. */
  object(...names: readonly string[]): RecordReader | null;
  warn(code: Warning['code'], message: string): void;
  readonly warnings: readonly Warning[];
}

export function createReader(record: unknown, observedAt: Date): RecordReader {
  return readerOf(fieldsOf(record), observedAt.getTime(), []);
}

function readerOf(fields: Fields, now: number, warnings: Warning[]): RecordReader {
  const warn = (code: Warning['code'], message: string): void => void warnings.push({ code, message });
  /** Null for what is blank, else what `parse` makes of it; undefined from `parse` is a value that cannot be read. */
  const read = <T>(names: readonly string[], parse: (value: unknown) => T | null | undefined): T | null => {
    const value = pick(fields, ...names);
    if (isBlank(value)) return null;
    const parsed = parse(value);
    if (parsed === undefined) warn('UNREADABLE_VALUE', `The value of \`${names[0]}\` could not be read; the original is in \`raw\`.`);
    return parsed ?? null;
  };
  return {
    warnings,
    warn,
    text: (...names) => read(names, parseText),
    count: (...names) => read(names, parseCount),
    percent: (...names) => read(names, parsePercent),
    flag: (...names) => read(names, parseFlag),
    instant: (...names) => read(names, (value) => readInstant(value, now)),
    code: (...names) => read(names, parseCode),
    list: (...names) => read(names, (value) => (Array.isArray(value) ? value.map((item: unknown) => readerOf(fieldsOf(item), now, warnings)) : undefined)),
    object: (...names) => read(names, (value) => (isObject(value) ? readerOf(fieldsOf(value), now, warnings) : undefined)),
  };
}

function parseText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function parseCount(value: unknown): number | undefined {
  const number = parsePercent(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

function parsePercent(value: unknown): number | undefined {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value.trim()));
  const number = isNumeric ? Number(value) : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

function parseFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined;
}

function parseCode(value: unknown): string | undefined {
  const text = parseText(value)?.trim();
  return text !== undefined && /^\d{1,15}(\.0+)?$/.test(text) ? String(Number(text)) : text;
}

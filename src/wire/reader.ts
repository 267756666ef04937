import type { Warning } from '../planning/match.js';
import { readInstant } from './instant.js';
import { fieldsOf, isBlank, isObject, pick, type Fields, type Names, type Shapes } from './record.js';
import { writeUtc } from './utc.js';

/** What the records of a page share. */
export interface PageFacts {
  /** When they came, epoch milliseconds. */
  readonly now: number;
  /** The same, as it is shown. */
  readonly observedAt: string;
}

/** Of the records of all products, which have few each. */
const shapes: Shapes = [];

export function pageFacts(observedAt: Date): PageFacts {
  const now = observedAt.getTime();
  return { now, observedAt: writeUtc(now) };
}

/** An upstream object that is read field by field. What cannot be read is null, with a warning that names the field. */
export interface RecordReader {
  readonly record: unknown;
  readonly fields: Fields;
  readonly warnings: Warning[];
  readonly page: PageFacts;
}

export function createReader(record: unknown, page: PageFacts, warnings: Warning[] = []): RecordReader {
  return { record, fields: fieldsOf(record, shapes), warnings, page };
}

export function textOf(reader: RecordReader, names: Names): string | null {
  return read(reader, names, parseText);
}

/** A number of things. Negative ones stand for "not known". */
export function countOf(reader: RecordReader, names: Names): number | null {
  return read(reader, names, parseCount);
}

export function percentOf(reader: RecordReader, names: Names): number | null {
  return read(reader, names, parsePercent);
}

export function flagOf(reader: RecordReader, names: Names): boolean | null {
  return read(reader, names, parseFlag);
}

/** Epoch milliseconds; null too for what no job can have, see `readInstant`. */
export function instantOf(reader: RecordReader, names: Names): number | null {
  return read(reader, names, parseInstant);
}

/** A code as text, whole numbers without leading zeros. */
export function codeOf(reader: RecordReader, names: Names): string | null {
  return read(reader, names, parseCode);
}

/** Readers of the objects in a list; null where there is no list. */
export function listOf(reader: RecordReader, names: Names): readonly RecordReader[] | null {
  return read(reader, names, parseList);
}

/** A reader of the object in a field; null where there is none. */
export function objectOf(reader: RecordReader, names: Names): RecordReader | null {
  return read(reader, names, parseObject);
}

/** The one that is told of. */
export function nameOf(names: Names): string {
  return typeof names === 'string' ? names : (names[0] ?? '');
}

export function warn({ warnings }: RecordReader, code: Warning['code'], message: string): void {
  warnings.push({ code, message });
}

/** Null for what is blank, else what `parse` makes of it; undefined from `parse` is a value that cannot be read. */
function read<T>(reader: RecordReader, names: Names, parse: (value: unknown, reader: RecordReader) => T | null | undefined): T | null {
  const value = pick(reader.fields, names);
  if (isBlank(value)) return null;
  const parsed = parse(value, reader);
  if (parsed === undefined) warn(reader, 'UNREADABLE_VALUE', `The value of \`${nameOf(names)}\` could not be read; the original is in \`raw\`.`);
  return parsed ?? null;
}

function parseInstant(value: unknown, { page }: RecordReader): number | null | undefined {
  return readInstant(value, page.now);
}

function parseList(value: unknown, { page, warnings }: RecordReader): readonly RecordReader[] | undefined {
  return Array.isArray(value) ? value.map((item: unknown) => createReader(item, page, warnings)) : undefined;
}

function parseObject(value: unknown, { page, warnings }: RecordReader): RecordReader | undefined {
  return isObject(value) ? createReader(value, page, warnings) : undefined;
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
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  const text = parseText(value)?.trim();
  return text !== undefined && /^\d{1,15}(\.0+)?$/.test(text) ? String(Number(text)) : text;
}

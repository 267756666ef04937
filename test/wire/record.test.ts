import { describe, expect, it } from 'vitest';

import { codeOf, countOf, createReader, flagOf, instantOf, listOf, objectOf, pageFacts, percentOf, textOf, type RecordReader } from '../../src/wire/reader.js';
import { fieldsOf, isBlank, isObject, pick } from '../../src/wire/record.js';

/** docs/upstream.md §2 (1). */
describe('properties', () => {
  const aliases: readonly (readonly [names: readonly string[], record: object, value: unknown])[] = [
    [['jobId'], { jobId: 1 }, 1],
    [['jobId'], { JobId: 1 }, 1],
    [['jobId'], { JOBID: 1 }, 1],
    [['totalCount', 'totalNumber'], { TotalNumber: 5 }, 5],
    [['successfulCount', 'successfulNumber', 'successCount'], { SuccessCount: 5 }, 5],
    [['status', 'state'], { state: 0 }, 0],
    [['finishTime', 'endTime'], { endTime: '' }, ''],
    [['status'], {}, undefined],
  ];
  it.each(aliases)('%o in %o', (names, record, value) => {
    expect(pick(fieldsOf(record), names)).toBe(value);
  });
  it('are those of the record alone', () => {
    expect(pick(fieldsOf({}), ['constructor', 'toString', '__proto__'])).toBeUndefined();
    expect(pick(fieldsOf(JSON.parse('{"__proto__":{"status":3}}')), 'status')).toBeUndefined();
  });
  it.each([null, undefined, 12, 'text', [{ jobId: 1 }]])('%o has none', (value) => {
    expect(isObject(value)).toBe(false);
    expect(pick(fieldsOf(value), 'jobId')).toBeUndefined();
  });
  it.each([undefined, null, '', '  ', 'N/A', 'n/a'])('%o is nothing said', (value) => {
    expect(isBlank(value)).toBe(true);
  });
  it.each([0, '0', false, 'NA', [], {}])('%o is something said', (value) => {
    expect(isBlank(value)).toBe(false);
  });
});

const page = pageFacts(new Date('2026-01-02T03:04:05Z'));

/** How the value is read, and whether with a warning. */
function readOne<T>(value: unknown, read: (reader: RecordReader) => T): { value: T; warned: boolean } {
  const reader = createReader({ Field: value }, page);
  const result = read(reader);
  expect(reader.warnings.filter(({ code }) => code !== 'UNREADABLE_VALUE')).toEqual([]);
  return { value: result, warned: reader.warnings.length > 0 };
}

/** docs/upstream.md §2 (2), (5), (9); docs/behaviour.md §6. */
describe('values', () => {
  const nothing = [undefined, null, '', ' ', 'N/A'];

  const integers: readonly [unknown, number][] = [
    [0, 0],
    ['0', 0],
    [12, 12],
    ['12', 12],
    [90_120, 90_120],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ];
  it.each(integers)('count %o is %d', (value, number) => {
    expect(readOne(value, (read) => countOf(read, 'field'))).toEqual({ value: number, warned: false });
  });
  it.each(nothing)('count %o is null', (value) => {
    expect(readOne(value, (read) => countOf(read, 'field'))).toEqual({ value: null, warned: false });
  });
  it.each(['many', '1,000', '0x10', 'Infinity', 3.7, '3.7', 2 ** 53, '9007199254740992', '9007199254740993', true, {}, [], [1], -1, '-1', -3.5, Number.MIN_SAFE_INTEGER, '-9007199254740993'])('count %o cannot be read', (value) => {
    expect(readOne(value, (read) => countOf(read, 'field'))).toEqual({ value: null, warned: true });
  });

  const percents: readonly [unknown, number][] = [
    [0, 0],
    [37.5, 37.5],
    ['100.0', 100],
    ['0.011', 0.011],
  ];
  it.each(percents)('percent %o is %d', (value, number) => {
    expect(readOne(value, (read) => percentOf(read, 'field'))).toEqual({ value: number, warned: false });
  });
  it.each(['half', 'NaN', '1e999', true, {}, [], -1, '-0.5'])('percent %o cannot be read', (value) => {
    expect(readOne(value, (read) => percentOf(read, 'field'))).toEqual({ value: null, warned: true });
  });

  const codes: readonly [unknown, string][] = [
    [0, '0'],
    ['0', '0'],
    [16, '16'],
    ['16', '16'],
    [20_016, '20016'],
    [-1, '-1'],
    ['Finished', 'Finished'],
    ['Finished with Exception', 'Finished with Exception'],
  ];
  it.each(codes)('code %o is %s', (value, code) => {
    expect(readOne(value, (read) => codeOf(read, 'field'))).toEqual({ value: code, warned: false });
  });
  it.each(nothing)('code %o is null', (value) => {
    expect(readOne(value, (read) => codeOf(read, 'field'))).toEqual({ value: null, warned: false });
  });

  it.each(['FB20241027081716326', '20241015105312327583', '..', 'a/b', '%2F'])('text %s is itself', (value) => {
    expect(readOne(value, (read) => textOf(read, 'field'))).toEqual({ value, warned: false });
  });
  it.each([{}, []])('text %o cannot be read', (value) => {
    expect(readOne(value, (read) => textOf(read, 'field'))).toEqual({ value: null, warned: true });
  });

  const flags: readonly [unknown, boolean][] = [
    [true, true],
    [false, false],
    ['true', true],
    ['False', false],
  ];
  it.each(flags)('flag %o is %o', (value, flag) => {
    expect(readOne(value, (read) => flagOf(read, 'field'))).toEqual({ value: flag, warned: false });
  });
  it.each(['maybe', {}])('flag %o cannot be read', (value) => {
    expect(readOne(value, (read) => flagOf(read, 'field'))).toEqual({ value: null, warned: true });
  });

  it('an instant is read, or null with or without a warning', () => {
    expect(readOne('638645575921780695', (read) => instantOf(read, 'field'))).toEqual({ value: Date.parse('2024-10-15T02:53:12.178Z'), warned: false });
    expect(readOne(0, (read) => instantOf(read, 'field'))).toEqual({ value: null, warned: false });
    expect(readOne('yesterday', (read) => instantOf(read, 'field'))).toEqual({ value: null, warned: true });
  });

  it('lists and objects are read inside, and what is odd there is told', () => {
    const reader = createReader({ jobErrors: [{ Number: 'many' }, { number: 2 }], backupDetails: { TotalCount: '5' } }, page);
    expect(listOf(reader, 'jobErrors')?.map((item) => countOf(item, 'number'))).toEqual([null, 2]);
    const details = objectOf(reader, 'backupDetails');
    expect(details !== null && countOf(details, 'totalCount')).toBe(5);
    expect(reader.warnings.map(({ code }) => code)).toEqual(['UNREADABLE_VALUE']);
    expect(readOne('x', (read) => listOf(read, 'field'))).toEqual({ value: null, warned: true });
    expect(readOne([], (read) => objectOf(read, 'field'))).toEqual({ value: null, warned: true });
    expect(readOne(null, (read) => listOf(read, 'field'))).toEqual({ value: null, warned: false });
  });

  it('the first alias that is there counts', () => {
    const reader = createReader({ state: 2, totalNumber: 7 }, page);
    expect(codeOf(reader, ['status', 'state'])).toBe('2');
    expect(countOf(reader, ['totalCount', 'totalNumber'])).toBe(7);
  });
});

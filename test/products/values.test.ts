import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Json, ProductSwitches } from '../../simulator/index.js';
import { readAlike } from './read-alike.js';
import { seatOf, seats, type Seat } from './index.js';
import { plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';

/** What a field of a record comes to, by docs/upstream.md §2 and docs/behaviour.md §6: its value, or null with or without a warning. */

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(plainJobs(3));
});
afterAll(() => worlds.close());

async function read(seat: Seat, switches: Partial<ProductSwitches>, path: string): Promise<{ shown: unknown; warnings: unknown }> {
  const { [path]: shown, warnings } = await readAlike(worlds, seat, switches, path);
  return { shown, warnings };
}

interface Field {
  readonly seat: Seat;
  /** In the upstream's row. */
  readonly name: string;
  /** In the answer. */
  readonly path: string;
  readonly title: string;
}

const fieldsOf = (own: readonly Seat[], paths: (seat: Seat) => Readonly<Record<string, string>>): Field[] =>
  own.flatMap((seat) => Object.entries(paths(seat)).map(([name, path]) => ({ seat, name, path, title: `${seat.name} ${name}` })));

const switchesFor = ({ name }: Field, value: Json | undefined): Partial<ProductSwitches> =>
  value === undefined ? { omit: [name] } : { values: { [name]: value } };

const instants = fieldsOf(seats, () => ({ startTime: 'startedAt', finishTime: 'finishedAt' }));

const nothing: readonly [title: string, value: Json | undefined][] = [
  ['null', null],
  ['nothing at all', undefined],
  ['""', ''],
  ['" "', ' '],
  ['"N/A"', 'N/A'],
];

describe('13, 25: whole numbers', () => {
  const readable: readonly [Json, number][] = [
    [0, 0],
    ['0', 0],
    [12, 12],
    ['12', 12],
    [9_007_199_254_740_991n, 9_007_199_254_740_991],
    ['9007199254740991', 9_007_199_254_740_991],
  ];
  const unreadable: readonly Json[] = ['many', true, {}, [1], 3.7, 9_007_199_254_740_992n, 9_007_199_254_740_993n, '9007199254740993', 9_223_372_036_854_775_807n, -1, '-1', -9_007_199_254_740_993n];

  describe.each(seats.filter(({ numbers }) => Object.keys(numbers).length > 0))('$name', (seat) => {
    const { numbers: paths, numbersIn } = seat;
    const names = Object.keys(paths);
    const shownAs = (value: unknown) => Object.fromEntries(Object.values(paths).map((path) => [path, value]));

    /** All numbers of a row get the value, in it or one level down. */
    function readAll(value: Json | undefined, ...others: readonly string[]): Promise<Record<string, unknown>> {
      const members = value === undefined ? {} : Object.fromEntries(names.map((name) => [name, value]));
      const inside = { values: { [numbersIn ?? '']: { ...members, other: 1 } } };
      const plain = value === undefined ? { omit: names } : { values: members };
      return readAlike(worlds, seat, numbersIn === null ? plain : inside, ...Object.values(paths), ...others);
    }

    it.each(readable)('%s is a number', async (value, expected) => {
      expect(await readAll(value)).toEqual({ ...shownAs(expected), warnings: [] });
    });
    it.each(nothing)('%s is null, and nothing odd', async (_title, value) => {
      expect(await readAll(value)).toEqual({ ...shownAs(null), warnings: [] });
    });
    it.each(unreadable)('%s is null with a warning', async (value) => {
      expect(await readAll(value)).toEqual({ ...shownAs(null), warnings: ['UNREADABLE_VALUE'] });
    });
    it('raw keeps all digits, as text beyond 2^53-1', async () => {
      const inRaw = names.map((name) => (numbersIn === null ? `raw.${name}` : `raw.${numbersIn}.${name}`));
      for (const [value, kept] of [[9_007_199_254_740_993n, '9007199254740993'], [9_007_199_254_740_991n, 9_007_199_254_740_991]] as const) {
        expect(await readAll(value, ...inRaw)).toMatchObject(Object.fromEntries(inRaw.map((path) => [path, kept])));
      }
    });
  });
});

describe('4, 13: instants', () => {
  const readable: readonly [Json, string][] = [
    ['2024-10-27T08:17:06Z', '2024-10-27T08:17:06.000Z'],
    ['2024-10-27T08:17:06', '2024-10-27T08:17:06.000Z'],
    ['2024-10-27T08:17:06+00:00', '2024-10-27T08:17:06.000Z'],
    ['2024-10-27T08:17:06+08:00', '2024-10-27T00:17:06.000Z'],
    ['2024-10-27T08:17:06.5-03:30', '2024-10-27T11:47:06.500Z'],
    ['2024-10-09T05:50:36.008+00:00', '2024-10-09T05:50:36.008Z'],
    ['2024-08-22T16:00:48.1859693Z', '2024-08-22T16:00:48.185Z'],
    ['2024-10-27', '2024-10-27T00:00:00.000Z'],
    [638_645_575_921_780_695n, '2024-10-15T02:53:12.178Z'],
    ['638599392481859693', '2024-08-22T16:00:48.185Z'],
    [638_527_680_000_000_000n, '2024-05-31T16:00:00.000Z'],
    // As a double it would be 638645575921790000 or more, and so the next millisecond.
    [638_645_575_921_789_999n, '2024-10-15T02:53:12.178Z'],
    [1_729_999_026_500, '2024-10-27T03:17:06.500Z'],
    [1_729_999_026, '2024-10-27T03:17:06.000Z'],
  ];
  const unset: readonly [title: string, value: Json | undefined][] = [
    ...nothing,
    ['0', 0],
    ['"0"', '0'],
    ['-1', -1],
    ['the least .NET time', '0001-01-01T00:00:00'],
    ['the least .NET time in UTC', '0001-01-01T00:00:00Z'],
    ['the least SQL time', '1900-01-01T00:00:00Z'],
    ['the least SQL date', '1900-01-01'],
    ['the least SQL time of a zone behind', '1899-12-31T23:00:00Z'],
    ['the least Unix time', '1970-01-01T00:00:00Z'],
    ['the least Unix time of a zone ahead', '1969-12-31T16:00:00.000+00:00'],
    ['the least Unix time in ticks', 621_355_968_000_000_000n],
    ['the least Unix time of a zone behind, in seconds', 28_800],
    ['the last .NET time', '9999-12-31T23:59:59.9999999'],
    ['the last .NET time of a zone behind', '9999-12-31T23:59:59.9999999-08:00'],
    ['the last .NET time in ticks', '3155378975999999999'],
    ['the last .NET time in Unix seconds', 253_402_300_799],
    ['the last SQL time', '9999-12-31 23:59:59.997'],
  ];
  // No job can have them: before 2000, beyond tomorrow, or beyond any clock.
  const impossible: readonly Json[] = ['1999-12-31T23:59:59Z', '1753-01-01T00:00:00', '2099-01-01', 473_385_600, 2_147_483_647, 4_102_444_800_000, 630_822_815_999_999_999n, '666666666666666666'];
  const unreadable: readonly Json[] = [...impossible, 'yesterday', true, {}, [], '2024-13-45T00:00:00Z', '2024-02-30T00:00:00Z', '20241027', 9_223_372_036_854_775_807n, 1e308];

  describe.each(instants)('$title', (field) => {
    // A job that ends before it starts has a warning of its own.
    const alone = (value: Json | undefined): Partial<ProductSwitches> => {
      const other = field.name === 'startTime' ? 'finishTime' : 'startTime';
      const { omit = [], values = {} } = switchesFor(field, value);
      return { omit: [...omit, field.seat.durationName ?? 'duration'], values: { ...values, [other]: null } };
    };
    it.each(readable)('%s is an instant', async (value, expected) => {
      expect(await read(field.seat, alone(value), field.path)).toEqual({ shown: expected, warnings: [] });
    });
    it.each(unset)('%s is null, and nothing odd', async (_title, value) => {
      expect(await read(field.seat, alone(value), field.path)).toEqual({ shown: null, warnings: [] });
    });
    it.each(unreadable)('%s is null with a warning', async (value) => {
      expect(await read(field.seat, alone(value), field.path)).toEqual({ shown: null, warnings: ['UNREADABLE_VALUE'] });
    });
  });

  it.each(instants)('$title: raw keeps ticks digit by digit', async (field) => {
    const { shown } = await read(field.seat, switchesFor(field, 638_645_575_921_780_695n), `raw.${field.name}`);
    expect(shown).toBe('638645575921780695');
  });
});

describe('progress', () => {
  const progress = fieldsOf([seatOf('google-workspace/jobs')], () => ({ progress: 'progress' }));
  const table: readonly [Json, number][] = [
    [0, 0],
    [37.5, 37.5],
    ['100.0', 100],
    [100, 100],
  ];
  describe.each(progress)('$title', (field) => {
    it.each(table)('%s is a number', async (value, expected) => {
      expect(await read(field.seat, switchesFor(field, value), field.path)).toEqual({ shown: expected, warnings: [] });
    });
    it.each(nothing)('%s is null, and nothing odd', async (_title, value) => {
      expect(await read(field.seat, switchesFor(field, value), field.path)).toEqual({ shown: null, warnings: [] });
    });
    it.each(['half', true, {}, -1, '-0.5'] as const)('%s is null with a warning', async (value) => {
      expect(await read(field.seat, switchesFor(field, value), field.path)).toEqual({ shown: null, warnings: ['UNREADABLE_VALUE'] });
    });
  });
});

describe('texts', () => {
  const texts = fieldsOf(seats, (seat) => seat.texts);
  describe.each(texts)('$title', (field) => {
    it.each(['System', '12 – not a GUID', '<b>"quoted"</b>', 'a\nb', '\u{1F4BE}'])('%s is itself', async (value) => {
      expect(await read(field.seat, switchesFor(field, value), field.path)).toEqual({ shown: value, warnings: [] });
    });
    it.each(nothing.filter(([title]) => title !== '" "' && title !== '"N/A"'))('%s is null', async (_title, value) => {
      expect(await read(field.seat, switchesFor(field, value), field.path)).toEqual({ shown: null, warnings: [] });
    });
  });
});

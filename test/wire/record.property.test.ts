import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fieldsOf, isBlank, pick, type Shapes } from '../../src/wire/record.js';

/** docs/upstream.md §2 (1): casing does not count, and of properties that differ in nothing else the last one does. */
function pickPlainly(record: object, names: readonly string[]): unknown {
  const fields = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const values = names.map((name) => fields.get(name.toLowerCase())).filter((value) => value !== undefined);
  return values.find((value) => value !== null) ?? values[0];
}

const name = fc.constantFrom('jobId', 'JobId', 'JOBID', 'jobid', 'id', 'ID', 'state', 'State', 'constructor', 'toString', '__proto__', '1', '0', 'STRASSE', 'straße', 'İ');
const value = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constantFrom<object>([], {}));
const record = fc.array(fc.tuple(name, value), { maxLength: 8 }).map((members) => JSON.parse(`{${members.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join()}}`) as object);

test('records of many shapes, read one after the other, are read as each by itself', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (records, lookups) => {
      const shapes: Shapes = [];
      for (const one of records) {
        const fields = fieldsOf(one, shapes);
        for (const names of lookups) expect(pick(fields, names)).toBe(pickPlainly(one, names));
      }
    }),
    { numRuns: 1000 },
  );
});

test('records of many shapes, or of long names, are read and not kept', () => {
  const shapes: Shapes = [];
  for (let one = 0; one < 1000; one += 1) expect(pick(fieldsOf({ [`name${one}`]: one, ['x'.repeat(one * 100)]: 0 }, shapes), `NAME${one}`)).toBe(one);
  expect(JSON.stringify(shapes.map(({ keys }) => keys)).length).toBeLessThan(100_000);
});

test('a text says nothing where it is blank or not applicable, and only there', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00a0', '\ufeff', '\u2028', 'N', 'n', '/', 'A', 'a', 'x') }));
  fc.assert(fc.property(text, (one) => void expect(isBlank(one)).toBe(['', 'N/A'].includes(one.trim().toUpperCase()))), { numRuns: 3000 });
});

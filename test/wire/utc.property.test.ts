import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readInstant } from '../../src/wire/instant.js';
import { readUtc, writeUtc } from '../../src/wire/utc.js';

/** docs/upstream.md §2 (3): however an instant is written, it is the same one. */

const now = Date.parse('2026-06-01T12:00:00Z');
const part = (longest: number, digits = 2) => fc.nat(longest).map((number) => String(number).padStart(digits, '0'));
/** Dates and times that there are not among them. */
const local = fc.tuple(fc.constantFrom('1999', '2000', '2023', '2024', '2026', '1970', '0001', '9999'), part(13), part(32), part(25), part(61), part(61)).map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}`);
const fraction = fc.oneof(fc.constant(''), part(999, 3).map((digits) => `.${digits}`));

test('the usual spelling is read as the others are', () => {
  fc.assert(
    fc.property(local, fraction, fc.constantFrom('Z', '+00:00'), (time, thousandths, zone) => {
      expect(readInstant(`${time}${thousandths}${zone}`, now)).toBe(readInstant(`${time}${thousandths}+0000`, now));
    }),
    { numRuns: 3000 },
  );
});

test('what is read by itself is what the language reads', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T23:59:59.999Z'), noInvalidDate: true }), (date) => {
      expect([undefined, date.getTime()]).toContain(readUtc(date.toISOString()));
    }),
    { numRuns: 1000 },
  );
  expect(readUtc('2024-10-27T08:17:06.012Z')).toBe(Date.UTC(2024, 9, 27, 8, 17, 6, 12));
});

test('an instant is written as the language writes it, whichever came before', () => {
  fc.assert(
    fc.property(fc.array(fc.date({ noInvalidDate: true }), { minLength: 1, maxLength: 5 }), (dates) => {
      for (const date of dates) expect(writeUtc(date.getTime())).toBe(date.toISOString());
    }),
    { numRuns: 1000 },
  );
});

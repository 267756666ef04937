import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createOffHeapTexts } from '../../src/loaders/off-heap-texts.js';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 60 });

test('a text is itself or gone, and those that came last are there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), texts, (bytes, all) => {
      const memory = createOffHeapTexts(bytes);
      const kept = all.map((text) => memory.keep(text));
      const read = kept.map((text) => text());
      expect(read).toEqual(all.map((text, index) => (read[index] === null ? null : text)));
      const lengths = all.map((text) => Buffer.byteLength(text));
      for (const [index, length] of lengths.entries()) {
        const since = lengths.slice(index).filter((one) => one <= bytes);
        // The end of a round may stay empty: less than the text that did not fit there.
        const taken = since.reduce((sum, one) => sum + one, 0) + Math.max(0, ...since);
        if (length > bytes) expect(read[index]).toBeNull();
        else if (taken <= bytes) expect(read[index]).toBe(all[index]);
      }
    }),
  );
});

test('a text is there until another is written over it', () => {
  const memory = createOffHeapTexts(10);
  const [first, second] = [memory.keep('12345'), memory.keep('6789')];
  expect([first(), second()]).toEqual(['12345', '6789']);
  const third = memory.keep('ä');
  expect([first(), second(), third()]).toEqual([null, '6789', 'ä']);
});

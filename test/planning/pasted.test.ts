import fc from 'fast-check';
import { expect, test } from 'vitest';

import { spellingsOf, trimPasted } from '../../src/planning/pasted.js';

const PASTED = fc.array(fc.constantFrom(' ', '\n', '\u00a0', '\u200b', '\u200e', '\u2068', '\ufeff'));

test('a text that nothing was pasted around is read as it is', () => {
  fc.assert(fc.property(fc.stringMatching(/^[\w.%/-]{1,40}$/), (text) => void expect(spellingsOf(text)).toEqual([text])));
});

test('what is pasted around a text, or into it, is one spelling more', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\w{1,20}$/), fc.stringMatching(/^\w{1,20}$/), PASTED, PASTED, (one, other, before, after) => {
      const pasted = `${before.join('')}${one}\u200b${other}${after.join('')}`;
      expect(spellingsOf(pasted)).toEqual([...new Set([pasted, `${one}\u200b${other}`, one + other])]);
      expect(trimPasted(pasted)).toBe(`${one}\u200b${other}`);
    }),
  );
});

test('letters of any script stay', () => {
  for (const text of ['ä', '作业', '😀', 'a b', '\u0600', '-', '\u0000']) expect(spellingsOf(text)).toEqual([text]);
});

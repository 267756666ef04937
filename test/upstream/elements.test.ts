import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createElementCounter } from '../../src/upstream/elements.js';

const MOST_DEPTH = 64;

function mostElements(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const items: unknown[] = Object.values(value);
  return Math.max(items.length, ...items.map(mostElements));
}

function depthOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
}

/** Cut anywhere, in the middle of escapes and of surrogates too. */
function accepts(text: string, most: number, cuts: readonly number[] = []): boolean {
  const places = [...cuts.map((cut) => cut % (text.length + 1)), 0, text.length].sort((a, b) => a - b);
  const takes = createElementCounter(most);
  return places.slice(1).every((end, index) => takes(text.slice(places[index], end)));
}

const text = fc.oneof(fc.string(), fc.stringMatching(/^[,[\]{}"\\\u00e9\ud83d]{0,8}$/), fc.constantFrom('\\', '\\"', '",', '"', ',[{', '\\\\"'));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, fc.integer(), text, fc.constantFrom(null, true), fc.array(tie('value'), { maxLength: 7 }), fc.dictionary(text, tie('value'), { maxKeys: 7 })),
}));
const cuts = fc.array(fc.nat(2000), { maxLength: 12 });

test('as many elements as JSON.parse finds, wherever the chunks are cut', () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 8 }), fc.constantFrom(0, 2), cuts, (content, most, indent, places) => {
      const json = JSON.stringify(content, null, indent);
      expect(accepts(json, most, places)).toBe(mostElements(JSON.parse(json)) <= most);
    }),
    { numRuns: 1000 },
  );
});

test('as deep as JSON.parse goes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }), cuts, (depth, kinds, places) => {
      const json = kinds.slice(0, depth).reduce((inner, isList) => (isList ? `[${inner}]` : `{"a":${inner}}`), '1');
      expect(depthOf(JSON.parse(json))).toBe(depth);
      expect(accepts(json, 10, places)).toBe(depth <= MOST_DEPTH);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['[1,2,3]', 3, true],
  ['[1,2,3]', 2, false],
  ['{"a":1,"b":[1,2,3]}', 3, true],
  ['{"a":1,"b":[1,2,3,4]}', 3, false],
  ['[[1,2],[3,4],[5,6]]', 3, true],
  ['["a,b,c,d","e\\",f,g,h"]', 2, true],
  ['"\\\\",1,2', 2, false],
])('%s: at most %i', (json, most, isTaken) => {
  for (let cut = 0; cut <= json.length; cut += 1) expect(accepts(json, most, [cut])).toBe(isTaken);
});

test('what is no JSON ends somewhere, too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (garbage) => void expect(typeof createElementCounter(5)(garbage)).toBe('boolean')));
  expect(createElementCounter(5)(']]]]}}}},,,')).toBe(true);
});

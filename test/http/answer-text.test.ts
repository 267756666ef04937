import fc from 'fast-check';
import { expect, test } from 'vitest';

import { writeAnswer } from '../../src/http/answer-text.js';

const name = fc.stringMatching(/^[_A-Za-z]\w{0,8}$/);

test('an answer is written as it would be in one piece', async () => {
  const data = fc.oneof(fc.constant(null), fc.dictionary(name, fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(fc.record({ errors: fc.array(fc.jsonValue()), data, extensions: fc.dictionary(name, fc.jsonValue()) }, { requiredKeys: [] }), async ({ errors, data: fields, extensions }) => {
      const answer = { ...(errors !== undefined && { errors }), ...(fields !== undefined && { data: fields }), ...(extensions !== undefined && { extensions }) };
      expect(await writeAnswer(answer)).toBe(`${JSON.stringify(answer)}\n`);
    }),
  );
});

test('a long one too', async () => {
  const answer = { data: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`list${index}`, 'x'.repeat(100_000)])) };
  expect(await writeAnswer(answer)).toBe(`${JSON.stringify(answer)}\n`);
});

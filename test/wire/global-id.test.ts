import fc from 'fast-check';
import { expect, it } from 'vitest';

import { globalIdOf, readGlobalId } from '../../src/wire/global-id.js';

const sourceIds = fc.constantFrom('default/us/salesforce', 'contoso/de/microsoft-365');
/** Of any length and script, and of halves of characters, which UTF-8 cannot say. */
const jobIds = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ minLength: 1 }), fc.integer({ min: 300, max: 1100 }).chain((length) => fc.constantFrom('F', 'ü', '€', '𝄞').map((one) => one.repeat(length))));

it('is the base64url of source and job, whatever was written before it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sourceIds, jobIds), { minLength: 1 }), (jobs) => {
      for (const [sourceId, jobId] of jobs) expect(globalIdOf(sourceId, jobId)).toBe(Buffer.from(`${sourceId}/${jobId}`).toString('base64url'));
    }),
  );
});

it('is read as it was written', () => {
  fc.assert(
    fc.property(sourceIds, jobIds, (sourceId, text) => {
      const jobId = text.toWellFormed();
      expect(readGlobalId(globalIdOf(sourceId, jobId))).toEqual({ sourceId, jobId });
    }),
  );
});

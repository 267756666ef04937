import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Asker } from '../../src/doctor/asker.js';
import { checkHistory } from '../../src/doctor/history.js';
import { SourceError } from '../../src/errors.js';
import type { JobRow } from '../../src/planning/match.js';
import { products } from '../../src/products/index.js';
import type { Source } from '../../src/sources/source.js';

const DAY_MS = 86_400_000;
const source = { endpoint: products.IAAS_PAAS.endpoints[0] } as unknown as Source;

/** A job a day, of which the upstream keeps so many; what is older it does not list, or refuses to be asked for. */
function upstreamOf(kept: number, isRefusing: boolean): { readonly rows: readonly JobRow[]; readonly asker: Asker; calls(): number } {
  const now = Date.now();
  const rows = Array.from({ length: kept }, (_, day) => ({ id: `FB-${day}`, startedAt: now - (day + 0.5) * DAY_MS, finishedAt: now - (day + 0.4) * DAY_MS })) as unknown as JobRow[];
  let calls = 0;
  const asker: Asker = {
    async page({ from, to }, _place, pageSize) {
      calls += 1;
      if (isRefusing && (from ?? 0) < now - (kept + 31) * DAY_MS) throw new SourceError('UPSTREAM_BAD_REQUEST', 'Too old.');
      const found = rows.filter(({ startedAt }) => (startedAt ?? 0) >= (from ?? 0) && (startedAt ?? 0) < to).slice(0, pageSize);
      return { rows: found, received: found.length, total: null, next: { kind: 'none' }, warnings: [] };
    },
  };
  return { rows: rows.slice(0, 20), asker, calls: () => calls };
}

test('it is told to a window of 30 days, with seven calls at most', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3600 }), fc.boolean(), async (kept, isRefusing) => {
      const { rows, asker, calls } = upstreamOf(kept, isRefusing);
      const { state, text } = await checkHistory(source, asker, rows);
      expect(state).toBe('ok');
      const [, from, to, lacks] = /^Jobs of (\d+) to (\d+) days ago are listed, and none of (\d+) to \d+:/.exec(text)?.map(Number) ?? expect.fail(text);
      // A day more, since windows are rounded.
      expect(kept).toBeGreaterThan((from as number) - 1);
      expect(kept).toBeLessThanOrEqual((to as number) + 1);
      expect(lacks).toBe(to);
      expect(calls()).toBeLessThanOrEqual(7);
    }),
    { numRuns: 300 },
  );
});

test('what fails tells nothing', async () => {
  const { rows } = upstreamOf(10, false);
  const asker: Asker = { page: () => Promise.reject(new SourceError('UPSTREAM_ERROR', 'It fails.')) };
  expect(await checkHistory(source, asker, rows)).toMatchObject({ state: 'unknown', text: 'Could not be told: It fails.' });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { environmentOf, seats, timeFilterOf } from '../products/index.js';
import { startWorld, type World } from '../support/world.js';
import { digitsInBody, parametersOf } from './received.js';

/** .NET ticks of the first and the last day that the bounds may be on. */
const [LEAST_TICKS, MOST_TICKS] = ['599266080000000000', '3155378112000000000'].map(BigInt);

const edges: [string, Record<string, string>][] = [
  ['from the first year', { from: '0000-01-01T00:00:00Z' }],
  ['the first year alone', { from: '0000-01-01T00:00:00Z', to: '0001-01-01T00:00:00Z' }],
  ['up to the first year', { to: '0000-01-01T00:00:00Z' }],
  ['up to 1900', { to: '1900-01-01T00:00:00Z' }],
  ['up to the last year', { to: '9999-12-31T23:59:59.999Z' }],
  ['the last moment alone', { from: '9999-12-31T23:59:59.998Z', to: '9999-12-31T23:59:59.999Z' }],
  ['everything', { from: '0000-01-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' }],
  ['ten years', { last: 'P3653D' }],
];

describe.each(seats)('$name asks with dates that there are, and in order', (seat) => {
  describe.each(['unknown', 'start', 'finish', 'overlap'])('where its time filter applies to %s', (timeFilter) => {
    let world: World;
    beforeAll(async () => {
      const environment = { ...environmentOf(seat), AVEPOINT_LOOKBACK_HOURS: '8760', ...timeFilterOf(seat.product, timeFilter) };
      world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 }, environment });
    });
    afterAll(() => world.close());

    test.each(edges.flatMap(([title, window]) => ['STARTED_AT', 'FINISHED_AT'].map((by): [string, string, Record<string, string>] => [title, by, { ...window, by }])))('%s by %s', async (_title, _by, window) => {
      world.simulator.forgetCalls();
      const document = `query ($window: JobWindowInput) { page: ${seat.field}(first: 1, window: $window) { totalCount window { from to } sources { outcome error { message } } } }`;
      const { data, errors } = await world.query<{ page: { window: { from: string | null; to: string }; sources: unknown[] } }>(document, { window });
      expect(errors).toBeUndefined();
      expect(data?.page.sources).toEqual([{ outcome: 'OK', error: null }]);
      for (const instant of [data?.page.window.from ?? null, data?.page.window.to ?? null]) if (instant !== null) expect(instant).toMatch(/^\d{4}-\d{2}-\d{2}T/);
      expect(world.simulator.calls.length).toBeGreaterThan(0);
      for (const call of world.simulator.calls) {
        const parameters = parametersOf(call);
        const [from, to] = (['startTime', 'finishTime'] as const).map((name) => (call.method === 'POST' ? digitsInBody(call, name) : (parameters[name.toLowerCase()] ?? null)));
        expect(to ?? '').toMatch(/^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?|\d{17,19})$/);
        for (const text of [from, to]) {
          if (text === null || text === undefined || text === '0') continue;
          if (/^\d{17,}$/.test(text)) expect(BigInt(text) >= (LEAST_TICKS ?? 0n) && BigInt(text) <= (MOST_TICKS ?? 0n)).toBe(true);
          else expect(Date.parse(text)).toBeGreaterThanOrEqual(Date.UTC(1900, 0, 1));
        }
        if (from !== null && from !== undefined && from !== '0') expect(from.padStart(19, '0') <= (to ?? '').padStart(19, '0')).toBe(true);
      }
    });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createPace } from '../../src/upstream/pace.js';

test('a turn comes a period after the last one, and no sooner than others leave room for', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ passes: fc.nat(300), defers: fc.nat(1000) }), { maxLength: 40 }), (steps) => {
      let now = 0;
      const pace = createPace(10, () => now);
      let [lastAt, deferredTo] = [-Infinity, -Infinity];
      for (const { passes, defers } of steps) {
        now += passes;
        pace.defer(defers);
        deferredTo = Math.max(deferredTo, now + defers);
        expect(now + pace.waitMs).toBeGreaterThanOrEqual(deferredTo);
        now += pace.waitMs;
        // Of a late turn 10 ms are caught up with.
        expect(now - lastAt).toBeGreaterThanOrEqual(90);
        pace.take();
        lastAt = now;
      }
    }),
  );
});

test('without a limit there is no turn to wait for', () => {
  const pace = createPace(Infinity, () => 0);
  for (let turn = 0; turn < 5; turn += 1) {
    expect(pace.waitMs).toBe(0);
    pace.take();
  }
});

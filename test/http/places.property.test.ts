import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createPlaces } from '../../src/http/places.js';

/** What of an answer matters here: that it ends once, and says so. */
function createAnswer() {
  const answer = Object.assign(new EventEmitter(), { destroyed: false });
  const end = (): void => {
    answer.destroyed = true;
    answer.emit('close');
  };
  return { answer: answer as unknown as ServerResponse, end };
}

const step = fc.record({ caller: fc.constantFrom('a', 'b', 'c', 'd', 'e'), ends: fc.array(fc.nat(40), { maxLength: 3 }), isGone: fc.boolean() });

test('places are never more than there are, each is returned once, and nobody waits for one that is free', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.array(step, { minLength: 1, maxLength: 60 }), async (total, steps) => {
      const places = createPlaces(total, 60_000);
      const asked: { caller: string; end(): void; outcome: string | null; isOver: boolean }[] = [];
      const held = (caller?: string): number => asked.filter((one) => one.outcome === 'taken' && !one.isOver && (caller ?? one.caller) === one.caller).length;
      for (const { caller, ends, isGone } of steps) {
        const { answer, end } = createAnswer();
        const one = { caller, end, outcome: null as string | null, isOver: false };
        if (isGone && ends.length === 0) end();
        asked.push(one);
        const before = held(caller);
        void places.take(caller, answer).then((outcome) => void (one.outcome = outcome));
        await Promise.resolve();
        await Promise.resolve();
        if (one.outcome === 'full') expect(before >= Math.max(1, Math.floor(total / 4)) || asked.some((other) => other !== one && other.outcome === null && !other.isOver)).toBe(true);
        for (const index of ends) {
          const other = asked[index % asked.length];
          if (other === undefined || other.isOver) continue;
          other.isOver = true;
          other.end();
        }
        await new Promise((resolve) => setImmediate(resolve));
        expect(held()).toBeLessThanOrEqual(total);
        const waiting = asked.filter(({ outcome, isOver }) => outcome === null && !isOver);
        if (waiting.length > 0) expect(held()).toBe(total);
      }
      for (const one of asked) if (!one.isOver) one.end();
      await new Promise((resolve) => setImmediate(resolve));
      const again = await Promise.all(Array.from({ length: total }, (_, index) => places.take(`one of many ${index}`, createAnswer().answer)));
      expect(again).toEqual(Array(total).fill('taken'));
    }),
    { numRuns: 200 },
  );
});

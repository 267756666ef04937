import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Place, Row } from '../../src/paging/page.js';
import { startOf, type Position } from '../../src/paging/position.js';
import { createWalk } from '../../src/paging/walk.js';
import { createModelUpstream, habits, type Habits } from './model-upstream.js';
import { viaCursor } from './walked.js';

const still = habits.map((one): Habits => ({ ...one, overlap: 0, repeats: [], gaps: [], arrivals: [], arrivalsBetween: [] }));

it('a walk leaves every page but the last one with rows, and none that it reads again from a cursor', async () => {
  await fc.assert(
    fc.asyncProperty(still, fc.constantFrom(1, 2, 3, 7, 20), async (one, first) => {
      const upstream = createModelUpstream('s', one);
      const [read, left] = [new Set<number>(), new Set<number>()];
      const source = {
        rules: upstream.rules,
        readPage(place: Place, isFresh: boolean) {
          expect([...left]).not.toContain(place.number);
          read.add(place.number);
          return upstream.readPage(place, isFresh);
        },
        accept: (row: Row) => row.id.length % 3 > 0,
        note: () => undefined,
        leave: ({ number }: Place) => void left.add(number),
      };
      let position: Position = startOf(upstream.rules.firstNumber);
      for (let state = 'open'; state === 'open'; ) {
        const walk = createWalk(source, position);
        await walk.fill();
        for (let row = 0; row < first && walk.head !== null; row += 1) {
          walk.pass();
          await walk.fill();
        }
        state = walk.head === null ? walk.state : 'open';
        position = viaCursor(walk.position());
      }
      const withRows = Math.ceil(upstream.initial.length / one.cap);
      expect([...left]).toEqual([...read].slice(0, Math.max(0, withRows - 1)));
    }),
  );
});

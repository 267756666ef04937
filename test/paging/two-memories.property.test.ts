import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Page, Place, Row } from '../../src/paging/page.js';
import { createModelUpstream, habits, type Habits, type ModelUpstream } from './model-upstream.js';
import { expectEachOnce, walkAll, type Walked } from './walked.js';

/** Processes before one upstream, each with a memory of its own; `turns` says which of them answers, operation for operation. */
function spread(upstream: ModelUpstream, turns: readonly number[]): Walked & { readonly calls: () => number } {
  const memories = [0, 1, 2].map(() => new Map<string, Page<Row>>());
  let operations = 0;
  let calls = 0;
  return {
    rules: upstream.rules,
    calls: () => calls,
    rest(delivered) {
      operations += 1;
      upstream.rest(delivered);
    },
    async readPage(place, isFresh) {
      const memory = memories[turns[operations % turns.length] ?? 0] as Map<string, Page<Row>>;
      const key = JSON.stringify([place.number, place.token]);
      const kept = memory.get(key);
      if (kept !== undefined && !isFresh) return kept;
      calls += 1;
      const askedAt = performance.now();
      const page = { ...(await upstream.readPage(place, isFresh)), read: { askedAt, answeredAt: performance.now() } };
      memory.set(key, page);
      return page;
    },
  };
}

/** Reads the list to its end, as others may have done before. */
async function readThrough({ readPage }: Walked): Promise<void> {
  let place: Place = { number: 0, token: null };
  for (;;) {
    const { rows, next } = await readPage(place, false);
    if (next.kind === 'none' && rows.length === 0) return;
    place = { number: place.number + 1, token: next.kind === 'token' ? next.token : null };
  }
}

async function spreadAll(upstreams: readonly ModelUpstream[], turns: readonly number[], isReadBefore: boolean): Promise<Walked[]> {
  const all = upstreams.map((upstream) => spread(upstream, turns));
  if (isReadBefore) for (const one of all) await readThrough(one);
  return all;
}

const first = fc.constantFrom(1, 2, 3, 7, 20);
const turns = fc.array(fc.nat(2), { minLength: 1, maxLength: 8 });

const unordered = { isOrdered: false, repeats: [], gaps: [], arrivals: [], arrivalsBetween: [], areArrivalsQueued: false, leavesBetween: [], pageSize: 1, cap: 1, overlap: 0, link: 'total' } as const;
/** Too rare to be found by chance: new jobs come in, and a total that counts rows of an older state is reached on a page that is not full. */
const examples: [Habits[], number[], boolean, number][] = [
  [
    [
      { ...unordered, starts: [null, null], link: 'token' },
      { ...unordered, starts: [null, null, null, null, null], arrivalsBetween: [1], pageSize: 3, cap: 2 },
    ],
    [0, 1, 0],
    true,
    2,
  ],
  [
    [
      { ...unordered, starts: [null, null, null], link: 'token' },
      { ...unordered, starts: [null, null, null, 0, null, null], arrivalsBetween: [2], pageSize: 3, cap: 3, overlap: 1 },
    ],
    [0, 0, 1, 0],
    true,
    1,
  ],
  [
    [
      { ...unordered, starts: [0, null, null, null, null, null, null], arrivalsBetween: [2], pageSize: 7, cap: 5, overlap: 2 },
      { ...unordered, starts: [null, 0, null], isOrdered: true, link: 'token' },
    ],
    [0, 1],
    true,
    1,
  ],
  [
    [
      { ...unordered, starts: [1, null, null, null, null, null, null, null, 0, null], arrivalsBetween: [3], pageSize: 11, cap: 7, overlap: 3 },
      { ...unordered, starts: [null] },
      { ...unordered, starts: [null, null, null, 1, null, null, null, 0], pageSize: 8, cap: 8 },
    ],
    [1, 0, 0, 0, 1, 0],
    true,
    3,
  ],
];

describe('a walk that goes on at other processes, which keep their pages', () => {
  it('brings every job that is there throughout exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(habits, { minLength: 1, maxLength: 3 }), turns, fc.boolean(), first, async (all, inTurn, isReadBefore, size) => {
        const upstreams = all.map((one, index) => createModelUpstream(`s${index}`, { ...one, arrivals: [], arrivalsBetween: few(one) }));
        const pages = await walkAll(await spreadAll(upstreams, inTurn, isReadBefore), size);
        expectEachOnce(pages, upstreams.flatMap(({ initial }) => initial));
      }),
      { numRuns: 800, examples },
    );
  });

  it('does so however many jobs come in, where no two start together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(habits, fc.nat(60)), { minLength: 1, maxLength: 3 }), turns, fc.boolean(), first, async (all, inTurn, isReadBefore, size) => {
        const upstreams = all.map(([one, count], index) => {
          const starts = Array.from({ length: count }, (_, start) => start * (index + 1));
          return createModelUpstream(`s${index}`, { ...one, starts, isOrdered: true, areArrivalsQueued: false, cap: one.pageSize, overlap: 0, arrivals: [] });
        });
        const pages = await walkAll(await spreadAll(upstreams, inTurn, isReadBefore), size);
        expectEachOnce(pages, upstreams.flatMap(({ initial }) => initial));
      }),
      { numRuns: 800 },
    );
  });

  it('asks for nothing anew where a list in order and full pages stands still', async () => {
    await fc.assert(
      fc.asyncProperty(habits, first, async (one, size) => {
        const still = { ...one, isOrdered: true, cap: one.pageSize, overlap: 0, arrivals: [], arrivalsBetween: [] };
        const [narrow, wide] = [spread(createModelUpstream('s', still), [0]), spread(createModelUpstream('s', still), [0])];
        await walkAll([narrow], size);
        await walkAll([wide], 200);
        expect(narrow.calls()).toBe(wide.calls());
      }),
      { numRuns: 500 },
    );
  });
});

/** In all fewer than a page brings: between jobs of one start, or without order, more of them would leave no trace. */
function few({ arrivalsBetween, cap, overlap }: Habits): number[] {
  let left = cap - overlap - 1;
  return arrivalsBetween.map((count) => {
    const some = Math.min(count, left);
    left -= some;
    return some;
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Row } from '../../src/paging/page.js';
import { startOf } from '../../src/paging/position.js';
import { createModelUpstream, habits, type Habits, type ModelUpstream } from './model-upstream.js';
import { expectEachOnce, sortedIds, walkAll, walkOn, walkPage } from './walked.js';

interface Models {
  readonly upstreams: readonly ModelUpstream[];
  readonly initial: readonly Row[];
}

function start(all: readonly Habits[]): Models {
  const upstreams = all.map((one, index) => createModelUpstream(`s${index}`, one));
  return { upstreams, initial: upstreams.flatMap(({ initial }) => initial) };
}

const streams = fc.array(habits, { minLength: 1, maxLength: 4 });
const first = fc.constantFrom(1, 2, 3, 7, 20, 200);

describe('a walk over any upstream', () => {
  it('brings every job that is there throughout exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(streams, first, async (all, size) => {
        const { upstreams, initial } = start(all);
        expectEachOnce(await walkAll(upstreams, size), initial);
      }),
      { numRuns: 1_500 },
    );
  });

  it('brings the rest exactly once when the job that came last leaves, also from among many of one start', async () => {
    const leaves = fc.array(fc.boolean(), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(habits, leaves, fc.constantFrom(1, 2, 3, 7, 20), async (one, leavesBetween, size) => {
        const leaving = { ...one, isOrdered: true, cap: one.pageSize, overlap: 0, repeats: [], gaps: [], arrivals: [], arrivalsBetween: [], leavesBetween };
        const { upstreams, initial } = start([leaving]);
        expect(sortedIds((await walkAll(upstreams, size)).flat())).toEqual(sortedIds(initial));
      }),
      { numRuns: 1_500 },
    );
  });

  it('keeps the order of upstreams that are in order', async () => {
    await fc.assert(
      fc.asyncProperty(streams, first, async (all, size) => {
        const { upstreams } = start(all.map((one) => ({ ...one, isOrdered: true, arrivals: [], arrivalsBetween: [] })));
        const pages = await walkAll(upstreams, size);
        const starts = pages.flat().map(({ startedAt }) => startedAt ?? Infinity);
        expect(starts).toEqual([...starts].sort((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });

  it('brings the same list in pages of 1 and of 200', async () => {
    await fc.assert(
      fc.asyncProperty(streams, async (all) => {
        const still = all.map((one) => ({ ...one, arrivals: [], arrivalsBetween: [] }));
        const one = await walkAll(start(still).upstreams, 1);
        const many = await walkAll(start(still).upstreams, 200);
        expect(one.flat()).toEqual(many.flat());
        expect(one.slice(0, -1).every((page) => page.length === 1)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('goes on behind any row of a page, whichever stream brought it', async () => {
    await fc.assert(
      fc.asyncProperty(streams, first, fc.nat(), async (all, size, at) => {
        const still = all.map((one) => ({ ...one, arrivals: [], arrivalsBetween: [] }));
        const { upstreams } = start(still);
        const { page } = await walkPage(upstreams, upstreams.map(() => startOf(0)), size);
        if (page.rows.length === 0) return;
        const index = at % page.rows.length;
        const list = (await walkAll(upstreams, size)).flat();
        const rest = (await walkOn(upstreams, page.positionsAt(index), size)).flat();
        expect(rest).toEqual(list.slice(index + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  // Among jobs of one start the last one is looked for in one go, so while new ones push them on the calls must be enough for that.
  it.each([
    { title: 'a few calls an operation', budget: fc.integer({ min: 2, max: 6 }), longest: [40, 99], arrivesBetween: [] },
    { title: 'the usual calls, while new jobs come in', budget: fc.constant(100), longest: [7], arrivesBetween: [3, 0, 7, 15] },
  ])('passes pages without rows, however many and wherever: with $title', async ({ budget, longest, arrivesBetween }) => {
    const gaps = fc.array(fc.constantFrom(0, 0, 1, 2, ...longest), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(habits, gaps, fc.constantFrom('token' as const, 'more' as const), first, budget, async (one, gapsOf, link, size, calls) => {
        const { upstreams, initial } = start([{ ...one, link, gaps: gapsOf, overlap: 0, arrivals: [], arrivalsBetween: arrivesBetween }]);
        expectEachOnce(await walkAll(upstreams, size, calls), initial);
      }),
      { numRuns: 500 },
    );
  });
});

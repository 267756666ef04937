import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mergeWalks } from '../../src/paging/merge.js';
import { packPosition, unpackPosition } from '../../src/paging/packing.js';
import type { Row } from '../../src/paging/page.js';
import { startOf, type Position } from '../../src/paging/position.js';
import { createWalk } from '../../src/paging/walk.js';
import { createModelUpstream, habits, type Habits } from './model-upstream.js';

interface Walked {
  readonly pages: readonly (readonly Row[])[];
  readonly initial: readonly Row[];
}

const MAX_PAGES = 2_000;

/** Walks all streams as a client does: page after page, each with nothing but the cursor of the one before. */
async function walkAll(all: readonly Habits[], first: number): Promise<Walked> {
  const upstreams = all.map((one, index) => createModelUpstream(`s${index}`, one));
  let positions: readonly Position[] = all.map(() => startOf(0));
  const pages: (readonly Row[])[] = [];
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const walks = upstreams.map((upstream, index) => {
      const { pageSize, link } = all[index] as Habits;
      const source = {
        rules: { firstNumber: 0, pageSize, isTotalFinal: link === 'total' },
        readPage: upstream.readPage,
        accept: () => true,
        note: () => undefined,
      };
      return { rank: index, walk: createWalk(source, positions[index] as Position) };
    });
    const page = await mergeWalks(walks, first);
    for (const { walk } of walks) expect(walk.error).toBeNull();
    pages.push(page.rows.map(({ row }) => row));
    for (const [index, upstream] of upstreams.entries()) upstream.rest(page.rows.flatMap(({ row }) => (row.id.startsWith(`s${index}-`) ? [row] : [])));
    if (!page.hasNextPage) return { pages, initial: upstreams.flatMap(({ initial }) => initial) };
    positions = page.positions.map((position) => unpackPosition(packPosition(position), startOf(0)));
  }
  throw new Error('the walk does not end');
}

function sortedIds(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id).sort();
}

const streams = fc.array(habits, { minLength: 1, maxLength: 4 });
const first = fc.constantFrom(1, 2, 3, 7, 20, 200);

describe('a walk over any upstream', () => {
  it('brings every job that is there throughout exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(streams, first, async (all, size) => {
        const { pages, initial } = await walkAll(all, size);
        const ids = pages.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const old = new Set(initial.map(({ id }) => id));
        expect(ids.filter((id) => old.has(id)).sort()).toEqual(sortedIds(initial));
      }),
      { numRuns: 1_500 },
    );
  });

  it('brings the rest exactly once when the job that came last leaves, also from among many of one start', async () => {
    const leaves = fc.array(fc.boolean(), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(habits, leaves, fc.constantFrom(1, 2, 3, 7, 20), async (one, leavesBetween, size) => {
        const leaving = { ...one, isOrdered: true, cap: one.pageSize, overlap: 0, repeats: [], gaps: [], arrivals: [], arrivalsBetween: [], leavesBetween };
        const { pages, initial } = await walkAll([leaving], size);
        expect(sortedIds(pages.flat())).toEqual(sortedIds(initial));
      }),
      { numRuns: 1_500 },
    );
  });

  it('keeps the order of upstreams that are in order', async () => {
    await fc.assert(
      fc.asyncProperty(streams, first, async (all, size) => {
        const { pages } = await walkAll(all.map((one) => ({ ...one, isOrdered: true, arrivals: [], arrivalsBetween: [] })), size);
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
        const one = await walkAll(still, 1);
        const many = await walkAll(still, 200);
        expect(one.pages.flat()).toEqual(many.pages.flat());
        expect(one.pages.slice(0, -1).every((page) => page.length === 1)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

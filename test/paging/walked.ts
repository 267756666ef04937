import { expect } from 'vitest';

import { BudgetSpentError } from '../../src/errors.js';
import { mergeWalks, type MergedPage } from '../../src/paging/merge.js';
import type { PageRules } from '../../src/paging/next-place.js';
import { createPositionPacker, unpackAll, unpackPosition, type PackedPosition } from '../../src/paging/packing.js';
import type { Page, Place, Row } from '../../src/paging/page.js';
import { startOf, type Position } from '../../src/paging/position.js';
import { createWalk } from '../../src/paging/walk.js';

/** One upstream of a walk, as the walk reads it. */
export interface Walked {
  readonly rules: PageRules;
  readPage(place: Place, isFresh: boolean): Promise<Page<Row>>;
  /** The client rests, and has these rows. */
  rest(delivered: readonly Row[]): void;
}

const MAX_PAGES = 3_000;

interface WalkedPage {
  readonly page: MergedPage<Row>;
  /** The rows that each upstream brought. */
  readonly from: readonly ReadonlySet<Row>[];
}

/** One page of all streams, with no more calls than `budget`. */
export async function walkPage(upstreams: readonly Walked[], positions: readonly Position[], first: number, budget = Number.POSITIVE_INFINITY): Promise<WalkedPage> {
  const from = upstreams.map(() => new Set<Row>());
  let calls = 0;
  const walks = upstreams.map(({ rules, readPage }, index) => {
    const source = {
      rules,
      async readPage(place: Place, isFresh: boolean) {
        if (calls === budget) throw new BudgetSpentError();
        calls += 1;
        const page = await readPage(place, isFresh);
        for (const row of page.rows) from[index]?.add(row);
        return page;
      },
      accept: () => true,
      note: () => undefined,
    };
    return { rank: index, walk: createWalk(source, positions[index] as Position) };
  });
  const page = await mergeWalks(walks, first);
  for (const { walk } of walks) expect(walk.error).toBeNull();
  return { page, from };
}

/** Walks all streams as a client does: page after page, each with nothing but the cursor of the one before. */
export async function walkAll(upstreams: readonly Walked[], first: number, budget?: number): Promise<(readonly Row[])[]> {
  return walkOn(upstreams, upstreams.map(() => startOf(0)), first, budget);
}

/** Walks them so from these positions on. */
export async function walkOn(upstreams: readonly Walked[], start: readonly Position[], first: number, budget?: number): Promise<(readonly Row[])[]> {
  let positions = start.map(viaCursor);
  const pages: (readonly Row[])[] = [];
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const { page, from } = await walkPage(upstreams, positions, first, budget);
    const rows = page.rows.map(({ row }) => row);
    pages.push(rows);
    for (const [index, upstream] of upstreams.entries()) upstream.rest(rows.filter((row) => from[index]?.has(row)));
    if (!page.hasNextPage) return pages;
    positions = page.positions.map(viaCursor);
  }
  throw new Error('the walk does not end');
}

/** As a cursor keeps it. */
export function viaCursor(position: Position): Position {
  const [packed] = unpackAll(createPositionPacker()(position));
  return unpackPosition(packed as PackedPosition, startOf(0));
}

export const sortedIds = (rows: readonly Row[]): string[] => rows.map(({ id }) => id).sort();

/** Every one of these is there, and nothing is there twice. */
export function expectEachOnce(pages: readonly (readonly Row[])[], throughout: readonly Row[]): void {
  const ids = pages.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const due = new Set(throughout.map(({ id }) => id));
  expect(ids.filter((id) => due.has(id)).sort()).toEqual(sortedIds(throughout));
}

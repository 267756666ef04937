import type { Row } from './page.js';
import { compareStarts, type Position } from './position.js';
import type { Walk } from './walk.js';

/** A walk among others. Walks of one source share a rank, which decides between jobs that started together. */
export interface RankedWalk<R extends Row> {
  readonly rank: number;
  readonly walk: Walk<R>;
}

export interface MergedRow<R extends Row, W extends RankedWalk<R>> {
  readonly row: R;
  /** The walk that brought it. */
  readonly from: W;
  /** Whether other walks of the same source brought it too, so that no walk's parameters prove anything of it. */
  readonly isShared: boolean;
  /** Where every walk stands behind this row. */
  readonly positions: readonly Position[];
}

export interface MergedPage<R extends Row, W extends RankedWalk<R>> {
  readonly rows: readonly MergedRow<R, W>[];
  readonly hasNextPage: boolean;
  /** Where every walk stands behind this page; what was passed without being delivered is behind it too. */
  readonly positions: readonly Position[];
}

/** Takes up to `first` rows from all walks, newest start first. */
export async function mergeWalks<R extends Row, W extends RankedWalk<R>>(walks: readonly W[], first: number): Promise<MergedPage<R, W>> {
  const rows: MergedRow<R, W>[] = [];
  while (rows.length < first) {
    await fillAll(walks);
    if (walks.some(({ walk }) => walk.state === 'paused')) break;
    const at = indexOfNext(walks);
    if (at === -1) break;
    rows.push(take(walks, at));
  }
  return { rows, hasNextPage: await hasMore(walks, first), positions: positionsOf(walks) };
}

function positionsOf<R extends Row>(walks: readonly RankedWalk<R>[]): Position[] {
  return walks.map(({ walk }) => walk.position);
}

async function fillAll<R extends Row>(walks: readonly RankedWalk<R>[], pages?: number): Promise<void> {
  const hungry = walks.filter(({ walk }) => walk.state === 'open' && walk.head === null);
  if (hungry.length > 0) await Promise.all(hungry.map(({ walk }) => walk.fill(pages)));
}

function indexOfNext<R extends Row>(walks: readonly RankedWalk<R>[]): number {
  let best = -1;
  let bestHead: R | null = null;
  for (const [index, { walk, rank }] of walks.entries()) {
    const head = walk.head;
    if (head === null) continue;
    if (bestHead === null || compareHeads(head, rank, bestHead, (walks[best] as RankedWalk<R>).rank) < 0) {
      best = index;
      bestHead = head;
    }
  }
  return best;
}

function compareHeads(a: Row, rankA: number, b: Row, rankB: number): number {
  return compareStarts(a.startedAt, b.startedAt) || rankA - rankB || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function take<R extends Row, W extends RankedWalk<R>>(walks: readonly W[], at: number): MergedRow<R, W> {
  const from = walks[at] as W;
  const { walk, rank } = from;
  const row = walk.head as R;
  const twins = walks.filter((other, index) => index !== at && other.rank === rank && other.walk.head?.id === row.id);
  for (const taken of [walk, ...twins.map((twin) => twin.walk)]) taken.pass();
  return { row, from, isShared: twins.length > 0, positions: positionsOf(walks) };
}

/** To know whether more follows, at most one further page a walk is read; an unread rest counts as more. */
async function hasMore<R extends Row>(walks: readonly RankedWalk<R>[], first: number): Promise<boolean> {
  const hasHead = () => walks.some(({ walk }) => walk.head !== null);
  if (first > 0 && !hasHead()) await fillAll(walks, 1);
  return hasHead() || walks.some(({ walk }) => walk.state === 'open' || walk.state === 'paused');
}

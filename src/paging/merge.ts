import { compareMarks, markOf } from './order.js';
import type { Row } from './page.js';
import { compareStarts, type Position } from './position.js';
import { createTrail, type Trail } from './trail.js';
import type { Walk } from './walk.js';

/** A walk among others, with whatever its owner keeps beside it. Walks of one source share a rank, which decides between jobs that started together. */
export interface RankedWalk<R extends Row> {
  readonly rank: number;
  readonly walk: Walk<R>;
}

export interface MergedRow<R extends Row, W extends RankedWalk<R> = RankedWalk<R>> {
  readonly row: R;
  /** What brought it. */
  readonly from: W;
  /** Whether other walks of the same source brought it too, so that no walk's parameters prove anything of it. */
  readonly isShared: boolean;
}

export interface MergedPage<R extends Row, W extends RankedWalk<R> = RankedWalk<R>> {
  readonly rows: readonly MergedRow<R, W>[];
  readonly hasNextPage: boolean;
  /** Where every walk stands behind this page; what was passed without being delivered is behind it too. */
  readonly positions: readonly Position[];
  /** Where every walk stands behind the row at this index. */
  positionsAt(index: number): readonly Position[];
}

/** A walk and where it stood behind each row. */
interface Lane<W> {
  readonly from: W;
  readonly trail: Trail;
}

/** Takes up to `first` rows from all walks, newest start first. */
export async function mergeWalks<R extends Row, W extends RankedWalk<R>>(walks: readonly (RankedWalk<R> & W)[], first: number): Promise<MergedPage<R, W>> {
  const lanes = walks.map((from): Lane<W> => ({ from, trail: createTrail(from.walk) }));
  const rows: MergedRow<R, W>[] = [];
  while (rows.length < first) {
    if (walks.some(isHungry)) await fillAll(walks);
    if (walks.some(isPaused)) break;
    if (!takeReady<R, W>(lanes, rows, first)) break;
  }
  const hasNextPage = await hasMore(walks, first);
  const positions = walks.map(({ walk }) => walk.position());
  return {
    rows,
    hasNextPage,
    positions,
    positionsAt: (index) => (index === rows.length - 1 ? positions : lanes.map(({ trail }) => trail.at(index))),
  };
}

function isHungry({ walk }: RankedWalk<Row>): boolean {
  return walk.state === 'open' && !walk.seek();
}

function isPaused({ walk }: RankedWalk<Row>): boolean {
  return walk.state === 'paused';
}

async function fillAll(walks: readonly RankedWalk<Row>[], pages?: number): Promise<void> {
  await Promise.all(walks.filter(isHungry).map(({ walk }) => walk.fill(pages)));
}

/** Takes rows until one of the walks has to be read on, which no other brings about than one that was passed. False where nothing is left. */
function takeReady<R extends Row, W extends RankedWalk<R>>(lanes: readonly Lane<W>[], rows: MergedRow<R, W>[], first: number): boolean {
  while (rows.length < first) {
    const next = nextOf<R, W>(lanes);
    if (next === null) return false;
    const row = take<R, W>(lanes, next, rows.length);
    rows.push(row);
    if (row.isShared ? lanes.some(({ from }) => isHungry(from)) : isHungry(next.from)) return true;
  }
  return true;
}

function nextOf<R extends Row, W extends RankedWalk<R>>(lanes: readonly Lane<W>[]): Lane<W> | null {
  let best: Lane<W> | null = null;
  for (const lane of lanes) {
    if (lane.from.walk.head !== null && (best === null || compareHeads(lane.from, best.from) < 0)) best = lane;
  }
  return best;
}

function compareHeads(a: RankedWalk<Row>, b: RankedWalk<Row>): number {
  const [rowA, rowB] = [a.walk.head as Row, b.walk.head as Row];
  return compareStarts(rowA.startedAt, rowB.startedAt) || a.rank - b.rank || compareMarks(markOf(rowA), markOf(rowB));
}

function take<R extends Row, W extends RankedWalk<R>>(lanes: readonly Lane<W>[], next: Lane<W>, index: number): MergedRow<R, W> {
  const { from } = next;
  const row = from.walk.head as R;
  let isShared = false;
  for (const { from: other, trail } of lanes) {
    if (other === from || other.rank !== from.rank || other.walk.head?.id !== row.id) continue;
    trail.pass(index);
    isShared = true;
  }
  next.trail.pass(index);
  return { row, from, isShared };
}

/** To know whether more follows, at most one further page a walk is read, and none where that could not tell; an unread rest counts as more. */
async function hasMore(walks: readonly RankedWalk<Row>[], first: number): Promise<boolean> {
  const hasHead = (): boolean => walks.some(({ walk }) => walk.head !== null);
  const hasRest = (): boolean => walks.some(({ walk }) => walk.state === 'open' || walk.state === 'paused');
  if (first > 0 && !hasHead()) {
    if (walks.some((ranked) => isHungry(ranked) && ranked.walk.isFarFromEnd())) return true;
    await fillAll(walks, 1);
  }
  return hasHead() || hasRest();
}

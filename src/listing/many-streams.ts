import { orderTies } from '../paging/tie-order.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { ListingContext } from './context.js';
import { aheadOf, type ListedPage } from './cursors.js';
import { compareMarks, fingerprintOfMany, type Marks } from './marks.js';
import { createPageCursors, type PageCursors } from './page-cursors.js';
import { isInOrder, type SourceRun, type StreamWalk } from './source-run.js';
import { spentAgainError } from './spent.js';
import { compareStartMarks, laterOf, startMarkOf, type StartMark } from './start-mark.js';
import { packMarks, packUnordered, unorderedError } from './watermark-cursor.js';

/** Runs that bring what sorts behind the marks, and jobs that started together in one order. */
export function runBehind(runs: readonly SourceRun[], marks: Marks): SourceRun[] {
  let asked = 0;
  return runs.map((run) => {
    const walks: StreamWalk[] = [];
    const ordered = { ...run, walks };
    for (const from of run.walks) {
      const mark = marks[asked++] ?? null;
      const walk = orderTies(from.walk, (row) => mark === null || compareStartMarks(startMarkOf(row, from.rank), mark) > 0);
      walks.push({ ...from, run: ordered, walk });
    }
    return ordered;
  });
}

/** Jobs that have not come cannot be told from others where they came out of order on a page before. */
export function checkOrder({ isResumed }: ListedPage['request'], runs: readonly SourceRun[]): void {
  const unordered = runs.find((run) => !isInOrder(run));
  if (isResumed && unordered !== undefined) throw unorderedError(unordered.plan);
}

/** Where nothing could come, and the next page would begin where this one did, its sources say so. */
export function noteStuck({ request: { marks, first }, runs, page }: Pick<ListedPage, 'request' | 'runs' | 'page'>): void {
  if (first === 0 || page.rows.length > 0 || marksBehindAll(runs, marks).some((mark, stream) => compareMarks(mark, marks[stream] ?? null) > 0)) return;
  for (const run of runs) if (run.walks.some(({ walk }) => walk.state === 'paused')) run.ledger.error = spentAgainError(run.plan.source);
}

/** Cursors that hold the last job delivered instead of positions. */
export function watermarksOf(listed: ListedPage, { cursors }: ListingContext): PageCursors {
  const { request: { window, binding, wants, marks }, runs, page, hasFailed } = listed;
  const plans = runs.map(({ plan }) => plan);
  const unordered = runs.findIndex((run) => !isInOrder(run));
  const frame = { lookbacks: [], uncarried: plans.map(({ uncarried }) => uncarried), fingerprint: fingerprintOfMany(plans, window) };

  function packAt(behind: Marks, ahead: ResolvedWindow['ahead']): Uint8Array {
    const own = { ...frame, window: { ...window, ahead } };
    return unordered === -1 ? packMarks(own, behind, plans) : packUnordered(own, unordered);
  }

  function sealAt(indices: readonly number[]): string[] {
    const aheadAt = aheadOf(listed);
    const passed = page.rows.map(({ row, from }) => startMarkOf(row, from.rank));
    return cursors.sealFor(binding)(indices.map((index) => packAt(marksBehind(listed, passed, index), aheadAt(page.rows[index]?.row ?? null))));
  }

  function sealBare(): string | null {
    return page.hasNextPage || hasFailed ? (cursors.sealFor(binding)([packAt(marksBehindAll(runs, marks), window.ahead)])[0] as string) : null;
  }

  return createPageCursors(page.rows, wants, sealAt, sealBare);
}

/** Behind the row at this index, of which the marks are `passed`. A stream that failed stands behind its own last job. */
function marksBehind({ request: { marks }, runs, page }: ListedPage, passed: readonly StartMark[], index: number): Marks {
  return runs.flatMap(({ walks }) => walks).map((from, stream) => {
    const mark = marks[stream] ?? null;
    const last = from.walk.state === 'failed' ? page.rows.findLastIndex((row, at) => at <= index && row.from === from) : index;
    return last === -1 ? mark : laterOf(mark, passed[last] as StartMark, compareStartMarks);
  });
}

/** Behind a page without rows: what was read and not delivered need not be read again. */
function marksBehindAll(runs: readonly SourceRun[], marks: Marks): Marks {
  const walks = runs.flatMap((run) => run.walks);
  const depth = depthOf(walks);
  return walks.map(({ walk }, stream) => {
    const mark = marks[stream] ?? null;
    return walk.state === 'failed' || depth === null ? mark : laterOf(mark, depth, compareStartMarks);
  });
}

/** Before all jobs of the start that streams were read down to; null where one of them says nothing of it. */
function depthOf(walks: readonly StreamWalk[]): StartMark | null {
  const unread = walks.filter(({ walk }) => walk.state === 'open' || walk.state === 'paused');
  const starts = unread.map(({ walk }) => (walk.head ?? walk.position().last)?.startedAt ?? Number.POSITIVE_INFINITY);
  const startedAt = Math.max(...starts);
  return Number.isFinite(startedAt) ? { startedAt, rank: -1, key: '' } : null;
}

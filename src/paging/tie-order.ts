import { compareMarks, markOf } from './order.js';
import type { Row } from './page.js';
import { compareStarts } from './position.js';
import type { Changing } from './progress.js';
import type { Walk } from './walk.js';

/**
 * The walk with rows that started together in the order of their marks: none of them is a head before all were read, and what is unread of
 * them keeps the others. Rows that are not owed are passed.
 */
export function orderTies<R extends Row>(walk: Walk<R>, isOwed: (row: R) => boolean): Walk<R> {
  /** Rows of one start, the last first. */
  const tied: R[] = [];

  /** Takes rows until the next has another start, or there is none. */
  function collect(): boolean {
    while (walk.seek() && walk.head !== null) {
      const row = walk.head;
      if (tied[0] !== undefined && tied[0].startedAt !== row.startedAt) return lead();
      if (isOwed(row)) tied.push(row);
      walk.pass();
    }
    return tied[0] !== undefined && (walk.state === 'ended' || isPast(tied[0])) && lead();
  }

  /** Whether rows that started before it were read, and left out. */
  function isPast({ startedAt }: R): boolean {
    const { last } = walk.position();
    return last !== null && compareStarts(startedAt, last.startedAt) < 0;
  }

  function lead(): true {
    tied.sort((a, b) => compareMarks(markOf(b), markOf(a)));
    ordered.head = tied.at(-1) as R;
    return true;
  }

  function seek(): boolean {
    return ordered.head !== null || collect();
  }

  /** What keeps rows back is there to be told, as long as there is a head. */
  function settle(): void {
    ordered.state = ordered.head === null ? walk.state : 'open';
    ordered.error = walk.error;
  }

  async function fill(pages?: number): Promise<void> {
    while (ordered.state === 'open' && !seek()) {
      await walk.fill(pages);
      seek();
      settle();
      if (pages !== undefined) return;
    }
  }

  const ordered: Changing<Walk<R>> = {
    state: walk.state,
    head: null,
    error: walk.error,
    position: walk.position,
    seek,
    fill,
    pass() {
      if (ordered.head === null) return;
      tied.pop();
      ordered.head = tied.at(-1) ?? null;
      settle();
    },
    isFarFromEnd: walk.isFarFromEnd,
    rest() {
      const rest = walk.rest();
      return rest === null ? null : [...tied, ...rest.filter(isOwed)];
    },
  };
  return ordered;
}

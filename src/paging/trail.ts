import type { Row } from './page.js';
import type { Position } from './position.js';
import type { Walk } from './walk.js';

/** Where one walk stood while a page was merged. */
export interface Trail {
  /** Puts the walk's head behind, which is the row at this index of the page. */
  pass(index: number): void;
  /** Where it stood once that row was taken, before anything was read for the row after. */
  at(index: number): Position;
}

/** Notes only where the walk moves: it waits with a head until that is taken, whatever the others bring. */
export function createTrail(walk: Walk<Row>): Trail {
  const positions: Position[] = [];
  /** The first row behind which it stood there. */
  const since: number[] = [];
  let waitsSince = 0;

  function note(index: number): void {
    positions.push(walk.position());
    since.push(index);
  }

  return {
    pass(index) {
      if (waitsSince < index) note(waitsSince);
      walk.pass();
      note(index);
      waitsSince = index + 1;
    },
    at: (index) => (index < waitsSince ? (positions[lastUpTo(since, index)] as Position) : walk.position()),
  };
}

/** Index of the last of these ascending numbers that is not above the limit. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] as number) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

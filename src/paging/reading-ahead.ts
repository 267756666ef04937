import type { PageRules } from './next-place.js';
import type { Page, Place, Row } from './page.js';

/** What lets a walk read ahead. */
export interface AheadSource {
  /** Rows of this stream that are wanted for certain, from where the walk starts; 0 where that is not known. */
  readonly rows: number;
  /** Asks for the pages at once, as `readPage` will for each in its turn: then it is given them, failures as well. False where it does not. */
  ask(places: readonly Place[]): boolean;
}

/** Pages with numbers that are certain to be needed, asked for before the walk comes to them. */
export interface ReadingAhead {
  /** Asks for the page at this place, next to be read, and for those behind it, as far as so many rows need them for certain. */
  ask(before: Page<Row>, place: Place, rows: number): void;
  /** Whether a page that was asked for before the one before it came goes on where that one ends. If not, nothing more is read ahead. */
  goesOn(before: Page<Row>, place: Place, page: Page<Row>): boolean;
  /** From now on pages are read one after another. */
  stop(): void;
  /** Whether it was asked for, and is not to be believed any more. */
  isDropped(place: Place): boolean;
}

/** How many pages are asked for together. */
export const AT_ONCE = 4;

export function createReadingAhead(rules: PageRules, source: AheadSource | undefined): ReadingAhead {
  let isStopped = false;
  /** From then on nothing is asked for: a later page would take the place of a nearer one. */
  let isRefused = false;
  /** Numbers below it were asked for. */
  let next = Number.NEGATIVE_INFINITY;

  function stop(): void {
    isStopped = true;
  }

  return {
    ask(before, place, rows) {
      if (isStopped || isRefused || source === undefined) return;
      const numbers = numbersFor(before, place, rows, rules).filter((number) => number >= next);
      if (numbers.every((number) => number === place.number)) return;
      isRefused = !source.ask(numbers.map((number) => ({ number, token: null })));
      if (isRefused) return;
      next = Math.max(next, ...numbers.map((number) => number + 1));
    },
    // Between two pages of one total nothing came and nothing left, whichever the upstream looked at first.
    goesOn(before, place, page) {
      if (isStopped || place.token !== null || place.number >= next) return false;
      if (page.total === null || page.total !== before.total) stop();
      return !isStopped;
    },
    stop,
    isDropped: (place) => isStopped && place.token === null && place.number < next,
  };
}

/** The next pages that there are for certain, and without which there cannot be so many rows. */
function numbersFor({ total, received }: Page<Row>, { number, token, isGuess }: Place, rows: number, { firstNumber, pageSize, isTotalFinal }: PageRules): number[] {
  const isNumbered = token === null && isGuess === undefined && isTotalFinal && received === pageSize;
  if (!isNumbered || total === null) return [];
  const count = Math.min(AT_ONCE, Math.ceil(rows / pageSize), firstNumber + Math.ceil(total / pageSize) - number);
  return Array.from({ length: Math.max(0, count) }, (_, index) => number + index);
}

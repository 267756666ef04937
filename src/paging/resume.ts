import type { Page, Place, Row } from './page.js';
import { compareStarts, isSameJob, type PassedRow, type Position } from './position.js';

/** Where a stream goes on: at the row at `index` of `page`. */
export interface Found<R extends Row> {
  readonly place: Place;
  readonly page: Page<R>;
  readonly index: number;
}

/** Found again, or where the rows after it begin as far as can be told. */
export interface Resumed<R extends Row> {
  readonly found: Found<R>;
  readonly isExact: boolean;
}

export interface PageReader<R extends Row> {
  readonly firstNumber: number;
  /** Reads a page that may have the row. */
  readFor(place: Place, hasRow: (rows: readonly R[]) => boolean): Promise<Page<R>>;
  /** Says that the row is not before this place, so that a search that is cut short need not start over. */
  moveOn(place: Place): void;
  /** Says that a page which follows the position's own, or the gap behind it, is one more without rows. */
  passGap(left: Found<R>, next: Place): void;
  /** Where the page after this one is, or null at the end. */
  after(found: Found<R>): Place | null;
}

/**
 * Finds the last passed row again, wherever the list has moved it: new jobs push it to later pages, jobs that left let it slip to
 * earlier ones. Where it is gone itself, the first job that sorts after it is next; in a list without order, what stands at its place.
 */
export async function resume<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow): Promise<Resumed<R>> {
  const start = await look(reader, from, last, from.place);
  if (start.isExact) return start;
  const earlier = await goBack(reader, from, last, start);
  if (earlier.isExact || !earlier.mayBeLater) return earlier;
  return goForward(reader, from, last, earlier);
}

interface Look<R extends Row> extends Resumed<R> {
  /** Whether rows of the very same start are here: where theirs is gone, those that were passed cannot be told from the others. */
  readonly isTied: boolean;
  /** Whether this page looks as if the row was taken out of it, and nothing else happened. */
  readonly isAsExpected: boolean;
  readonly mayBeEarlier: boolean;
  readonly mayBeLater: boolean;
}

async function look<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow, place: Place): Promise<Look<R>> {
  // Some pages repeat a row further down: what was not passed begins behind the first.
  const indexIn = (rows: readonly R[]): number => rows.findIndex((row) => row.startedAt === last.startedAt && isSameJob(row, last));
  const page = await reader.readFor(place, (rows) => indexIn(rows) !== -1);
  const { rows } = page;
  const at = indexIn(rows);
  const untold = { isExact: false, isTied: false, isAsExpected: false, mayBeEarlier: false, mayBeLater: false };
  if (at !== -1) return { ...untold, found: { place, page, index: at + 1 }, isExact: true };
  if (!from.isOrdered) return { ...untold, found: { place, page, index: Math.min(from.offset, rows.length) }, mayBeLater: true };

  const sides = rows.map(({ startedAt }) => compareStarts(last.startedAt, startedAt));
  const tie = sides.indexOf(0);
  const older = sides.findIndex((side) => side < 0);
  const end = older === -1 ? rows.length : older;
  // One row that left lets the others move up by one; on another page than its own, all of its start are repeated rather than skipped.
  const isOwn = place.number === from.place.number;
  const guess = isOwn ? Math.min(Math.max(from.offset - 1, tie), end) : tie;
  return {
    ...untold,
    found: { place, page, index: tie === -1 ? end : guess },
    isTied: tie !== -1,
    isAsExpected: isOwn && older === from.offset - 1,
    // A search that moved on left no row behind.
    mayBeEarlier: page.received === 0 ? from.offset > 0 : (sides[0] ?? 1) <= 0,
    mayBeLater: (sides.at(-1) ?? 0) >= 0,
  };
}

async function goBack<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow, start: Look<R>): Promise<Look<R>> {
  let [best, current] = [start, start];
  while (current.mayBeEarlier && current.found.place.number > reader.firstNumber) {
    current = await look(reader, from, last, placeBefore(current.found.place, reader.firstNumber));
    if (current.isExact) return current;
    // Where a list goes on behind pages without rows, no row is looked for beyond them: each would be a call.
    if (isEmpty(current) && !isEmpty(best)) break;
    const isWhollyNewer = current.mayBeLater && !current.isTied;
    if (!best.isTied && !best.isAsExpected && !isWhollyNewer) best = current;
  }
  return best;
}

function isEmpty({ found }: Look<Row>): boolean {
  return found.page.rows.length === 0;
}

/** A list whose pages are guessed at may have become shorter by more than one of them. */
function placeBefore({ number, isGuess }: Place, firstNumber: number): Place {
  return { number: number - 1, token: null, ...(isGuess && number - 1 > firstNumber && { isGuess }) };
}

async function goForward<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow, start: Look<R>): Promise<Resumed<R>> {
  let [best, current] = [start, start];
  let isInGap = start.found.place.number === from.place.number;
  while (current.mayBeLater) {
    const place = reader.after(current.found);
    if (place === null) break;
    isInGap &&= current === start || isEmpty(current);
    if (!best.isTied) reader.moveOn(place);
    else if (isInGap && current !== start) reader.passGap(current.found, place);
    current = await look(reader, from, last, place);
    if (current.isExact) return current;
    if (from.isOrdered && !best.isTied) best = current;
  }
  return best;
}

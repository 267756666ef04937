import type { Page, Place, Row } from './page.js';
import { compareStarts, digest, type PassedRow, type Position } from './position.js';

/** Where a stream goes on: at the row at `index` of `page`. */
export interface Found<R extends Row> {
  readonly place: Place;
  readonly page: Page<R>;
  readonly index: number;
}

export interface PageReader<R extends Row> {
  readonly firstNumber: number;
  read(place: Place): Promise<Page<R>>;
  /** Says that the row is not before this place, so that a search that is cut short need not start over. */
  moveOn(place: Place): void;
  /** Where the page after this one is, or null at the end. */
  after(found: Found<R>): Place | null;
}

/**
 * Finds the last passed row again, wherever the list has moved it: new jobs push it to later pages, jobs that left let it slip to
 * earlier ones. Where it is gone itself, the first job that sorts after it is next; in a list without order, what stands at its place.
 */
export async function resume<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow): Promise<Found<R>> {
  const start = await look(reader, from, last, from.place);
  if (start.side === 'here') return start.found;
  return start.side === 'earlier' ? goBack(reader, from, last, start.found) : goForward(reader, from, last, start.found);
}

interface Look<R extends Row> {
  readonly side: 'here' | 'earlier' | 'later';
  readonly found: Found<R>;
}

async function look<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow, place: Place): Promise<Look<R>> {
  const page = await reader.read(place);
  const found = { place, page };
  const at = page.rows.findLastIndex((row) => row.startedAt === last.startedAt && digest(row.id) === last.digest);
  if (at !== -1) return { side: 'here', found: { ...found, index: at + 1 } };
  if (!from.isOrdered) return { side: 'later', found: { ...found, index: Math.min(from.offset, page.rows.length) } };

  const after = page.rows.findIndex((row) => compareStarts(last.startedAt, row.startedAt) < 0);
  if (after > 0) return { side: 'here', found: { ...found, index: indexOfGone(page.rows, last, after, from.offset - 1) } };
  if (after === 0 || page.received === 0) return { side: 'earlier', found: { ...found, index: 0 } };
  return { side: 'later', found: { ...found, index: page.rows.length } };
}

/** Rows of the very start of a row that left cannot be told apart; the closest guess repeats rather than skips. */
function indexOfGone(rows: readonly Row[], last: PassedRow, after: number, guess: number): number {
  const tie = rows.findIndex((row) => row.startedAt === last.startedAt);
  return tie === -1 ? after : Math.min(Math.max(guess, tie), after);
}

async function goBack<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow, start: Found<R>): Promise<Found<R>> {
  let later = start;
  while (later.place.number > reader.firstNumber) {
    const place = { number: later.place.number - 1, token: null };
    const { side, found } = await look(reader, from, last, place);
    if (side === 'here') return found;
    if (side === 'later') return later;
    later = found;
  }
  return later;
}

async function goForward<R extends Row>(reader: PageReader<R>, from: Position, last: PassedRow, start: Found<R>): Promise<Found<R>> {
  let earlier = start;
  for (;;) {
    const place = reader.after(earlier);
    if (place === null) return from.isOrdered ? earlier : start;
    reader.moveOn(place);
    const { side, found } = await look(reader, from, last, place);
    if (side === 'here' || side === 'earlier') return found;
    earlier = found;
  }
}

import type { Row } from './page.js';
import { compareStarts, digest, type Mark } from './position.js';

/** Whether these rows, which follow one upon the other and upon the one before, do not come newest first. */
export function isOutOfOrder(rows: readonly Row[], before: Pick<Row, 'startedAt'> | null = null): boolean {
  let latest = before;
  for (const row of rows) {
    if (latest !== null && compareStarts(latest.startedAt, row.startedAt) > 0) return true;
    latest = row;
  }
  return false;
}

/** Null where each row stands there once: the same rows as a value would hold their own key. */
const distinctRows = new WeakMap<readonly Row[], readonly Row[] | null>();

/** Each row where it stands first. Pages in memory are shared by requests, so each is gone through once. */
export function distinct<R extends Row>(rows: readonly R[]): readonly R[] {
  let known = distinctRows.get(rows) as readonly R[] | null | undefined;
  if (known === undefined) {
    known = withoutRepeats(rows);
    distinctRows.set(rows, known);
  }
  return known ?? rows;
}

function withoutRepeats<R extends Row>(rows: readonly R[]): readonly R[] | null {
  const ids = new Set(rows.map(({ id }) => id));
  return ids.size === rows.length ? null : rows.filter(({ id }) => ids.delete(id));
}

/** Newest first; ties by id, as the merge breaks them. */
export function sortRows<R extends Row>(rows: readonly R[]): R[] {
  const marked = rows.map((row) => ({ row, mark: markOf(row) }));
  return marked.sort((a, b) => compareMarks(a.mark, b.mark)).map(({ row }) => row);
}

export function sortsBehind(row: Row, mark: Mark): boolean {
  return compareMarks(markOf(row), mark) > 0;
}

export function isMarked(row: Row, mark: Mark): boolean {
  return compareMarks(markOf(row), mark) === 0;
}

export function markOf({ id, startedAt }: Row): Mark {
  return { startedAt, key: keyOf(id) };
}

/** What a cursor keeps of an id. */
const KEY_CHARACTERS = 40;

/** The id itself, unless it is longer than any vendor's. */
function keyOf(id: string): string {
  const text = id.slice(0, KEY_CHARACTERS).toWellFormed();
  return text === id ? id : text + digest(id);
}

export function compareMarks(a: Mark, b: Mark): number {
  return compareStarts(a.startedAt, b.startedAt) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

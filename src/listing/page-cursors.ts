import type { Wants } from './jobs-request.js';

export interface PageCursors {
  /** Seals the place behind a row. */
  cursorAt(index: number): string;
  /** Null where there is nothing to go on with. */
  endCursor(): string | null;
}

/** Seals the places behind rows, of which these are the numbers. */
type SealAt = (indices: readonly number[]) => string[];

/** Nothing is computed for a page of which no cursor is asked for; where all are wanted, all are sealed at once. `sealBare`: for a page without rows. */
export function createPageCursors(rows: readonly unknown[], { edgeCursors }: Pick<Wants, 'edgeCursors'>, sealAt: SealAt, sealBare: () => string | null): PageCursors {
  let all: readonly string[] | null = null;

  function cursorAt(index: number): string {
    if (edgeCursors) all ??= sealAt([...rows.keys()]);
    return (all?.[index] ?? sealAt([index])[0]) as string;
  }

  return { cursorAt, endCursor: () => (rows.length > 0 ? cursorAt(rows.length - 1) : sealBare()) };
}

import { hash } from 'node:crypto';

import type { Place, Row } from './page.js';

/** Where a walk of one stream stands: behind `last`, the row at `offset - 1` of the page at `place`, and behind the gap after it. */
export interface Position {
  readonly place: Place;
  readonly offset: number;
  /** Distinct rows passed so far. */
  readonly seen: number;
  /** Null at the start. */
  readonly last: PassedRow | null;
  readonly gap: Gap | null;
  /** False once rows came out of order: from then on jobs are told apart by id alone. */
  readonly isOrdered: boolean;
  /** False once a page was left that had fewer rows of its own than were asked for: from then on numbers of pages do not count rows. */
  readonly arePagesFull: boolean;
  /** Where the whole list was on one page and sorted here: only what sorts behind this row is owed, whatever page it is on by now. */
  readonly mark: Mark | null;
  /** The very first row, as soon as its page was read: a later page that begins with it closes a circle. */
  readonly first: KeptRow | null;
  /** Some of the tokens met so far, to notice when the links lead in a circle. */
  readonly knownTokens: readonly KnownToken[];
  readonly isEnded: boolean;
}

/** The token that led to a page, and the page's number. */
export interface KnownToken {
  readonly number: number;
  readonly digest: string;
}

/** A row that was passed: itself, or what a cursor has kept of it. */
export type PassedRow = Row | KeptRow;

export interface KeptRow {
  readonly digest: string;
  readonly startedAt: number | null;
}

/** Pages without rows, met in a row. */
export interface Gap {
  readonly pages: number;
  /** Of the page after them. */
  readonly next: Place;
}

/** A row in an order that leaves no two rows alike. */
export interface Mark {
  readonly startedAt: number | null;
  readonly key: string;
}

export function startOf(firstNumber: number): Position {
  return {
    place: { number: firstNumber, token: null },
    offset: 0,
    seen: 0,
    last: null,
    gap: null,
    isOrdered: true,
    arePagesFull: true,
    mark: null,
    first: null,
    knownTokens: [],
    isEnded: false,
  };
}

export function keep(row: Row): KeptRow {
  return { digest: digest(row.id), startedAt: row.startedAt };
}

/** Only where a cursor wants it: most rows are passed without one. */
export function digestOf(row: PassedRow): string {
  return 'id' in row ? digest(row.id) : row.digest;
}

/** Whether it is the job that was passed, whenever that started. */
export function isSameJob(row: Row, passed: PassedRow): boolean {
  return 'id' in passed ? row.id === passed.id : digest(row.id) === passed.digest;
}

export const DIGEST_BYTES = 8;

/** The start of a SHA-256, a character a byte: enough to know a job id or a token again, whatever its length. */
export function digest(text: string): string {
  return hash('sha256', text, 'binary').slice(0, DIGEST_BYTES);
}

/** Newest start first, jobs without a start before all. Negative: `a` comes before `b`. */
export function compareStarts(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return b - a;
}

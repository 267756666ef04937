import type { Page, Place, Row } from './page.js';
import { digest, type KnownToken } from './position.js';

/** How an endpoint pages. */
export interface PageRules {
  readonly firstNumber: number;
  /** The constant number of rows asked for. */
  readonly pageSize: number;
  /** Whether reaching the reported total ends the list; some totals count the page alone. */
  readonly isTotalFinal: boolean;
}

export type NextPlace =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'end' }
  | { readonly kind: 'bad'; readonly reason: string };

const END: NextPlace = { kind: 'end' };

/** Where the page after this one is, with `seen` distinct rows read so far. */
export function nextPlace(page: Page<Row>, at: Place, seen: number, rules: PageRules): NextPlace {
  const next = page.next;
  if (next.kind === 'bad') return next;
  if (next.kind === 'token') return toPlace(at.number + 1, next.token);
  if (next.kind === 'more') return toPlace(at.number + 1);
  if (next.kind === 'number') {
    return next.number === at.number ? { kind: 'bad', reason: 'leads to the same page' } : toPlace(next.number);
  }
  const passed = (at.number - rules.firstNumber) * rules.pageSize + page.received;
  // A first page without rows below a total: this endpoint may count its pages from the number after.
  if (page.received === 0) return passed === 0 && page.total !== null && page.total > 0 ? toPlace(at.number + 1) : END;
  // Rows that were read may have left the list since, and count for `seen` alone.
  if (page.total !== null && Math.min(seen, passed) < page.total) return toPlace(at.number + 1);
  if (page.total !== null && rules.isTotalFinal && !isDisproved(page.total, page)) return END;
  return page.received < rules.pageSize ? END : toPlace(at.number + 1);
}

/** A total below what this one page holds says nothing. */
function isDisproved(total: number, { rows, received }: Page<Row>): boolean {
  return total < received && total < new Set(rows.map(({ id }) => id)).size;
}

function toPlace(number: number, token: string | null = null): NextPlace {
  return { kind: 'place', place: { number, token } };
}

/** Tokens to remember after meeting this one, and whether it was met before, on another page. */
export function rememberToken({ number, token }: Place, known: readonly KnownToken[]): { readonly known: readonly KnownToken[]; readonly isCircle: boolean } {
  if (token === null) return { known, isCircle: false };
  const met = { number, digest: digest(token) };
  const isKept = (one: KnownToken): boolean => one.number !== number && (isPowerOfTwo(one.number) || one.number > number - LATEST_TOKENS);
  return {
    known: [...known.filter(isKept), met],
    isCircle: known.some((one) => one.digest === met.digest && one.number !== number),
  };
}

/** Beside these, the tokens of pages 1, 2, 4, 8…: wherever a circle leads back to, one of them is met soon. */
const LATEST_TOKENS = 4;

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}

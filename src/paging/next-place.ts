import type { Page, Place, Row } from './page.js';
import { digest } from './position.js';

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
  if (page.received === 0) return END;
  if (page.total !== null && seen < page.total) return toPlace(at.number + 1);
  if (page.total !== null && rules.isTotalFinal) return END;
  return page.received < rules.pageSize ? END : toPlace(at.number + 1);
}

function toPlace(number: number, token: string | null = null): NextPlace {
  return { kind: 'place', place: { number, token } };
}

/** The mark to carry on after meeting a token, and whether the token closes a circle (R. P. Brent's method). */
export function nextTokenMark({ number, token }: Place, mark: string | null): { readonly mark: string | null; readonly isCircle: boolean } {
  if (token === null) return { mark, isCircle: false };
  const met = digest(token);
  const isCheckpoint = (number & (number - 1)) === 0;
  return { mark: isCheckpoint ? met : mark, isCircle: met === mark };
}

import { distinct } from './order.js';
import type { Page, Place, Row } from './page.js';

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
    if (next.number > at.number) return toPlace(next.number);
    return { kind: 'bad', reason: next.number === at.number ? 'leads to the same page' : 'leads back to a page before' };
  }
  const passed = passedThrough(page, at, rules);
  // A first page without rows below a total: this endpoint may count its pages from the number after.
  if (page.received === 0) return passed === 0 && page.total !== null && page.total > 0 ? toPlace(at.number + 1) : END;
  // Rows that were read may have left the list since, or be on a later page than this one, which was kept: they count for `seen` alone.
  if (page.total !== null && Math.min(seen, passed) < page.total && !countsThePage(page.total, page, rules)) {
    return countsRows(page.total, page, at, rules) ? guessAfter(at) : toPlace(at.number + 1);
  }
  if (page.total !== null && rules.isTotalFinal && !isDisproved(page.total, page)) return END;
  return page.received < rules.pageSize ? END : guessAfter(at);
}

/** Whether the page after this one cannot be the last, whatever it brings: by a total that one page more does not reach. */
export function isFarFromEnd(page: Page<Row>, at: Place, seen: number, rules: PageRules): boolean {
  if (!rules.isTotalFinal || page.total === null || nextPlace(page, at, seen, rules).kind !== 'place') return false;
  return Math.max(seen, passedThrough(page, at, rules)) + rules.pageSize < page.total;
}

/** Such a total says nothing of other pages. */
function countsThePage(total: number, { received }: Page<Row>, { isTotalFinal }: PageRules): boolean {
  return !isTotalFinal && total <= received;
}

/** Where rows come twice, a total may have counted them twice: once so many rows were read, it promises nothing more. */
function countsRows(total: number, { received }: Page<Row>, at: Place, { firstNumber, pageSize }: PageRules): boolean {
  return received > 0 && (at.number - firstNumber) * pageSize + received >= total;
}

/** A page total that fell says that jobs left, and that those behind them slipped to the page before. */
export function hasShrunk(before: Page<Row>, after: Page<Row>, { isTotalFinal }: PageRules): boolean {
  return isTotalFinal && before.total !== null && after.total !== null && after.total < before.total;
}

/** A total below what this one page holds says nothing. */
function isDisproved(total: number, { rows }: Page<Row>): boolean {
  return total < distinct(rows).length;
}

/** How many jobs there are up to the end of this page, where those before it were full. Some pages repeat rows; records without an id may be of any job. */
export function passedThrough({ rows, received }: Page<Row>, at: Place, { firstNumber, pageSize }: PageRules): number {
  return (at.number - firstNumber) * pageSize + countDistinct({ rows, received });
}

/** Whether a page has fewer jobs than were asked for. */
export function isShort(page: Page<Row>, { pageSize }: PageRules): boolean {
  return countDistinct(page) < pageSize;
}

function countDistinct({ rows, received }: Pick<Page<Row>, 'rows' | 'received'>): number {
  return received - rows.length + distinct(rows).length;
}

function guessAfter({ number }: Place): NextPlace {
  return { kind: 'place', place: { number: number + 1, token: null, isGuess: true } };
}

function toPlace(number: number, token: string | null = null): NextPlace {
  return { kind: 'place', place: { number, token } };
}

import type { Page, Place, Row } from './page.js';
import type { Gap, Position } from './position.js';

/** The page behind the gap, from the page before it. */
export function beyondGap(at: Place, { place, gap }: Position): Place | null {
  return gap !== null && at.number === place.number ? gap.next : null;
}

/** The gap once this page, which is next to it, is left; null where the page has rows. */
export function widenGap({ page }: { readonly page: Page<Row> }, next: Place, { gap }: Position): Gap | null {
  return page.rows.length === 0 ? { pages: (gap?.pages ?? 0) + 1, next } : null;
}

import type { Page, Place, Row } from './page.js';
import type { Gap, Position } from './position.js';

/** A page, and where it is. */
interface PlacedPage {
  readonly place: Place;
  readonly page: Page<Row>;
}

/** The page behind the gap, from the page before it. */
export function beyondGap(at: Place, { place, gap }: Position): Place | null {
  return gap !== null && at.number === place.number ? gap.next : null;
}

/** The gap once this page is left; null where it brought something, or stands before the gap. */
export function widenGap({ place, page }: PlacedPage, next: Place, position: Position): Gap | null {
  if (page.rows.length === 0) return { pages: (position.gap?.pages ?? 0) + 1, next };
  return position.gap === null || place.number === position.place.number ? null : { pages: 0, next };
}

import { SourceError } from '../errors.js';
import type { Page, Place, Row } from './page.js';
import { digest, type Gap, type KnownToken } from './position.js';

/** The page that is left, and the tokens known on it. */
interface LeftPage {
  readonly place: Place;
  readonly page: Page<Row>;
  readonly knownTokens: readonly KnownToken[];
  /** Distinct rows passed up to its end. */
  readonly seen: number;
}

/** Notices when pages lead on without end. */
export interface LoopGuard {
  /** Throws where the next page would close a loop; else gives the tokens to remember there. `gap`: where this page is one of those in a cursor. */
  leave(left: LeftPage, next: Place, gap: Gap | null): readonly KnownToken[];
}

const BARREN_PAGES = 3;
const EMPTY_PAGES = 100;
export const CIRCLE = 'The links to the next pages lead in a circle; the walk was stopped.';

export function createLoopGuard(): LoopGuard {
  const numberOfToken = new Map<string, number>();
  let seenBefore = 0;
  let barrenPages = 0;
  let emptyPages = 0;

  function count({ page, place, seen }: LeftPage, next: Place, gap: Gap | null): void {
    if (seen !== seenBefore) barrenPages = 0;
    seenBefore = seen;
    emptyPages = page.rows.length === 0 ? (gap?.pages ?? emptyPages + 1) : 0;
    // A place that was never met is progress also where there was nothing on the way.
    if (page.rows.length === 0 && next.number > place.number) {
      if (emptyPages < EMPTY_PAGES) return;
      throw badLink(`${EMPTY_PAGES} pages in a row were empty, each with a link to one more; the walk was stopped.`);
    }
    barrenPages += 1;
    if (barrenPages > BARREN_PAGES) throw badLink('Page after page brought nothing new; the walk was stopped.');
  }

  return {
    leave(left, next, gap) {
      count(left, next, gap);
      if (next.token === null) return left.knownTokens;
      const metAt = numberOfToken.get(next.token);
      const { known, isCircle } = rememberToken(next, left.knownTokens);
      if (isCircle || (metAt !== undefined && metAt !== next.number)) throw badLink(CIRCLE);
      numberOfToken.set(next.token, next.number);
      return known;
    },
  };
}

export function badLink(message: string): SourceError {
  return new SourceError('UPSTREAM_BAD_NEXT_LINK', message);
}

/** Tokens to remember after meeting this one, and whether it was met before, on another page. */
function rememberToken({ number, token }: Place, known: readonly KnownToken[]): { readonly known: readonly KnownToken[]; readonly isCircle: boolean } {
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

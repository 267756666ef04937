import type { Place } from '../paging/page.js';
import type { Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import type { JobPage } from '../wire/page.js';
import type { ListingContext } from './context.js';
import { countIn, type Ledger } from './ledger.js';

/** The pages of one stream, some of which may be asked for before they are read. */
export interface StreamPages {
  read(place: Place, isFresh: boolean): Promise<JobPage>;
  /** Asks for pages that will be read. False, and none is, where few attempts are left, so that each is left what it may take to try it again. */
  ask(places: readonly Place[]): boolean;
  leave(place: Place): void;
}

interface Asked {
  readonly number: number;
  readonly page: Promise<JobPage>;
}

/** A call, and what is tried again when it fails. */
export const ATTEMPTS = 3;

export function createStreamPages(stream: Stream<Source>, ledger: Ledger, { pages, budget }: ListingContext): StreamPages {
  let asked: readonly Asked[] = [];
  const counts = countIn(ledger);

  return {
    read(place, isFresh) {
      const known = asked.find(({ number }) => number === place.number);
      asked = asked.filter(({ number }) => number !== place.number);
      if (known !== undefined && !isFresh && place.token === null) return known.page;
      return (isFresh ? pages.reload : pages.load)({ stream, place, ...counts });
    },
    ask(places) {
      if (budget.calls - budget.spent < places.length * ATTEMPTS) return false;
      for (const place of places) {
        const page = pages.load({ stream, place, ...counts });
        asked = [...asked.filter(({ number }) => number !== place.number), { number: place.number, page }];
        page.catch(ignore);
      }
      return true;
    },
    leave: (place) => pages.leave(stream, place),
  };
}

function ignore(): void {
  // Who reads the page is told why it failed.
}

import { BudgetSpentError, SourceError } from '../errors.js';
import type { Source } from '../sources/source.js';
import type { Place } from '../paging/page.js';
import type { Bounds } from '../planning/bounds.js';
import type { JobPage } from '../wire/page.js';

/** Asks one source for pages, in the endpoint's own dialect. */
export interface Asker {
  page(bounds: Bounds, place: Place, pageSize: number): Promise<JobPage>;
}

/** Of one page, its retries included. */
const PAGE_MS = 20_000;

export function createAsker(source: Source): Asker {
  // Where the upstream's own default hides jobs, the first of the codes that the server asks for stands for the others.
  const parameters = Object.fromEntries(source.endpoint.facets.flatMap(({ name, defaultCodes = [] }) => defaultCodes.slice(0, 1).map((code) => [name, code])));
  return {
    async page(bounds, place, pageSize) {
      const stream = { source, parameters, search: null, bounds, pageSize, proof: {}, key: '' };
      const reading = { caller: 'doctor', signal: AbortSignal.timeout(PAGE_MS), endsAt: performance.now() + PAGE_MS, onCall: () => undefined };
      return (await source.readPage(stream, place, reading)).page;
    },
  };
}

/** Why nothing came, where that is the upstream's doing; anything else is a fault of ours and goes on. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof SourceError) return failure.message;
  if (failure instanceof BudgetSpentError) return 'Calls or time ran out.';
  throw failure;
}

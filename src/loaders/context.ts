import type { Caller } from '../auth/caller.js';
import { mayRead, mayReadEverywhere, textOf, type Rights } from '../auth/rights.js';
import type { Context } from '../context.js';
import type { CursorSealer } from '../paging/cursor.js';
import { products } from '../products/index.js';
import { createBudget } from './budget.js';
import { createLookupLoader } from './lookups.js';
import type { PageMemory } from './page-memory.js';
import { createPageLoader } from './pages.js';
import type { Source } from './source.js';
import { createTurns } from './turns.js';

/** What requests share. */
export interface Shared {
  readonly sources: readonly Source[];
  readonly memory: PageMemory;
  readonly callBudget: number;
  readonly cursors: CursorSealer;
}

/** There is one event loop for all. */
const turns = createTurns();

/** A fresh context; `signal` says that the client has gone away, or that its time is up. */
export function createContext({ sources, memory, callBudget, cursors }: Shared, caller: Caller, signal: AbortSignal): Context {
  const budget = createBudget(callBudget, signal);
  // Copies keep the lookback of this moment: what is read meanwhile changes no plan.
  const own = sources.filter(({ node }) => mayRead(caller.rights, node.tenant, products[node.product].name)).map((source) => ({ ...source }));
  const pages = createPageLoader(memory, budget, caller.name, signal);
  return {
    now: Date.now(),
    caller,
    rights: textOf(caller.rights),
    sources: own,
    forbidden: forbiddenFields(own, caller.rights),
    pages,
    lookups: createLookupLoader(memory, pages),
    turn: () => turns.take(caller.isKnown ? caller.name : budget),
    budget,
    bill: { cost: 0, calls: 0 },
    cursors,
    streams: new Set(),
    failures: [],
  };
}

/** A product that is there for others, and one that is not there at all, look alike to a caller without a right to all of it. */
function forbiddenFields(own: readonly Source[], rights: Rights): ReadonlySet<string> {
  const isOwn = (field: string): boolean => own.some(({ queryField }) => queryField === field);
  return new Set(Object.values(products).flatMap(({ name, queryField }) => (isOwn(queryField) || mayReadEverywhere(rights, name) ? [] : [queryField])));
}

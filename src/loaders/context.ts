import type { Context } from '../context.js';
import type { CursorSealer } from '../paging/cursor.js';
import { createBudget } from './budget.js';
import { createLookupLoader } from './lookups.js';
import type { PageMemory } from './page-memory.js';
import { createPageLoader } from './pages.js';
import type { Source } from './source.js';

/** What requests share. */
export interface Shared {
  readonly sources: readonly Source[];
  readonly memory: PageMemory;
  readonly callBudget: number;
  readonly cursors: CursorSealer;
}

/** A fresh context; `signal` says that the client has gone away, or that its time is up. */
export function createContext({ sources, memory, callBudget, cursors }: Shared, signal: AbortSignal): Context {
  const budget = createBudget(callBudget, signal);
  const pages = createPageLoader(memory, budget, signal);
  return { now: Date.now(), sources, pages, lookups: createLookupLoader(memory, pages), budget, cursors, streams: new Set(), failures: [] };
}

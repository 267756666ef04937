import type { Context } from '../context.js';
import type { CursorSealer } from '../paging/cursor.js';
import { createPageLoader } from './pages.js';
import type { Source } from './source.js';

/** A fresh context: nothing of a request outlives it. `signal` says that the client has gone away. */
export function createContext(sources: readonly Source[], cursors: CursorSealer, signal: AbortSignal): Context {
  return { now: Date.now(), sources, pages: createPageLoader(signal), cursors, streams: new Set(), upstreamCalls: { count: 0 }, failures: [] };
}
